// What the zero-report panel asks for in forms: a sensitive period opened, changed, closed; a grid's report made or corrected.
#pragma once

#include "domain/duties/Duties.h"
#include "ui/duties/DutyForm.h"

#include <QCoreApplication>

namespace zs::duties {

class ZeroForms {
    Q_DECLARE_TR_FUNCTIONS(zs::duties::ZeroForms)

public:
    /// Begins today, or tomorrow where the hour is over already: else every grid would be late at once. For the desk's own town
    /// if it has one.
    static DutyForm::Ask open(const cases::Workplace& place);
    static DutyForm::Ask change(const domain::SensitivePeriod& period);
    static DutyForm::Ask close(const domain::SensitivePeriod& period);
    /// The grid's first report of that day, or a correction of it.
    static DutyForm::Ask report(const cases::Workplace& place, const domain::SensitivePeriod& period, const domain::Grid& grid,
                                domain::DayNumber day);
};

} // namespace zs::duties
