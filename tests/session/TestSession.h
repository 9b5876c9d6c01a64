#pragma once

#include "tests/testkit/TestCase.h"
#include "tests/testkit/TestPki.h"

class TestSession : public zs::testkit::TestCase {
    Q_OBJECT
private Q_SLOTS:
    void theFirstStartFetchesThePicture();
    void theSecondStartGoesOnWhereItWas();
    void aCommandShowsAtOnceAndIsConfirmed();
    void aNewCaseComesByTheStream();
    void aChainOfCommands();
    void whatIsIllegalIsSaidAtOnce();
    void aConflictRollsBackAndSaysWhy();
    void aGapAsksForASnapshot();
    void aHoleInTheStreamAsksForASnapshot();
    void duplicatesAreIgnored();
    void aGatewayThatWasSetBackIsNoticed();
    void anotherHistoryIsNoticed();
    void streamAndPictureThatNeverFit();
    void anotherCityIsRefused();
    void anotherAuthorityIsRefused();
    void aMissingCertificateIsRefused();
    void timelines();
    void positionsUntilTheShiftEnds();
    void oneServerClock();
    void manyEventsAtOnce();

private:
    zs::testkit::TestPki m_pki;
    zs::testkit::TestPki m_otherPki;
};
