#include "sim/import/ImportCommand.h"

#include "base/storage/Sqlite.h"
#include "maps/basemap/Tiler.h"
#include "protocol/citypack/CityPack.h"
#include "sim/import/ImportCity.h"
#include "sim/replay/Csv.h"

#include <algorithm>
#include <cstdio>
#include <system_error>

namespace zs::sim {

namespace {

namespace fs = std::filesystem;

constexpr FlagSpec kFlags[] = {
    {"--towns", "FILE", "GeoJSON of the towns: properties name, code", FlagSpec::Need::Required},
    {"--grids", "FILE", "GeoJSON of the grids: properties town, village_code12, village",
     FlagSpec::Need::Required},
    {"--out", "DIR", "the folder of the city pack, made if missing", FlagSpec::Need::Required},
    {"--codes", "FILE", "CSV of codes: town_code9, town, village_code12, village"},
    {"--city-outline", "FILE", "GeoJSON of the whole city; the towns are checked against it"},
    {"--basemap", "FILE", "MBTiles in WGS-84 to take along; without it one is made from the outlines"},
    {"--crs", "NAME", "coordinate system of all layers: wgs84, gcj02 or bd09 (default wgs84)"},
    {"--towns-crs", "NAME", "of the towns, where it is another one"},
    {"--grids-crs", "NAME", "of the grids"},
    {"--outline-crs", "NAME", "of the city's outline"},
    {"--id", "WORD", "short id of the pack (default imported)"},
    {"--name", "TEXT", "the city's Chinese name"},
    {"--name-en", "TEXT", "the city's English name"},
    {"--remark", "TEXT", "shown beside the name: where the data come from"},
    {"--levels", "LIST", "levels that have a centre, as town,county,city (default: by the towns' codes)"},
    {"--seed", "N", "for the generated staff (default 1)"},
};

Result<geo::Crs> crsOf(const Flags& flags, const char* flag) {
    const std::string name = flags.text(flag, flags.text("--crs", "wgs84"));
    if (const auto crs = geo::crsFromName(name))
        return *crs;
    return fail("flags", std::string(flag) + ": \"" + name + "\" isn't one of wgs84, gcj02, bd09.");
}

Result<GeoLayer> layerOf(const Flags& flags, const char* flag, const char* crsFlag) {
    const auto crs = crsOf(flags, crsFlag);
    if (!crs)
        return Unexpected(crs.error());
    return readGeoJson(flags.text(flag), *crs);
}

/// A base map must be vector tiles that show the towns and cover the city.
Result<void> takeBasemap(const fs::path& from, const fs::path& to, const domain::City& city) {
    auto db = storage::Database::open(from.string(), storage::Database::Mode::ReadOnly);
    if (!db)
        return Unexpected(db.error());
    auto query = db->prepare("SELECT (SELECT value FROM metadata WHERE name='json'), "
                             "(SELECT value FROM metadata WHERE name='bounds'), "
                             "(SELECT value FROM metadata WHERE name='format')");
    if (!query)
        return fail("import.basemap", from.string() + " isn't an MBTiles file.");
    if (const auto step = query->step();
        !step || *step != storage::Statement::Step::Row || query->text(2) != "pbf")
        return fail("import.basemap", from.string() + " doesn't hold vector tiles.");
    if (query->text(0).find("\"admin_town\"") == std::string_view::npos)
        return fail("import.basemap", from.string() + " has no layer \"admin_town\": the towns wouldn't be "
                                                      "seen. Leave --basemap out to have one made.");
    GeoBounds b;
    if (std::sscanf(std::string(query->text(1)).c_str(), "%lf,%lf,%lf,%lf", &b.west, &b.south, &b.east,
                    &b.north) != 4 ||
        !b.contains({city.bounds.west, city.bounds.south}) ||
        !b.contains({city.bounds.east, city.bounds.north}))
        return fail("import.basemap", from.string() + " doesn't cover the city.");
    std::error_code error;
    fs::copy_file(from, to, fs::copy_options::overwrite_existing, error);
    if (!error) // a read-only source must not make a pack that can't be replaced
        fs::permissions(to, fs::perms::owner_write, fs::perm_options::add, error);
    if (error)
        return fail("import.basemap", "Can't copy " + from.string() + ": " + error.message() + '.');
    return {};
}

/// "town,county,city": lowest first, ending with the city.
Result<std::vector<domain::Level>> levelsOf(const Flags& flags) {
    std::vector<domain::Level> levels;
    const std::string list = flags.text("--levels", {});
    for (std::size_t at = 0; at < list.size();) {
        const std::size_t comma = std::min(list.find(',', at), list.size());
        const auto names = enumNames(domain::Level{});
        const auto name = std::ranges::find(names, std::string_view(list).substr(at, comma - at));
        const auto level = static_cast<domain::Level>(name - names.begin());
        if (name == names.end() || !domain::isCentreLevel(level) || (!levels.empty() && level <= levels.back()))
            return fail("flags", "--levels: \"" + list + "\" isn't a list of town, county, city in that order.");
        levels.push_back(level);
        at = comma + 1;
    }
    if (!levels.empty() && levels.back() != domain::Level::City)
        return fail("flags", "--levels: \"" + list + "\" doesn't end with city.");
    return levels;
}

Result<void> run(const Flags& flags) {
    ImportSources sources;
    auto levels = levelsOf(flags);
    if (!levels)
        return Unexpected(levels.error());
    sources.levels = std::move(*levels);
    const auto seed = flags.integer("--seed", 1, 0, 1'000'000'000);
    if (!seed)
        return Unexpected(seed.error());
    sources.seed = static_cast<std::uint64_t>(*seed);
    auto towns = layerOf(flags, "--towns", "--towns-crs");
    if (!towns)
        return Unexpected(towns.error());
    auto grids = layerOf(flags, "--grids", "--grids-crs");
    if (!grids)
        return Unexpected(grids.error());
    sources.towns = std::move(*towns);
    sources.grids = std::move(*grids);
    if (flags.has("--city-outline")) {
        auto outline = layerOf(flags, "--city-outline", "--outline-crs");
        if (!outline)
            return Unexpected(outline.error());
        sources.outline = std::move(*outline);
    }
    if (flags.has("--codes")) {
        auto codes = readPacked(flags.text("--codes"), 16u << 20);
        if (!codes)
            return Unexpected(codes.error());
        sources.codes = std::move(*codes);
    }
    sources.id = flags.text("--id", "imported");
    sources.name = {flags.text("--name", sources.id),
                    flags.text("--name-en", flags.text("--name", sources.id))};
    sources.remark = {flags.text("--remark", "边界来自公开数据；网格、人员、单位为生成的样例"),
                      "Boundaries from public data; grids, staff and agencies are generated samples"};
    auto city = importCity(sources);
    if (!city)
        return Unexpected(city.error());
    const fs::path out = flags.text("--out");
    if (auto written = protocol::writeCityPack(out, *city); !written)
        return written;
    const fs::path tiles = out / protocol::kBasemapFile;
    if (flags.has("--basemap")) {
        if (auto taken = takeBasemap(flags.text("--basemap"), tiles, *city); !taken)
            return taken;
    } else if (auto made = basemap::writeMbtiles(tiles, outlineBasemap(*city, sources.outline)); !made) {
        return Unexpected(made.error());
    }
    std::printf("city=%s towns=%zu communities=%zu grids=%zu people=%zu\n", city->id.c_str(),
                city->towns.size(), city->communities.size(), city->grids.size(), city->people.size());
    return {};
}

} // namespace

const Command importCommand{"import-city", "makes the city pack of a real city from GeoJSON", kFlags, run};

} // namespace zs::sim
