#pragma once

#include "tests/testkit/TestCase.h"

class TestCaseStore : public zs::testkit::TestCase {
    Q_OBJECT
private Q_SLOTS:
    void foldsLikeTheDomain();
    void oldEventsAreIgnored();
    void pendingLiesOverAndComesOff();
    void pendingIsFoldedAnewWhenTheCaseMovesOn();
    void severalLieOnTopOfOneAnother();
    void countsFollowWhatIsShown();
    void anyInterleavingGivesTheSameState();
    void clocksFollowWhatIsShown();
    void anotherCalendarIsCountedInBeside();
    void aPictureOfTheOldCalendarIsCountedAnew();
    void peopleForgetWhoWentHome();
};
