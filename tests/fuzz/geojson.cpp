// Boundaries of others on their way into a city pack.
#include "sim/import/GeoJson.h"
#include "tests/fuzz/MemoryFile.h"
#include "tests/fuzz/Seeds.h"

#include <cmath>
#include <cstdlib>

using namespace zs;

std::vector<std::string> fuzzSeeds()
{
    return {R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"东城","code":441900003,"w":1.5},"geometry":{"type":"Polygon","coordinates":[[[113.7,23.0],[113.8,23.0],[113.8,23.1],[113.7,23.0]]]}}]})",
            R"({"features":[{"properties":{},"geometry":{"type":"MultiPolygon","coordinates":[[[[113.7,23.0],[113.8,23.0],[113.8,23.1]],[[113.71,23.01],[113.72,23.01],[113.72,23.02],[113.71,23.01]]]]}}]})"};
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static MemoryFile file;
    file.hold(data, size);
    const auto layer = sim::readGeoJson(file.path(), geo::Crs::Gcj02);
    if (!layer)
        return 0;
    for (const sim::GeoFeature& feature : layer->features) {
        for (const GeoPolygon& polygon : sim::inWgs84(feature.shape, layer->crs))
            for (const GeoRing& ring : polygon)
                for (const GeoPoint p : ring)
                    if (!std::isfinite(p.lon) || !std::isfinite(p.lat))
                        std::abort();
    }
    return 0;
}
