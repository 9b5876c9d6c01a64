// Two surfaces as one. The stand-in is there at once and works; the chosen one comes up behind it and takes over when it has
// drawn everything that the stand-in shows: same camera, layers, marks, emphasis. When the chosen one is interrupted (its
// renderer ended), a new stand-in goes on until it has recovered; when it fails for good, the stand-in stays.
// GUI thread.
#pragma once

#include "ui/map/MapSurface.h"

#include <array>

namespace zs::map {

class StandInSurface final : public MapSurface {
    Q_OBJECT
public:
    using Make = std::function<MapSurface*(QWidget* parent)>; ///< never null; belongs to `parent`
    /// `standIn` is called now and after every interruption, `chosen` once, when the stand-in shows its first whole frame:
    /// nothing that takes long may come before it.
    StandInSurface(Make standIn, Make chosen, QWidget* parent = nullptr);
    ~StandInSurface() override;

    enum class Front { StandIn, Chosen };
    Front front() const { return m_front == m_chosen ? Front::Chosen : Front::StandIn; }
    MapSurface* chosen() { return m_chosen; } ///< null until it is made and after it failed

    void setGround(std::shared_ptr<const MapGround> ground) override;
    void setTheme(const kit::Theme& theme) override;
    void setLanguage(domain::Language language) override;
    void setLayerShown(MapLayer layer, bool shown) override;
    void setPeople(std::vector<Mark> people) override;
    void setCases(std::vector<Mark> cases) override;
    void setEmphasis(Emphasis emphasis) override;
    Camera camera() const override { return m_front->camera(); }
    void setCamera(const Camera& camera) override { m_front->setCamera(camera); }
    Hit hitTest(QPointF widget) const override { return m_front->hitTest(widget); }
    void setDropTarget(MapDropTarget* target) override;
    void settle(std::function<void()> done) override;
    QImage picture() override { return m_front->picture(); }

Q_SIGNALS:
    void tookOver();    ///< the chosen one is in front now
    void steppedBack(); ///< the stand-in is in front again

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void makeStandIn();
    void makeChosen();
    void chosenInterrupted();
    void chosenFailed(const QString& sentence);
    void tell(MapSurface& surface) const;
    void bringToFront(MapSurface& surface);
    void frontMoved();
    void prepareTakeover();
    void takeOver();
    void askFront(int waiting);
    template <class Call>
    void toBoth(const Call& call);
    void tellMarks(MapSurface& surface);

    Make m_makeStandIn, m_makeChosen;
    MapSurface* m_standIn = nullptr; ///< children, as all surfaces
    MapSurface* m_chosen = nullptr;
    MapSurface* m_front = nullptr;
    std::vector<QMetaObject::Connection> m_frontSignals;
    MapDropTarget* m_target = nullptr;

    // What was told, for a surface that comes later.
    std::shared_ptr<const MapGround> m_ground;
    std::optional<kit::Theme> m_theme;
    domain::Language m_language = domain::Language::Chinese;
    std::array<bool, 4> m_shown{true, true, true, true}; ///< by MapLayer
    std::vector<Mark> m_people, m_cases;
    Emphasis m_emphasis;

    /// Whoever waits for the picture gets that of whoever is in front by then.
    struct Waiting { int id; std::function<void()> done; };
    std::vector<Waiting> m_waiting;
    int m_lastWaiting = 0;

    bool m_marksMoved = false;       ///< since both were told
    bool m_saidReady = false;
    bool m_chosenDraws = false;      ///< it has a page, and that has drawn once
    bool m_preparing = false;        ///< a settle() of the chosen one is under way
    std::uint64_t m_revision = 0;    ///< counts what would make the two pictures differ
};

} // namespace zs::map
