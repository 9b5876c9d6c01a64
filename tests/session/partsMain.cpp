#include "TestCaseCache.h"
#include "TestCaseStore.h"
#include "TestDeskCommands.h"
#include "TestDuties.h"
#include "TestInterleaving.h"
#include "TestOutboxFile.h"
#include "TestSnapshot.h"

ZS_TEST_MAIN(TestCaseStore, TestDeskCommands, TestInterleaving, TestCaseCache, TestDuties, TestOutboxFile, TestSnapshot)
