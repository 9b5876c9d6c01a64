// One connection: TLS handshake, then requests one after the other, or an upgrade to the stream.
#pragma once

#include "domain/cases/Context.h"
#include "gateway/auth/TlsContexts.h"
#include "gateway/http/IoThread.h"
#include "gateway/http/Reply.h"
#include "gateway/http/Services.h"

#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/serializer.hpp>
#include <boost/beast/http/span_body.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/ssl/ssl_stream.hpp>
#include <memory>
#include <optional>

namespace zs::gateway {

using TlsStream = boost::beast::ssl_stream<boost::beast::tcp_stream>;

/// Belongs to its io thread; lives as long as an operation of it is pending.
class HttpSession : public std::enable_shared_from_this<HttpSession> {
public:
    HttpSession(boost::asio::ip::tcp::socket socket, TlsContexts::Context context, IoThread& thread, Services& services,
                ConnectionSlot slot);
    ~HttpSession();

    void start();
    /// The gateway stops: an idle connection is closed, a busy one after its reply.
    void drain();
    /// Cuts the connection when its certificate is among them.
    void cutIfRevoked(const RevokedSerials& revoked);

    /// For the request handlers: sends the reply from whatever thread. Takes the caller's share of the session with it,
    /// so that the session can only end on its own thread.
    static void replyLater(std::shared_ptr<HttpSession> session, Reply reply);
    void reply(Reply reply);

    IoThread& thread() { return m_thread; }
    Services& services() { return m_services; }
    const domain::Actor& actor() const { return *m_actor; }
    const boost::beast::http::request<boost::beast::http::string_body>& request() const { return m_parser->get(); }
    /// Goes on as a stream from `since` (Stream.cpp); this object ends.
    void upgrade(Seq since);

private:
    using Error = boost::beast::error_code;
    using Response = boost::beast::http::response<boost::beast::http::span_body<const char>>;

    void handshaken(const Error& error);
    void read();
    void hasRead(const Error& error);
    void writeSome();
    void hasWritten(const Error& error);
    void finish();
    void discard();
    void cut();

    TlsContexts::Context m_context; // the stream needs it to the end
    TlsStream m_stream;
    IoThread& m_thread;
    Services& m_services;
    ConnectionSlot m_slot;
    std::optional<domain::Actor> m_actor;
    std::string m_serial; ///< of the client's certificate
    boost::beast::flat_buffer m_buffer;
    std::optional<boost::beast::http::request_parser<boost::beast::http::string_body>> m_parser;
    Reply m_reply;
    std::optional<Response> m_response;
    std::optional<boost::beast::http::response_serializer<boost::beast::http::span_body<const char>>> m_serializer;
    std::size_t m_discarded = 0;
    bool m_isBusy = false; ///< between a request's end and its reply's
};

} // namespace zs::gateway
