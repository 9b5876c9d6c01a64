#pragma once

#include "tests/testkit/TestCase.h"
#include "tests/testkit/TestPki.h"

/// Every desk judges by what the gateway judges by, and what was asked for outlives the desk.
class TestRules : public zs::testkit::TestCase {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void theGatewaysCalendarIsEveryDesks();
    void theCatalogueRulesTheCasesOfEveryDesk();
    void filedAndMergedOutlivesTheConsole();

private:
    zs::testkit::TestPki m_pki;
};
