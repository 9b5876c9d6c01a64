#pragma once

#include "tests/testkit/TestCase.h"
#include "tests/testkit/TestPki.h"

class TestSessionOffline : public zs::testkit::TestCase {
    Q_OBJECT
private Q_SLOTS:
    void opensWithYesterdaysPicture();
    void workGoesOnAndIsSentLater();
    void waitingSurvivesARestart();
    void aCutInTheMiddleIsDoneOnce();
    void unknownSurvivesARestart();
    void takenBack();
    void aDamagedCacheIsSetAside();
    void aDamagedOutboxIsSetAside();
    void oneFolderOneConsole();
    void anotherKeyLosesNothingInSilence();
    void aRenewedCertificateSendsWhatWaited();
    void theGuiThreadIsNeverBlocked();

private:
    zs::testkit::TestPki m_pki;
};
