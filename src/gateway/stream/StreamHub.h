// The consoles of one thread: hands each what the feed brings.
#pragma once

#include "gateway/auth/TlsContexts.h"
#include "gateway/stream/Frame.h"

#include <unordered_set>
#include <vector>

namespace zs::gateway {

/// What is new on the stream, made once for all threads.
struct EventBatch {
    Seq first = 0, last = 0;
    Hash chain{}; ///< of `last`
    std::vector<FramePtr> frames;
};

class StreamListener {
public:
    virtual ~StreamListener() = default;
    virtual void onEvents(const EventBatch& batch) = 0;
    virtual void onPositions(const std::vector<FramePtr>& frames) = 0;
    virtual void onHead(const FramePtr& frame) = 0;
    virtual void onShutdown() = 0;
    /// The revocation list is another one.
    virtual void onRevoked(const RevokedSerials& revoked) = 0;
};

/// Belongs to one io thread, as do its listeners.
class StreamHub {
public:
    StreamHub(Seq head, Hash chain) : m_published(head), m_chain(chain) {}

    void join(StreamListener& listener) { m_listeners.insert(&listener); }
    void leave(StreamListener& listener) { m_listeners.erase(&listener); }

    void deliver(const EventBatch& batch);
    void deliverPositions(const std::vector<FramePtr>& frames);
    void deliverHead(const FramePtr& frame);
    void shutdown();
    void revoke(const RevokedSerials& revoked);

    Seq published() const { return m_published; } ///< last event delivered
    const Hash& chain() const { return m_chain; }
    std::size_t size() const { return m_listeners.size(); }

private:
    template <class F>
    void each(F&& call);

    std::unordered_set<StreamListener*> m_listeners;
    Seq m_published;
    Hash m_chain;
};

} // namespace zs::gateway
