// A TCP connection without TLS, for those who don't follow the rules.
#pragma once

#include <chrono>
#include <cstdint>
#include <string_view>

namespace zs::gateway::test {

/// True once the other end of a connected socket has closed; what it still sent is thrown away.
bool isSocketClosedWithin(int socket, std::chrono::milliseconds within);

class PlainSocket {
public:
    explicit PlainSocket(std::uint16_t port);
    ~PlainSocket();
    PlainSocket(PlainSocket&& other) noexcept;
    PlainSocket& operator=(PlainSocket&&) = delete;

    /// False when the other end is gone.
    bool send(std::string_view bytes);
    /// True when an HTTP response comes back within 5 s.
    bool isAnsweredInHttp();
    /// True once the other end has closed; waits at most `within`.
    bool isClosedWithin(std::chrono::milliseconds within);

private:
    int m_socket;
};

} // namespace zs::gateway::test
