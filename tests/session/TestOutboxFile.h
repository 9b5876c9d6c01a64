#pragma once

#include "tests/testkit/TempDir.h"
#include "tests/testkit/TestCase.h"

class TestOutboxFile : public zs::testkit::TestCase {
    Q_OBJECT
private Q_SLOTS:
    void everyStateSurvivesARestart();
    void nothingPersonalIsReadable();
    void anotherKeyIsTold();
    void damageIsTold();
    void theBodyIsTheSameEachTime();
};
