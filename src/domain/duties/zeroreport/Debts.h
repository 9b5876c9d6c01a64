// Who has not reported: what the duty officer looks for. Computed whenever it is read; nothing is stored that could get stuck.
#pragma once

#include "domain/city/City.h"
#include "domain/duties/zeroreport/DaySheet.h"
#include "domain/duties/zeroreport/SensitivePeriod.h"

#include <span>
#include <vector>

namespace zs::domain {

enum class ReportState : std::uint8_t {
    NotAsked, ///< not part of the period, or the day hasn't begun
    Waiting,  ///< asked, and there is time yet
    Missing,  ///< 缺报: the time is over
    Zero,     ///< 零报告: nothing found
    Found     ///< so many found
};

/// One grid on one day.
struct GridDay {
    ReportState state = ReportState::NotAsked;
    std::uint16_t count = 0;
    Timeliness timeliness = Timeliness::InTime;
    bool isCorrected = false;
};

/// One town on one day. asked = zero + found + missing + waiting.
struct TownDay {
    int asked = 0, zero = 0, found = 0, missing = 0, waiting = 0;
    int late = 0;     ///< of those reported
    int findings = 0; ///< sum of what was found

    int reported() const { return zero + found; }
    void add(const GridDay& day);
    void add(const TownDay& other);
};

std::uint64_t sheetOf(const SensitivePeriod& period, DayNumber day, TownId town);

GridDay gridDay(const SensitivePeriod& period, const DaySheet* sheet, const Grid& grid, DayNumber day, TimePoint now,
                std::chrono::minutes utcOffset);
/// `grids` are those of the town.
TownDay townDay(const SensitivePeriod& period, const DaySheet* sheet, std::span<const Grid* const> grids, DayNumber day,
                TimePoint now, std::chrono::minutes utcOffset);
/// The grids of the town that owe a report of that day: missing, and before the time is over those still waited for.
std::vector<GridId> debtors(const SensitivePeriod& period, const DaySheet* sheet, std::span<const Grid* const> grids,
                            DayNumber day, TimePoint now, std::chrono::minutes utcOffset);

} // namespace zs::domain
