#include "sim/city/Partition.h"

#include <algorithm>
#include <boost/polygon/voronoi.hpp>
#include <unordered_map>

namespace zs::sim {

namespace {

constexpr double kUnits = 10; // Boost's builder wants whole numbers: decimetres
// Beyond this a vertex belongs to the cells at the rim, which nobody sees.
constexpr double kFar = 1.5 * (kHalfWidth + kHalfHeight);

double area2(const Ring& ring) {
    double sum = 0;
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++)
        sum += ring[j].x * ring[i].y - ring[i].x * ring[j].y;
    return sum;
}

bool inside(const Ring& ring, Spot p) {
    bool in = false;
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
        if ((ring[i].y > p.y) != (ring[j].y > p.y) &&
            p.x < (ring[j].x - ring[i].x) * (p.y - ring[i].y) / (ring[j].y - ring[i].y) + ring[i].x)
            in = !in;
    }
    return in;
}

/// Midpoint displacement; the same arc always bends the same way because the noise is asked at the middle.
void crook(Spot a, Spot b, double strength, const Noise& noise, int depth, std::vector<Spot>& out) {
    const double length = gap(a, b);
    if (depth == 0 || length < 40)
        return;
    const Spot middle{(a.x + b.x) / 2, (a.y + b.y) / 2};
    const double push = strength * noise.at(middle.x / 90, middle.y / 90);
    const Spot m{middle.x - (b.y - a.y) * push, middle.y + (b.x - a.x) * push};
    crook(a, m, strength, noise, depth - 1, out);
    out.push_back(m);
    crook(m, b, strength, noise, depth - 1, out);
}

} // namespace

Partition::Partition(std::vector<Spot> sites, const Terrain& terrain, int rounds)
    : m_sites(std::move(sites)) {
    for (int round = 0;; ++round) {
        for (Spot& s : m_sites)
            s = {std::round(s.x * kUnits) / kUnits, std::round(s.y * kUnits) / kUnits};
        build();
        if (round == rounds)
            break;
        const std::vector<Spot> middles = centroids();
        for (std::size_t i = 0; i < m_sites.size(); ++i) {
            const Spot m = middles[i];
            if (std::abs(m.x) < kHalfWidth && std::abs(m.y) < kHalfHeight &&
                terrain.at(m) == terrain.at(m_sites[i]))
                m_sites[i] = m;
        }
    }
}

void Partition::build() {
    namespace bp = boost::polygon;
    std::vector<bp::point_data<int>> points;
    points.reserve(m_sites.size());
    for (const Spot s : m_sites)
        points.emplace_back(static_cast<int>(std::lround(s.x * kUnits)),
                            static_cast<int>(std::lround(s.y * kUnits)));
    bp::voronoi_diagram<double> diagram;
    bp::construct_voronoi(points.begin(), points.end(), &diagram);

    m_vertices.clear();
    m_arcs.clear();
    m_rim.clear();
    m_neighbours.assign(m_sites.size(), {});
    const auto* first = diagram.vertices().data();
    for (const auto& v : diagram.vertices())
        m_vertices.push_back({v.x() / kUnits, v.y() / kUnits});
    for (const auto& edge : diagram.edges()) {
        const std::size_t own = edge.cell()->source_index(), other = edge.twin()->cell()->source_index();
        if (own > other)
            continue; // the twin speaks for both
        m_neighbours[own].push_back(other);
        m_neighbours[other].push_back(own);
        if (!edge.is_finite()) {
            m_rim.insert(m_rim.end(), {own, other});
            continue;
        }
        const Arc arc{static_cast<std::size_t>(edge.vertex0() - first),
                      static_cast<std::size_t>(edge.vertex1() - first),
                      own,
                      other,
                      {}};
        const auto near = [](Spot p) { return std::abs(p.x) < kFar && std::abs(p.y) < kFar; };
        if (near(m_vertices[arc.from]) && near(m_vertices[arc.to]))
            m_arcs.push_back(arc);
        else
            m_rim.insert(m_rim.end(), {own, other});
    }
    std::ranges::sort(m_rim);
    m_rim.erase(std::ranges::unique(m_rim).begin(), m_rim.end());
    for (auto& list : m_neighbours)
        std::ranges::sort(list);
}

std::vector<Spot> Partition::centroids() const {
    struct Sum {
        double area = 0, x = 0, y = 0;
    };
    std::vector<Sum> sums(m_sites.size());
    for (const Arc& arc : m_arcs) {
        const auto add = [&](std::size_t cell, Spot a, Spot b) {
            const Spot o = m_sites[cell];
            const double cross = (a.x - o.x) * (b.y - o.y) - (b.x - o.x) * (a.y - o.y);
            sums[cell].area += cross;
            sums[cell].x += cross * (a.x + b.x - 2 * o.x) / 3;
            sums[cell].y += cross * (a.y + b.y - 2 * o.y) / 3;
        };
        add(arc.left, m_vertices[arc.from], m_vertices[arc.to]);
        add(arc.right, m_vertices[arc.to], m_vertices[arc.from]);
    }
    std::vector<Spot> out = m_sites;
    for (std::size_t i = 0; i < out.size(); ++i) {
        if (sums[i].area > 1) {
            out[i].x += sums[i].x / sums[i].area;
            out[i].y += sums[i].y / sums[i].area;
        }
    }
    return out;
}

