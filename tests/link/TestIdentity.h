#pragma once

#include "tests/testkit/TestCase.h"
#include "tests/testkit/TestPki.h"

class TestIdentity : public zs::testkit::TestCase {
    Q_OBJECT
private Q_SLOTS:
    void trustsOnlyItsAuthority();
    void saysWhichFileIsWrong();
    void sealsForOneKeyAndOnePlace();

private:
    zs::testkit::TestPki m_pki;
};
