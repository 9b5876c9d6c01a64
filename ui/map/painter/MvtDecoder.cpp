#include "ui/map/painter/MvtDecoder.h"

#include <protozero/pbf_reader.hpp>

#include <algorithm>
#include <optional>

namespace zs::map {

namespace {

using protozero::pbf_reader;
using protozero::pbf_wire_type;

constexpr std::uint32_t is(std::uint32_t tag, pbf_wire_type type)
{
    return protozero::tag_and_type(tag, type);
}

constexpr std::int64_t kFarthest = 1 << 22; ///< units from the tile's corner; more is nonsense

/// What is wrong; thrown nowhere: protozero throws, we return.
enum class Problem { Bytes, Limit };

class Decoder {
public:
    Decoder(std::span<const std::string> wanted, const MvtLimits& limits) : m_wanted(wanted), m_limits(limits) {}

    std::optional<Problem> tile(std::string_view bytes, MvtTile& out)
    {
        if (bytes.size() > m_limits.bytes)
            return Problem::Limit;
        pbf_reader reader(bytes.data(), bytes.size());
        while (reader.next()) {
            if (reader.tag_and_type() != is(3, pbf_wire_type::length_delimited)) {
                reader.skip();
                continue;
            }
            if (out.layers.size() >= m_limits.layers)
                return Problem::Limit;
            const auto view = reader.get_view();
            if (!isWanted(view))
                continue;
            MvtLayer layer;
            if (const auto problem = readLayer(view, layer))
                return problem;
            out.layers.push_back(std::move(layer));
        }
        return std::nullopt;
    }

private:
    bool isWanted(protozero::data_view view) const
    {
        if (m_wanted.empty())
            return true;
        pbf_reader reader(view);
        while (reader.next()) {
            if (reader.tag_and_type() == is(1, pbf_wire_type::length_delimited)) {
                const auto name = reader.get_view();
                const std::string_view text(name.data(), name.size());
                return std::find(m_wanted.begin(), m_wanted.end(), text) != m_wanted.end();
            }
            reader.skip();
        }
        return false;
    }

    std::optional<Problem> readLayer(protozero::data_view view, MvtLayer& out)
    {
        pbf_reader reader(view);
        while (reader.next()) {
            switch (reader.tag_and_type()) {
            case is(1, pbf_wire_type::length_delimited):
                if (!word(reader.get_view(), out.name))
                    return Problem::Limit;
                break;
            case is(2, pbf_wire_type::length_delimited): {
                if (++m_features > m_limits.features)
                    return Problem::Limit;
                MvtFeature feature;
                if (const auto problem = readFeature(reader.get_view(), feature))
                    return problem;
                out.features.push_back(std::move(feature));
                break;
            }
            case is(3, pbf_wire_type::length_delimited):
                if (out.keys.size() >= m_limits.words || !word(reader.get_view(), out.keys.emplace_back()))
                    return Problem::Limit;
                break;
            case is(4, pbf_wire_type::length_delimited):
                if (out.values.size() >= m_limits.words || !readValue(reader.get_view(), out.values.emplace_back()))
                    return Problem::Limit;
                break;
            case is(5, pbf_wire_type::varint):
                out.extent = reader.get_uint32();
                if (out.extent < 1 || out.extent > 65536)
                    return Problem::Bytes;
                break;
            default: reader.skip();
            }
        }
        for (const MvtFeature& feature : out.features)
            for (const auto& [key, value] : feature.tags)
                if (key >= out.keys.size() || value >= out.values.size())
                    return Problem::Bytes;
        return std::nullopt;
    }

    bool word(protozero::data_view view, std::string& out) const
    {
        if (view.size() > m_limits.wordBytes)
            return false;
        out.assign(view.data(), view.size());
        return true;
    }

    bool readValue(protozero::data_view view, MvtValue& out) const
    {
        pbf_reader reader(view);
        while (reader.next()) {
            switch (reader.tag_and_type()) {
            case is(1, pbf_wire_type::length_delimited): {
                std::string text;
                if (!word(reader.get_view(), text))
                    return false;
                out = std::move(text);
                break;
            }
            case is(2, pbf_wire_type::fixed32): out = static_cast<double>(reader.get_float()); break;
            case is(3, pbf_wire_type::fixed64): out = reader.get_double(); break;
            case is(4, pbf_wire_type::varint): out = static_cast<double>(reader.get_int64()); break;
            case is(5, pbf_wire_type::varint): out = static_cast<double>(reader.get_uint64()); break;
            case is(6, pbf_wire_type::varint): out = static_cast<double>(reader.get_sint64()); break;
            case is(7, pbf_wire_type::varint): out = reader.get_bool(); break;
            default: reader.skip();
            }
        }
        return true;
    }

