// Time. Inside the product it is UTC and std::chrono; who needs "now" is handed a Clock, so that a test can move it.
#pragma once

#include <chrono>
#include <cstdint>

namespace zs {

using Millis = std::chrono::milliseconds;
using TimePoint = std::chrono::sys_time<Millis>;

inline std::int64_t toUnixMillis(TimePoint t) { return t.time_since_epoch().count(); }
inline TimePoint fromUnixMillis(std::int64_t ms) { return TimePoint(Millis(ms)); }

/// Wall clock. Implementations are safe to call from any thread.
class Clock {
public:
    virtual ~Clock() = default;
    virtual TimePoint now() const = 0;
};

class SystemClock final : public Clock {
public:
    TimePoint now() const override
    {
        return std::chrono::time_point_cast<Millis>(std::chrono::system_clock::now());
    }
};

} // namespace zs
