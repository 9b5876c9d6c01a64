#pragma once

#include "tests/testkit/TestCase.h"

class SymbolTest final : public zs::testkit::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void codeGoesThereAndBack();
    void everySymbolStaysWithinItsReach();
    void spriteIsBakedOnceAndPremultiplied();
    void attentionAndSelectionShowTheirColours();
    void legendInBothThemes();
};
