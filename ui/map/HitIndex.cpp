#include "ui/map/HitIndex.h"

#include "geo/Mercator.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace zs::map {

namespace {
constexpr double kMarksPerCell = 4;
constexpr std::size_t kMaxSide = 512;
} // namespace

void MarkIndex::build(std::span<const Mark> marks)
{
    *this = {};
    m_marks = marks;
    if (marks.empty())
        return;
    constexpr double inf = std::numeric_limits<double>::infinity();
    double west = inf, north = inf, east = -inf, south = -inf;
    for (const Mark& m : marks) {
        west = std::min(west, m.x);
        east = std::max(east, m.x);
        north = std::min(north, m.y);
        south = std::max(south, m.y);
    }
    const double cells = std::max(1.0, static_cast<double>(marks.size()) / kMarksPerCell);
    const auto side = std::clamp(static_cast<std::size_t>(std::sqrt(cells)), std::size_t{1}, kMaxSide);
    m_columns = m_rows = side;
    m_west = west;
    m_north = north;
    m_perX = east > west ? static_cast<double>(side) / (east - west) : 0;
    m_perY = south > north ? static_cast<double>(side) / (south - north) : 0;
    m_first.assign(side * side + 1, 0);
    for (const Mark& m : marks)
        ++m_first[row(m.y) * side + column(m.x) + 1];
    for (std::size_t i = 0; i < side * side; ++i)
        m_first[i + 1] += m_first[i];
    m_members.resize(marks.size());
    std::vector<std::uint32_t> next(m_first.begin(), m_first.end() - 1);
    for (std::size_t i = 0; i < marks.size(); ++i)
        m_members[next[row(marks[i].y) * side + column(marks[i].x)]++] = static_cast<std::uint32_t>(i);
}

std::size_t MarkIndex::column(double x) const
{
    const double at = std::clamp((x - m_west) * m_perX, 0.0, static_cast<double>(m_columns - 1));
    return static_cast<std::size_t>(at);
}

std::size_t MarkIndex::row(double y) const
{
    const double at = std::clamp((y - m_north) * m_perY, 0.0, static_cast<double>(m_rows - 1));
    return static_cast<std::size_t>(at);
}

std::optional<MarkIndex::Nearest> MarkIndex::nearest(double x, double y, double radius) const
{
    if (m_marks.empty() || radius <= 0)
        return std::nullopt;
    std::optional<Nearest> best;
    double bestSquare = radius * radius;
    for (std::size_t r = row(y - radius); r <= row(y + radius); ++r) {
        for (std::size_t c = column(x - radius); c <= column(x + radius); ++c) {
            const std::size_t cell = r * m_columns + c;
            for (std::uint32_t i = m_first[cell]; i < m_first[cell + 1]; ++i) {
                const Mark& m = m_marks[m_members[i]];
                const double dx = m.x - x, dy = m.y - y, square = dx * dx + dy * dy;
                if (square > bestSquare)
                    continue;
                // Drawn above = further south, and of the same place the later one.
                const bool above = !best || square < bestSquare || m.y > m_marks[best->index].y
                                   || (m.y == m_marks[best->index].y && m_members[i] > best->index);
                if (above)
                    best = Nearest{m_members[i], 0};
                bestSquare = square;
            }
        }
    }
    if (best)
        best->distance = std::sqrt(bestSquare);
    return best;
}

GroundHits::GroundHits(const MapGround& ground)
{
    std::vector<const GeoShape*> shapes;
    shapes.reserve(ground.grids.size());
    m_ids.reserve(ground.grids.size());
    for (const GridArea& grid : ground.grids) {
        shapes.push_back(&grid.shape);
        m_ids.push_back(grid.id);
    }
    m_index = geo::GridIndex(shapes);
}

std::optional<GridId> GroundHits::grid(GeoPoint place) const
{
    const auto found = m_index.find(place);
    if (!found)
        return std::nullopt;
    return m_ids[*found];
}

void HitIndex::setPeople(std::vector<Mark> people)
{
    m_people = std::move(people);
    m_peopleStale = true;
}

void HitIndex::setCases(std::vector<Mark> cases)
{
    m_cases = std::move(cases);
    m_casesStale = true;
}

Hit HitIndex::hit(const Question& q) const
{
    if (m_peopleStale) {
        m_peopleIndex.build(m_people);
        m_peopleStale = false;
    }
    if (m_casesStale) {
        m_caseIndex.build(m_cases);
        m_casesStale = false;
    }
    const auto person = m_peopleIndex.nearest(q.x, q.y, q.peopleReach);
    const auto event = q.peopleFirst ? std::nullopt : m_caseIndex.nearest(q.x, q.y, q.caseReach);
    const auto of = [](Hit::Kind kind, const Mark& m) { return Hit{kind, m.id, geo::toGeo({m.x, m.y})}; };
    if (event && (!person || event->distance <= person->distance))
        return of(Hit::Kind::Case, m_cases[event->index]);
    if (person)
        return of(Hit::Kind::Person, m_people[person->index]);
    const GeoPoint place = geo::toGeo({q.x, q.y});
    if (m_ground)
        if (const auto grid = m_ground->grid(place))
            return {Hit::Kind::Grid, grid->value, place};
    return {Hit::Kind::Nothing, 0, place};
}

} // namespace zs::map
