// Limits of the wire, in one place. Both ends refuse what goes beyond.
#pragma once

#include <chrono>
#include <cstddef>

namespace zs::protocol {

inline constexpr int version = 1;

inline constexpr std::size_t maxBody = 1024 * 1024;            ///< bytes of an HTTP request's body
inline constexpr std::size_t maxHeader = 8 * 1024;             ///< bytes of an HTTP request's header
inline constexpr std::size_t maxClientMessage = 64 * 1024;     ///< bytes of a WebSocket message to the gateway
inline constexpr std::size_t maxServerMessage = 256 * 1024;    ///< bytes of a WebSocket message to a console
inline constexpr std::size_t maxSnapshotPacked = 256u << 20;   ///< bytes of a zstd snapshot
inline constexpr std::size_t maxSnapshot = 2048u << 20;        ///< bytes of a snapshot unpacked
inline constexpr std::size_t maxCaseReply = 8u << 20;          ///< bytes of /v1/cases/{id}
inline constexpr std::size_t maxClientBacklog = 4u << 20;      ///< bytes the gateway keeps for a slow console; then it closes
inline constexpr std::size_t maxPositionsPerFrame = 4000;      ///< people in one binary frame
inline constexpr std::size_t maxEventsPerMessage = 512;

inline constexpr std::chrono::milliseconds streamTick{20};     ///< events are coalesced for this long
inline constexpr std::chrono::milliseconds positionTick{200};  ///< one positions frame a tick at most
inline constexpr std::chrono::milliseconds headInterval{1000}; ///< a "head" message at least this often
inline constexpr std::chrono::seconds handshakeTimeout{10};
inline constexpr std::chrono::seconds requestTimeout{30};
inline constexpr std::chrono::seconds streamIdle{30};          ///< WebSocket: ping after half, close after this

} // namespace zs::protocol
