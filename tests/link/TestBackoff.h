#pragma once

#include "tests/testkit/TestCase.h"

class TestBackoff : public zs::testkit::TestCase {
    Q_OBJECT
private Q_SLOTS:
    void pausesStayInTheirBounds_data();
    void pausesStayInTheirBounds();
    void theSameSeedGivesTheSamePauses();
    void manyDesksDontComeBackTogether();
};
