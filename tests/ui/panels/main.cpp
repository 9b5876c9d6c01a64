#include "tests/testkit/GuiTest.h"
#include "tests/ui/panels/TestKeyboard.h"
#include "tests/ui/panels/TestPictures.h"

ZS_GUI_TEST_MAIN(TestKeyboard, TestPictures)
