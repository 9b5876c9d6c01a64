// Everything the picture of the ground depends on, and how a piece of it is painted. Immutable from the outside and shared
// by the painting threads; a change of theme, language, layers or filter makes a new scene.
#pragma once

#include "ui/map/MapStyle.h"
#include "ui/map/painter/BasemapPaths.h"
#include "ui/map/painter/Labels.h"
#include "ui/map/painter/PreparedGround.h"

#include <QImage>

#include <list>
#include <mutex>
#include <unordered_set>

namespace zs::map {

/// One square of the picture at one zoom. Squares are cut at the screen's own scale, whatever the zoom is, so lines and
/// letters are always sharp; 0,0 is the world's north-west corner.
struct TileSpot {
    static constexpr int side = 512;   ///< device px
    double zoom = 0;
    double dpr = 1;
    std::int64_t x = 0, y = 0;
    bool overview = false;             ///< drawn to be magnified: without names and grids
    bool operator==(const TileSpot&) const = default;
};

class GroundScene {
public:
    struct Look {
        std::shared_ptr<const PreparedGround> ground;
        std::shared_ptr<const MapStyle> style;
        std::shared_ptr<const BasemapPaths> basemap; ///< may be null
        kit::Theme theme;
        domain::Language language = domain::Language::Chinese;
        bool grids = true, labels = true;
        std::unordered_set<std::uint32_t> muted;     ///< grids outside the filter
    };
    explicit GroundScene(Look look) : m_look(std::move(look)) {}

    /// An opaque RGB32 image of TileSpot::side². Any thread.
    QImage paint(const TileSpot& spot) const;
    const Look& look() const { return m_look; }

private:
    void paintBasemap(QPainter& p, const TileSpot& spot, std::size_t layer, double width) const;
    void paintOutlines(QPainter& p, QImage& image, const TileSpot& spot, const StyleLayer& layer, double width) const;
    void paintLabels(QPainter& p, const TileSpot& spot) const;
    std::shared_ptr<const std::vector<PlacedLabel>> labelsAt(double zoom) const;

    Look m_look;
    struct Placed { double zoom; std::shared_ptr<const std::vector<PlacedLabel>> labels; };
    mutable std::mutex m_lock;
    mutable std::list<Placed> m_placed; ///< guarded by m_lock; newest first
};

} // namespace zs::map
