// The demo city's daily duties, played against the domain's own rules.
#include "domain/duties/zeroreport/Debts.h"
#include "sim/field/Rounds.h"
#include "tests/domain/duties/DutyStory.h"
#include "tests/sim/SmallCity.h"
#include "tests/testkit/TestCase.h"

#include <set>

using namespace zs;
using namespace zs::domain;
using namespace std::chrono_literals;

class RoundsTest : public testkit::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void aDayHasAllFourDuties()
    {
        const auto city = sim::smallCity();
        sim::Rounds rounds(city, 7, 3);
        test::FixedDuties duties; // cases 1…9 exist
        std::map<SubjectKind, std::uint64_t> numbers;
        std::set<std::string_view> done;
        Seq seq = 0;
        int refused = 0;
        for (std::uint64_t id = 1; id <= 12; ++id)
            rounds.sawCase(CaseId(1 + id % 9));
        const TimePoint morning = startOf(storyDay(), city->utcOffset) + 9h;
        for (TimePoint now = morning; now < morning + 3h; now += 1s) {
            for (sim::DueDuty& due : rounds.due(now)) {
                const Actor actor{.name = "x", .role = due.as};
                const auto decided = decide(duties.of(due.subject), due.command, {now, actor, *city, duties});
                if (!decided) {
                    ++refused; // e.g. a check-in just after the visit was closed
                    continue;
                }
                Subject subject = due.subject;
                if (subject.number == 0)
                    subject.number = ++numbers[subject.kind];
                DutyState& state = duties.all.try_emplace(subject, blankDuty(subject)).first->second;
                const RecordedDutyEvent event{++seq, subject, versionOf(state) + 1, now, actor.name, *decided};
                QVERIFY(evolve(state, event));
                rounds.happened(event);
                done.insert(nameOf(due.command));
            }
        }
        for (const std::string_view name : {"open_period", "report_day", "plan_night", "begin_night", "check_in", "record_place", "close_night",
                                            "call_consultation", "hold_consultation", "decide_task", "finish_task", "launch_campaign", "check_grid"})
            QVERIFY2(done.contains(name), std::string(name).c_str());
        QVERIFY2(refused < 10, std::to_string(refused).c_str());
        const auto* period = duties.find<SensitivePeriod>(1);
        TownDay all;
        for (const Town& town : city->towns) {
            std::vector<const Grid*> grids;
            for (const Grid& grid : city->grids)
                if (grid.town == town.id)
                    grids.push_back(&grid);
            all.add(townDay(*period, duties.find<DaySheet>(sheetOf(*period, period->first, town.id)), grids, period->first, morning + 3h, city->utcOffset));
        }
        QCOMPARE(all.asked, static_cast<int>(city->grids.size()));
        QVERIFY(all.zero > 0);
        QCOMPARE(all.waiting, 0);
        QCOMPARE(numbers[SubjectKind::SensitivePeriod], std::uint64_t{1}); // opened once
    }

private:
    static DayNumber storyDay() { return test::storyDay; }
};

QTEST_APPLESS_MAIN(RoundsTest)
#include "TestRounds.moc"
