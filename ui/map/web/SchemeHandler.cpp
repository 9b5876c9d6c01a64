#include "ui/map/web/SchemeHandler.h"

#include "ui/map/Mbtiles.h"
#include "ui/map/web/GroundJson.h"
#include "ui/map/web/GroundTiles.h"

#include <QBuffer>
#include <QFile>

// Q_INIT_RESOURCE must stand outside of every namespace.
static void initMapPage()
{
    Q_INIT_RESOURCE(zs_mappage);
}

namespace zs::map::web {

namespace {

struct PageFile {
    const char* path;
    const char* mime;
};
constexpr PageFile kFiles[] = {
    {"/page.html", "text/html; charset=utf-8"},
    {"/page.js", "text/javascript; charset=utf-8"},
    {"/page.css", "text/css; charset=utf-8"},
    {"/worker.js", "text/javascript; charset=utf-8"},
};

const QByteArray kJson = QByteArrayLiteral("application/json");
const QByteArray kBytes = QByteArrayLiteral("application/octet-stream");

void answer(QWebEngineUrlRequestJob* job, const QByteArray& mime, const QByteArray& bytes)
{
    auto* buffer = new QBuffer(job);
    buffer->setData(bytes);
    buffer->open(QIODevice::ReadOnly);
    job->reply(mime, buffer);
}

} // namespace

SchemeHandler::SchemeHandler(QObject* parent) : QWebEngineUrlSchemeHandler(parent)
{
    initMapPage();
    // Two: SQLite and unpacking are quick, and the renderer wants the processor too.
    m_pool.setMaxThreadCount(2);
}

SchemeHandler::~SchemeHandler()
{
    m_pool.clear();
    m_pool.waitForDone();
}

void SchemeHandler::answerPoll(const QByteArray& message)
{
    if (m_poll)
        answer(m_poll, kBytes, message);
    m_poll.clear();
}

std::optional<geo::TileKey> SchemeHandler::tileOf(const QString& path, QStringView kind, quint32 serial)
{
    const auto parts = QStringView(path).split(u'/');
    if (parts.size() != 6 || parts[1] != kind)
        return std::nullopt;
    std::array<quint32, 4> numbers{};
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        bool ok = false;
        numbers[i] = parts[static_cast<qsizetype>(i) + 2].toUInt(&ok);
        if (!ok)
            return std::nullopt;
    }
    const geo::TileKey key{numbers[1], numbers[2], numbers[3]};
    if (numbers[0] != serial || key.z > 24 || key.x >= (1u << key.z) || key.y >= (1u << key.z))
        return std::nullopt;
    return key;
}

void SchemeHandler::requestStarted(QWebEngineUrlRequestJob* job)
{
    const QUrl url = job->requestUrl();
    if (url.host() != u"app" || url.port() != -1) {
        job->fail(QWebEngineUrlRequestJob::RequestDenied);
        return;
    }
    if (job->requestMethod() != "GET") {
        job->fail(QWebEngineUrlRequestJob::RequestDenied);
        return;
    }
    const QString path = url.path();
    if (path == u"/live") {
        // A second poll means that the first one's page has gone or given up.
        if (m_poll)
            m_poll->fail(QWebEngineUrlRequestJob::RequestAborted);
        m_poll = job;
        Q_EMIT polled(QUrlQuery(url).queryItemValue(QStringLiteral("seq")).toUInt());
    } else if (path == u"/report") {
        answer(job, kBytes, {});
        Q_EMIT reported(QUrlQuery(url));
    } else if (!answerFile(job, path) && !answerTile(job, path) && !answerGround(job, path)) {
        job->fail(QWebEngineUrlRequestJob::UrlNotFound);
    }
}

bool SchemeHandler::answerFile(QWebEngineUrlRequestJob* job, const QString& path)
{
    for (const PageFile& file : kFiles) {
        if (path != QLatin1String(file.path))
            continue;
        auto* resource = new QFile(QStringLiteral(":/mappage") + path, job);
        if (!resource->open(QIODevice::ReadOnly))
            return false;
        job->reply(file.mime, resource);
        return true;
    }
    return false;
}

bool SchemeHandler::answerTile(QWebEngineUrlRequestJob* job, const QString& path)
{
    if (const auto key = tileOf(path, u"ground", m_ground.serial); key && m_ground.outlines) {
        answerLater(job, kBytes, [outlines = m_ground.outlines, key = *key] { return outlines->tile(key); });
        return true;
    }
    if (const auto key = tileOf(path, u"tile", m_ground.serial); key && m_ground.tiles) {
        answerLater(job, kBytes, [tiles = m_ground.tiles, key = *key] {
            const auto tile = tiles->tile(key);
            return tile ? QByteArray::fromStdString(*tile) : QByteArray();
        });
        return true;
    }
    return false;
}

bool SchemeHandler::answerGround(QWebEngineUrlRequestJob* job, const QString& path)
{
    if (!m_ground.names || path != QStringLiteral("/ground/%1/labels.json").arg(m_ground.serial))
        return false;
    answerLater(job, kJson, [ground = m_ground.names] { return labelsJson(*ground); });
    return true;
}

void SchemeHandler::answerLater(QWebEngineUrlRequestJob* job, const QByteArray& mime, Maker maker)
{
    m_pool.start([this, guard = QPointer(job), mime, maker = std::move(maker)]() mutable {
        // The job may go at any moment; only the GUI thread looks at it. The destructor waits for this thread, so `this`
        // is there, and an event that is still queued goes with it.
        QMetaObject::invokeMethod(this, [guard = std::move(guard), mime, bytes = maker()] {
            if (guard)
                answer(guard, mime, bytes);
        });
    });
}

} // namespace zs::map::web
