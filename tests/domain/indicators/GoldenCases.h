// Sixteen cases made by hand, with limits written by hand, and what each indicator must say of them: see tst_indicators.cpp.
#pragma once

#include "domain/city/City.h"
#include "domain/indicators/Report.h"

#include <map>

namespace zs::domain::indicators::test {

/// Monday 23 November 2026, 00:00 UTC; hours are counted from here.
inline const TimePoint monday = fromUnixMillis(1'795'392'000'000);
inline TimePoint hour(double h) { return monday + Millis(static_cast<std::int64_t>(h * 3'600'000)); }

/// Two towns of two grids each: 1 and 3 in town 1, 2 and 4 in town 2; grid 5 in town 2.
City twoTowns();

/// Limits as the table says; whistles and supervision run in minutes of the clock.
class HandDeadlines final : public Deadlines {
public:
    struct Of {
        TimePoint due{}, asSet{}, followUp{};
    };
    TimePoint report(const Case& state) const override { return of(state).due; }
    TimePoint reportAsSet(const Case& state) const override { return of(state).asSet; }
    TimePoint followUp(const Case& state) const override { return of(state).followUp; }
    TimePoint reportIn(const Case&, const WhistleCall& call) const override { return after(call.at, call.within); }
    TimePoint answer(const Case&, const SupervisionStep& step) const override { return after(step.at, step.within); }

    std::map<CaseId, Of> byCase;

private:
    Of of(const Case& state) const
    {
        const auto it = byCase.find(state.id);
        return it == byCase.end() ? Of{} : it->second;
    }
    static TimePoint after(TimePoint at, LimitSpan span)
    {
        return span.isNone() ? TimePoint{} : at + std::chrono::minutes(span.amount);
    }
};

struct Golden {
    std::vector<Case> cases;
    HandDeadlines deadlines;
    std::vector<ZeroReportMeasure> zeroReports;
};
Golden goldenCases();

} // namespace zs::domain::indicators::test
