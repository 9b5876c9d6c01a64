// A peer of ours in a web view: the same grids, cases and people, fed over the same transport as the web surface has.
#pragma once

#include "ui/map/MapSurface.h"

#include <QWebEngineView>

#include <memory>

class QWebEngineProfile;

namespace zs::bench {

enum class Peer {
    LeafletCanvas, ///< circleMarkers, canvas renderer
    LeafletSvg,    ///< circleMarkers, Leaflet's default renderer
    SetData,       ///< MapLibre, GeoJSON source replaced by setData
};
const char* peerName(Peer peer);

/// GUI thread. map::registerMapScheme() and map::prepareWebEnvironment() come first.
class PeerView final : public QWebEngineView {
    Q_OBJECT
public:
    struct City {
        std::shared_ptr<const map::MapGround> ground;
        std::vector<map::Mark> cases;
        map::Camera camera;
    };
    PeerView(Peer peer, const City& city);
    ~PeerView() override;

    /// Replaces all people: the next update. One that the page hasn't taken yet is replaced by it.
    void setPeople(const std::vector<map::Mark>& people);
    quint32 sent() const { return m_seq; } ///< updates given so far

Q_SIGNALS:
    void ready();
    void drawn(quint32 seq); ///< the page has drawn this update
    void failed(const QString& reason);

private:
    class Handler;
    std::unique_ptr<Handler> m_handler;
    std::unique_ptr<QWebEngineProfile> m_profile;
    std::unique_ptr<QWebEnginePage> m_page;
    quint32 m_seq = 0;
};

} // namespace zs::bench
