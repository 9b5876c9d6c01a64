// Painted squares of the ground: asked for by the surface, painted by a thread pool, kept until they are old. GUI thread.
#pragma once

#include "ui/map/painter/GroundScene.h"

#include <QObject>
#include <QThreadPool>

#include <functional>
#include <list>
#include <memory>
#include <unordered_map>
#include <vector>

namespace zs::map {

class TileStore final : public QObject {
    Q_OBJECT
public:
    explicit TileStore(QObject* parent = nullptr);
    ~TileStore() override; ///< waits for the squares being painted now (some ms each)

    /// From now on squares are painted from `scene`. Those of the scene before stay, as stand-ins.
    void setScene(std::shared_ptr<const GroundScene> scene);
    std::uint32_t sceneNumber() const { return m_scene; }

    struct Key {
        TileSpot spot;
        std::uint32_t scene = 0;
        bool operator==(const Key&) const = default;
    };
    /// Replaces the list of what is wanted, most urgent first. What is being painted is finished; the rest is dropped.
    void want(std::vector<TileSpot> spots);
    /// Null if it isn't there (yet). Valid until control returns to the event loop.
    const QImage* find(const TileSpot& spot) { return find(Key{spot, m_scene}); }
    const QImage* find(const Key& key);
    bool isIdle() const;

Q_SIGNALS:
    void arrived(const zs::map::TileSpot& spot);

private:
    struct KeyHash { std::size_t operator()(const Key& key) const noexcept; };
    struct Queue;                       ///< shared with the painting threads
    struct Kept { Key key; QImage image; };

    void take(const Key& key, QImage image);

    QThreadPool m_pool;
    std::shared_ptr<Queue> m_queue;
    std::uint32_t m_scene = 0;
    std::list<Kept> m_kept;             ///< newest first
    std::unordered_map<Key, std::list<Kept>::iterator, KeyHash> m_where;
    std::size_t m_room;                 ///< squares kept
};

} // namespace zs::map
