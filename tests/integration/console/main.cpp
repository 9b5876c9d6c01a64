#include "tests/integration/console/TestDutyForms.h"
#include "tests/integration/console/TestEditors.h"
#include "tests/integration/console/TestSideWays.h"
#include "tests/testkit/GuiTest.h"

ZS_GUI_TEST_MAIN(TestSideWays, TestEditors, TestDutyForms)
