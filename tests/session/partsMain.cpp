#include "TestCaseCache.h"
#include "TestCaseStore.h"
#include "TestDeskCommands.h"
#include "TestOutboxFile.h"
#include "TestSnapshot.h"

ZS_TEST_MAIN(TestCaseStore, TestDeskCommands, TestCaseCache, TestOutboxFile, TestSnapshot)
