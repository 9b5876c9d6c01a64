// Each command in words, as the outbox and the timeline show what this desk has asked for.
#pragma once

#include "domain/cases/Commands.h"

#include <QCoreApplication>
#include <QString>

namespace zs::cases {

struct Workplace;

class CommandWords {
    Q_DECLARE_TR_FUNCTIONS(zs::cases::CommandWords)

public:
    static QString text(const Workplace& place, const domain::CaseCommand& command);
    /// A name of resources/icons.
    static QString icon(const domain::CaseCommand& command);
};

} // namespace zs::cases
