#pragma once

#include "tests/testkit/TestCase.h"

class TestInterleaving : public zs::testkit::TestCase {
    Q_OBJECT
private Q_SLOTS:
    void twoConsolesAndTheGatewayEndAlike_data();
    void twoConsolesAndTheGatewayEndAlike();
};
