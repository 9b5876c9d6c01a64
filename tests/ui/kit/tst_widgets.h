#pragma once

#include "tests/testkit/TestCase.h"

class WidgetsTest final : public zs::testkit::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void frameShowsEachState();
    void quickAnswerNeverShowsLoading();
    void slowAnswerShowsLoading();
    void stateButtonsReachThePanel();
    void titleSaysFreshnessAndLanguage();
    void titleToolsFollowThePanel();
    void segmentsKeepChoiceAndFocus();
    void searchFieldClearsThenDismisses();
    void phaseRailIsAListForEveryone();
    void rowsPaintSymbolTextAndLimit();
    void hintStaysInsideItsParent();
};
