#pragma once

#include "tests/testkit/TestCase.h"

class TestDeskCommands : public zs::testkit::TestCase {
    Q_OBJECT
private Q_SLOTS:
    void replyFirstThenEvent();
    void eventFirstThenReply();
    void refusedComesOffAndStaysInTheList();
    void aChainIsLaidInOrder();
    void whatIsNoLongerLegalIsntShown();
    void leftFromTheLastRunIsShownAgain();
    void aResetLaysAllAgain();
};
