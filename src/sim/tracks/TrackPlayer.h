// Staff of this city walk tracks that were recorded elsewhere.
#pragma once

#include "domain/city/City.h"
#include "protocol/PositionFrame.h"
#include "sim/tracks/TrackFiles.h"

#include <memory>
#include <optional>
#include <vector>

namespace zs::sim {

/// Each track is laid into the city with its own shape and, if it fits, its own size: its middle comes to the
/// home grid of the person who walks it; what would leave the city's bounds is folded back. Tracks begin
/// again when they end.
class TrackPlayer {
public:
    /// Takes the longest tracks for the first people on duty at `start`, at most `people` of them.
    TrackPlayer(std::shared_ptr<const domain::City> city, std::vector<Track> tracks, std::size_t people,
                double speed, TimePoint start);

    std::size_t people() const { return m_walks.size(); }
    /// At most protocol::maxPositionsPerFrame. People whose shift has ended are flagged once and then left
    /// out.
    protocol::PositionFrame at(TimePoint now);

private:
    struct Walk {
        PersonId person;
        Track track; ///< in the city's coordinates
        bool left = false;
    };
    std::shared_ptr<const domain::City> m_city;
    double m_speed;
    TimePoint m_start;
    std::vector<Walk> m_walks;
};

} // namespace zs::sim
