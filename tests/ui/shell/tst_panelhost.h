#pragma once

#include "tests/testkit/TestCase.h"

class PanelHostTest final : public zs::testkit::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void refusesTheSameIdTwice();
    void defaultLayoutStandsAsDesigned();
    void savedLayoutComesBack();
    void corruptLayoutFallsBackToDefault_data();
    void corruptLayoutFallsBackToDefault();
    void layoutWithoutAnyPanelFallsBack();
    void aNewPanelJoinsAnOldLayout();
    void aPanelIsMadeWhenItIsFirstShown();
    void aSavedLayoutMakesWhatItShows();
    void maximiseAndBack();
    void lockHoldsPanels();
    void focusCyclesInReadingOrder();
    void lostFloatingPanelComesBack();
    void gripMovesTheSeparator();
    void bookKeepsLayouts();
    void damagedBookIsEmpty();
};
