#pragma once

#include "tests/testkit/TestCase.h"

class CalendarDraftTest : public zs::testkit::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void aDayIsChangedAndTakenBack();
    void aWorkedDayKnowsWhetherItIsAWeekend();
    void aRefusedEditChangesNothing();
    void hoursAreLines();
    void aYearIsCompleted();
    void versionsCount();
};
