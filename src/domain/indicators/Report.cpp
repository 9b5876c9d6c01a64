#include "domain/indicators/Report.h"

#include <algorithm>
#include <cmath>

namespace zs::domain::indicators {

namespace {

constexpr std::size_t cellCount = windowCount * indicatorCount;

std::size_t cellOf(IndicatorId id, Window window)
{
    return static_cast<std::size_t>(window) * indicatorCount + static_cast<std::size_t>(id);
}

/// The middle one; of an even number the mean of the two in the middle.
double median(std::vector<std::int64_t>& values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    const double upper = static_cast<double>(*middle);
    if (values.size() % 2 == 1)
        return upper;
    return (upper + static_cast<double>(*std::max_element(values.begin(), middle))) / 2;
}

/// What one key has gathered.
struct Tally {
    struct Cell {
        std::uint32_t numerator = 0, denominator = 0;
    };
    std::array<Cell, cellCount> cells{};
    std::array<std::vector<std::int64_t>, windowCount> responses;
    bool isTouched = false;

    void take(const Entry& entry)
    {
        Cell& cell = cells[cellOf(entry.indicator, entry.window)];
        ++cell.denominator;
        cell.numerator += entry.counts == Counts::Yes ? 1 : 0;
        if (entry.indicator == IndicatorId::FirstResponse)
            responses[static_cast<std::size_t>(entry.window)].push_back(entry.value);
        isTouched = true;
    }
};

enum class Known : std::uint8_t { No, Yes };

Figure figureOf(const Definition& d, Tally& tally, Window window, Known known)
{
    const Tally::Cell cell = tally.cells[cellOf(d.id, window)];
    Figure figure{std::nullopt, cell.numerator, cell.denominator};
    if (known == Known::No)
        return figure;
    switch (d.unit) {
    case Unit::Count:
        if (d.shape == Shape::PlainCount || cell.denominator > 0)
            figure.value = cell.numerator;
        break;
    case Unit::Share:
        if (cell.denominator > 0)
            figure.value = static_cast<double>(cell.numerator) / cell.denominator;
        break;
    case Unit::Duration:
        if (cell.denominator > 0)
            figure.value = median(tally.responses[static_cast<std::size_t>(window)]);
        break;
    }
    return figure;
}

} // namespace

Change changeOf(IndicatorId id, const Figure& now, const Figure& before)
{
    const Definition& d = definition(id);
    if (!now.value || !before.value)
        return {};
    const double difference = *now.value - *before.value;
    Change change;
    if (d.unit == Unit::Share)
        change.value = difference;
    else if (*before.value != 0)
        change.value = difference / *before.value;
    else if (difference == 0)
        change.value = 0;
    else
        return {}; // from nothing to something: no per cent says that
    if (difference == 0)
        change.verdict = Change::Verdict::Same;
    else if (d.direction == Direction::Neutral)
        change.verdict = Change::Verdict::Neutral;
    else
        change.verdict = (difference > 0) == (d.direction == Direction::HigherIsBetter) ? Change::Verdict::Better
                                                                                        : Change::Verdict::Worse;
    return change;
}

std::uint32_t Report::keyOf(const Entry& entry, Dimension dimension) const
{
    if (entry.indicator == IndicatorId::ZeroReportsMissing) {
        const GridKeys& keys = m_zeroKeys[entry.row];
        switch (dimension) {
        case Dimension::Town: return keys.town.value;
        case Dimension::Grid: return keys.grid.value;
        default: return keyNone;
        }
    }
    const RowKeys& keys = m_keys[entry.row];
    switch (dimension) {
    case Dimension::City: return keyNone;
    case Dimension::Town: return keys.town.value;
    case Dimension::Agency: return entry.agency.value;
    case Dimension::Kind: return static_cast<std::uint32_t>(keys.kind) + 1;
    case Dimension::Matter: return keys.matter.value;
    case Dimension::Channel: return static_cast<std::uint32_t>(keys.channel) + 1;
    case Dimension::Grid: return keys.grid.value;
    }
    return keyNone;
}

DimensionRow Report::city() const { return table(Dimension::City).front(); }

std::vector<DimensionRow> Report::table(Dimension dimension) const
{
    // Zero reports are a grid's: no agency, matter or channel has any, and there a number would be a lie.
    const bool hasZeroReports =
        m_hasDuties && (dimension == Dimension::City || dimension == Dimension::Town || dimension == Dimension::Grid);
    std::vector<Tally> tallies(std::size_t{m_most[static_cast<std::size_t>(dimension)]} + 1);
    for (const Entry& entry : m_entries) {
        if (entry.indicator == IndicatorId::ZeroReportsMissing && !hasZeroReports)
            continue;
        tallies[keyOf(entry, dimension)].take(entry);
    }
    std::vector<DimensionRow> rows;
    rows.reserve(static_cast<std::size_t>(std::ranges::count_if(tallies, &Tally::isTouched)) + 1);
    for (std::uint32_t key = 0; key < tallies.size(); ++key) {
        Tally& tally = tallies[key];
        if (!tally.isTouched && dimension != Dimension::City)
            continue;
        DimensionRow& row = rows.emplace_back();
        row.key = key;
        for (std::size_t w = 0; w < windowCount; ++w)
            for (const Definition& d : definitions()) {
                const auto window = static_cast<Window>(w);
                const bool known = d.id == IndicatorId::ZeroReportsMissing ? hasZeroReports
                                                                           : coverage(window) != Coverage::None;
                row.figures[w][static_cast<std::size_t>(d.id)] =
                    figureOf(d, tally, window, known ? Known::Yes : Known::No);
            }
    }
    return rows;
}

Members Report::members(IndicatorId id, Window window, Dimension dimension, std::uint32_t key) const
{
    Members members;
    const bool all = dimension == Dimension::City;
    std::uint32_t lastIn = 0, lastOf = 0; // a row's entries stand together: rows + 1, 0 = none
    for (const Entry& entry : m_entries) {
        if (entry.indicator != id || entry.window != window || (!all && keyOf(entry, dimension) != key))
            continue;
        if (id == IndicatorId::ZeroReportsMissing) {
            if (entry.counts == Counts::Yes)
                members.grids.push_back(m_zeroKeys[entry.row].grid);
            continue;
        }
        const CaseId caseId = m_keys[entry.row].id;
        if (lastOf != entry.row + 1)
            members.denominator.push_back(caseId);
        lastOf = entry.row + 1;
        if (entry.counts == Counts::No)
            continue;
        if (lastIn != entry.row + 1)
            members.numerator.push_back(caseId);
        lastIn = entry.row + 1;
    }
    return members;
}

ReportBuilder::ReportBuilder(const Windows& windows) { m_report.m_windows = windows; }

void ReportBuilder::add(std::span<const CaseMeasure> cases)
{
    std::vector<Entry>& entries = m_report.m_entries;
    // Some ten entries a case; growing by halves and copying each time would cost as much as judging.
    if (const std::size_t likely = entries.size() + cases.size() * 10; likely > entries.capacity())
        entries.reserve(std::max(likely, entries.capacity() * 2));
    for (const CaseMeasure& state : cases) {
        const auto row = static_cast<std::uint32_t>(m_report.m_keys.size());
        m_report.m_keys.push_back({state.id, state.grid, state.town, state.matter, state.kind, state.channel});
        if (state.standing == Standing::None)
            continue;
        if (!m_first || state.receivedAt < *m_first)
            m_first = state.receivedAt;
        for (std::size_t w = 0; w < windowCount; ++w)
            judge(state, row, static_cast<Window>(w), m_report.m_windows[w], m_report.m_entries);
    }
}

void ReportBuilder::addZeroReports(std::span<const ZeroReportMeasure> reports)
{
    m_report.m_hasDuties = true;
    for (const ZeroReportMeasure& report : reports) {
        const auto row = static_cast<std::uint32_t>(m_report.m_zeroKeys.size());
        m_report.m_zeroKeys.push_back({report.grid, report.town});
        for (std::size_t w = 0; w < windowCount; ++w)
            judge(report, row, static_cast<Window>(w), m_report.m_windows[w], m_report.m_entries);
    }
}

Report ReportBuilder::finish()
{
    const auto reach = [this](Dimension dimension, std::uint32_t key) {
        std::uint32_t& most = m_report.m_most[static_cast<std::size_t>(dimension)];
        most = std::max(most, key);
    };
    reach(Dimension::Kind, static_cast<std::uint32_t>(enumNames(CaseKind{}).size()));
    reach(Dimension::Channel, static_cast<std::uint32_t>(enumNames(Channel{}).size()));
    for (const Report::RowKeys& keys : m_report.m_keys) {
        reach(Dimension::Town, keys.town.value);
        reach(Dimension::Matter, keys.matter.value);
        reach(Dimension::Grid, keys.grid.value);
    }
    for (const Report::GridKeys& keys : m_report.m_zeroKeys) {
        reach(Dimension::Town, keys.town.value);
        reach(Dimension::Grid, keys.grid.value);
    }
    for (const Entry& entry : m_report.m_entries)
        reach(Dimension::Agency, entry.agency.value);
    const std::optional<TimePoint> from = m_knownFrom ? m_knownFrom : m_first;
    for (std::size_t w = 0; w < windowCount; ++w) {
        const Span span = m_report.m_windows[w];
        m_report.m_coverage[w] = !from || span.to <= *from ? Coverage::None
            : span.from < *from                            ? Coverage::Partial
                                                           : Coverage::Full;
    }
    return std::move(m_report);
}

Report report(std::span<const Case> cases, const Windows& windows, const City& city, const Deadlines& deadlines,
              std::span<const ZeroReportMeasure> zeroReports)
{
    ReportBuilder builder(windows);
    for (const Case& state : cases) {
        const CaseMeasure one = measure(state, city, deadlines);
        builder.add({&one, 1});
    }
    if (!zeroReports.empty())
        builder.addZeroReports(zeroReports);
    return builder.finish();
}

} // namespace zs::domain::indicators
