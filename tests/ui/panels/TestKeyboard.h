// Every panel without a mouse.
#pragma once

#include "tests/testkit/TestCase.h"

class TestKeyboard : public zs::testkit::TestCase {
    Q_OBJECT
private Q_SLOTS:
    void tabReachesEverything_data();
    void tabReachesEverything();
    void theSheetListsWhatThePanelDoes();
    void aRequestIsApproved();
    void aRungIsIssued();
    void aRuleIsChangedAndPublished();
};
