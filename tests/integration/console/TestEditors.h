// What an editor changes reaches every desk: edited, looked at, published, recorded by the gateway, in force on the other console.
#pragma once

#include "tests/integration/console/Seat.h"
#include "tests/testkit/TestCase.h"

class TestEditors : public zs::testkit::TestCase {
    Q_OBJECT
private Q_SLOTS:
    void aPublishedRuleRoutesOnEveryDesk();
    void aDayMadeWorkedMovesDeadlinesOnEveryDesk();
};
