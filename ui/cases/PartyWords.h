// Who answers for a case now (首访负责制), in words.
#pragma once

#include "ui/cases/Workplace.h"

#include <QCoreApplication>

namespace zs::cases {

class PartyWords {
    Q_DECLARE_TR_FUNCTIONS(zs::cases::PartyWords)

public:
    /// A name, an agency, a case; "—" only for a case that doesn't exist.
    static QString answerable(const Workplace& place, const domain::Case& state);
    /// Why it is that one: "received it first", "leads the case".
    static QString why(const domain::Case& state);
};

} // namespace zs::cases
