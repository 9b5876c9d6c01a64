#pragma once

#include "tests/testkit/TestCase.h"

class TextsTest final : public zs::testkit::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void limits_data();
    void limits();
    void ages_data();
    void ages();
    void numberOfAGridIsNeverElided();
    void translationsAreComplete_data();
    void translationsAreComplete();
    void sourcesHaveNoNewStrings_data();
    void sourcesHaveNoNewStrings();
};
