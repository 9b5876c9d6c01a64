#include "protocol/citypack/CityPack.h"
#include "protocol/citypack/JsonRead.h"
#include "protocol/citypack/Words.h"

#include <unordered_map>

namespace zs::protocol {

namespace {

using namespace domain;
using Empty = JsonEntry::Empty;

constexpr std::size_t kMaxTowns = 1000, kMaxCommunities = 20'000, kMaxGrids = 50'000, kMaxAgencies = 500,
                      kMaxMatters = 5'000, kMaxPeople = 200'000, kMaxPoints = 5'000'000;
constexpr std::int64_t kMaxLimitDays = 400;

using AgencyCodes = std::unordered_map<std::string_view, AgencyId>;

/// Calls `each(entry, index)` for every element and makes sure that ids run 1…n.
template <class Each>
void readArray(JsonFile& file, simdjson::dom::element list, std::size_t max, Each each) {
    simdjson::dom::array items;
    if (!file.good())
        return;
    if (list.get_array().get(items) != simdjson::SUCCESS)
        return file.wrong(0, "[]", "is expected here, an array");
    if (items.size() > max)
        return file.wrong(0, "[]", "has more than " + std::to_string(max) + " entries");
    std::size_t number = 0;
    for (const simdjson::dom::element item : items) {
        JsonEntry entry(file, ++number, item);
        each(entry, number);
        if (!file.good())
            return;
    }
}

void checkId(JsonEntry& entry) {
    if (entry.number("id", 1, 1'000'000'000) != static_cast<std::int64_t>(entry.entry()))
        entry.wrong("id", "isn't the number of the entry");
}

template <class Each>
void readFeatures(JsonFile& file, std::size_t max, Each each) {
    simdjson::dom::element list;
    if (!file.good())
        return;
    if (file.root()["features"].get(list) != simdjson::SUCCESS)
        return file.wrong(0, "features", "is missing");
    std::size_t budget = kMaxPoints;
    readArray(file, list, max, [&](JsonEntry& feature, std::size_t) {
        JsonEntry properties = feature.object("properties");
        checkId(properties);
        each(properties, feature.geometry("geometry", budget));
    });
}

template <class Id, class Items>
Id reference(JsonEntry& entry, const char* key, const Items& items) {
    return Id(static_cast<typename Id::rep>(entry.number(key, 1, static_cast<std::int64_t>(items.size()))));
}

AgencyId agencyNamed(JsonEntry& entry, const char* key, std::string_view code, const AgencyCodes& codes) {
    const auto it = codes.find(code);
    if (it != codes.end())
        return it->second;
    entry.wrong(key, "names an agency that agencies.json doesn't have");
    return {};
}

/// Of centres, lowest first; a city may skip one, but not its own.
void readLevels(JsonEntry& head, std::vector<Level>& levels) {
    const simdjson::dom::array listed = head.array("levels", 3);
    levels.clear();
    for (const simdjson::dom::element item : listed) {
        std::string_view word;
        const auto level = item.get_string().get(word) == simdjson::SUCCESS
                               ? words::fromWord<Level>(word, enumNames(Level{})) : std::nullopt;
        if (!level || !isCentreLevel(*level) || (!levels.empty() && *level <= levels.back()))
            return head.wrong("levels", "isn't a list of town, county, city in that order");
        levels.push_back(*level);
    }
    if (levels.empty() || levels.back() != Level::City)
        head.wrong("levels", "doesn't end with city");
}

std::optional<Error> readHead(const std::filesystem::path& dir, City& city) {
    JsonFile file(dir, "city.json");
    JsonEntry head(file, 0, file.root());
    if (!file.good())
        return file.error();
    if (head.view("format") != "zhongshu-city-pack")
        head.wrong("format", "isn't \"zhongshu-city-pack\"");
    if (head.number("version", 0, 1'000'000) != 2)
        head.wrong("version", "isn't 2; this program is too old for the pack, or the pack for it");
    city.id = head.text("id", 40);
    city.name = head.local("name", 40);
    city.centreName = head.local("centre_name", 60);
    city.remark = head.local("remark", 200, Empty::Allowed);
    city.utcOffset = std::chrono::minutes(head.number("utc_offset_minutes", -14 * 60, 14 * 60));
    if (head.has("levels"))
        readLevels(head, city.levels);
    if (head.has("duplicates")) {
        JsonEntry duplicates = head.object("duplicates");
        city.duplicates.radiusMetres = static_cast<double>(duplicates.number("radius_metres", 10, 5000));
        city.duplicates.window = std::chrono::hours(duplicates.number("window_hours", 1, 8760));
    }
    double edges[4] = {};
    std::size_t i = 0;
    const simdjson::dom::array bounds = head.array("bounds", 4);
    if (file.good()) {
        for (const simdjson::dom::element e : bounds) {
            if (e.get_double().get(edges[i++]) != simdjson::SUCCESS)
                head.wrong("bounds", "holds something that isn't a number");
        }
        city.bounds = {edges[0], edges[1], edges[2], edges[3]};
        if (i != 4 || city.bounds.isEmpty())
            head.wrong("bounds", "isn't [west, south, east, north]");
    }
    return file.error();
}

std::optional<Error> readAgencies(const std::filesystem::path& dir, City& city) {
    JsonFile file(dir, "agencies.json");
    readArray(file, file.root(), kMaxAgencies, [&](JsonEntry& entry, std::size_t number) {
        checkId(entry);
        Agency a;
        a.id = AgencyId(static_cast<AgencyId::rep>(number));
        a.code = entry.text("code", 32);
        a.name = entry.local("name", 60);
        a.shortName = entry.local("short_name", 20);
        a.kind = entry.word<AgencyKind>("kind", words::agencyKind);
        a.mediation = entry.word<MediationRule>("mediation", words::mediation);
        const simdjson::dom::array takes = entry.array("takes", 3);
        if (!file.good())
            return;
        for (const simdjson::dom::element word : takes) {
            std::string_view text;
            const auto kind = word.get_string().get(text) == simdjson::SUCCESS
                                  ? words::fromWord<CaseKind>(text, enumNames(CaseKind{}))
                                  : std::nullopt;
            if (!kind)
                return entry.wrong("takes", "holds a word that isn't known");
            a.takes.push_back(*kind);
        }
        city.agencies.push_back(std::move(a));
    });
    if (file.good() && !city.centre())
        file.wrong(0, "kind", "of exactly one agency must be \"centre\"");
    return file.error();
}

TimeLimits readLimits(JsonEntry entry) {
    TimeLimits limits;
    for (const words::LimitWord& word : words::limits) {
        if (!entry.has(word.key))
            continue;
        JsonEntry span = entry.object(word.key);
        const auto unit = span.word<LimitUnit>("unit", enumNames(LimitUnit{}));
        const bool days = unit == LimitUnit::WorkingDays || unit == LimitUnit::NaturalDays;
        const std::int64_t most = days ? kMaxLimitDays : kMaxLimitDays * 24 * 60;
        limits.*word.member = {static_cast<std::uint32_t>(span.number("amount", 1, most)), unit};
    }
    return limits;
}

std::optional<Error> readMatters(const std::filesystem::path& dir, City& city, const AgencyCodes& codes) {
    JsonFile file(dir, "matters.json");
    readArray(file, file.root(), kMaxMatters, [&](JsonEntry& entry, std::size_t number) {
        checkId(entry);
        Matter m;
        m.id = MatterId(static_cast<MatterId::rep>(number));
        m.code = entry.text("code", 32);
        m.name = entry.local("name", 60);
        m.kind = entry.word<CaseKind>("kind", enumNames(CaseKind{}));
        m.priority = entry.word<Priority>("priority", enumNames(Priority{}));
        m.lead = agencyNamed(entry, "lead", entry.view("lead"), codes);
        const simdjson::dom::array assisting = entry.array("assisting", 8);
        if (!file.good())
            return;
        for (const simdjson::dom::element code : assisting) {
            std::string_view text;
            if (code.get_string().get(text) != simdjson::SUCCESS)
                return entry.wrong("assisting", "holds something that isn't a text");
            m.assisting.push_back(agencyNamed(entry, "assisting", text, codes));
        }
        m.limits = readLimits(entry.object("limits"));
        city.matters.push_back(std::move(m));
    });
    return file.error();
}

std::optional<Error> readPlaces(const std::filesystem::path& dir, City& city) {
    JsonFile towns(dir, "towns.geojson");
    readFeatures(towns, kMaxTowns, [&](JsonEntry& entry, GeoShape shape) {
        city.towns.push_back({TownId(static_cast<TownId::rep>(entry.entry())),
                              entry.text("code", 32),
                              {entry.text("name", 40), entry.text("name_en", 80, Empty::Allowed)},
                              entry.point("label"),
                              std::move(shape)});
    });
    if (!towns.good())
        return towns.error();

    JsonFile communities(dir, "communities.json");
    readArray(communities, communities.root(), kMaxCommunities, [&](JsonEntry& entry, std::size_t number) {
        checkId(entry);
        city.communities.push_back({CommunityId(static_cast<CommunityId::rep>(number)),
                                    entry.text("code", 32), entry.local("name", 40),
                                    reference<TownId>(entry, "town", city.towns)});
    });
    if (!communities.good())
        return communities.error();

    JsonFile grids(dir, "grids.geojson");
    readFeatures(grids, kMaxGrids, [&](JsonEntry& entry, GeoShape shape) {
        Grid g{GridId(static_cast<GridId::rep>(entry.entry())),
               entry.text("code", 32),
               {entry.text("name", 40), entry.text("name_en", 80, Empty::Allowed)},
               reference<TownId>(entry, "town", city.towns),
               reference<CommunityId>(entry, "community", city.communities),
               entry.point("label"),
               std::move(shape)};
        if (entry.good() && city.community(g.community)->town != g.town)
            entry.wrong("community", "lies in another town");
        city.grids.push_back(std::move(g));
    });
    return grids.error();
}

std::optional<Error> readPeople(const std::filesystem::path& dir, City& city, const AgencyCodes& codes) {
    JsonFile file(dir, "people.json");
    readArray(file, file.root(), kMaxPeople, [&](JsonEntry& entry, std::size_t number) {
        checkId(entry);
        Person p;
        p.id = PersonId(static_cast<PersonId::rep>(number));
        p.name = entry.local("name", 40);
        p.role = entry.word<PersonRole>("role", words::role);
        p.agency = agencyNamed(entry, "agency", entry.view("agency"), codes);
        p.homeGrid = GridId(
            static_cast<GridId::rep>(entry.number("grid", 0, static_cast<std::int64_t>(city.grids.size()))));
        const simdjson::dom::array shift = entry.array("shift", 2);
        if (!file.good())
            return;
        int minutes[2] = {-1, -1};
        std::size_t i = 0;
        for (const simdjson::dom::element e : shift) {
            std::int64_t minute = -1;
            if (e.get_int64().get(minute) == simdjson::SUCCESS && minute >= 0 && minute <= 1440)
                minutes[i] = static_cast<int>(minute);
            ++i;
        }
        if (minutes[0] < 0 || minutes[1] < 0)
            return entry.wrong("shift", "isn't [start, end] in minutes after midnight");
        p.shift = {minutes[0], minutes[1]};
        p.capacity = static_cast<int>(entry.number("capacity", 0, 1000));
        p.members = static_cast<int>(entry.number("members", 1, 10'000));
        city.people.push_back(std::move(p));
    });
    return file.error();
}

} // namespace

Result<std::shared_ptr<const City>> readCityPack(const std::filesystem::path& dir) {
    auto city = std::make_shared<City>();
    if (auto error = readHead(dir, *city))
        return Unexpected(*error);
    if (auto error = readAgencies(dir, *city))
        return Unexpected(*error);
    AgencyCodes codes;
    for (const Agency& agency : city->agencies) {
        if (!codes.emplace(agency.code, agency.id).second)
            return fail("citypack.field",
                        "agencies.json: \"code\" \"" + agency.code + "\" stands there twice.");
    }
    if (auto error = readMatters(dir, *city, codes))
        return Unexpected(*error);
    if (auto error = readPlaces(dir, *city))
        return Unexpected(*error);
    if (auto error = readPeople(dir, *city, codes))
        return Unexpected(*error);
    return std::shared_ptr<const City>(std::move(city));
}

} // namespace zs::protocol
