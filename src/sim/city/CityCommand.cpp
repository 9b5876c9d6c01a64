#include "sim/city/CityCommand.h"

#include "maps/basemap/Tiler.h"
#include "protocol/citypack/CityPack.h"
#include "sim/city/DemoCity.h"

#include <cstdio>

namespace zs::sim {

namespace {

constexpr FlagSpec kFlags[] = {
    {"--seed", "N", "which city: the same number gives the same bytes (default 7)"},
    {"--out", "DIR", "the folder of the city pack, made if missing", FlagSpec::Need::Required},
};

Result<void> run(const Flags& flags) {
    const auto seed = flags.integer("--seed", 7, 0, 1'000'000'000);
    if (!seed)
        return Unexpected(seed.error());
    const std::filesystem::path out = flags.text("--out");
    const DemoCity demo = makeDemoCity(static_cast<std::uint64_t>(*seed));
    if (auto written = protocol::writeCityPack(out, demo.city); !written)
        return written;
    const auto tiles = basemap::writeMbtiles(out / protocol::kBasemapFile, demo.basemap);
    if (!tiles)
        return Unexpected(tiles.error());
    std::printf("city=%s towns=%zu communities=%zu grids=%zu people=%zu tiles=%llu\n", demo.city.id.c_str(),
                demo.city.towns.size(), demo.city.communities.size(), demo.city.grids.size(),
                demo.city.people.size(), static_cast<unsigned long long>(tiles->tiles));
    return {};
}

} // namespace

const Command cityCommand{"city", "makes the fictional demo city as a city pack with its base map", kFlags,
                          run};

} // namespace zs::sim
