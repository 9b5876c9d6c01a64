#pragma once

#include "tests/testkit/TempDir.h"
#include "tests/testkit/TestCase.h"

class TestDuties : public zs::testkit::TestCase {
    Q_OBJECT
private Q_SLOTS:
    void theStoreFoldsWhatTheStoryTells();
    void whatIsPendingLiesOverWhatIsConfirmed();
    void aReplyBeforeItsEventKeepsTheOverlay();
    void aRefusalTakesItOff();
    void theCacheKeepsThem();
    void theCacheRefusesAHole();
    void publishedContentIsKept();
    void theOutboxKeepsThem();
    void aSnapshotHoldsThem();
};
