#include "gateway/stream/StreamHub.h"

namespace zs::gateway {

template <class F>
void StreamHub::each(F&& call)
{
    // A listener that is over its backlog leaves while it is called.
    const std::vector<StreamListener*> now(m_listeners.begin(), m_listeners.end());
    for (StreamListener* listener : now)
        if (m_listeners.contains(listener))
            call(*listener);
}

void StreamHub::deliver(const EventBatch& batch)
{
    m_published = batch.last;
    m_chain = batch.chain;
    each([&](StreamListener& l) { l.onEvents(batch); });
}

void StreamHub::deliverPositions(const std::vector<FramePtr>& frames)
{
    each([&](StreamListener& l) { l.onPositions(frames); });
}

void StreamHub::deliverHead(const FramePtr& frame)
{
    each([&](StreamListener& l) { l.onHead(frame); });
}

void StreamHub::shutdown()
{
    each([](StreamListener& l) { l.onShutdown(); });
}

void StreamHub::revoke(const RevokedSerials& revoked)
{
    each([&](StreamListener& l) { l.onRevoked(revoked); });
}

} // namespace zs::gateway