void Partition::roughen(std::span<const int> labels, double strength, const Noise& noise) {
    for (Arc& arc : m_arcs) {
        if (labels[arc.left] == labels[arc.right] || !arc.bends.empty())
            continue;
        const Spot a = m_vertices[arc.from], b = m_vertices[arc.to];
        const int depth = gap(a, b) > 600 ? 4 : gap(a, b) > 200 ? 3 : 2;
        crook(a, b, strength, noise, depth, arc.bends);
    }
}

std::vector<Shape> Partition::dissolve(std::span<const int> labels, std::size_t count) const {
    // Arcs around each label, turned so that the label lies to the left.
    struct Step {
        std::size_t arc;
        bool forward;
    };
    std::vector<std::vector<Step>> around(count);
    for (std::size_t i = 0; i < m_arcs.size(); ++i) {
        const int left = labels[m_arcs[i].left], right = labels[m_arcs[i].right];
        if (left == right)
            continue;
        if (left >= 0)
            around[static_cast<std::size_t>(left)].push_back({i, true});
        if (right >= 0)
            around[static_cast<std::size_t>(right)].push_back({i, false});
    }
    std::vector<Shape> shapes(count);
    for (std::size_t label = 0; label < count; ++label) {
        std::unordered_multimap<std::size_t, std::size_t> startingAt;
        for (std::size_t s = 0; s < around[label].size(); ++s) {
            const Step step = around[label][s];
            startingAt.emplace(step.forward ? m_arcs[step.arc].from : m_arcs[step.arc].to, s);
        }
        std::vector<char> used(around[label].size(), 0);
        std::vector<Ring> outers, holes;
        for (std::size_t s = 0; s < around[label].size(); ++s) {
            Ring ring;
            for (std::size_t at = s; !used[at];) {
                used[at] = 1;
                const Step step = around[label][at];
                const Arc& arc = m_arcs[step.arc];
                ring.push_back(m_vertices[step.forward ? arc.from : arc.to]);
                if (step.forward)
                    ring.insert(ring.end(), arc.bends.begin(), arc.bends.end());
                else
                    ring.insert(ring.end(), arc.bends.rbegin(), arc.bends.rend());
                const auto [it, end] = startingAt.equal_range(step.forward ? arc.to : arc.from);
                for (auto next = it; next != end; ++next) {
                    if (!used[next->second]) {
                        at = next->second;
                        break;
                    }
                }
            }
            if (ring.size() >= 3)
                (area2(ring) > 0 ? outers : holes).push_back(std::move(ring));
        }
        std::ranges::stable_sort(outers, [](const Ring& a, const Ring& b) { return area2(a) > area2(b); });
        for (Ring& outer : outers)
            shapes[label].push_back({std::move(outer)});
        for (Ring& hole : holes) {
            const auto owner =
                std::ranges::find_if(shapes[label], [&](const Polygon& p) { return inside(p[0], hole[0]); });
            if (owner != shapes[label].end())
                owner->push_back(std::move(hole));
            else if (!shapes[label].empty()) // touches the outline at that corner
                shapes[label].front().push_back(std::move(hole));
        }
    }
    return shapes;
}

std::vector<std::vector<Spot>> Partition::borders(std::span<const int> labels, int one, int other) const {
    std::vector<std::vector<Spot>> out;
    std::unordered_map<std::size_t, std::size_t>
        next; // one label to the left throughout, so lines chain head to tail
    const auto matches = [&](const Arc& arc) {
        return labels[arc.left] == one && labels[arc.right] == other;
    };
    const auto reversed = [&](const Arc& arc) {
        return labels[arc.left] == other && labels[arc.right] == one;
    };
    std::vector<std::size_t> chosen;
    std::unordered_map<std::size_t, int> incoming;
    for (std::size_t i = 0; i < m_arcs.size(); ++i) {
        const Arc& arc = m_arcs[i];
        if (!matches(arc) && !reversed(arc))
            continue;
        chosen.push_back(i);
        next[matches(arc) ? arc.from : arc.to] = i;
        ++incoming[matches(arc) ? arc.to : arc.from];
    }
    std::vector<char> used(m_arcs.size(), 0);
    const auto walk = [&](std::size_t start) {
        std::vector<Spot> line;
        for (std::size_t i = start; !used[i];) {
            used[i] = 1;
            const Arc& arc = m_arcs[i];
            const bool forward = matches(arc);
            if (line.empty())
                line.push_back(m_vertices[forward ? arc.from : arc.to]);
            if (forward)
                line.insert(line.end(), arc.bends.begin(), arc.bends.end());
            else
                line.insert(line.end(), arc.bends.rbegin(), arc.bends.rend());
            const std::size_t end = forward ? arc.to : arc.from;
            line.push_back(m_vertices[end]);
            const auto it = next.find(end);
            if (it == next.end())
                break;
            i = it->second;
        }
        if (line.size() > 1)
            out.push_back(std::move(line));
    };
    for (const std::size_t i : chosen) { // open lines from their ends, then what is left are rings
        if (incoming[matches(m_arcs[i]) ? m_arcs[i].from : m_arcs[i].to] == 0)
            walk(i);
    }
    for (const std::size_t i : chosen) {
        if (!used[i])
            walk(i);
    }
    return out;
}

} // namespace zs::sim
