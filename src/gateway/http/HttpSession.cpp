#include "gateway/http/HttpSession.h"

#include "gateway/auth/Peer.h"
#include "gateway/http/Handlers.h"
#include "gateway/stream/StreamSession.h"
#include "protocol/Limits.h"

#include <boost/asio/post.hpp>
#include <boost/beast/http/error.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/write.hpp>

namespace zs::gateway {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;

namespace {
/// What a refused client may still send while it hasn't seen the refusal: read and thrown away, then cut.
constexpr std::size_t maxDiscarded = 4u << 20;
constexpr std::chrono::seconds discardTime{2};
constexpr std::size_t bufferLimit = 64 * 1024;
} // namespace

HttpSession::HttpSession(asio::ip::tcp::socket socket, TlsContexts::Context context, IoThread& thread,
                         Services& services, ConnectionSlot slot)
    : m_context(std::move(context)), m_stream(std::move(socket), *m_context), m_thread(thread), m_services(services),
      m_slot(std::move(slot)), m_buffer(bufferLimit)
{
}

HttpSession::~HttpSession() { m_thread.sessions.erase(this); }

void HttpSession::start()
{
    m_thread.sessions.insert(this);
    beast::get_lowest_layer(m_stream).expires_after(m_services.config.handshakeTimeout);
    m_stream.async_handshake(asio::ssl::stream_base::server,
                             [self = shared_from_this()](const Error& error) { self->handshaken(error); });
}

void HttpSession::handshaken(const Error& error)
{
    if (error) {
        Error ignored;
        const auto peer = beast::get_lowest_layer(m_stream).socket().remote_endpoint(ignored);
        m_services.log.info("tls.refused", {{"peer", ignored ? "gone" : peer.address().to_string()},
                                            {"reason", error.message()}});
        return;
    }
    m_serial = serialOf(m_stream.native_handle());
    // The handshake may have begun under an older list.
    if (const auto revoked = m_services.certificates.revoked(); revoked && revoked->contains(m_serial))
        return cutIfRevoked(*revoked);
    if (auto actor = actorOf(m_stream.native_handle(), m_services.city))
        m_actor = std::move(*actor);
    else
        m_services.log.warn("tls.no_seat", {{"reason", actor.error().code}});
    read();
}

void HttpSession::read()
{
    m_isBusy = false;
    if (m_services.draining.load())
        return finish();
    m_parser.emplace();
    m_parser->header_limit(protocol::maxHeader);
    m_parser->body_limit(protocol::maxBody);
    // One deadline for the whole request, however slowly its bytes drip in.
    beast::get_lowest_layer(m_stream).expires_after(m_services.config.requestTimeout);
    http::async_read(m_stream, m_buffer, *m_parser,
                     [self = shared_from_this()](const Error& error, std::size_t) { self->hasRead(error); });
}

void HttpSession::hasRead(const Error& error)
{
    if (error == http::error::end_of_stream)
        return finish();
    m_isBusy = true;
    if (error == http::error::body_limit)
        return reply(bodyTooLong());
    if (error == http::error::header_limit || error == http::error::buffer_overflow)
        return reply(headerTooLong());
    if (error && error.category() == Error(http::error::bad_method).category()
        && error != http::error::partial_message)
        return reply(badHttp());
    if (error)
        return; // cut, timed out or gone
    beast::get_lowest_layer(m_stream).expires_never();
    if (!m_actor) {
        Reply refused = noRole();
        refused.after = AfterReply::Close;
        return reply(std::move(refused));
    }
    handleRequest(shared_from_this());
}

void HttpSession::replyLater(std::shared_ptr<HttpSession> session, Reply reply)
{
    const auto executor = session->m_stream.get_executor();
    asio::post(executor, [self = std::move(session), reply = std::move(reply)]() mutable { self->reply(std::move(reply)); });
}

void HttpSession::reply(Reply reply)
{
    m_reply = std::move(reply);
    const auto& request = m_parser->get();
    if (m_reply.after == AfterReply::KeepOpen && (!request.keep_alive() || m_services.draining.load()))
        m_reply.after = AfterReply::Close;
    m_response.emplace(static_cast<http::status>(m_reply.status), 11);
    m_response->set(http::field::server, "zhongshud");
    m_response->set(http::field::content_type, beast::string_view(m_reply.type.data(), m_reply.type.size()));
    m_response->set(http::field::cache_control, "no-store");
    m_response->keep_alive(m_reply.after == AfterReply::KeepOpen);
    m_response->body() = beast::span<const char>(m_reply.body->data(), m_reply.body->size());
    m_response->prepare_payload();
    m_serializer.emplace(*m_response);
    writeSome();
}

void HttpSession::writeSome()
{
    // A deadline a piece: a large snapshot may take its time on a slow line as long as it moves.
    beast::get_lowest_layer(m_stream).expires_after(m_services.config.requestTimeout);
    http::async_write_some(m_stream, *m_serializer,
                           [self = shared_from_this()](const Error& error, std::size_t) { self->hasWritten(error); });
}

void HttpSession::hasWritten(const Error& error)
{
    if (error)
        return cut();
    if (!m_serializer->is_done())
        return writeSome();
    m_serializer.reset();
    m_response.reset();
    m_reply.body.reset();
    if (m_reply.after == AfterReply::Close)
        finish();
    else
        read();
}

void HttpSession::finish()
{
    m_isBusy = true; // nothing more for drain() to do
    beast::get_lowest_layer(m_stream).expires_after(discardTime);
    // close_notify first, then what the client was still sending: a reset would take the reply from its hands.
    m_stream.async_shutdown([self = shared_from_this()](const Error& error) {
        if (error == asio::ssl::error::stream_truncated || error == asio::error::eof)
            return;
        Error ignored;
        beast::get_lowest_layer(self->m_stream).socket().shutdown(asio::socket_base::shutdown_send, ignored);
        self->discard();
    });
}

void HttpSession::discard()
{
    m_buffer.clear();
    beast::get_lowest_layer(m_stream).async_read_some(m_buffer.prepare(16 * 1024),
                                                      [self = shared_from_this()](const Error& error, std::size_t n) {
                                                          self->m_discarded += n;
                                                          if (!error && self->m_discarded < maxDiscarded)
                                                              self->discard();
                                                      });
}

void HttpSession::drain()
{
    if (!m_isBusy)
        cut();
}

void HttpSession::cutIfRevoked(const RevokedSerials& revoked)
{
    if (!revoked.contains(m_serial))
        return;
    m_services.log.warn("tls.revoked_cut", {{"serial", m_serial}});
    cut();
}

void HttpSession::cut() { beast::get_lowest_layer(m_stream).close(); }

void HttpSession::upgrade(Seq since)
{
    m_thread.sessions.erase(this);
    auto session = std::make_shared<StreamSession>(std::move(m_stream), std::move(m_context), m_thread, m_services,
                                                   std::move(m_slot), *m_actor, std::move(m_serial));
    session->start(m_parser->release(), since);
}

} // namespace zs::gateway
