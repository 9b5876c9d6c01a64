// Where the staff are: on duty they walk their grid, and travel to a case when they are sent. No clock of its
// own.
#pragma once

#include "base/Clock.h"
#include "domain/city/City.h"
#include "protocol/PositionFrame.h"
#include "sim/city/Random.h"
#include "sim/field/CityGraph.h"

#include <memory>
#include <optional>
#include <vector>

namespace zs::sim {

/// One thread. The same seed and the same calls give the same movements.
class Crowd {
public:
    /// `pace` speeds everything up: 1 is real time.
    Crowd(std::shared_ptr<const domain::City> city, std::shared_ptr<const CityGraph> graph,
          std::uint64_t seed, double pace);

    /// Moves everybody on to `now`; the first call places who is on duty then.
    void advance(TimePoint now);

    /// Sends someone on the way, from where the person is (home, if off duty). arrivals() will tell.
    void send(PersonId person, GeoPoint to);
    /// Back to walking the own grid.
    void release(PersonId person);
    /// Who came to where they were sent since the last call.
    std::vector<PersonId> arrivals();

    /// Only while on duty: nobody's place is known otherwise (PRIVACY.md).
    std::optional<GeoPoint> place(PersonId person) const;
    bool isOnDuty(PersonId person) const;
    std::size_t onDuty() const { return m_onDuty; }

    /// All on duty, and once for each whose shift ended since the last call, flagged as such. Split into
    /// frames of what the wire allows.
    std::vector<protocol::PositionFrame> frames(TimePoint now);

private:
    enum class Doing { Walking, Pausing, Travelling, Working };
    struct Walker {
        GeoPoint at;
        Doing doing = Doing::Pausing;
        bool duty = false;
        bool justLeft = false;
        std::vector<GeoPoint> way; ///< what is left of it, next corner last
        double speed = 1.3;        ///< metres a second
        double pause = 0;          ///< seconds left
        std::uint8_t heading = 0;
    };

    Walker& walker(PersonId person) { return m_walkers[person.value - 1]; }
    bool knows(PersonId person) const { return person.value >= 1 && person.value <= m_walkers.size(); }
    void checkDuty(TimePoint now);
    void step(std::size_t index, double seconds);
    void stroll(std::size_t index);
    GeoPoint somewhereIn(GridId grid);

    std::shared_ptr<const domain::City> m_city;
    std::shared_ptr<const CityGraph> m_graph;
    Random m_random;
    double m_pace;
    std::vector<Walker> m_walkers;
    std::vector<PersonId> m_arrivals;
    std::optional<TimePoint> m_now, m_dutyChecked;
    std::size_t m_onDuty = 0;
};

/// A chance point inside of a shape; its label point where the shape is too thin to be hit.
GeoPoint pointIn(const GeoShape& shape, GeoPoint label, Random& random);

} // namespace zs::sim
