#include "gateway/http/Server.h"

#include "gateway/http/HttpSession.h"

#include <boost/asio/post.hpp>

namespace zs::gateway {

namespace asio = boost::asio;
using tcp = asio::ip::tcp;

namespace {
/// After accept() failed for want of file descriptors: long enough for some to come free.
constexpr std::chrono::milliseconds pauseTime{100};
constexpr int waiting = 1024;
} // namespace

Server::Server(std::vector<std::unique_ptr<IoThread>>& threads, TlsContexts& contexts, Services& services)
    : m_threads(threads), m_contexts(contexts), m_services(services), m_acceptor(threads.front()->io),
      m_pause(threads.front()->io)
{
}

Result<void> Server::listen()
{
    boost::system::error_code error;
    const Config& config = m_services.config;
    const auto failed = [&](const std::string& why) {
        return fail("listen", "The gateway can't listen on " + config.address + ":" + std::to_string(config.port) + ": "
                                  + why + ".");
    };
    const auto address = asio::ip::make_address(config.address, error);
    if (error)
        return failed("\"" + config.address + "\" is no IP address");
    const tcp::endpoint endpoint(address, config.port);
    m_acceptor.open(endpoint.protocol(), error);
    if (!error)
        m_acceptor.set_option(asio::socket_base::reuse_address(true), error);
    if (!error)
        m_acceptor.bind(endpoint, error);
    if (!error)
        m_acceptor.listen(waiting, error);
    if (error)
        return failed(error.message());
    m_port = m_acceptor.local_endpoint(error).port();
    return {};
}

void Server::start()
{
    asio::post(m_threads.front()->io, [this] { accept(); });
}

void Server::stop()
{
    boost::system::error_code ignored;
    m_acceptor.close(ignored);
    m_pause.cancel();
}

void Server::accept()
{
    IoThread& thread = *m_threads[m_nextThread++ % m_threads.size()];
    m_acceptor.async_accept(thread.io, [this, &thread](const boost::system::error_code& error, tcp::socket socket) {
        if (!m_acceptor.is_open())
            return;
        if (error) {
            m_services.log.warn("accept.failed", {{"reason", error.message()}});
            m_pause.expires_after(pauseTime);
            m_pause.async_wait([this](const boost::system::error_code& cancelled) {
                if (!cancelled)
                    accept();
            });
            return;
        }
        accepted(std::move(socket), thread);
        accept();
    });
}

void Server::accepted(tcp::socket socket, IoThread& thread)
{
    if (m_services.connections.now() >= m_services.config.maxConnections) {
        m_services.log.warn("accept.full", {{"connections", static_cast<std::int64_t>(m_services.connections.now())}});
        return; // the socket closes
    }
    boost::system::error_code ignored;
    socket.set_option(tcp::no_delay(true), ignored);
    auto slot = std::make_shared<ConnectionSlot>(m_services);
    auto moved = std::make_shared<tcp::socket>(std::move(socket));
    // The session is made, used and ended on its own thread.
    asio::post(thread.io, [this, &thread, slot, moved] {
        std::make_shared<HttpSession>(std::move(*moved), m_contexts.current(), thread, m_services, std::move(*slot))->start();
    });
}

} // namespace zs::gateway
