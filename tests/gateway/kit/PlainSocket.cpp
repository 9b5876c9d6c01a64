#include "tests/gateway/kit/PlainSocket.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

namespace zs::gateway::test {

PlainSocket::PlainSocket(std::uint16_t port) : m_socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(m_socket, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) {
        ::close(m_socket);
        m_socket = -1;
    }
}

PlainSocket::PlainSocket(PlainSocket&& other) noexcept : m_socket(std::exchange(other.m_socket, -1)) {}

PlainSocket::~PlainSocket()
{
    if (m_socket >= 0)
        ::close(m_socket);
}

bool PlainSocket::send(std::string_view bytes)
{
    return ::send(m_socket, bytes.data(), bytes.size(), MSG_NOSIGNAL) == static_cast<ssize_t>(bytes.size());
}

bool PlainSocket::isAnsweredInHttp()
{
    pollfd wait{m_socket, POLLIN, 0};
    if (::poll(&wait, 1, 5000) <= 0)
        return false;
    char bytes[5] = {};
    return ::recv(m_socket, bytes, sizeof bytes, MSG_WAITALL) == 5 && std::string_view(bytes, 5) == "HTTP/";
}

bool PlainSocket::isClosedWithin(std::chrono::milliseconds within) { return isSocketClosedWithin(m_socket, within); }

bool isSocketClosedWithin(int socket, std::chrono::milliseconds within)
{
    const auto until = std::chrono::steady_clock::now() + within;
    char bytes[16 * 1024];
    for (;;) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(until - std::chrono::steady_clock::now());
        pollfd wait{socket, POLLIN, 0};
        if (left.count() < 0 || ::poll(&wait, 1, static_cast<int>(left.count())) == 0)
            return false;
        if (::recv(socket, bytes, sizeof bytes, MSG_DONTWAIT) <= 0)
            return true;
    }
}

} // namespace zs::gateway::test
