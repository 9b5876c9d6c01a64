// The gateway's smaller parts, each alone.
#pragma once

#include "tests/testkit/TestCase.h"

class PartsTest : public zs::testkit::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void ringKeepsTheLast();
    void framesStayWithinTheirLimits();
    void positionsOnlyOfKnownPeopleOnDuty();
    void aShiftsEndIsSaidOnceAndForgotten();
    void olderFixesDontReplaceNewer();
    void positionsFromTheFutureAreRefused();
    void manyPositionsGoIntoSeveralFrames();
    void onlyWhatChangedIsSent();
    void cacheDropsTheLeastRecentlyUsed();
    void everyEndpointIsInTheTable();
    void noRoleMayMoreThanTheTableSays_data();
    void noRoleMayMoreThanTheTableSays();
    void logLinesCantBeFaked();
};
