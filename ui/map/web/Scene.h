// Everything a page must be told, and which parts of it the page hasn't got yet.
#pragma once

#include "ui/map/HitIndex.h"
#include "ui/map/MapStyle.h"
#include "ui/map/web/LiveMessage.h"
#include "ui/map/web/SpriteAtlas.h"

#include <QFlags>

#include <unordered_map>

namespace zs::map {
class Mbtiles;
}

namespace zs::map::web {

enum class Part : unsigned {
    Camera = 1,
    Look = 2,
    Ground = 4,
    Tones = 8,
    Overlay = 16,
    Marks = 32,
};
Q_DECLARE_FLAGS(Parts, Part)
Q_DECLARE_OPERATORS_FOR_FLAGS(Parts)
inline constexpr unsigned allParts = 63;

struct Scene {
    Scene();

    kit::Theme theme;
    MapStyle style;
    domain::Language language = domain::Language::Chinese;
    bool shown[4] = {true, true, true, true}; ///< by MapLayer
    std::shared_ptr<const MapGround> ground;
    std::shared_ptr<const Mbtiles> tiles;     ///< null: none
    quint32 groundSerial = 0;
    HitIndex hits;
    Emphasis emphasis;
    Camera camera;
    quint32 cameraSerial = 0;                 ///< of the last setCamera()
    SpriteAtlas atlas;
    Parts dirty = Parts(allParts);

    bool isShown(MapLayer layer) const { return shown[static_cast<int>(layer)]; }
    /// Core sizes in logical px at the present zoom, in half px: sprites are baked anew for every size.
    double peopleCore() const;
    double caseCore() const;

    void setGround(std::shared_ptr<const MapGround> newGround);
    void groundOpened(std::shared_ptr<const Mbtiles> openedTiles);
    /// A ground is set and not open yet.
    bool isOpening() const { return ground && !m_opened; }
    void setEmphasis(Emphasis newEmphasis);
    /// The camera moved by itself (the page's handlers).
    void cameraReported(const Camera& reported);
    /// Marks of the kind changed: they and what is written beside them.
    void peopleChanged();

    /// The head of a message with the dirty parts; marks and atlas are the caller's.
    QJsonObject head() const;
    MarkFrame marks(double devicePixelRatio);

private:
    QJsonObject look() const;
    QJsonObject overlay() const;
    QJsonArray tones() const;

    std::unordered_map<std::uint32_t, int> m_gridIndex;
    bool m_opened = false;
};

} // namespace zs::map::web
