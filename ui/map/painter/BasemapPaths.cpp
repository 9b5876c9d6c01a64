#include "ui/map/painter/BasemapPaths.h"

#include "base/Log.h"
#include "ui/map/painter/MvtDecoder.h"

#include <algorithm>

namespace zs::map {

namespace {

constexpr std::size_t kKept = 96;

bool takes(const StyleLayer& layer, const MvtLayer& from, const MvtFeature& feature)
{
    const auto needed = layer.draw == StyleLayer::Draw::Fill ? MvtFeature::Type::Polygon : MvtFeature::Type::Line;
    const bool outline = layer.draw == StyleLayer::Draw::Line && feature.type == MvtFeature::Type::Polygon;
    if (feature.type != needed && !outline)
        return false;
    if (layer.whereKey.empty())
        return true;
    const MvtValue* value = from.value(feature, layer.whereKey);
    const auto* text = value ? std::get_if<std::string>(value) : nullptr;
    return text && std::find(layer.whereValues.begin(), layer.whereValues.end(), *text) != layer.whereValues.end();
}

void append(Rings& out, const MvtFeature& feature, double extent)
{
    const auto unit = [extent](MvtPoint p) { return QPointF(p.x / extent, p.y / extent); };
    for (const MvtPart& part : feature.parts) {
        if (part.count < 2)
            continue;
        for (std::uint32_t i = 0; i < part.count; ++i)
            out.points.push_back(unit(feature.points[part.first + i]));
        if (part.closed)
            out.points.push_back(unit(feature.points[part.first]));
        out.ends.push_back(static_cast<std::uint32_t>(out.points.size()));
    }
}

} // namespace

BasemapPaths::BasemapPaths(std::shared_ptr<const Mbtiles> file, std::shared_ptr<const MapStyle> style)
    : m_file(std::move(file)), m_style(std::move(style))
{
    for (const StyleLayer& layer : m_style->layers)
        if (layer.from == StyleLayer::From::Tiles)
            m_wanted.push_back(layer.layer);
}

std::shared_ptr<const TilePaths> BasemapPaths::at(geo::TileKey key) const
{
    {
        const std::lock_guard lock(m_lock);
        const auto found = std::find_if(m_recent.begin(), m_recent.end(), [&](const Entry& e) { return e.key == key; });
        if (found != m_recent.end()) {
            m_recent.splice(m_recent.begin(), m_recent, found);
            return found->paths;
        }
    }
    auto paths = read(key); // two threads may do it twice; that is cheaper than one waiting for the other
    const std::lock_guard lock(m_lock);
    m_recent.push_front({key, paths});
    if (m_recent.size() > kKept)
        m_recent.pop_back();
    return paths;
}

std::shared_ptr<const TilePaths> BasemapPaths::read(geo::TileKey key) const
{
    auto paths = std::make_shared<TilePaths>();
    paths->layers.resize(m_style->layers.size());
    const auto bytes = m_file->tile(key);
    if (!bytes) {
        qCWarning(logMap) << "Base map:" << QString::fromStdString(bytes.error().sentence);
        return paths;
    }
    const auto tile = decodeMvt(*bytes, m_wanted);
    if (!tile) {
        qCWarning(logMap) << "Base map:" << QString::fromStdString(tile.error().sentence) << key.z << key.x << key.y;
        return paths;
    }
    for (std::size_t i = 0; i < m_style->layers.size(); ++i) {
        const StyleLayer& layer = m_style->layers[i];
        const MvtLayer* from = layer.from == StyleLayer::From::Tiles ? tile->layer(layer.layer) : nullptr;
        if (!from)
            continue;
        for (const MvtFeature& feature : from->features)
            if (takes(layer, *from, feature))
                append(paths->layers[i], feature, from->extent);
    }
    return paths;
}

} // namespace zs::map
