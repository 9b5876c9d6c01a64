// Last week's figures stay what they were: five cases that went on this week, judged for both weeks. Computed by hand.
#include "domain/indicators/Judge.h"
#include "tests/domain/LocalTime.h"
#include "tests/testkit/TestCase.h"

#include <map>
#include <set>

using namespace zs;
using namespace zs::domain;
using namespace zs::domain::indicators;
using domain::test::local;

namespace {

using I = IndicatorId;

const Span lastWeek{local("2026-03-02"), local("2026-03-09")}, thisWeek{local("2026-03-09"), local("2026-03-16")};

/// A dispute received and classified on Monday 2 March at 9:00 and routed at 10:00.
CaseMeasure routed()
{
    CaseMeasure m;
    m.kind = CaseKind::Dispute;
    m.standing = Standing::Open;
    m.lead = AgencyId(2);
    m.routings = 1;
    m.receivedAt = m.startedAt = m.classifiedAt = local("2026-03-02 09:00");
    m.respondedAt = local("2026-03-02 10:00");
    return m;
}
CaseMeasure finished(const char* at, Outcome outcome)
{
    CaseMeasure m = routed();
    m.standing = Standing::Concluded;
    m.endedAt = local(at);
    m.outcome = outcome;
    return m;
}
Turn turn(TurnKind kind, const char* at)
{
    Turn t;
    t.kind = kind;
    t.at = local(at);
    return t;
}
/// What was taken back: finished on 4 March, settled, rated satisfied an hour later.
Turn takenBack(TurnKind kind, const char* at)
{
    Turn t = turn(kind, at);
    t.from = Phase::Rated;
    t.outcome = Outcome::Settled;
    t.rating = Satisfaction::Satisfied;
    t.endedAt = local("2026-03-04 15:00");
    t.ratedAt = local("2026-03-04 16:00");
    t.startedAt = t.classifiedAt = local("2026-03-02 09:00");
    t.respondedAt = local("2026-03-02 10:00");
    return t;
}

/// The indicators whose cohort the case is in; true: it counts. First response and its value are left out.
std::map<I, bool> figures(const CaseMeasure& state, Span span)
{
    std::vector<Entry> entries;
    judge(state, 0, Window::Current, span, entries);
    std::map<I, bool> all;
    for (const Entry& e : entries)
        if (e.indicator != I::FirstResponse && e.indicator != I::Received)
            all[e.indicator] = e.counts == Counts::Yes;
    return all;
}
using Table = std::map<I, bool>;

} // namespace

class AsOfTest : public testkit::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void aReturnOfThisWeek()
    {
        CaseMeasure m = routed();
        m.returns = 1;
        m.routings = 2;
        m.turns = {turn(TurnKind::Returned, "2026-03-10 09:00"), turn(TurnKind::Rerouted, "2026-03-10 11:00")};
        QCOMPARE(figures(m, lastWeek), (Table{{I::FiledRight, true}, {I::RoutedRight, true}}));
        QCOMPARE(figures(m, thisWeek), Table());
        // Returned last week already: it counts against that week.
        m.turns[0].at = local("2026-03-05 09:00");
        QCOMPARE(figures(m, lastWeek), (Table{{I::FiledRight, true}, {I::RoutedRight, false}}));
        // Without times (an old journal) it was always so.
        m.turns.clear();
        QCOMPARE(figures(m, lastWeek), (Table{{I::FiledRight, true}, {I::RoutedRight, false}}));
    }

    void aReworkOfThisWeek()
    {
        CaseMeasure m = finished("2026-03-11 12:00", Outcome::NotFound);
        m.due = m.dueAsSet = local("2026-03-05 09:00");
        m.reworks = 1;
        m.turns = {takenBack(TurnKind::Reworked, "2026-03-10 09:00")};
        QCOMPARE(figures(m, lastWeek), (Table{{I::FiledRight, true}, {I::RoutedRight, true}, {I::Closed, true}, {I::ClosedInTime, true},
                                              {I::ClosedAsSet, true}, {I::RoutedNoRework, true}, {I::Dissolved, true}, {I::Reworked, false},
                                              {I::Satisfied, true}}));
        // Nothing was found after all: no dispute that could have been dissolved, but a rework.
        QCOMPARE(figures(m, thisWeek), (Table{{I::Reworked, true}}));
    }

    void aReopeningOfThisWeek()
    {
        CaseMeasure m = routed();
        m.reopens = 1;
        m.startedAt = m.classifiedAt = local("2026-03-10 09:00");
        m.respondedAt = {};
        m.due = m.dueAsSet = local("2026-03-13 09:00");
        m.turns = {takenBack(TurnKind::Reopened, "2026-03-10 09:00")};
        // Settled and rated then; what was due in that round is known no more.
        QCOMPARE(figures(m, lastWeek), (Table{{I::FiledRight, true}, {I::RoutedRight, true}, {I::Dissolved, true}, {I::Reworked, false}, {I::Satisfied, true}}));
        QCOMPARE(figures(m, thisWeek), (Table{{I::FiledRight, true}, {I::Overdue, true}, {I::Closed, false}, {I::ClosedInTime, false},
                                              {I::ClosedAsSet, false}, {I::RoutedNoRework, true}}));
    }

    void whatWasDeclinedOrMergedThisWeekStoodLastWeek()
    {
        for (const Standing standing : {Standing::Declined, Standing::Merged}) {
            CaseMeasure m = routed();
            m.standing = standing;
            m.endedAt = local("2026-03-10 09:00");
            m.due = m.dueAsSet = local("2026-03-06 09:00");
            QCOMPARE(figures(m, lastWeek), (Table{{I::FiledRight, true}, {I::RoutedRight, true}, {I::Overdue, true}, {I::Closed, false},
                                                  {I::ClosedInTime, false}, {I::ClosedAsSet, false}, {I::RoutedNoRework, true}}));
            QCOMPARE(figures(m, thisWeek), Table());
        }
    }

    void whatEndedThisWeekWasOpenLastWeek()
    {
        CaseMeasure m = finished("2026-03-09 00:00", Outcome::NotFound); // the first instant of this week
        m.kind = CaseKind::Hazard;
        m.due = m.dueAsSet = local("2026-03-12 09:00");
        QCOMPARE(figures(m, lastWeek), (Table{{I::FiledRight, true}, {I::Handled, false}, {I::RoutedRight, true}}));
        QCOMPARE(figures(m, thisWeek), (Table{{I::Closed, true}, {I::ClosedInTime, true}, {I::ClosedAsSet, true}, {I::RoutedNoRework, true}, {I::Reworked, false}}));
    }
};

QTEST_APPLESS_MAIN(AsOfTest)
#include "tst_as_of.moc"
