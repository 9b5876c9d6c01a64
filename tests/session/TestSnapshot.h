#pragma once

#include "tests/testkit/TestCase.h"

class TestSnapshot : public zs::testkit::TestCase {
    Q_OBJECT
private Q_SLOTS:
    void packedAndPlain();
    void textThatLooksLikeJson();
    void newerFieldsAreIgnored();
    void everyCutIsNoticed();
    void nonsense_data();
    void nonsense();
    void stopsWhenAsked();
    void aHundredThousandCases();
};
