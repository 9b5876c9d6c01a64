#include "sim/replay/Table.h"

#include "base/Utf8.h"
#include "sim/replay/Csv.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace zs::sim {

namespace {

using namespace domain;

std::string lower(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return out;
}

std::optional<double> degrees(const std::string& text) {
    double v = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), v);
    if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(v))
        return std::nullopt;
    return v;
}

class Builder {
public:
    Builder(const Mapping& mapping, const City& city) : m_mapping(mapping), m_city(city) {
        std::vector<const GeoShape*> shapes;
        for (const Grid& g : city.grids)
            shapes.push_back(&g.shape);
        m_index = geo::GridIndex(shapes);
    }

    Result<void> prepare(const std::vector<std::string>& head) {
        const std::pair<const std::string*, std::size_t Builder::*> wanted[] = {
            {&m_mapping.columns.time, &Builder::m_time},
            {&m_mapping.columns.category, &Builder::m_category},
            {&m_mapping.columns.detail, &Builder::m_detail},
            {&m_mapping.columns.lat, &Builder::m_lat},
            {&m_mapping.columns.lon, &Builder::m_lon},
            {&m_mapping.columns.agency, &Builder::m_agency},
            {&m_mapping.columns.status, &Builder::m_status},
            {&m_mapping.columns.channel, &Builder::m_channel},
            {&m_mapping.columns.id, &Builder::m_id},
            {&m_mapping.columns.region, &Builder::m_region}};
        for (const auto& [name, member] : wanted) {
            if (name->empty())
                continue;
            const auto it = std::ranges::find(head, *name);
            if (it == head.end())
                return fail("replay.columns", "The table has no column \"" + *name + "\".");
            this->*member = static_cast<std::size_t>(it - head.begin());
        }
        m_width = head.size();
        return prepareWords();
    }

    /// Why the row can't be played, or nothing: then `out` is filled.
    std::optional<std::string> build(const CsvRow& row, RecordedCase& out) const {
        if (!row.problem.empty())
            return row.problem;
        if (row.fields.size() != m_width)
            return "has " + std::to_string(row.fields.size()) + " fields instead of " +
                   std::to_string(m_width);
        if (std::ranges::any_of(row.fields, [](const std::string& f) { return !isValidUtf8(f); }))
            return "isn't UTF-8";
        const auto field = [&row](std::size_t column) -> const std::string& {
            static const std::string none;
            return column == kNone ? none : row.fields[column];
        };
        const auto time = parseTime(field(m_time));
        if (!time)
            return "the time \"" + field(m_time) + "\" can't be read";
        const std::string& status = field(m_status);
        if (std::ranges::find(m_mapping.leftOut, status) != m_mapping.leftOut.end())
            return "left out: its status is \"" + status + '"';
        const Matter* matter = matterOf(field(m_category));
        if (!matter)
            return "the category \"" + field(m_category) + "\" isn't mapped, or is left out";
        const auto place = placeOf(field(m_region), field(m_lon), field(m_lat));
        if (!place)
            return Unfit(place.error().sentence);

        out.line = row.line;
        out.time = *time;
        MadeCase& made = out.arrival.made;
        made.what = matter->id;
        Receive& r = made.receive;
        r.kind = matter->kind;
        r.priority = matter->priority;
        r.place = place->first;
        r.grid = place->second;
        r.title = firstOf(matter->name.zh + " " + field(m_category), 80);
        std::string detail = field(m_category) + (field(m_detail).empty() ? "" : "; " + field(m_detail));
        if (!field(m_id).empty())
            detail += " (" + (field(m_region).empty() ? "" : field(m_region) + ' ') + field(m_id) + ')';
        r.detail = firstOf(detail, 4000);
        const auto channel = m_channels.find(field(m_channel));
        r.channel = channel != m_channels.end() ? channel->second : Channel::OtherPlatform;
        const bool worked = std::ranges::find(m_mapping.closed, status) != m_mapping.closed.end();
        out.arrival.next.onward = m_mapping.closed.empty() ? Onward::Habit
                                  : worked                 ? Onward::Route
                                                           : Onward::Leave;
        if (const auto agency = m_agencies.find(field(m_agency)); agency != m_agencies.end()) {
            const Agency* lead = m_city.agency(agency->second);
            if (std::ranges::find(lead->takes, matter->kind) != lead->takes.end() &&
                lead->mediation == MediationRule::None)
                out.arrival.next.lead = lead->id;
        }
        return std::nullopt;
    }

private:
    static constexpr std::size_t kNone = SIZE_MAX;
    using Unfit = std::optional<std::string>;

