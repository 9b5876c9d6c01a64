// 地图: the map in the middle of the console. Chooses a surface, gives it the session's picture, and turns what is done on
// it into commands. GUI thread.
#pragma once

#include "ui/cases/CaseActions.h"
#include "ui/map/MapSurface.h"
#include "ui/map/panel/MapDrop.h"
#include "ui/map/panel/MapModel.h"
#include "zhongshu/Panel.h"

#include <QTimer>

#include <functional>
#include <memory>
#include <unordered_set>

class QMenu;
class QToolButton;

namespace zs::kit {
class HintCard;
}

namespace zs::map {

class Legend;
class ModeBanner;
class ScaleBar;
class ToolStrip;

/// How surfaces are made; handed in by main(), so that a build without WebEngine has no trace of it.
struct SurfaceFactories {
    using Make = std::function<MapSurface*(QWidget* parent)>; ///< never null; belongs to `parent`
    Make painter;
    Make web;                     ///< empty where WebEngine isn't built in or can't run
    /// What Auto means on this machine (map::resolveSurface of the web surface); empty: Painter.
    std::function<SurfaceKind(SurfaceKind)> resolve;
};

class MapPanel final : public sdk::Panel, public MapDropTarget {
    Q_OBJECT
public:
    /// `place` outlives the panel.
    MapPanel(const cases::Workplace& place, std::shared_ptr<const MapGround> ground, SurfaceFactories factories,
             SurfaceKind wish, QWidget* parent = nullptr);
    ~MapPanel() override;

    static sdk::PanelInfo panelInfo();
    sdk::PanelInfo info() const override { return panelInfo(); }

    MapSurface& surface() { return *m_surface; }
    SurfaceKind surfaceKind() const { return m_kind; } ///< Web or Painter
    const MapDrop& drops() const { return m_drops; }
    cases::CaseActions& actions() { return m_actions; }
    bool follows() const { return m_follow; }

public Q_SLOTS:
    /// Space: keeps the selected person, else the selected case, in the middle.
    void setFollow(bool follow);
    void showWholeCity();
    void zoomBy(double steps);

Q_SIGNALS:
    /// The surface showed its first complete frame.
    void surfaceReady();

public:
    // MapDropTarget
    bool accepts(const QMimeData& data) const override;
    bool dragOver(const QMimeData& data, const Hit& hit, QPoint at) override;
    void dragLeft() override;
    bool drop(const QMimeData& data, const Hit& hit) override;

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void makeSurface(SurfaceKind kind);
    void surfaceFailed(const QString& sentence);
    void buildTools();
    void words();
    void restyle();
    void placeOverlays();
    void cameraMoved();
    void refreshStatus();
    void refreshEmphasis();
    void setDragged(CaseId id);
    void followNow();

    void onHover(const Hit& hit, QPoint at);
    void onClick(const Hit& hit);
    void onMenu(const Hit& hit, QPoint at);
    void addDispatchEntry(QMenu& menu, const DropPlan& plan, CaseId id, const QString& words);
    void addCaseEntries(QMenu& menu, CaseId id);

    const cases::Workplace& m_place;
    std::shared_ptr<const MapGround> m_ground;
    SurfaceFactories m_factories;
    SurfaceKind m_kind = SurfaceKind::Painter;
    MapModel m_model;
    MapDrop m_drops;
    cases::CaseActions m_actions;
    MapSurface* m_surface = nullptr;      ///< child
    ToolStrip* m_tools = nullptr;         ///< children, as all below
    ModeBanner* m_banner = nullptr;
    Legend* m_legend = nullptr;
    ScaleBar* m_scale = nullptr;
    kit::HintCard* m_hint = nullptr;
    struct LayerButton { MapLayer layer; QToolButton* button; };
    std::vector<LayerButton> m_layers;
    QToolButton* m_zoomIn = nullptr;
    QToolButton* m_zoomOut = nullptr;
    QToolButton* m_home = nullptr;
    QToolButton* m_followButton = nullptr;
    QTimer m_second;

    CaseId m_dragged;
    std::vector<PersonId> m_legal;        ///< of m_dragged
    std::vector<std::pair<std::uint64_t, QString>> m_best; ///< the first candidates, numbered
    DropPlan m_plan;                      ///< under the pointer
    Hit m_planAt;
    bool m_follow = false, m_fitted = false;
};

} // namespace zs::map
