#include "sim/import/GeoJson.h"

#include "protocol/citypack/JsonRead.h"

#include <cmath>

namespace zs::sim {

namespace {

constexpr std::size_t kMaxFeatures = 100'000, kMaxPoints = 10'000'000;

std::map<std::string, std::string> readProperties(simdjson::dom::element feature) {
    std::map<std::string, std::string> out;
    simdjson::dom::object object;
    if (feature["properties"].get_object().get(object) != simdjson::SUCCESS)
        return out;
    for (const auto field : object) {
        std::string_view text;
        std::int64_t whole = 0;
        double real = 0;
        if (field.value.get_string().get(text) == simdjson::SUCCESS)
            out.emplace(field.key, text);
        else if (field.value.get_int64().get(whole) == simdjson::SUCCESS)
            out.emplace(field.key, std::to_string(whole));
        else if (field.value.get_double().get(real) == simdjson::SUCCESS)
            out.emplace(field.key, std::to_string(real));
    }
    return out;
}

} // namespace

std::string GeoFeature::property(std::initializer_list<const char*> names) const {
    for (const char* name : names) {
        const auto it = properties.find(name);
        if (it != properties.end() && !it->second.empty())
            return it->second;
    }
    return {};
}

Result<GeoLayer> readGeoJson(const std::filesystem::path& path, geo::Crs crs) {
    GeoLayer layer{path.filename().string(), crs, {}};
    protocol::JsonFile file(path.parent_path().empty() ? "." : path.parent_path(), layer.file);
    if (!file.good())
        return Unexpected(*file.error());
    simdjson::dom::array features;
    if (file.root()["features"].get_array().get(features) != simdjson::SUCCESS ||
        features.size() > kMaxFeatures)
        return fail("import.geojson", layer.file + " has no \"features\", or more than 100,000.");
    std::size_t number = 0, budget = kMaxPoints;
    for (const simdjson::dom::element feature : features) {
        protocol::JsonEntry entry(file, ++number, feature);
        GeoFeature f{readProperties(feature),
                     entry.geometry("geometry", budget, protocol::JsonEntry::OpenRings::Closed)};
        if (!file.good())
            return Unexpected(*file.error());
        layer.features.push_back(std::move(f));
    }
    if (layer.features.empty())
        return fail("import.geojson", layer.file + " has no features.");
    return layer;
}

GeoShape inWgs84(const GeoShape& shape, geo::Crs crs) {
    GeoShape out = shape;
    for (GeoPolygon& polygon : out) {
        for (GeoRing& ring : polygon) {
            GeoRing kept;
            for (const GeoPoint raw : ring) {
                const GeoPoint p = geo::toWgs84(raw, crs);
                const GeoPoint q{std::round(p.lon * 1e6) / 1e6, std::round(p.lat * 1e6) / 1e6};
                if (kept.empty() || kept.back() != q)
                    kept.push_back(q);
            }
            while (kept.size() > 1 && kept.front() == kept.back())
                kept.pop_back();
            ring = std::move(kept);
        }
        std::erase_if(polygon,
                      [&polygon](const GeoRing& r) { return r.size() < 3 && &r != &polygon.front(); });
    }
    std::erase_if(out, [](const GeoPolygon& p) { return p.empty() || p.front().size() < 3; });
    return out;
}

} // namespace zs::sim
