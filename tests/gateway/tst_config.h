// The gateway's configuration: one table, three ways to say it.
#pragma once

#include "tests/testkit/TestCase.h"

class ConfigTest : public zs::testkit::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void allThreeWaysSayTheSame();
    void aFlagWinsOverAVariableOverTheFile();
    void wrongOnesAreRefusedWithASentence_data();
    void wrongOnesAreRefusedWithASentence();
    void wrongFilesAreRefused_data();
    void wrongFilesAreRefused();
    void addressesAreRead();
    void helpListsEveryOption();
    void oneFolderHasOneGateway();
};
