#pragma once

#include "tests/testkit/TestCase.h"
#include "tests/testkit/TestPki.h"

class TestCommandSender : public zs::testkit::TestCase {
    Q_OBJECT
private Q_SLOTS:
    void oneCaseOneAfterTheOtherManyAtOnce();
    void whatIsRefusedTakesTheRestWithIt();
    void aCutIsAskedAgainWithTheSameBytes();
    void busyIsWaitedFor();
    void aBrokenLinkMakesItUnknownAtOnce();
    void takenBackBeforeItWasSent();
    void theDiskKnowsBeforeTheGateway();

private:
    zs::testkit::TestPki m_pki;
};
