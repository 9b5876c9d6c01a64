// Whom could one send? An honest, simple order of the staff on duty for a case: own grid first, then distance, then load.
// It ranks staff for a case, nothing and nobody else; a person decides.
#pragma once

#include "ui/cases/Workplace.h"

#include <optional>
#include <vector>

namespace zs::cases {

struct Candidate {
    PersonId person;
    bool ownGrid = false;
    std::optional<double> metres;     ///< from the last fix to the case; none without a fix
    std::optional<Millis> fixAge;
    int load = 0;
    int capacity = 0;

    bool hasRoom() const { return load < capacity; }
};

enum class Room { Needed, Any }; ///< Needed: who is full isn't listed

/// At most `limit` candidates, best first. The one who has the case already isn't among them.
std::vector<Candidate> rankCandidates(const Desk& desk, const domain::Case& state, std::size_t limit,
                                      Room room = Room::Needed);

/// The reasons in words, for and against ("own grid; idle", "other grid; position 8 min old").
QString reasonsOf(const Workplace& place, const Candidate& candidate);
/// "load 1/4".
QString loadText(int load, int capacity);

} // namespace zs::cases
