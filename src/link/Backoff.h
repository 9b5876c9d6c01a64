// How long to wait before the next try: exponential, with jitter, so that 240 consoles don't come back in one second.
#pragma once

#include "base/Clock.h"

#include <cstdint>
#include <random>

namespace zs::link {

/// Pure: the same seed gives the same pauses. Not thread-safe.
class Backoff {
public:
    static constexpr Millis shortest{500};
    static constexpr Millis longest{30'000};

    explicit Backoff(std::uint64_t seed) : m_random(seed) {}

    /// The pause before the next try: between half and all of 1, 2, 4 … 30 s.
    Millis next();
    /// After a success.
    void reset() { m_attempt = 0; }
    /// Pauses handed out since the last reset().
    int attempt() const { return m_attempt; }
    /// The most that the pause after `attempt` earlier ones can be.
    static Millis ceiling(int attempt);

private:
    std::mt19937_64 m_random;
    int m_attempt = 0;
};

} // namespace zs::link
