// A client of the gateway for tests: blocking, every step with a deadline, able to misbehave.
#pragma once

#include "protocol/Messages.h"
#include "protocol/PositionFrame.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace zs::gateway::test {

/// Files of a certificate; no certificate is shown when `certificate` is empty.
struct Credentials {
    std::filesystem::path authority, certificate, key;
};

enum class TlsVersion { V12, V13 };

struct ClientOptions {
    TlsVersion version = TlsVersion::V13;
    int receiveBuffer = 0; ///< SO_RCVBUF in bytes; 0: the system's
    std::chrono::milliseconds deadline{10'000}; ///< of each step
};

struct Response {
    int status = 0;
    std::string type, body;
};

/// One connection. Not thread-safe; each thread has its own.
class Client {
public:
    Client(std::uint16_t port, Credentials credentials, ClientOptions options = {});
    ~Client();
    Client(Client&&) noexcept;

    /// TCP and TLS. With TLS 1.3 a refused certificate shows only at the first read.
    bool connect();
    /// Connects if need be; none if the connection broke, was refused or the deadline passed.
    std::optional<Response> request(const std::string& method, const std::string& target, const std::string& body = {});
    std::optional<Response> get(const std::string& target) { return request("GET", target); }
    std::optional<Response> post(const std::string& target, const std::string& body) { return request("POST", target, body); }
    /// Bytes as they are, through TLS. False when the gateway stopped taking them.
    bool send(const std::string& bytes);
    /// Reads a response to what was sent by hand.
    std::optional<Response> receive();
    /// True once the gateway has closed the connection; waits at most `within`.
    bool isClosedWithin(std::chrono::milliseconds within);

    /// Turns the connection into the event stream. False when refused (`status()` says how).
    bool openStream(Seq since);
    bool openStreamAt(const std::string& target);
    int status() const; ///< of the last refused upgrade
    struct Message {
        bool isText = true;
        std::string bytes;
    };
    /// Sends a text message on the stream.
    bool sendMessage(const std::string& text);
    /// The next message; none at the end of the stream or after the deadline.
    std::optional<Message> next();

private:
    struct Connection;
    std::uint16_t m_port;
    Credentials m_credentials;
    ClientOptions m_options;
    std::unique_ptr<Connection> m_connection;
};

/// A command as JSON with a fresh key.
std::string commandBody(domain::CaseCommand command, std::uint64_t caseId = 0, std::optional<std::uint32_t> base = {});
domain::Receive someCase(const std::string& title = "消防通道被占用");
/// Reads a CommandReply; a null one with seq 0 when it isn't one.
protocol::CommandReply replyOf(const std::optional<Response>& response);
/// The code of a WireError or of a refused command; empty if there is none.
std::string errorOf(const std::optional<Response>& response);

/// Follows a stream and keeps what it says.
class Follower {
public:
    explicit Follower(Client& client) : m_client(client) {}

    /// Reads until `seq` was seen or the deadline passed; false then.
    bool readUntil(Seq seq);
    bool readOne();

    std::vector<domain::RecordedEvent> events;
    std::vector<domain::RecordedDutyEvent> duties;
    Seq last = 0; ///< of either
    std::vector<protocol::Position> positions; ///< all entries of all frames
    std::vector<protocol::StreamMessage::Type> types;
    protocol::Hello hello;
    bool isGapFree = true;

private:
    Client& m_client;
};

} // namespace zs::gateway::test
