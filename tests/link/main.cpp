#include "TestBackoff.h"
#include "TestClient.h"
#include "TestIdentity.h"
#include "TestStream.h"

ZS_TEST_MAIN(TestBackoff, TestIdentity, TestClient, TestStream)
