#pragma once

#include "tests/testkit/TestCase.h"

class MainWindowTest final : public zs::testkit::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void keysReachThePanels();
    void sheetListsTheKeysOfThePanel();
    void layoutComesBackAfterClosing();
    void corruptLayoutIsTold();
    void namedLayoutsThroughTheMenu();
    void languageSwitchesLive();
    void everythingFocusableHasANameAndAnId();
};
