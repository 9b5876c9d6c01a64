#include "tests/gateway/tst_config.h"
#include "tests/gateway/tst_parts.h"

ZS_TEST_MAIN(ConfigTest, PartsTest)
