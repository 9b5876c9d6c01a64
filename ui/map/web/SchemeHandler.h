// Answers map://app/…: the page's own files out of the program, tiles by number out of the MBTiles file and out of the
// ground, the long poll of live messages, and the page's reports. No path of a file ever comes from a URL.
// Lives on the GUI thread; what takes time is made in a small pool.
#pragma once

#include "geo/Mercator.h"
#include "ui/map/MapSurface.h"

#include <QPointer>
#include <QThreadPool>
#include <QUrlQuery>
#include <QWebEngineUrlRequestJob>
#include <QWebEngineUrlSchemeHandler>

#include <functional>
#include <optional>

namespace zs::map {
class Mbtiles;
}

namespace zs::map::web {

class GroundTiles;

class SchemeHandler final : public QWebEngineUrlSchemeHandler {
    Q_OBJECT
public:
    explicit SchemeHandler(QObject* parent = nullptr);
    ~SchemeHandler() override;

    struct Ground {
        std::shared_ptr<const MapGround> names;
        std::shared_ptr<const GroundTiles> outlines;
        std::shared_ptr<const Mbtiles> tiles; ///< null: no base map
        quint32 serial = 0;                   ///< is in the addresses, so nothing old is ever taken for new
    };
    void setGround(Ground ground) { m_ground = std::move(ground); }

    bool isPolled() const { return !m_poll.isNull(); }
    /// Answers the waiting poll. Only while isPolled().
    void answerPoll(const QByteArray& message);

    /// The tile of an address "/KIND/SERIAL/Z/X/Y", if it is of that kind and serial and within the world.
    static std::optional<geo::TileKey> tileOf(const QString& path, QStringView kind, quint32 serial);

    void requestStarted(QWebEngineUrlRequestJob* job) override;

Q_SIGNALS:
    /// A poll waits for a message; the page's last one was `seq`, 0 = it has nothing.
    void polled(quint32 seq);
    void reported(const QUrlQuery& report);

private:
    using Maker = std::function<QByteArray()>;
    void answerLater(QWebEngineUrlRequestJob* job, const QByteArray& mime, Maker maker);
    bool answerFile(QWebEngineUrlRequestJob* job, const QString& path);
    bool answerGround(QWebEngineUrlRequestJob* job, const QString& path);
    bool answerTile(QWebEngineUrlRequestJob* job, const QString& path);

    QThreadPool m_pool;
    QPointer<QWebEngineUrlRequestJob> m_poll;
    Ground m_ground;
};

} // namespace zs::map::web
