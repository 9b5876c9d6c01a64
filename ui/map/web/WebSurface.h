// The map in a web engine, for machines with a GPU: MapLibre on our own locked page (maps/page). All truth is here: the
// page asks for what it lacks by a long poll, so a reload or a dead renderer only means that it asks for everything again.
// What is drawn is told as it is now, never as a list of changes; calls between two polls are merged.
#pragma once

#include "ui/map/MapSurface.h"

#include <QElapsedTimer>
#include <QTimer>

#include <deque>
#include <memory>

class QUrlQuery;
class QWebEngineProfile;

namespace zs::map {

class Mbtiles;

namespace web {
class MapPage;
class MapView;
class SchemeHandler;
struct Scene;
} // namespace web

/// Before the first one: registerMapScheme(), prepareWebEnvironment() (WebEnvironment.h); webSurfaceObstacle() is empty.
class WebSurface final : public MapSurface {
    Q_OBJECT
public:
    explicit WebSurface(QWidget* parent = nullptr);
    ~WebSurface() override;

    void setGround(std::shared_ptr<const MapGround> ground) override;
    void setTheme(const kit::Theme& theme) override;
    void setLanguage(domain::Language language) override;
    void setLayerShown(MapLayer layer, bool shown) override;
    void setPeople(std::vector<Mark> people) override;
    void setCases(std::vector<Mark> cases) override;
    void setEmphasis(Emphasis emphasis) override;
    /// What the page last reported, or what was asked since.
    Camera camera() const override;
    void setCamera(const Camera& camera) override;
    Hit hitTest(QPointF widget) const override;
    void setDropTarget(MapDropTarget* target) override;
    void settle(std::function<void()> done) override;
    QImage picture() override;

    /// The renderer's process, 0 while there is none.
    qint64 rendererPid() const;
    web::MapPage& page() { return *m_page; }

Q_SIGNALS:
    /// The page has taken this message and asked for the next: what it held is drawn with the next frame. For
    /// measurements; messages count up from 1, and one may hold several calls.
    void taken(quint32 message);

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Waiting {
        int id;
        std::function<void()> done;
        bool sent = false; ///< the page has been asked
    };
    enum class Load { Starting, Ready, Failed };

    void takeReport(const QUrlQuery& report);
    void takeCamera(const QUrlQuery& report);
    void pagePolled(quint32 seq);
    void flushSoon();
    void flush();
    void rendererEnded();
    void fail(const QString& sentence);
    void settled(int id);
    void openGround();
    void emitHover(QPointF at);
    void keyboardMenu();

    std::unique_ptr<web::Scene> m_scene;
    std::unique_ptr<web::SchemeHandler> m_handler;
    std::unique_ptr<QWebEngineProfile> m_profile;
    std::unique_ptr<web::MapPage> m_page;
    web::MapView* m_view = nullptr; // child
    QTimer m_flush;
    QTimer m_watch;     ///< a page that isn't ready by then won't be
    QElapsedTimer m_clock;
    std::deque<qint64> m_crashes; ///< ms of m_clock
    std::vector<Waiting> m_waiting; ///< settle()
    int m_lastWaiting = 0;
    quint32 m_seq = 0;
    Load m_load = Load::Starting;
    bool m_everReady = false;
};

} // namespace zs::map
