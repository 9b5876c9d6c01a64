#include "gateway/stream/StreamSession.h"

#include "gateway/auth/Access.h"
#include "protocol/Messages.h"

#include <boost/asio/post.hpp>

namespace zs::gateway {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace websocket = beast::websocket;

namespace {

constexpr std::chrono::seconds closeTime{1};
/// Of what was missed, sent at a time: far below any backlog.
constexpr std::size_t missedBytes = 128 * 1024;

std::string helloText(protocol::StreamMessage::Type type, const Head& head, const Services& services)
{
    return protocol::encodeHello(type, {head.seq, services.clock.now(), services.city.id, toHex(head.chain)});
}

std::vector<EncodedEventPtr> encoded(const std::vector<StoredEvent>& events)
{
    std::vector<EncodedEventPtr> out;
    out.reserve(events.size());
    for (const StoredEvent& event : events) {
        EncodedEvent e{event.seq, event.hash, {}};
        appendStored(e.json, event);
        out.push_back(std::make_shared<const EncodedEvent>(std::move(e)));
    }
    return out;
}

} // namespace

StreamSession::StreamSession(Tls stream, TlsContexts::Context context, IoThread& thread, Services& services,
                             ConnectionSlot slot, domain::Actor actor, std::string serial)
    : m_context(std::move(context)), m_socket(std::move(stream)), m_thread(thread), m_services(services),
      m_slot(std::move(slot)), m_actor(std::move(actor)), m_serial(std::move(serial)), m_seesPositions(positionReaders.holds(m_actor.role)),
      m_buffer(protocol::maxClientMessage)
{
}

StreamSession::~StreamSession() { m_thread.hub.leave(*this); }

void StreamSession::start(Request request, Seq since)
{
    beast::get_lowest_layer(m_socket).expires_never(); // the WebSocket has its own timers
    m_socket.set_option(websocket::stream_base::timeout{m_services.config.handshakeTimeout, m_services.config.streamIdle, true});
    m_socket.read_message_max(protocol::maxClientMessage);
    m_socket.auto_fragment(false);
    auto kept = std::make_shared<Request>(std::move(request));
    m_socket.async_accept(*kept, [self = shared_from_this(), kept, since](const Error& error) {
        self->accepted(error, since);
    });
}

void StreamSession::accepted(const Error& error, Seq since)
{
    if (error)
        return;
    if (const auto revoked = m_services.certificates.revoked(); revoked && revoked->contains(m_serial))
        return onRevoked(*revoked); // revoked while it was between the two protocols
    const Head head = m_services.committer.head();
    read();
    if (since > head.seq) {
        // The client knows of events that this journal hasn't: another journal, or one that was set back.
        send(textFrame(helloText(protocol::StreamMessage::Type::Hello, head, m_services)));
        send(textFrame(helloText(protocol::StreamMessage::Type::Gap, head, m_services)));
        return close(websocket::close_code::normal);
    }
    m_services.log.info("stream.open", {{"actor", m_actor.name}, {"since", since}});
    m_thread.hub.join(*this);
    send(textFrame(helloText(protocol::StreamMessage::Type::Hello, head, m_services)));
    if (m_seesPositions)
        for (std::string& frame : m_services.positions.all(m_services.clock.now()))
            send(binaryFrame(std::move(frame)));
    m_next = since + 1;
    m_state = State::CatchingUp;
    catchUp();
}

void StreamSession::catchUp()
{
    if (m_state != State::CatchingUp || m_asked)
        return;
    const Seq published = m_thread.hub.published();
    if (m_next > published) {
        m_state = State::Live;
        return;
    }
    auto held = m_services.ring.range(m_next, published, protocol::maxEventsPerMessage, missedBytes);
    if (!held.empty())
        return sendMissed(held);
    m_asked = true;
    m_services.readers.post([self = shared_from_this(), since = m_next - 1](JournalReader& reader) mutable {
        auto events = reader.eventsAfter(since, protocol::maxEventsPerMessage, missedBytes);
        const auto executor = self->m_socket.get_executor();
        // The share goes along: the session may only end on its own thread.
        asio::post(executor, [self = std::move(self), events = std::move(events)] {
            self->m_asked = false;
            if (self->m_state != State::CatchingUp)
                return;
            if (!events || events->empty())
                return self->cut("journal");
            self->sendMissed(encoded(*events));
        });
    });
}

void StreamSession::sendMissed(const std::vector<EncodedEventPtr>& events)
{
    m_next = events.back()->seq + 1;
    for (const FramePtr& frame : framesOf(events))
        send(frame);
    // Goes on when these have left (hasWritten).
}

void StreamSession::onEvents(const EventBatch& batch)
{
    if (m_state != State::Live || batch.last < m_next)
        return; // who is catching up finds them in the ring
    if (batch.first == m_next) {
        m_next = batch.last + 1;
        for (const FramePtr& frame : batch.frames)
            send(frame);
        return;
    }
    m_state = State::CatchingUp; // it knows a part of the batch: the rest comes from the ring
    if (m_queue.empty())
        catchUp();
}

void StreamSession::onPositions(const std::vector<FramePtr>& frames)
{
    if (!m_seesPositions)
        return;
    for (const FramePtr& frame : frames)
        send(frame);
}

void StreamSession::onHead(const FramePtr& frame) { send(frame); }

void StreamSession::onShutdown() { close(websocket::close_code::going_away); }

void StreamSession::read()
{
    m_socket.async_read(m_buffer, [self = shared_from_this()](const Error& error, std::size_t) {
        if (error) {
            self->m_thread.hub.leave(*self);
            if (self->m_state != State::Closing)
                self->cut(error == websocket::error::closed ? "closed" : error.message());
            return;
        }
        self->m_buffer.clear(); // a console has nothing to say here
        self->read();
    });
}

void StreamSession::send(const FramePtr& frame)
{
    if (m_state == State::Closing)
        return;
    m_backlog += frame->bytes.size();
    if (m_backlog > m_services.config.clientBacklog)
        return cut("backlog");
    m_queue.push_back(frame);
    if (m_queue.size() == 1)
        write();
}

void StreamSession::write()
{
    const FramePtr& frame = m_queue.front();
    m_socket.text(frame->kind == FrameKind::Text);
    m_socket.async_write(asio::buffer(frame->bytes), [self = shared_from_this()](const Error& error, std::size_t) {
        self->hasWritten(error);
    });
}

void StreamSession::hasWritten(const Error& error)
{
    if (error)
        return cut("write");
    m_backlog -= m_queue.front()->bytes.size();
    m_queue.pop_front();
    if (!m_queue.empty())
        return write();
    if (m_state == State::Closing)
        return close(websocket::close_code::normal);
    catchUp();
}

void StreamSession::onRevoked(const RevokedSerials& revoked)
{
    if (revoked.contains(m_serial))
        cut("revoked");
}

void StreamSession::close(websocket::close_code code)
{
    m_thread.hub.leave(*this);
    const bool waits = !m_queue.empty() && m_state != State::Closing;
    m_state = State::Closing;
    if (waits)
        return; // hasWritten() comes back here with an empty queue
    // A console that doesn't answer the close isn't waited for.
    m_socket.set_option(websocket::stream_base::timeout{closeTime, closeTime, false});
    m_socket.async_close(code, [self = shared_from_this()](const Error&) {});
}

void StreamSession::cut(std::string_view reason)
{
    if (beast::get_lowest_layer(m_socket).socket().is_open())
        m_services.log.info("stream.closed", {{"actor", m_actor.name}, {"reason", std::string(reason)}});
    m_state = State::Closing;
    m_thread.hub.leave(*this);
    beast::get_lowest_layer(m_socket).close();
}

} // namespace zs::gateway
