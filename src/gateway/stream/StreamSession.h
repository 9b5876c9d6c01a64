// One console on /v1/stream: hello, what it missed, then what happens.
#pragma once

#include "domain/cases/Context.h"
#include "gateway/auth/TlsContexts.h"
#include "gateway/http/IoThread.h"
#include "gateway/http/Services.h"

#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/ssl/ssl_stream.hpp>
#include <boost/beast/websocket/ssl.hpp>
#include <boost/beast/websocket/stream.hpp>
#include <deque>
#include <memory>

namespace zs::gateway {

/// Belongs to its io thread; lives as long as an operation of it is pending.
///
/// What was missed is sent in chunks, the next when the last has left, from the ring or else from the journal; once
/// nothing is missing the console is live and gets the shared frames. Who lets more than the backlog pile up is cut,
/// comes again and resumes.
class StreamSession final : public std::enable_shared_from_this<StreamSession>, public StreamListener {
public:
    using Tls = boost::beast::ssl_stream<boost::beast::tcp_stream>;
    using Request = boost::beast::http::request<boost::beast::http::string_body>;

    StreamSession(Tls stream, TlsContexts::Context context, IoThread& thread, Services& services, ConnectionSlot slot,
                  domain::Actor actor, std::string serial);
    ~StreamSession() override;

    void start(Request request, Seq since);

    void onEvents(const EventBatch& batch) override;
    void onPositions(const std::vector<FramePtr>& frames) override;
    void onHead(const FramePtr& frame) override;
    void onShutdown() override;
    void onRevoked(const RevokedSerials& revoked) override;

private:
    using Error = boost::beast::error_code;
    enum class State { Opening, CatchingUp, Live, Closing };

    void accepted(const Error& error, Seq since);
    void catchUp();
    void sendMissed(const std::vector<EncodedEventPtr>& events);
    void read();
    void send(const FramePtr& frame);
    void write();
    void hasWritten(const Error& error);
    void close(boost::beast::websocket::close_code code);
    void cut(std::string_view reason);

    TlsContexts::Context m_context; // the stream needs it to the end
    boost::beast::websocket::stream<Tls> m_socket;
    IoThread& m_thread;
    Services& m_services;
    ConnectionSlot m_slot;
    const domain::Actor m_actor;
    const std::string m_serial; ///< of the client's certificate
    const bool m_seesPositions;
    boost::beast::flat_buffer m_buffer;
    std::deque<FramePtr> m_queue; ///< the first is being written
    std::size_t m_backlog = 0;    ///< bytes in the queue
    State m_state = State::Opening;
    bool m_asked = false;         ///< a reader of the journal is at work for us
    Seq m_next = 1;               ///< the event it needs next
};

} // namespace zs::gateway