    std::optional<Problem> readFeature(protozero::data_view view, MvtFeature& out)
    {
        pbf_reader reader(view);
        protozero::iterator_range<pbf_reader::const_uint32_iterator> tags, geometry;
        while (reader.next()) {
            switch (reader.tag_and_type()) {
            case is(2, pbf_wire_type::length_delimited): tags = reader.get_packed_uint32(); break;
            case is(3, pbf_wire_type::varint): {
                const auto type = reader.get_enum();
                out.type = type >= 1 && type <= 3 ? static_cast<MvtFeature::Type>(type) : MvtFeature::Type::Unknown;
                break;
            }
            case is(4, pbf_wire_type::length_delimited): geometry = reader.get_packed_uint32(); break;
            default: reader.skip();
            }
        }
        for (auto it = tags.begin(); it != tags.end();) {
            const std::uint32_t key = *it++;
            if (it == tags.end())
                return Problem::Bytes;
            if (out.tags.size() >= m_limits.words)
                return Problem::Limit;
            out.tags.emplace_back(key, *it++);
        }
        return readGeometry(geometry, out);
    }

    template <class Range>
    std::optional<Problem> readGeometry(const Range& range, MvtFeature& out)
    {
        std::int64_t x = 0, y = 0;
        const auto unzigzag = [](std::uint32_t v) {
            return static_cast<std::int64_t>(v >> 1) ^ -static_cast<std::int64_t>(v & 1);
        };
        for (auto it = range.begin(); it != range.end();) {
            const std::uint32_t word = *it++;
            const std::uint32_t command = word & 7, count = word >> 3;
            if (command == 7) {
                if (!out.parts.empty())
                    out.parts.back().closed = true;
                continue;
            }
            if (command != 1 && command != 2)
                return Problem::Bytes;
            const bool startsPart = command == 1 && (out.type != MvtFeature::Type::Point || out.parts.empty());
            if (!startsPart && out.parts.empty())
                return Problem::Bytes; // a line to, from nowhere
            for (std::uint32_t i = 0; i < count; ++i) {
                if (it == range.end())
                    return Problem::Bytes;
                x += unzigzag(*it++);
                if (it == range.end())
                    return Problem::Bytes;
                y += unzigzag(*it++);
                if (x < -kFarthest || x > kFarthest || y < -kFarthest || y > kFarthest)
                    return Problem::Bytes;
                if (++m_points > m_limits.points)
                    return Problem::Limit;
                if (command == 1 && (out.type != MvtFeature::Type::Point || out.parts.empty()))
                    out.parts.push_back({static_cast<std::uint32_t>(out.points.size()), 0, false});
                out.points.push_back({static_cast<std::int32_t>(x), static_cast<std::int32_t>(y)});
                ++out.parts.back().count;
            }
        }
        return std::nullopt;
    }

    std::span<const std::string> m_wanted;
    const MvtLimits& m_limits;
    std::size_t m_features = 0, m_points = 0;
};

} // namespace

const MvtValue* MvtLayer::value(const MvtFeature& feature, std::string_view key) const
{
    for (const auto& [k, v] : feature.tags)
        if (keys[k] == key)
            return &values[v];
    return nullptr;
}

const MvtLayer* MvtTile::layer(std::string_view name) const
{
    const auto found = std::find_if(layers.begin(), layers.end(), [&](const MvtLayer& l) { return l.name == name; });
    return found == layers.end() ? nullptr : &*found;
}

Result<MvtTile> decodeMvt(std::string_view bytes, std::span<const std::string> wanted, const MvtLimits& limits)
{
    MvtTile tile;
    std::optional<Problem> problem;
    try {
        problem = Decoder(wanted, limits).tile(bytes, tile);
    } catch (const protozero::exception&) {
        problem = Problem::Bytes;
    }
    if (problem == Problem::Limit)
        return fail("mvt.limit", "A tile of the base map is larger than any real one.");
    if (problem == Problem::Bytes)
        return fail("mvt.bytes", "A tile of the base map is damaged.");
    return tile;
}

} // namespace zs::map
