#include "sim/import/ImportCity.h"

#include "geo/Polygon.h"
#include "sim/city/Agencies.h"
#include "sim/city/CityLayers.h"
#include "sim/import/Alignment.h"
#include "sim/replay/Csv.h"

#include <algorithm>
#include <cstdio>
#include <map>

namespace zs::sim {

namespace {

using namespace domain;

struct Codes {
    std::map<std::string, std::string> townByName;   ///< name → 9 digits
    std::map<std::string, std::string> villageNames; ///< 12 digits → name
};

Result<Codes> readCodes(const std::string& text) {
    Codes codes;
    CsvReader reader(text);
    std::map<std::string, std::size_t> column;
    while (const auto row = reader.next()) {
        if (!row->problem.empty())
            return fail("import.codes",
                        "The code table, line " + std::to_string(row->line) + ": " + row->problem + '.');
        if (column.empty()) {
            for (std::size_t i = 0; i < row->fields.size(); ++i)
                column[row->fields[i]] = i;
            for (const char* name : {"town_code9", "town", "village_code12", "village"}) {
                if (!column.contains(name))
                    return fail("import.codes",
                                std::string("The code table has no column \"") + name + "\".");
            }
            continue;
        }
        if (row->fields.size() < column.size())
            return fail("import.codes",
                        "The code table, line " + std::to_string(row->line) + ": too few fields.");
        codes.townByName.emplace(row->fields[column["town"]], row->fields[column["town_code9"]]);
        codes.villageNames.emplace(row->fields[column["village_code12"]], row->fields[column["village"]]);
    }
    return codes;
}

/// 岗贝社区居民委员会 → 岗贝社区
std::string withoutCommittee(std::string name) {
    for (const std::string_view tail : {"居民委员会", "村民委员会", "居委会", "村委会"}) {
        if (name.size() > tail.size() && name.ends_with(tail)) {
            name.resize(name.size() - tail.size());
            break;
        }
    }
    return name;
}

/// 岗贝社区 → 岗贝, as a table writes it
std::string shortName(std::string name) {
    for (const std::string_view tail : {"社区", "村"}) {
        if (name.size() > tail.size() + 3 && name.ends_with(tail)) {
            name.resize(name.size() - tail.size());
            break;
        }
    }
    return name;
}

std::string twoDigits(std::size_t n) {
    return (n < 10 ? "0" : "") + std::to_string(n);
}

Result<void> checkAlignment(const ImportSources& s) {
    if (s.outline) {
        if (const auto misfit = findMisfit(*s.outline, s.towns, Compare::Outline))
            return fail("import.shift",
                        sentenceOf(*misfit, *s.outline, s.towns, "--towns-crs", "--outline-crs"));
    }
    if (const auto misfit = findMisfit(s.towns, s.grids, Compare::Named))
        return fail("import.shift", sentenceOf(*misfit, s.towns, s.grids, "--grids-crs", "--towns-crs"));
    return {};
}

Result<void> addTowns(City& city, const ImportSources& s, const Codes& codes) {
    std::vector<const GeoFeature*> features;
    for (const GeoFeature& f : s.towns.features)
        features.push_back(&f);
    const auto codeOf = [&codes](const GeoFeature& f) {
        const std::string own = f.property({"code", "adcode"});
        const auto it = codes.townByName.find(f.property({"name"}));
        return !own.empty() ? own : it != codes.townByName.end() ? it->second : std::string();
    };
    std::ranges::stable_sort(features, {}, [&](const GeoFeature* f) { return codeOf(*f); });
    for (const GeoFeature* f : features) {
        const std::string name = f->property({"name"}), code = codeOf(*f);
        if (name.empty() || code.empty())
            return fail("import.field",
                        s.towns.file +
                            ": a town has no \"name\", or no \"code\" that the code table knows either (" +
                            name + ").");
        GeoShape shape = inWgs84(f->shape, s.towns.crs);
        if (shape.empty())
            return fail("import.field", s.towns.file + ": " + name + " has no area.");
        const GeoPoint label = geo::labelPoint(shape);
        city.towns.push_back({TownId(static_cast<TownId::rep>(city.towns.size() + 1)),
                              code,
                              {name, f->property({"name_en"})},
                              label,
                              std::move(shape)});
    }
    return {};
}

Result<void> addGrids(City& city, const ImportSources& s, const Codes& codes) {
    std::map<std::string, TownId> townByName;
    for (const Town& t : city.towns)
        townByName[t.name.zh] = t.id;
    struct Entry {
        TownId town;
        std::string village;
        const GeoFeature* feature;
    };
    std::vector<Entry> entries;
    std::size_t number = 0;
    for (const GeoFeature& f : s.grids.features) {
        ++number;
        const auto town = townByName.find(f.property({"town"}));
        const std::string village = f.property({"village_code12", "community_code"});
        const std::string where = s.grids.file + ": entry " + std::to_string(number) + ": ";
        if (town == townByName.end())
            return fail("import.field", where + "\"town\" \"" + f.property({"town"}) + "\" isn't a town of " +
                                            s.towns.file + '.');
        if (village.empty() || (!codes.villageNames.empty() && !codes.villageNames.contains(village) &&
                                f.property({"village"}).empty()))
            return fail("import.field", where + "\"village_code12\" is missing or not in the code table.");
        entries.push_back({town->second, village, &f});
    }
    std::ranges::stable_sort(entries, [](const Entry& a, const Entry& b) {
        return a.town != b.town ? a.town < b.town : a.village < b.village;
    });
    std::size_t inCommunity = 0;
    for (const Entry& e : entries) {
        const bool fresh = city.communities.empty() || city.communities.back().code != e.village ||
                           city.communities.back().town != e.town;
        if (fresh) {
            const auto listed = codes.villageNames.find(e.village);
            const std::string name =
                listed != codes.villageNames.end() ? listed->second : e.feature->property({"village"});
            city.communities.push_back(
                {CommunityId(static_cast<CommunityId::rep>(city.communities.size() + 1)),
                 e.village,
                 {withoutCommittee(name), {}},
                 e.town});
            inCommunity = 0;
        }
        const Community& community = city.communities.back();
        const std::string suffix = twoDigits(++inCommunity);
        GeoShape shape = inWgs84(e.feature->shape, s.grids.crs);
        if (shape.empty())
            return fail("import.field",
                        s.grids.file + ": the grid " + community.name.zh + suffix + " has no area.");
        const GeoPoint label = geo::labelPoint(shape);
        city.grids.push_back({GridId(static_cast<GridId::rep>(city.grids.size() + 1)),
                              community.code + suffix,
                              {shortName(community.name.zh) + suffix, {}},
                              e.town,
                              community.id,
                              label,
                              std::move(shape)});
    }
    return {};
}

/// 不设区县的地级市: 东莞, 中山, 儋州, 嘉峪关. Everywhere else a county lies between town and city.
bool hasCounties(std::string_view townCode) {
    constexpr std::string_view without[] = {"4419", "4420", "4604", "6202"};
    return std::ranges::find(without, townCode.substr(0, 4)) == std::end(without);
}

} // namespace

Result<City> importCity(const ImportSources& s) {
    if (auto aligned = checkAlignment(s); !aligned)
        return Unexpected(aligned.error());
    const auto codes = readCodes(s.codes);
    if (!codes)
        return Unexpected(codes.error());
    City city;
    city.id = s.id;
    city.name = s.name;
    city.centreName = {s.name.zh + "综合治理中心", s.name.en + " Governance Centre"};
    city.remark = s.remark;
    if (auto done = addTowns(city, s, *codes); !done)
        return Unexpected(done.error());
    if (auto done = addGrids(city, s, *codes); !done)
        return Unexpected(done.error());
    for (const Grid& grid : city.grids) {
        const GeoBounds b = geo::boundsOf(grid.shape);
        city.bounds.include({b.west, b.south});
        city.bounds.include({b.east, b.north});
    }
    city.levels = s.levels;
    if (city.levels.empty())
        city.levels = hasCounties(city.towns.front().code)
                          ? std::vector{Level::Town, Level::County, Level::City}
                          : std::vector{Level::Town, Level::City};
    addAgencies(city);
    addMatters(city);
    Random random(s.seed);
    addStaff(city, random);
    return city;
}

basemap::TileSet outlineBasemap(const City& city, const std::optional<GeoLayer>& outline) {
    basemap::TileSet set;
    set.name = city.name.zh;
    set.attribution = city.remark.zh;
    const double margin =
        0.1 * std::max(city.bounds.east - city.bounds.west, city.bounds.north - city.bounds.south);
    set.bounds = {city.bounds.west - margin, city.bounds.south - margin, city.bounds.east + margin,
                  city.bounds.north + margin};
    set.centre = city.bounds.centre();
    basemap::Layer land{"land", "Land of the city", {}, {}}, border{"admin_city", "The city", {}, {}};
    if (outline) {
        for (const GeoFeature& f : outline->features) {
            const GeoShape shape = inWgs84(f.shape, outline->crs);
            land.features.push_back({shape, {{"kind", std::string("land")}}, {}});
            border.features.push_back({shape, nameOf(city.name), {}});
        }
    } else {
        for (const Town& t : city.towns)
            land.features.push_back({t.shape, {{"kind", std::string("land")}}, {}});
    }
    set.layers = {std::move(land), std::move(border), townLayer(city), placeLayer(city, Communities::Left)};
    return set;
}

} // namespace zs::sim
