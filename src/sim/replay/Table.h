// A recorded table becomes cases of this city, ordered by time. What can't be played is told with line and
// reason.
#pragma once

#include "domain/city/City.h"
#include "geo/GridIndex.h"
#include "sim/live/CaseSource.h"
#include "sim/replay/Mapping.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace zs::sim {

struct RecordedCase {
    std::size_t line = 0;
    TimePoint time{}; ///< as the table says, taken as UTC
    Arrival arrival;
};

struct BadRow {
    std::size_t line = 0;
    std::string reason;
};

struct Table {
    std::vector<RecordedCase> cases; ///< by time, then line
    std::vector<BadRow> bad;
    std::size_t rows = 0; ///< without the head: cases + bad
};

/// Errors: "replay.columns" (the head lacks a mapped column), "mapping.matter", "mapping.agency",
/// "mapping.channel" (a word that this city doesn't know).
Result<Table> readTable(std::string_view csv, const Mapping& mapping, const domain::City& city);

/// "2018-04-12T11:11:26", "2018-04-12 11:11:26+00:00", "04/12/2018 11:11:26 AM", with or without seconds or
/// fractions.
std::optional<TimePoint> parseTime(std::string_view text);

/// line,reason rows as CSV.
std::string reportOf(const Table& table);

/// Plays a table `speed` times as fast as it was recorded, from its first case on.
class TableSource final : public CaseSource {
public:
    TableSource(std::shared_ptr<const Table> table, double speed, std::int64_t count)
        : m_table(std::move(table)), m_speed(speed), m_left(count) {}
    std::optional<Arrival> next(TimePoint now) override;
    bool isOver() const override { return m_left == 0 || m_at >= m_table->cases.size(); }

private:
    std::shared_ptr<const Table> m_table;
    double m_speed;
    std::int64_t m_left;
    std::size_t m_at = 0;
    std::optional<TimePoint> m_start;
};

} // namespace zs::sim