    static std::string firstOf(std::string text, std::size_t codePoints) {
        for (char& c : text) { // a line break inside of a field is fine in a table, not in a title
            if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f)
                c = ' ';
        }
        return std::string(firstCodePoints(text, codePoints));
    }

    Result<void> prepareWords() {
        const auto matterNamed = [this](const std::string& code) -> const Matter* {
            const auto it = std::ranges::find(m_city.matters, code, &Matter::code);
            return it == m_city.matters.end() ? nullptr : &*it;
        };
        for (const auto& [text, code] : m_mapping.categories) {
            const Matter* matter = matterNamed(code);
            if (!matter && !code.empty())
                return fail("mapping.matter",
                            "The mapping names a matter \"" + code + "\" that the city doesn't have.");
            m_categories.emplace_back(text, matter);
        }
        if (!m_mapping.otherMatter.empty() && !(m_other = matterNamed(m_mapping.otherMatter)))
            return fail("mapping.matter", "The mapping names a matter \"" + m_mapping.otherMatter +
                                              "\" that the city doesn't have.");
        for (const auto& [word, code] : m_mapping.agencies) {
            const Agency* agency = m_city.agencyByCode(code);
            if (!agency)
                return fail("mapping.agency",
                            "The mapping names an agency \"" + code + "\" that the city doesn't have.");
            m_agencies.emplace(word, agency->id);
        }
        constexpr auto names = enumNames(Channel{});
        for (const auto& [word, code] : m_mapping.channels) {
            const auto it = std::ranges::find(names, code);
            if (it == names.end())
                return fail("mapping.channel",
                            "The mapping names a channel \"" + code + "\" that doesn't exist.");
            m_channels.emplace(word, static_cast<Channel>(it - names.begin()));
        }
        return {};
    }

    const Matter* matterOf(const std::string& category) const {
        const std::string text = lower(category);
        for (const auto& [part, matter] : m_categories) {
            if (text.find(part) != std::string::npos)
                return matter;
        }
        return m_other;
    }

    /// The region's box is laid over the city's bounds; what then falls outside of every grid is drawn
    /// towards the middle, so that clusters stay clusters.
    Result<std::pair<GeoPoint, GridId>> placeOf(const std::string& region, const std::string& lonText,
                                                const std::string& latText) const {
        const auto box = m_mapping.regions.find(m_region == kNone ? std::string() : region);
        if (box == m_mapping.regions.end())
            return fail("row", "the region \"" + region + "\" isn't mapped");
        const auto lon = degrees(lonText), lat = degrees(latText);
        if (!lon || !lat)
            return fail("row", "has no place");
        if (!box->second.contains({*lon, *lat}))
            return fail("row", "the place " + lonText + ", " + latText + " lies outside of its region");
        const GeoBounds &from = box->second, &to = m_city.bounds;
        const GeoPoint at{to.west + (*lon - from.west) / (from.east - from.west) * (to.east - to.west),
                          to.south + (*lat - from.south) / (from.north - from.south) * (to.north - to.south)};
        const GeoPoint middle = m_city.grids[m_city.grids.size() / 2].label;
        for (double k = 1; k >= 0; k -= 0.04) {
            const GeoPoint p{middle.lon + (at.lon - middle.lon) * k, middle.lat + (at.lat - middle.lat) * k};
            if (const auto grid = m_index.find(p))
                return std::pair(p, m_city.grids[*grid].id);
        }
        return std::pair(middle, m_city.grids[m_city.grids.size() / 2].id);
    }

    const Mapping& m_mapping;
    const City& m_city;
    geo::GridIndex m_index;
    std::size_t m_time = kNone, m_category = kNone, m_detail = kNone, m_lat = kNone, m_lon = kNone,
                m_agency = kNone, m_status = kNone, m_channel = kNone, m_id = kNone, m_region = kNone,
                m_width = 0;
    std::vector<std::pair<std::string, const Matter*>> m_categories;
    const Matter* m_other = nullptr;
    std::map<std::string, AgencyId> m_agencies;
    std::map<std::string, Channel> m_channels;
};

} // namespace

Result<Table> readTable(std::string_view csv, const Mapping& mapping, const City& city) {
    CsvReader reader(csv, mapping.separator);
    Builder builder(mapping, city);
    const auto head = reader.next();
    if (!head || !head->problem.empty())
        return fail("replay.columns", "The table has no head line with the names of its columns.");
    if (auto prepared = builder.prepare(head->fields); !prepared)
        return Unexpected(prepared.error());
    Table table;
    while (const auto row = reader.next()) {
        ++table.rows;
        RecordedCase recorded;
        if (auto reason = builder.build(*row, recorded))
            table.bad.push_back({row->line, std::move(*reason)});
        else
            table.cases.push_back(std::move(recorded));
    }
    std::ranges::stable_sort(table.cases, {}, &RecordedCase::time);
    return table;
}

std::string reportOf(const Table& table) {
    std::string out = "line,reason\r\n";
    for (const BadRow& row : table.bad) {
        out += std::to_string(row.line) + ",\"";
        for (const char c : row.reason) {
            if (c == '"')
                out += '"';
            out += c;
        }
        out += "\"\r\n";
    }
    return out;
}

std::optional<Arrival> TableSource::next(TimePoint now) {
    if (isOver())
        return std::nullopt;
    if (!m_start)
        m_start = now;
    const RecordedCase& c = m_table->cases[m_at];
    const auto since =
        std::chrono::duration<double, std::milli>(c.time - m_table->cases.front().time) / m_speed;
    if (*m_start + std::chrono::duration_cast<Millis>(since) > now)
        return std::nullopt;
    ++m_at;
    if (m_left > 0)
        --m_left;
    return c.arrival;
}

} // namespace zs::sim
