#pragma once

#include "tests/testkit/TestCase.h"
#include "tests/testkit/TestPki.h"

class TestStream : public zs::testkit::TestCase {
    Q_OBJECT
private Q_SLOTS:
    void messagesBecomeSignals();
    void positionsComeAsFrames();
    void silenceEndsIt();
    void pingsMeasureTheWay();
    void aMessageThatIsTooLongEndsIt();
    void nonsenseEndsIt_data();
    void nonsenseEndsIt();
    void aCutEndsItOnce();
    void anotherAuthorityIsRefused();
    void anotherHostIsRefused();
    void nobodyThere();
    void openAgainLeavesTheOldOneSilent();

private:
    zs::testkit::TestPki m_pki;
    zs::testkit::TestPki m_otherPki;
};
