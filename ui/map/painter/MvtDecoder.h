// Mapbox Vector Tile 2.1. The bytes come from a file that anyone may have made: everything is bounded and checked, and
// whatever they are, the answer is a tile or an Error. Pure; any thread.
#pragma once

#include "base/Result.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace zs::map {

struct MvtLimits {
    std::size_t bytes = 8u << 20;
    std::size_t layers = 64;
    std::size_t features = 50'000;     ///< in all layers that are read
    std::size_t points = 1'000'000;    ///< the same
    std::size_t words = 100'000;       ///< keys, values and tags of a layer
    std::size_t wordBytes = 1024;
};

using MvtValue = std::variant<std::monostate, std::string, double, bool>;

struct MvtPoint {
    std::int32_t x = 0, y = 0;         ///< in units of the layer's extent; may lie outside 0…extent (the buffer)
    bool operator==(const MvtPoint&) const = default;
};

struct MvtPart {
    std::uint32_t first = 0, count = 0; ///< in MvtFeature::points
    bool closed = false;
};

struct MvtFeature {
    enum class Type { Unknown, Point, Line, Polygon };
    Type type = Type::Unknown;
    std::vector<MvtPoint> points;
    std::vector<MvtPart> parts;        ///< for points: one part with all of them
    std::vector<std::pair<std::uint32_t, std::uint32_t>> tags; ///< key, value
};

struct MvtLayer {
    std::string name;
    std::uint32_t extent = 4096;       ///< 1…65536
    std::vector<std::string> keys;
    std::vector<MvtValue> values;
    std::vector<MvtFeature> features;

    /// Null if the feature has no such attribute.
    const MvtValue* value(const MvtFeature& feature, std::string_view key) const;
};

struct MvtTile {
    std::vector<MvtLayer> layers;
    const MvtLayer* layer(std::string_view name) const;
};

/// Reads the layers named in `wanted` (empty: all). Errors: "mvt.limit", "mvt.bytes".
Result<MvtTile> decodeMvt(std::string_view bytes, std::span<const std::string> wanted, const MvtLimits& limits = {});

} // namespace zs::map
