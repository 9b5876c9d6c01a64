// Believable duties for panel tests on SampleDesk: a period of three days with debts, three night visits, two consultations, a
// campaign. Everything in it is invented.
#pragma once

#include "tests/ui/cases/SampleDesk.h"

namespace zs::testkit {

/// The period is number 1; it is due at 18:00, and the desk's clock is left at 18:30 of its third day.
void fillDuties(SampleDesk& desk);

} // namespace zs::testkit
