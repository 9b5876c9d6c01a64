// Commands on daily duties in words, where commands of all kinds stand in one list (the outbox).
#pragma once

#include "domain/duties/Duties.h"

#include <QCoreApplication>
#include <QString>

namespace zs::cases {

class DutyCommandWords {
    Q_DECLARE_TR_FUNCTIONS(zs::cases::DutyCommandWords)
public:
    /// "Zero report", "Night visit 12": what the command is on.
    static QString subject(domain::Subject subject);
    static QString text(const domain::DutyCommand& command);
};

} // namespace zs::cases
