#include "tests/gateway/kit/Client.h"

#include "gateway/json/SimdjsonValue.h"
#include "tests/gateway/kit/PlainSocket.h"

#include <algorithm>
#include <boost/asio/connect.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/ssl.hpp>
#include <boost/beast/websocket.hpp>
#include <boost/beast/websocket/ssl.hpp>

namespace zs::gateway::test {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using tcp = asio::ip::tcp;
using Tls = beast::ssl_stream<beast::tcp_stream>;

struct Client::Connection {
    explicit Connection(const Credentials& credentials, TlsVersion version) : context(asio::ssl::context::tls_client)
    {
        boost::system::error_code ignored; // what is missing shows when the gateway refuses
        context.load_verify_file(credentials.authority.string(), ignored);
        context.set_verify_mode(asio::ssl::verify_peer);
        if (!credentials.certificate.empty()) {
            context.use_certificate_chain_file(credentials.certificate.string(), ignored);
            context.use_private_key_file(credentials.key.string(), asio::ssl::context::pem, ignored);
        }
        const int v = version == TlsVersion::V12 ? TLS1_2_VERSION : TLS1_3_VERSION;
        SSL_CTX_set_max_proto_version(context.native_handle(), v);
        SSL_CTX_set_min_proto_version(context.native_handle(), v);
        tls.emplace(io, context);
    }

    /// Runs what `start` begins; `start` hands its handler an error_code.
    template <class Start>
    bool run(std::chrono::milliseconds deadline, Start&& start)
    {
        auto done = std::make_shared<std::optional<beast::error_code>>();
        io.restart();
        start([done](beast::error_code error, auto&&...) { *done = error; });
        const auto until = std::chrono::steady_clock::now() + deadline;
        while (!*done && io.run_one_until(until) > 0) {
        }
        if (*done) {
            last = **done;
            return !last;
        }
        last = beast::error::timeout;
        lowest().close();
        io.restart();
        io.run(); // the cancelled operation's handler must not outlive this call
        return false;
    }
    beast::tcp_stream& lowest() { return socket ? beast::get_lowest_layer(*socket) : beast::get_lowest_layer(*tls); }

