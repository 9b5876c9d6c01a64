// One thread that serves connections, with what belongs to it alone.
#pragma once

#include "gateway/journal/Chain.h"
#include "gateway/json/SimdjsonValue.h"
#include "gateway/stream/StreamHub.h"

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <optional>
#include <thread>
#include <unordered_set>

namespace zs::gateway {

class HttpSession;

class IoThread {
public:
    IoThread(Seq head, Hash chain) : hub(head, chain), m_work(io.get_executor()) {}

    void start() { m_thread = std::thread([this] { io.run(); }); }
    /// Runs out of work once its connections are gone.
    void release() { m_work.reset(); }
    void join()
    {
        if (m_thread.joinable())
            m_thread.join();
    }

    StreamHub hub;
    JsonParser parser;
    Sha256 sha;
    std::unordered_set<HttpSession*> sessions; ///< that don't stream
    /// After the rest: connections that still wait in it at the end take their leave from hub and sessions.
    boost::asio::io_context io{1};

private:
    boost::asio::executor_work_guard<boost::asio::io_context::executor_type> m_work;
    std::thread m_thread;
};

} // namespace zs::gateway
