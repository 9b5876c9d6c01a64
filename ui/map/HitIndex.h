// What lies under a point: one answer for both surfaces. World coordinates (0…1, y down). Not thread-safe.
#pragma once

#include "geo/GridIndex.h"
#include "ui/map/MapSurface.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace zs::map {

/// A flat hash of marks by place; rebuilt when asked after the marks changed (10,000 marks: some 0.3 ms).
class MarkIndex {
public:
    /// `marks` isn't copied: it must stay as it is until the next build() or clear().
    void build(std::span<const Mark> marks);
    void clear() { *this = {}; }
    struct Nearest { std::size_t index; double distance; };
    /// The nearest mark within `radius`; of equally near ones the one that is drawn above.
    std::optional<Nearest> nearest(double x, double y, double radius) const;

private:
    std::size_t column(double x) const;
    std::size_t row(double y) const;

    std::span<const Mark> m_marks;
    double m_west = 0, m_north = 0, m_perX = 0, m_perY = 0;
    std::size_t m_columns = 0, m_rows = 0;
    std::vector<std::uint32_t> m_first;   ///< by cell, and one past the end
    std::vector<std::uint32_t> m_members;
};

/// Which grid a place lies in. Built once a ground: tens of ms for 3,000 grids, so off the GUI thread.
struct GroundHits {
    explicit GroundHits(const MapGround& ground);
    std::optional<GridId> grid(GeoPoint place) const;

private:
    std::vector<GridId> m_ids;
    geo::GridIndex m_index;
};

/// Keeps the marks of one surface and answers Hit questions.
class HitIndex {
public:
    void setGround(std::shared_ptr<const GroundHits> ground) { m_ground = std::move(ground); }
    void setPeople(std::vector<Mark> people);
    void setCases(std::vector<Mark> cases);
    const std::vector<Mark>& people() const { return m_people; }
    const std::vector<Mark>& cases() const { return m_cases; }

    struct Question {
        double x = 0, y = 0;          ///< world
        double peopleReach = 0, caseReach = 0; ///< world units; 0 = that layer isn't shown
        bool peopleFirst = false;     ///< while a case is dragged: cases are no target
    };
    Hit hit(const Question& question) const;

private:
    std::vector<Mark> m_people, m_cases;
    mutable MarkIndex m_peopleIndex, m_caseIndex; ///< built at the first question after a change
    mutable bool m_peopleStale = false, m_casesStale = false;
    std::shared_ptr<const GroundHits> m_ground;
};

} // namespace zs::map
