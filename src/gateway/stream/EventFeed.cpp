#include "gateway/stream/EventFeed.h"

#include "protocol/Messages.h"

#include <boost/asio/post.hpp>

namespace zs::gateway {

namespace asio = boost::asio;

EventFeed::EventFeed(std::vector<std::unique_ptr<IoThread>>& threads, EventRing& ring, PositionBoard& board,
                     const Clock& clock, std::string city)
    : m_threads(threads), m_ring(ring), m_board(board), m_clock(clock), m_city(std::move(city)),
      m_eventTimer(threads.front()->io), m_positionTimer(threads.front()->io), m_headTimer(threads.front()->io)
{
}

void EventFeed::start()
{
    asio::post(m_threads.front()->io, [this] {
        armPositions();
        armHead();
    });
}

void EventFeed::stop()
{
    m_stopped = true;
    m_eventTimer.cancel();
    m_positionTimer.cancel();
    m_headTimer.cancel();
}

void EventFeed::committed(std::vector<StoredEvent> events)
{
    bool schedule = false;
    {
        const std::lock_guard lock(m_mutex);
        schedule = !m_scheduled;
        m_scheduled = true;
        std::move(events.begin(), events.end(), std::back_inserter(m_pending));
    }
    if (!schedule)
        return;
    asio::post(m_threads.front()->io, [this] {
        m_eventTimer.expires_after(protocol::streamTick);
        m_eventTimer.async_wait([this](const boost::system::error_code&) { publish(); });
    });
}

void EventFeed::publish()
{
    std::vector<StoredEvent> events;
    {
        const std::lock_guard lock(m_mutex);
        events.swap(m_pending);
        m_scheduled = false;
    }
    if (events.empty())
        return;
    std::vector<EncodedEventPtr> encoded;
    encoded.reserve(events.size());
    for (const StoredEvent& event : events) {
        EncodedEvent e{event.seq, event.hash, {}};
        appendStored(e.json, event);
        encoded.push_back(std::make_shared<const EncodedEvent>(std::move(e)));
    }
    m_ring.add(encoded);
    auto batch = std::make_shared<const EventBatch>(
        EventBatch{events.front().seq, events.back().seq, events.back().hash, framesOf(encoded)});
    for (const auto& thread : m_threads)
        asio::post(thread->io, [hub = &thread->hub, batch] { hub->deliver(*batch); });
}

void EventFeed::armPositions()
{
    m_positionTimer.expires_after(protocol::positionTick);
    m_positionTimer.async_wait([this](const boost::system::error_code& error) {
        if (error || m_stopped)
            return;
        onPositionTick();
        armPositions();
    });
}

void EventFeed::onPositionTick()
{
    auto encoded = m_board.changed(m_clock.now());
    if (encoded.empty())
        return;
    auto frames = std::make_shared<std::vector<FramePtr>>();
    for (std::string& bytes : encoded)
        frames->push_back(binaryFrame(std::move(bytes)));
    for (const auto& thread : m_threads)
        asio::post(thread->io, [hub = &thread->hub, frames] { hub->deliverPositions(*frames); });
}

void EventFeed::armHead()
{
    m_headTimer.expires_after(protocol::headInterval);
    m_headTimer.async_wait([this](const boost::system::error_code& error) {
        if (error || m_stopped)
            return;
        onHeadTick();
        armHead();
    });
}

void EventFeed::onHeadTick()
{
    // Each thread says what it has delivered itself: a head never runs ahead of its events.
    for (const auto& thread : m_threads)
        asio::post(thread->io, [hub = &thread->hub, now = m_clock.now(), city = m_city] {
            if (hub->size() == 0)
                return;
            const protocol::Hello hello{hub->published(), now, city, toHex(hub->chain())};
            hub->deliverHead(textFrame(protocol::encodeHello(protocol::StreamMessage::Type::Head, hello)));
        });
}

} // namespace zs::gateway
