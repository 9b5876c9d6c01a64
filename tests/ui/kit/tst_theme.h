#pragma once

#include "tests/testkit/TestCase.h"

class ThemeTest final : public zs::testkit::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void contrastOfEveryPair_data();
    void contrastOfEveryPair();
    void brokenTokensAreNamed_data();
    void brokenTokensAreNamed();
    void measuresFollowTheUserScale();
    void styleSheetLeavesNoToken();
    void managerSwitchesLive();
    void everyListedIconIsBuiltIn();
    void iconIsTinted();
};
