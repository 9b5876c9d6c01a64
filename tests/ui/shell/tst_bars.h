#pragma once

#include "tests/testkit/TestCase.h"

class BarsTest final : public zs::testkit::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void clockShowsTheGivenTimeInBothLanguages();
    void searchIsThereOnlyWhenAnswered();
    void onlyExistingSeatsAreShown();
    void slotNeverChangesItsHeight_data();
    void slotNeverChangesItsHeight();
    void slotShortensTheDetailFirst();
    void slotButtonsAndChip();
    void statusLineSaysTheLink();
    void statusButtonsAsk();
};
