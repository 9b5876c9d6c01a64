#pragma once

#include "tests/testkit/TestCase.h"
#include "tests/testkit/TestPki.h"

class TestClient : public zs::testkit::TestCase {
    Q_OBJECT
private Q_SLOTS:
    void aCommandIsAnswered();
    void aRefusalIsAnAnswer();
    void statusTellsWhatToDo_data();
    void statusTellsWhatToDo();
    void aCutLeavesItOpenWhetherItArrived();
    void aSlowGatewayTimesOut();
    void whatIsLateIsLetGoAndNoSecondErrorIsHeard();
    void abortAnswersAll();
    void anAnswerThatIsTooLongIsNotTaken();
    void nobodyThere();
    void anotherAuthorityIsRefused();
    void anotherHostIsRefused();
    void alertsTellOfTheOwnCertificate_data();
    void alertsTellOfTheOwnCertificate();
    void severalInFlight();
    void aCaseWithItsEvents();
    void aLongCaseComesInPages();
    void anElsewhereIsNotFollowed();

private:
    zs::testkit::TestPki m_pki;
    zs::testkit::TestPki m_otherPki;
};
