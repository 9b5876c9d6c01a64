#include "tests/bench/map/peers/PeerView.h"

#include "geo/Mercator.h"

#include <QBuffer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPointer>
#include <QUrlQuery>
#include <QWebEnginePage>
#include <QWebEngineProfile>
#include <QWebEngineUrlRequestJob>
#include <QWebEngineUrlSchemeHandler>

#include <cstring>

// Q_INIT_RESOURCE must stand outside of every namespace.
static void initPeerPages()
{
    Q_INIT_RESOURCE(zs_benchpeers);
}

namespace zs::bench {

namespace {

QJsonArray pair(GeoPoint p)
{
    return {p.lon, p.lat};
}

QJsonArray coordinates(const GeoShape& shape)
{
    QJsonArray polygons;
    for (const GeoPolygon& polygon : shape) {
        QJsonArray rings;
        for (const GeoRing& ring : polygon) {
            QJsonArray points;
            for (const GeoPoint& p : ring)
                points.append(pair(p));
            if (!ring.empty())
                points.append(pair(ring.front()));
            rings.append(points);
        }
        polygons.append(rings);
    }
    return polygons;
}

QByteArray cityJson(const PeerView::City& city)
{
    QJsonArray grids, cases;
    for (const auto& grid : city.ground->grids)
        grids.append(QJsonObject{{"type", "Feature"},
                                 {"properties", QJsonObject()},
                                 {"geometry", QJsonObject{{"type", "MultiPolygon"}, {"coordinates", coordinates(grid.shape)}}}});
    for (const map::Mark& mark : city.cases)
        cases.append(pair(geo::toGeo({mark.x, mark.y})));
    return QJsonDocument(QJsonObject{{"grids", QJsonObject{{"type", "FeatureCollection"}, {"features", grids}}},
                                     {"cases", cases},
                                     {"centre", pair(city.camera.centre)},
                                     {"zoom", city.camera.zoom}})
        .toJson(QJsonDocument::Compact);
}

QByteArray frameOf(quint32 seq, const std::vector<map::Mark>& people)
{
    QByteArray out(static_cast<qsizetype>(8 + people.size() * 12), Qt::Uninitialized);
    const quint32 head[2] = {seq, static_cast<quint32>(people.size())};
    std::memcpy(out.data(), head, sizeof head);
    char* at = out.data() + sizeof head;
    for (const map::Mark& mark : people) {
        const GeoPoint place = geo::toGeo({mark.x, mark.y});
        const float values[3] = {static_cast<float>(place.lon), static_cast<float>(place.lat),
                                 static_cast<float>(kit::symbolOf(mark.symbol).fill)};
        std::memcpy(at, values, sizeof values);
        at += sizeof values;
    }
    return out;
}

} // namespace

const char* peerName(Peer peer)
{
    switch (peer) {
    case Peer::LeafletCanvas: return "leaflet-canvas";
    case Peer::LeafletSvg: return "leaflet-svg";
    case Peer::SetData: return "maplibre-setdata";
    }
    return "";
}

class PeerView::Handler final : public QWebEngineUrlSchemeHandler {
public:
    Handler(PeerView& view, Peer peer, QByteArray city)
        : m_view(view), m_base(peer == Peer::SetData ? "setdata" : "leaflet"), m_city(std::move(city))
    {
        initPeerPages();
    }

    void send(QByteArray frame)
    {
        m_next = std::move(frame);
        answerPoll();
    }

    void requestStarted(QWebEngineUrlRequestJob* job) override
    {
        const QUrl url = job->requestUrl();
        const QString path = url.path();
        if (path == u"/live") {
            m_poll = job;
            answerPoll();
        } else if (path == u"/report") {
            answer(job, "text/plain", {});
            report(QUrlQuery(url));
        } else if (path == u"/city.json") {
            answer(job, "application/json", m_city);
        } else if (path == u"/page.html") {
            file(job, "page.html", "text/html");
        } else if (path == u"/peer.js") {
            file(job, m_base + ".js", "text/javascript");
        } else if (path == u"/peer.css") {
            file(job, m_base + ".css", "text/css");
        } else if (path == u"/worker.js") {
            file(job, "worker.js", "text/javascript");
        } else {
            job->fail(QWebEngineUrlRequestJob::UrlNotFound);
        }
    }

private:
    static void answer(QWebEngineUrlRequestJob* job, const QByteArray& mime, const QByteArray& bytes)
    {
        auto* buffer = new QBuffer(job);
        buffer->setData(bytes);
        buffer->open(QIODevice::ReadOnly);
        job->reply(mime, buffer);
    }

    static void file(QWebEngineUrlRequestJob* job, const QByteArray& name, const QByteArray& mime)
    {
        QFile resource(QStringLiteral(":/benchpeers/") + QString::fromLatin1(name));
        if (resource.open(QIODevice::ReadOnly))
            answer(job, mime, resource.readAll());
        else
            job->fail(QWebEngineUrlRequestJob::UrlNotFound);
    }

    void answerPoll()
    {
        if (m_poll && !m_next.isEmpty()) {
            answer(m_poll, "application/octet-stream", std::exchange(m_next, {}));
            m_poll.clear();
        }
    }

    void report(const QUrlQuery& query)
    {
        const QString what = query.queryItemValue(QStringLiteral("what"));
        if (what == u"ready")
            Q_EMIT m_view.ready();
        else if (what == u"drawn")
            Q_EMIT m_view.drawn(query.queryItemValue(QStringLiteral("seq")).toUInt());
        else if (what == u"failed")
            Q_EMIT m_view.failed(query.queryItemValue(QStringLiteral("reason"), QUrl::FullyDecoded));
    }

    PeerView& m_view;
    QByteArray m_base;
    QByteArray m_city;
    QByteArray m_next;
    QPointer<QWebEngineUrlRequestJob> m_poll;
};

PeerView::PeerView(Peer peer, const City& city)
    : m_handler(std::make_unique<Handler>(*this, peer, cityJson(city))), m_profile(std::make_unique<QWebEngineProfile>()),
      m_page(std::make_unique<QWebEnginePage>(m_profile.get()))
{
    m_profile->installUrlSchemeHandler("map", m_handler.get());
    setPage(m_page.get());
    m_page->load(QUrl(peer == Peer::LeafletSvg ? QStringLiteral("map://app/page.html?svg")
                                               : QStringLiteral("map://app/page.html")));
}

PeerView::~PeerView()
{
    setPage(nullptr);
}

void PeerView::setPeople(const std::vector<map::Mark>& people)
{
    m_handler->send(frameOf(++m_seq, people));
}

} // namespace zs::bench
