// Last known position of every member of staff on duty. GUI thread only. Nothing is kept of who went off duty.
#pragma once

#include "base/Clock.h"
#include "base/GeoPoint.h"
#include "base/StrongId.h"
#include "protocol/PositionFrame.h"

#include <span>
#include <vector>

namespace zs::session {

struct Fix {
    std::int32_t lonE7 = 0;
    std::int32_t latE7 = 0;
    TimePoint at{};           ///< time of the fix; epoch = no fix
    std::uint8_t heading = 0;

    bool isKnown() const { return at != TimePoint{}; }
    GeoPoint place() const { return {lonE7 * 1e-7, latE7 * 1e-7}; }
};

class PeopleStore {
public:
    explicit PeopleStore(std::size_t people) : m_fixes(people) {}

    /// An older fix never replaces a newer one.
    void apply(const protocol::PositionFrame& frame);
    /// The shift ended.
    void forget(PersonId person);
    void clear();
    /// Index = person id - 1.
    std::span<const Fix> fixes() const { return m_fixes; }
    const Fix* fix(PersonId person) const; ///< null if unknown or no fix
    std::size_t known() const { return m_known; }
    TimePoint newest() const { return m_newest; }

private:
    std::vector<Fix> m_fixes;
    std::size_t m_known = 0;
    TimePoint m_newest{};
};

} // namespace zs::session
