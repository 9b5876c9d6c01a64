#include "tests/testkit/GuiTest.h"
#include "tst_symbol.h"
#include "tst_texts.h"
#include "tst_theme.h"
#include "tst_widgets.h"

ZS_GUI_TEST_MAIN(ThemeTest, SymbolTest, TextsTest, WidgetsTest)
