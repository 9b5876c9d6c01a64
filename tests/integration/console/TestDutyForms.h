// Daily duties through their panels' forms: one desk fills them in, the other sees them.
#pragma once

#include "tests/integration/console/Seat.h"
#include "tests/testkit/TestCase.h"

class TestDutyForms : public zs::testkit::TestCase {
    Q_OBJECT
private Q_SLOTS:
    void gridsReportAndWhoOwesIsSeen();
    void aNightVisitFromItsPlanToItsFollowUp();
};
