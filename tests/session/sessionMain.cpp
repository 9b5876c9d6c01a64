#include "TestCommandSender.h"
#include "TestSession.h"
#include "TestSessionOffline.h"

ZS_TEST_MAIN(TestCommandSender, TestSession, TestSessionOffline)
