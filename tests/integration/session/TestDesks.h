#pragma once

#include "tests/testkit/TestCase.h"
#include "tests/testkit/TestPki.h"

class TestDesks : public zs::testkit::TestCase {
    Q_OBJECT
private Q_SLOTS:
    void oneDispatchesTheOtherSees();
    void twoWantTheSameCase();
    void dutiesGoTheSameWay();
    void whatIsPublishedComesToEveryDesk();
    void offlineThenSent();
    void theGatewayIsKilledUnderLoad();
    void theConsoleIsKilledUnderLoad();
    void aStrangerIsRefused();
    void aRevokedDeskIsRefused();

private:
    zs::testkit::TestPki m_pki;
};
