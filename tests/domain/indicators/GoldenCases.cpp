#include "tests/domain/indicators/GoldenCases.h"

namespace zs::domain::indicators::test {

City twoTowns()
{
    City city;
    for (std::uint16_t t = 1; t <= 2; ++t)
        city.towns.push_back({TownId(t), "44190000" + std::to_string(t), {"镇", "Town"}, {}, {}});
    for (std::uint32_t g = 1; g <= 5; ++g)
        city.grids.push_back({GridId(g), "g" + std::to_string(g), {"格", "Grid"}, TownId(g == 1 || g == 3 ? 1 : 2), {}, {}, {}});
    return city;
}

Golden goldenCases()
{
    Golden golden;
    const auto add = [&](CaseKind kind, Phase phase, std::uint32_t grid, double receivedAt) -> Case& {
        Case& c = golden.cases.emplace_back();
        c.id = CaseId(golden.cases.size());
        c.kind = kind;
        c.phase = phase;
        c.grid = GridId(grid);
        c.receivedAt = c.clockAt = c.phaseAt = hour(receivedAt);
        c.reporter.phone = "138****5678"; // can be asked
        return c;
    };
    const auto routed = [](Case& c, std::uint16_t agency, double classified, double responded, int routings) {
        c.lead = AgencyId(agency);
        c.matter = MatterId(agency);
        c.classifiedAt = hour(classified);
        c.respondedAt = hour(responded);
        c.routings = static_cast<std::uint16_t>(routings);
    };
    const auto finished = [](Case& c, double at, Outcome outcome) {
        c.finishedAt = c.phaseAt = hour(at);
        c.outcome = outcome;
    };
    const auto rated = [](Case& c, double at, Satisfaction rating) {
        c.ratedAt = hour(at);
        c.rating = rating;
    };
    const auto due = [&](const Case& c, double at) { golden.deadlines.byCase[c.id].due = golden.deadlines.byCase[c.id].asSet = hour(at); };
    golden.cases.reserve(32);

    { // 1: a dispute settled, in time, rated and followed up
        Case& c = add(CaseKind::Dispute, Phase::FollowedUp, 1, 1);
        routed(c, 2, 1.5, 2, 1);
        finished(c, 8, Outcome::Settled);
        rated(c, 9, Satisfaction::Satisfied);
        c.followUp = FollowUpResult::Satisfied;
        c.followedUpAt = hour(12);
        due(c, 10);
        golden.deadlines.byCase[c.id].followUp = hour(20);
    }
    { // 2: returned once, in time only because it was extended, no agreement, dissatisfied, unreachable
        Case& c = add(CaseKind::Dispute, Phase::FollowedUp, 2, 2);
        routed(c, 3, 3, 5, 2);
        c.returns = 1;
        c.extensions = {{3, LimitUnit::Minutes}};
        finished(c, 11, Outcome::Resolved);
        rated(c, 13, Satisfaction::Dissatisfied);
        c.followUp = FollowUpResult::Unreachable;
        c.followedUpAt = hour(15);
        golden.deadlines.byCase[c.id] = {hour(12), hour(9), hour(21)};
    }
    { // 3: a hazard, reworked, closed late, needs no follow-up
        Case& c = add(CaseKind::Hazard, Phase::Rated, 3, 3);
        routed(c, 2, 4, 4, 1);
        c.reworks = 1;
        finished(c, 16, Outcome::Resolved);
        rated(c, 18, Satisfaction::Basically);
        due(c, 14);
    }
    { // 4: a hazard still open, late since 20:00
        Case& c = add(CaseKind::Hazard, Phase::Accepted, 4, 5);
        routed(c, 2, 6, 7, 1);
        due(c, 20);
    }
    { // 5: sent straight to a person, who found nothing
        Case& c = add(CaseKind::Hazard, Phase::Finished, 1, 6);
        routed(c, 0, 6.5, 8, 0);
        finished(c, 9, Outcome::NotFound);
        due(c, 30);
    }
    { // 6: declined after it had been registered
        Case& c = add(CaseKind::Request, Phase::Declined, 1, 7);
        c.classifiedAt = hour(8);
        c.phaseAt = hour(9);
        due(c, 15);
    }
    { // 7: a duplicate, sent to a person before anyone saw that
        Case& c = add(CaseKind::Dispute, Phase::Merged, 2, 8);
        routed(c, 0, 8.2, 8.5, 0);
        c.beforeMerge = Phase::Dispatched;
        c.mergedInto = CaseId(1);
        c.mergedAt = hour(10);
        due(c, 15);
    }
    { // 8: suspended since before the day
        Case& c = add(CaseKind::Request, Phase::Accepted, 2, -20);
        routed(c, 3, -19.5, -19, 1);
        c.pauses = {{hour(-5), {}}}; // its limit stands still
    }
    { // 9: sent to a person at 1:00, reopened at 10:00, not answered since
        Case& c = add(CaseKind::Dispute, Phase::Classified, 1, -100);
        routed(c, 0, -99.5, 1, 0);
        c.clockAt = hour(10);
        c.reopens = 1;
        c.finishedAt = hour(9);
        due(c, 40);
    }
    { // 10: reopened at 2:00, routed once more, settled
        Case& c = add(CaseKind::Dispute, Phase::Archived, 3, -90);
        routed(c, 2, -89, 3.5, 2);
        c.clockAt = hour(2);
        c.reopens = 1;
        finished(c, 17, Outcome::Settled);
        due(c, 18);
    }
    { // 11: four agencies whistled for, five steps of supervision
        Case& c = add(CaseKind::Request, Phase::Accepted, 4, -10);
        routed(c, 2, -9.5, -9, 1);
        due(c, 23);
        const auto call = [&](std::uint16_t agency, double at, std::uint32_t minutes, double reported, double stoodDown) {
            WhistleCall& w = c.whistles.emplace_back();
            w.agency = AgencyId(agency);
            w.at = hour(at);
            w.within = {minutes, LimitUnit::Minutes};
            if (reported > 0) w.reportedAt = hour(reported);
            if (stoodDown > 0) w.stoodDownAt = hour(stoodDown);
        };
        call(3, 1, 60, 1.5, 0);  // due 2:00, in time
        call(4, 1, 60, 3, 0);    // due 2:00, late
        call(5, 1, 120, 0, 2);   // stood down before 3:00
        call(6, 22, 180, 0, 0);  // due after the day
        const auto step = [&](SupervisionRung rung, double at, std::uint32_t minutes, double answered) {
            SupervisionStep& s = c.supervision.emplace_back();
            s.rung = rung;
            s.agency = AgencyId(4);
            s.at = hour(at);
            s.within = {minutes, LimitUnit::Minutes};
            if (answered > 0) s.answeredAt = hour(answered);
        };
        step(SupervisionRung::Reminder, 4, 120, 5); // due 6:00, in time
        step(SupervisionRung::Urge, 7, 60, 9);      // due 8:00, late
        step(SupervisionRung::Supervise, 10, 0, 0); // sets no limit
        step(SupervisionRung::Supervise, 11, 0, 0);
        step(SupervisionRung::Listed, 12, 1440, 0); // due after the day
    }
    add(CaseKind::Request, Phase::Received, 1, 24); // 12: at the very end: tomorrow's
    add(CaseKind::Request, Phase::Received, 2, 0);  // 13: at the very beginning, no limit
    { // 14: yesterday's
        Case& c = add(CaseKind::Request, Phase::Rated, 1, -23);
        routed(c, 2, -22.5, -22, 1);
        finished(c, -3, Outcome::Resolved);
        rated(c, -1, Satisfaction::Satisfied);
        due(c, -2);
    }
    { // 15: a year ago, late
        Case& c = add(CaseKind::Dispute, Phase::Archived, 1, -365 * 24 + 1);
        routed(c, 2, -365 * 24 + 2, -365 * 24 + 3, 1);
        finished(c, -365 * 24 + 9, Outcome::Settled);
        due(c, -365 * 24 + 8);
    }
    { // 16: re-routed, closed in the very second of its limit, handed over
        Case& c = add(CaseKind::Dispute, Phase::Finished, 2, 9);
        routed(c, 3, 9, 9, 2);
        finished(c, 19, Outcome::Referred);
        due(c, 19);
    }
    const auto zero = [&](std::uint32_t grid, std::uint16_t town, double dueAt, double reported) {
        golden.zeroReports.push_back({GridId(grid), TownId(town), hour(dueAt), reported > 0 ? hour(reported) : TimePoint{}});
    };
    zero(1, 1, 18, 17); // given
    zero(2, 2, 18, 0);  // missing
    zero(3, 1, 18, 19); // late, but given
    zero(4, 2, 30, 0);  // not due yet
    zero(5, 2, 18, 25); // given only the day after
    return golden;
}

} // namespace zs::domain::indicators::test
