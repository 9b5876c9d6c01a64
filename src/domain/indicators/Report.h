// All indicators of a time and its two comparisons, over all cases in one pass; then by any dimension, and for each figure the
// very cases behind it. Built on one thread, afterwards immutable: any thread may read it.
#pragma once

#include "domain/indicators/Indicator.h"
#include "domain/indicators/Judge.h"
#include "domain/indicators/Measure.h"
#include "domain/indicators/Period.h"

#include <array>
#include <optional>
#include <span>
#include <vector>

namespace zs::domain::indicators {

enum class Dimension : std::uint8_t { City, Town, Agency, Kind, Matter, Channel, Grid };
inline constexpr std::size_t dimensionCount = 7;
/// "Has no such thing yet" in Agency (not routed), Matter (not classified), Town and Grid: shown as a row of its own.
inline constexpr std::uint32_t keyNone = 0;

/// `value` none = no data, which is not 0: nothing was due, nobody rated, or the time lies before the records begin.
struct Figure {
    std::optional<double> value; ///< a number, a share 0…1, or milliseconds: as the indicator's Unit says
    std::uint32_t numerator = 0;
    std::uint32_t denominator = 0; ///< of a plain count: the same

    bool operator==(const Figure&) const = default;
};

/// How a figure differs from what it is compared with. None where either has no data.
struct Change {
    std::optional<double> value; ///< of shares: the difference, in points of 0…1; else relative to the former: +0.25 = a quarter more
    enum class Verdict : std::uint8_t { Same, Better, Worse, Neutral } verdict = Verdict::Neutral;
};
Change changeOf(IndicatorId id, const Figure& now, const Figure& before);

/// Whether the records reach back to a window's beginning.
enum class Coverage : std::uint8_t { Full, Partial, None };

struct DimensionRow {
    std::uint32_t key = 0; ///< id or enum value, by Dimension; CaseKind and Channel are counted from 1
    std::array<std::array<Figure, indicatorCount>, windowCount> figures;

    const Figure& of(IndicatorId id, Window window = Window::Current) const
    {
        return figures[static_cast<std::size_t>(window)][static_cast<std::size_t>(id)];
    }
};

/// Numerator and denominator as lists, in the order the cases were added, each case once.
/// For ZeroReportsMissing the lists are empty and `grids` holds who owes a report.
struct Members {
    std::vector<CaseId> numerator, denominator;
    std::vector<GridId> grids;
};

class Report {
public:
    const Windows& windows() const { return m_windows; }
    Coverage coverage(Window window) const { return m_coverage[static_cast<std::size_t>(window)]; }
    std::size_t caseCount() const { return m_keys.size(); }

    DimensionRow city() const;
    /// A row for every key that has an entry in any window, by ascending key.
    std::vector<DimensionRow> table(Dimension dimension) const;
    /// `key` is not looked at for Dimension::City.
    Members members(IndicatorId id, Window window, Dimension dimension = Dimension::City, std::uint32_t key = 0) const;

private:
    friend class ReportBuilder;
    struct RowKeys {
        CaseId id;
        GridId grid;
        TownId town;
        MatterId matter;
        CaseKind kind = CaseKind::Request;
        Channel channel = Channel::OtherPlatform;
    };
    struct GridKeys {
        GridId grid;
        TownId town;
    };
    std::uint32_t keyOf(const Entry& entry, Dimension dimension) const;

    Windows m_windows{};
    std::array<Coverage, windowCount> m_coverage{};
    bool m_hasDuties = false;
    std::array<std::uint32_t, dimensionCount> m_most{}; ///< the largest key of each dimension
    std::vector<RowKeys> m_keys;       ///< by row
    std::vector<GridKeys> m_zeroKeys;  ///< by row of the zero reports
    std::vector<Entry> m_entries;
};

class ReportBuilder {
public:
    explicit ReportBuilder(const Windows& windows);

    /// `cases` in any number of pieces.
    void add(std::span<const CaseMeasure> cases);
    /// Not called: the zero reports are "no data".
    void addZeroReports(std::span<const ZeroReportMeasure> reports);
    /// Since when everything is recorded. Not called: since the first case was received.
    void setKnownFrom(TimePoint at) { m_knownFrom = at; }
    /// Call once.
    Report finish();

private:
    Report m_report;
    std::optional<TimePoint> m_knownFrom;
    std::optional<TimePoint> m_first;
};

/// The whole of it over cases as they stand.
Report report(std::span<const Case> cases, const Windows& windows, const City& city, const Deadlines& deadlines,
              std::span<const ZeroReportMeasure> zeroReports = {});

} // namespace zs::domain::indicators
