// The native map: tiles painted by a thread pool, symbols blitted straight into the window's backing store.
#pragma once

#include "ui/map/HitIndex.h"
#include "ui/map/MapStyle.h"
#include "ui/map/MapSurface.h"
#include "ui/map/painter/EmphasisLayer.h"
#include "ui/map/painter/Sprites.h"
#include "ui/map/painter/TileStore.h"

#include <QThreadPool>
#include <QTimer>

#include <map>
#include <memory>
#include <vector>

namespace zs::map {

class PainterSurface final : public MapSurface {
    Q_OBJECT
public:
    PainterSurface(MapStyle style, const kit::Theme& theme, QWidget* parent = nullptr);
    /// With the built-in style; the theme comes with setTheme().
    explicit PainterSurface(QWidget* parent = nullptr);
    ~PainterSurface() override;

    void setGround(std::shared_ptr<const MapGround> ground) override;
    void setTheme(const kit::Theme& theme) override;
    void setLanguage(domain::Language language) override;
    void setLayerShown(MapLayer layer, bool shown) override;
    void setPeople(std::vector<Mark> people) override;
    void setCases(std::vector<Mark> cases) override;
    void setEmphasis(Emphasis emphasis) override;
    Camera camera() const override { return m_camera; }
    void setCamera(const Camera& camera) override;
    Hit hitTest(QPointF widget) const override;
    void setDropTarget(MapDropTarget* target) override { m_dropTarget = target; }
    void settle(std::function<void()> done) override;
    QImage picture() override { return render(devicePixelRatioF()); }

    QSize sizeHint() const override { return {1030, 738}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragMoveEvent(QDragMoveEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    /// One frame's measures, all in device px.
    struct View {
        double dpr = 1, zoom = 0;
        double world = 256;            ///< the whole world
        std::int64_t left = 0, top = 0; ///< world px of the surface's top left; whole, so that tiles meet
        QSize size;
        QPoint at(double x, double y) const;
    };
    View view(double dpr) const;

    void rebuildScene();
    void cameraMoved();
    void wantTiles();
    void tileArrived(const TileSpot& spot);
    void answerWaiting();
    std::vector<TileSpot> visibleSpots(const View& view) const;
    std::vector<TileSpot> overviewSpots(double dpr) const;
    bool isComplete(const View& view);

    void compose(QPainter& p, const Canvas& canvas, const std::vector<QRect>& clips, const View& view);
    void composeGround(QPainter& p, const Canvas& canvas, const std::vector<QRect>& clips, const View& view);
    void composeStandIn(QPainter& p, const QRegion& missing, const View& view);
    void queueMarks(const View& view);
    void paintAbove(QPainter& p, const View& view);
    QImage render(double dpr);
    SpriteAtlas& atlas(double core, double dpr);
    double peopleCore(double zoom) const;
    double caseCore(double zoom) const;

    void zoomAt(QPointF widget, double zoom);
    void panBy(QPointF widget);
    Hit hitFor(const QDropEvent& event) const;

    std::shared_ptr<const MapStyle> m_style;
    kit::Theme m_theme;
    domain::Language m_language = domain::Language::Chinese;
    bool m_showGrids = true, m_showPeople = true, m_showCases = true, m_showLabels = true;
    Camera m_camera{{113.75, 22.95}, 10};

    std::shared_ptr<const MapGround> m_source;        ///< the newest that was set
    std::shared_ptr<const PreparedGround> m_ground;   ///< null until prepared
    std::shared_ptr<const BasemapPaths> m_basemap;
    TileStore m_tiles;
    std::vector<TileStore::Key> m_standIns;           ///< squares of the last complete frame
    HitIndex m_hits;
    EmphasisLayer m_emphasis;
    std::map<std::pair<int, int>, std::unique_ptr<SpriteAtlas>> m_atlases; ///< by core and dpr in hundredths
    SpriteQueue m_queue;
    struct Above { QPoint at; kit::SymbolCode code; double core; };
    std::vector<Above> m_above;                       ///< marked symbols, drawn over the others

    std::vector<std::function<void()>> m_waiting;     ///< settle()
    MapDropTarget* m_dropTarget = nullptr;
    bool m_saidReady = false, m_pressed = false, m_panning = false, m_dragOver = false;
    QPointF m_pressAt, m_panFrom;
    QTimer m_fillIn;                                  ///< squares that arrived before the picture is whole
    QThreadPool m_preparing;                          ///< last: its threads end before anything they call goes
};

} // namespace zs::map