    asio::io_context io;
    asio::ssl::context context;
    std::optional<Tls> tls;
    std::optional<beast::websocket::stream<Tls>> socket;
    beast::flat_buffer buffer;
    beast::error_code last;
    int status = 0;
};

Client::Client(std::uint16_t port, Credentials credentials, ClientOptions options)
    : m_port(port), m_credentials(std::move(credentials)), m_options(options)
{
}
Client::~Client() = default;
Client::Client(Client&&) noexcept = default;

bool Client::connect()
{
    m_connection = std::make_unique<Connection>(m_credentials, m_options.version);
    Connection& c = *m_connection;
    const tcp::endpoint endpoint(asio::ip::address_v4::loopback(), m_port);
    beast::error_code error;
    auto& socket = c.lowest().socket();
    socket.open(endpoint.protocol(), error);
    if (m_options.receiveBuffer > 0) // before connecting, or the window is announced already
        socket.set_option(asio::socket_base::receive_buffer_size(m_options.receiveBuffer), error);
    return c.run(m_options.deadline, [&](auto done) { c.lowest().async_connect(endpoint, done); })
           && c.run(m_options.deadline, [&](auto done) { c.tls->async_handshake(asio::ssl::stream_base::client, done); });
}

std::optional<Response> Client::request(const std::string& method, const std::string& target, const std::string& body)
{
    if (!m_connection && !connect())
        return std::nullopt;
    http::request<http::string_body> request;
    request.method_string(method);
    request.target(target);
    request.set(http::field::host, "localhost");
    request.body() = body;
    request.prepare_payload();
    Connection& c = *m_connection;
    if (!c.run(m_options.deadline, [&](auto done) { http::async_write(*c.tls, request, done); }))
        return std::nullopt;
    return receive();
}

bool Client::send(const std::string& bytes)
{
    if (!m_connection && !connect())
        return false;
    Connection& c = *m_connection;
    return c.run(m_options.deadline, [&](auto done) { asio::async_write(*c.tls, asio::buffer(bytes), done); });
}

std::optional<Response> Client::receive()
{
    Connection& c = *m_connection;
    http::response_parser<http::string_body> parser;
    parser.body_limit(64u << 20);
    if (!c.run(m_options.deadline, [&](auto done) { http::async_read(*c.tls, c.buffer, parser, done); }))
        return std::nullopt;
    const auto& response = parser.get();
    const auto type = response[http::field::content_type];
    Response out{static_cast<int>(response.result_int()), std::string(type.data(), type.size()), response.body()};
    if (!response.keep_alive())
        m_connection.reset();
    return out;
}

bool Client::isClosedWithin(std::chrono::milliseconds within)
{
    if (!m_connection)
        return true;
    // Below TLS: asking must change nothing but the bytes on the way out, which are thrown away.
    auto& socket = m_connection->lowest().socket();
    return !socket.is_open() || isSocketClosedWithin(socket.native_handle(), within);
}

bool Client::openStream(Seq since) { return openStreamAt("/v1/stream?since=" + std::to_string(since)); }

bool Client::openStreamAt(const std::string& target)
{
    if (!m_connection && !connect())
        return false;
    Connection& c = *m_connection;
    c.socket.emplace(std::move(*c.tls));
    c.socket->read_message_max(protocol::maxServerMessage);
    http::response<http::string_body> response;
    const bool opened = c.run(m_options.deadline, [&](auto done) {
        c.socket->async_handshake(response, "localhost", target, done);
    });
    c.status = static_cast<int>(response.result_int());
    return opened;
}

int Client::status() const { return m_connection ? m_connection->status : 0; }

std::optional<Client::Message> Client::next()
{
    if (!m_connection || !m_connection->socket)
        return std::nullopt;
    Connection& c = *m_connection;
    c.buffer.clear();
    if (!c.run(m_options.deadline, [&](auto done) { c.socket->async_read(c.buffer, done); }))
        return std::nullopt;
    return Message{c.socket->got_text(), beast::buffers_to_string(c.buffer.data())};
}

bool Client::sendMessage(const std::string& text)
{
    Connection& c = *m_connection;
    return c.run(m_options.deadline, [&](auto done) { c.socket->async_write(asio::buffer(text), done); });
}

std::string commandBody(domain::CaseCommand command, std::uint64_t caseId, std::optional<std::uint32_t> base)
{
    protocol::CommandEnvelope envelope;
    envelope.id = Uuid::random();
    envelope.caseId = CaseId(caseId);
    envelope.base = base;
    envelope.command = std::move(command);
    return protocol::encodeCommand(envelope);
}

domain::Receive someCase(const std::string& title)
{
    domain::Receive receive;
    receive.kind = domain::CaseKind::Hazard;
    receive.channel = domain::Channel::QrCode;
    receive.title = title;
    receive.detail = "小区东门外";
    receive.place = {113.45, 22.95};
    receive.reporterName = "欧阳小明";
    receive.reporterPhone = "13812345678";
    return receive;
}

protocol::CommandReply replyOf(const std::optional<Response>& response)
{
    JsonParser parser;
    if (!response)
        return {};
    auto json = parser.parse(response->body);
    auto reply = json ? protocol::readReply(*json) : Result<protocol::CommandReply>(Unexpected(json.error()));
    return reply ? *reply : protocol::CommandReply{};
}

std::string errorOf(const std::optional<Response>& response)
{
    JsonParser parser;
    if (!response)
        return "no response";
    auto json = parser.parse(response->body);
    if (!json)
        return "no json";
    if (auto error = protocol::readJson<protocol::WireError>(*json, protocol::UnknownMembers::Ignore))
        return error->code;
    auto reply = protocol::readReply(*json);
    return reply && reply->error ? reply->error->code : std::string();
}

bool Follower::readUntil(Seq seq)
{
    while (last < seq)
        if (!readOne())
            return false;
    return true;
}

bool Follower::readOne()
{
    auto message = m_client.next();
    if (!message)
        return false;
    if (!message->isText) {
        auto frame = protocol::decodePositions(message->bytes);
        if (!frame)
            return false;
        positions.insert(positions.end(), frame->positions.begin(), frame->positions.end());
        return true;
    }
    JsonParser parser;
    auto json = parser.parse(message->bytes);
    auto read = json ? protocol::readStreamMessage(*json) : Result<protocol::StreamMessage>(Unexpected(json.error()));
    if (!read)
        return false;
    types.push_back(read->type);
    if (read->type == protocol::StreamMessage::Type::Hello)
        hello = read->hello;
    std::vector<Seq> seqs;
    for (domain::RecordedEvent& event : read->events) {
        seqs.push_back(event.seq);
        events.push_back(std::move(event));
    }
    for (domain::RecordedDutyEvent& event : read->duties) {
        seqs.push_back(event.seq);
        duties.push_back(std::move(event));
    }
    std::ranges::sort(seqs);
    for (const Seq seq : seqs) {
        isGapFree = isGapFree && (last == 0 || seq == last + 1);
        last = seq;
    }
    return true;
}

} // namespace zs::gateway::test
