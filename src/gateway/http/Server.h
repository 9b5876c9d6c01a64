// Accepts connections and deals them out to the io threads.
#pragma once

#include "gateway/auth/TlsContexts.h"
#include "gateway/http/IoThread.h"
#include "gateway/http/Services.h"

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <memory>
#include <vector>

namespace zs::gateway {

/// Lives on the first io thread.
class Server {
public:
    Server(std::vector<std::unique_ptr<IoThread>>& threads, TlsContexts& contexts, Services& services);

    /// Binds and listens; accepting begins with start(). Fails with "listen".
    Result<void> listen();
    void start();
    /// On the first io thread.
    void stop();
    std::uint16_t port() const { return m_port; }

private:
    void accept();
    void accepted(boost::asio::ip::tcp::socket socket, IoThread& thread);

    std::vector<std::unique_ptr<IoThread>>& m_threads;
    TlsContexts& m_contexts;
    Services& m_services;
    boost::asio::ip::tcp::acceptor m_acceptor;
    boost::asio::steady_timer m_pause;
    std::size_t m_nextThread = 0;
    std::uint16_t m_port = 0;
};

} // namespace zs::gateway
