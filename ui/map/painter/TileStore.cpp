#include "ui/map/painter/TileStore.h"

#include <QMetaObject>
#include <QThread>

#include <algorithm>
#include <bit>
#include <deque>
#include <mutex>

namespace zs::map {

namespace {
constexpr std::size_t kLeastRoom = 96; ///< 1 MB each
} // namespace

/// Lives as long as a thread paints; `store` is only touched on the GUI thread, through queued calls that die with it.
struct TileStore::Queue {
    std::mutex lock;
    std::deque<Key> wanted;
    std::vector<Key> painting;
    std::shared_ptr<const GroundScene> scene;
    int threads = 0, most = 1;
};

std::size_t TileStore::KeyHash::operator()(const Key& key) const noexcept
{
    std::size_t h = std::hash<std::int64_t>{}(key.spot.x);
    const auto mix = [&h](std::size_t v) { h ^= v + 0x9e3779b97f4a7c15ull + (h << 6) + (h >> 2); };
    mix(std::hash<std::int64_t>{}(key.spot.y));
    mix(std::bit_cast<std::uint64_t>(key.spot.zoom));
    mix(std::bit_cast<std::uint64_t>(key.spot.dpr));
    mix(key.scene * 2u + (key.spot.overview ? 1u : 0u));
    return h;
}

TileStore::TileStore(QObject* parent) : QObject(parent), m_queue(std::make_shared<Queue>()), m_room(kLeastRoom)
{
    m_queue->most = std::clamp(QThread::idealThreadCount(), 1, 4);
    m_pool.setMaxThreadCount(m_queue->most);
    m_pool.setThreadPriority(QThread::LowPriority);
}

TileStore::~TileStore()
{
    {
        const std::lock_guard lock(m_queue->lock);
        m_queue->wanted.clear();
    }
    m_pool.waitForDone();
}

void TileStore::setScene(std::shared_ptr<const GroundScene> scene)
{
    ++m_scene;
    const std::lock_guard lock(m_queue->lock);
    m_queue->scene = std::move(scene);
    m_queue->wanted.clear();
}

void TileStore::want(std::vector<TileSpot> spots)
{
    m_room = std::max(kLeastRoom, 2 * spots.size());
    int more = 0;
    {
        const std::lock_guard lock(m_queue->lock);
        m_queue->wanted.clear();
        if (!m_queue->scene)
            return;
        for (const TileSpot& spot : spots) {
            const Key key{spot, m_scene};
            const bool busy = std::find(m_queue->painting.begin(), m_queue->painting.end(), key) != m_queue->painting.end();
            if (!busy && !m_where.contains(key))
                m_queue->wanted.push_back(key);
        }
        more = std::min(static_cast<int>(m_queue->wanted.size()), m_queue->most - m_queue->threads);
        m_queue->threads += std::max(0, more);
    }
    for (int i = 0; i < more; ++i) {
        m_pool.start([this, queue = m_queue] {
            for (;;) {
                Key key;
                std::shared_ptr<const GroundScene> scene;
                {
                    const std::lock_guard lock(queue->lock);
                    if (queue->wanted.empty()) {
                        --queue->threads;
                        return;
                    }
                    key = queue->wanted.front();
                    queue->wanted.pop_front();
                    queue->painting.push_back(key);
                    scene = queue->scene;
                }
                QImage image = scene->paint(key.spot);
                // The store waits for this thread before it goes; the call itself is dropped with its receiver.
                QMetaObject::invokeMethod(
                    this, [this, key, image = std::move(image)]() mutable { take(key, std::move(image)); },
                    Qt::QueuedConnection);
            }
        });
    }
}

void TileStore::take(const Key& key, QImage image)
{
    {
        const std::lock_guard lock(m_queue->lock);
        std::erase(m_queue->painting, key);
    }
    if (!m_where.contains(key)) {
        m_kept.push_front({key, std::move(image)});
        m_where.emplace(key, m_kept.begin());
        while (m_kept.size() > m_room) {
            m_where.erase(m_kept.back().key);
            m_kept.pop_back();
        }
    }
    Q_EMIT arrived(key.spot);
}

const QImage* TileStore::find(const Key& key)
{
    const auto found = m_where.find(key);
    if (found == m_where.end())
        return nullptr;
    m_kept.splice(m_kept.begin(), m_kept, found->second);
    return &found->second->image;
}

bool TileStore::isIdle() const
{
    const std::lock_guard lock(m_queue->lock);
    return m_queue->wanted.empty() && m_queue->painting.empty();
}

} // namespace zs::map
