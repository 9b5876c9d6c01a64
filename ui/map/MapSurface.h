// The contract of the map. Two surfaces keep it: painter/ (native) and web/ (WebEngine + MapLibre); the same tests run
// against both. A surface draws and reports; it holds no truth: after a crash or a reload it is given everything again.
// GUI thread only. No call waits.
#pragma once

#include "base/GeoPoint.h"
#include "base/StrongId.h"
#include "domain/LocalText.h"
#include "ui/kit/Symbol.h"
#include "ui/kit/Theme.h"

#include <QImage>
#include <QPointF>
#include <QWidget>

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

class QMimeData;

namespace zs::map {

/// Web-mercator camera. At zoom z the world is 256·2^z device-independent pixels wide; z in [minZoom, maxZoom].
struct Camera {
    GeoPoint centre;
    double zoom = 11;
    bool operator==(const Camera&) const = default;
};
inline constexpr double minZoom = 6, maxZoom = 18;

enum class MapLayer { Grids, People, Cases, Labels };

/// One point that moves or changes often. `x`, `y`: world coordinates 0…1 (geo/Mercator.h), y down.
struct Mark {
    double x = 0;
    double y = 0;
    std::uint64_t id = 0;          ///< PersonId or CaseId value
    kit::SymbolCode symbol{};      ///< shape, fill, ring, attention, freshness, badge (ui/kit/Symbol.h)
};

struct GridArea {
    GridId id;
    GeoShape shape;
};
struct TownArea {
    TownId id;
    GeoShape shape;
};

enum class LabelRank : std::uint8_t { City, District, Town, Community, Grid }; ///< most important first
/// A name on the ground. How it looks and from which zoom it is shown: "labels" of maps/style/style.json, by rank.
struct MapLabel {
    GeoPoint place;
    domain::LocalText text;
    LabelRank rank = LabelRank::Town;
};

/// What stays while the program runs: outlines from the city pack and the tiles under them.
struct MapGround {
    QString mbtiles;               ///< path; empty = no basemap
    GeoBounds bounds;
    std::vector<TownArea> towns;
    std::vector<GridArea> grids;
    std::vector<MapLabel> labels;  ///< the only names that are drawn; places of the tiles aren't (CityGround.h makes them)
};

enum class GridTone : std::uint8_t { Normal, Muted, Legal, Hover, Selected, Illegal };

struct Hit {
    enum class Kind { Nothing, Person, Case, Grid };
    Kind kind = Kind::Nothing;
    std::uint64_t id = 0;
    GeoPoint place;                ///< of the thing for people and cases, of the pointer otherwise
    bool operator==(const Hit&) const = default;
};

/// Drawn above the marks: who can take a dragged case, where it would go, what is selected.
struct Emphasis {
    std::vector<std::uint64_t> legalPeople;      ///< blue ring; others fade while the vector isn't empty or `dragging`
    std::vector<std::uint64_t> alsoLegal;        ///< legal too, but so many that rings would flood the map: they just don't fade
    std::optional<std::uint64_t> hoverPerson;    ///< thick ring
    std::optional<std::uint64_t> selectedPerson;
    std::optional<std::uint64_t> selectedCase;
    struct Line { GeoPoint from, to; QString label; };
    std::optional<Line> line;                    ///< dashed, with its label beside the middle
    std::vector<std::pair<GridId, GridTone>> grids; ///< a grid may be muted and have one other tone, which comes later
    std::vector<std::pair<std::uint64_t, QString>> personLabels; ///< "1 李伟"
    bool dragging = false;
};

/// Asked by the surface while something is dragged over it. Implemented by the panel.
class MapDropTarget {
public:
    virtual ~MapDropTarget() = default;
    virtual bool accepts(const QMimeData& data) const = 0;
    /// True if a drop here would be legal. `at` in widget pixels.
    virtual bool dragOver(const QMimeData& data, const Hit& hit, QPoint at) = 0;
    virtual void dragLeft() = 0;
    virtual bool drop(const QMimeData& data, const Hit& hit) = 0;
};

class MapSurface : public QWidget {
    Q_OBJECT
public:
    using QWidget::QWidget;

    virtual void setGround(std::shared_ptr<const MapGround> ground) = 0;
    virtual void setTheme(const kit::Theme& theme) = 0;
    virtual void setLanguage(domain::Language language) = 0;
    virtual void setLayerShown(MapLayer layer, bool shown) = 0;
    /// Replaces all marks of a kind. Drawn with the next frame; calls between frames are merged.
    virtual void setPeople(std::vector<Mark> people) = 0;
    virtual void setCases(std::vector<Mark> cases) = 0;
    virtual void setEmphasis(Emphasis emphasis) = 0;

    virtual Camera camera() const = 0;
    virtual void setCamera(const Camera& camera) = 0;
    /// Shows `bounds` whole, with a margin of 24 px.
    void fit(const GeoBounds& bounds);
    QPointF toWidget(GeoPoint place) const;
    GeoPoint toPlace(QPointF widget) const;
    /// What lies under a widget pixel: a case or person within reach (people first while dragging), else the grid.
    virtual Hit hitTest(QPointF widget) const = 0;

    virtual void setDropTarget(MapDropTarget* target) = 0; ///< not owned, may be null; outlives the surface or is reset
    /// Calls back once, when everything asked for so far is drawn (tiles loaded); never from within the call.
    virtual void settle(std::function<void()> done) = 0;
    virtual QImage picture() = 0;        ///< as drawn now
    /// The picture once it has settled.
    void capture(std::function<void(QImage)> done);

Q_SIGNALS:
    void ready();                        ///< the first complete frame is on screen
    void cameraChanged();
    void hovered(const zs::map::Hit& hit, QPoint at);
    void clicked(const zs::map::Hit& hit);
    void contextMenuAt(const zs::map::Hit& hit, QPoint at);
    void interrupted();                  ///< nothing can be drawn for the moment (renderer gone); recovered() or failed() follows
    void recovered();                    ///< drawn whole again after an interruption
    void failed(const QString& sentence); ///< the surface can't go on (renderer gone): the panel may put the other one in
};

enum class SurfaceKind { Auto, Web, Painter };

} // namespace zs::map
