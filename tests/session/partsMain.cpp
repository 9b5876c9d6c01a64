#include "TestCaseCache.h"
#include "TestCaseStore.h"
#include "TestDeskCommands.h"
#include "TestDuties.h"
#include "TestOutboxFile.h"
#include "TestSnapshot.h"

ZS_TEST_MAIN(TestCaseStore, TestDeskCommands, TestCaseCache, TestDuties, TestOutboxFile, TestSnapshot)
