// The last position of each person on duty. Telemetry: in memory only, forgotten when the shift ends.
#pragma once

#include "domain/city/City.h"
#include "protocol/PositionFrame.h"

#include <mutex>
#include <string>
#include <vector>

namespace zs::gateway {

/// Any thread. `city` must outlive it.
class PositionBoard {
public:
    /// How far ahead of our clock a sender's may be.
    static constexpr Millis maxAhead{30'000};

    struct Taken {
        std::size_t taken = 0, unknown = 0, offDuty = 0; ///< the latter two weren't kept
    };

    explicit PositionBoard(const domain::City& city);

    /// Fails with "positions.future". An older fix than the one held is dropped (and counted as taken).
    Result<Taken> take(const protocol::PositionFrame& frame, TimePoint now);
    /// Frames with everybody who is on duty and was heard of.
    std::vector<std::string> all(TimePoint now) const;
    /// Frames with who changed since the last call, and, flagged, whose shift has ended since; these are forgotten.
    std::vector<std::string> changed(TimePoint now);

private:
    struct Fix {
        protocol::Position position;
        TimePoint time{}; ///< epoch: none
        bool isChanged = false;
    };

    bool isOnDuty(std::size_t index, TimePoint now) const;

    const domain::City& m_city;
    mutable std::mutex m_mutex;
    std::vector<Fix> m_fixes; ///< by person, in the city's order
    std::vector<std::size_t> m_changed;
    TimePoint m_dutyChecked{};
};

} // namespace zs::gateway
