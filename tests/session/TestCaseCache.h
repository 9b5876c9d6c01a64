#pragma once

#include "tests/testkit/TempDir.h"
#include "tests/testkit/TestCase.h"

class TestCaseCache : public zs::testkit::TestCase {
    Q_OBJECT
private Q_SLOTS:
    void whatIsWrittenIsReadAgain();
    void aSnapshotReplacesAll();
    void eventsOutOfOrderAreNotTaken_data();
    void eventsOutOfOrderAreNotTaken();
    void anotherCityEmptiesIt();
    void otherFieldsEmptyIt();
    void aDamagedFileIsKnownAsSuch_data();
    void aDamagedFileIsKnownAsSuch();
    void onlyTheOwnerMayRead();
    void oldEventsGo();
    void aHundredThousandCasesAreReadQuickly();
};
