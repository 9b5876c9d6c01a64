#pragma once

#include "tests/testkit/TestCase.h"

/// Pictures to look at, written into the build folder; what can be judged by a program is judged.
class ScreenshotsTest final : public zs::testkit::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void demoWindow_data();
    void demoWindow();
    void panelStates_data();
    void panelStates();
    void alarmStates_data();
    void alarmStates();
};
