#include "tests/testkit/GuiTest.h"
#include "tst_bars.h"
#include "tst_mainwindow.h"
#include "tst_panelhost.h"
#include "tst_screenshots.h"

ZS_GUI_TEST_MAIN(PanelHostTest, BarsTest, MainWindowTest, ScreenshotsTest)
