#include "sim/city/Roads.h"

#include <algorithm>
#include <map>
#include <queue>

namespace zs::sim {

namespace {

using Edge = std::pair<std::size_t, std::size_t>; // smaller cell first

Edge edgeOf(std::size_t a, std::size_t b) {
    return a < b ? Edge{a, b} : Edge{b, a};
}

class Network {
public:
    Network(const TownPlan& plan, const Partition& partition, const Terrain& terrain)
        : m_plan(plan), m_partition(partition), m_terrain(terrain) {}

    std::map<Edge, RoadClass> lay() {
        std::vector<std::size_t> hubs;
        for (std::size_t t = 0; t < kTowns; ++t)
            hubs.push_back(nearest(m_plan.centres[t], static_cast<int>(t)));
        for (std::size_t a = 0; a < kTowns; ++a) {
            for (std::size_t b = a + 1; b < kTowns; ++b) {
                if (related(a, b))
                    join(hubs[a], hubs[b], RoadClass::Arterial);
            }
        }
        std::vector<std::vector<std::size_t>> members(m_plan.townOfCommunity.size());
        for (std::size_t i = 0; i < kGrids; ++i)
            members[static_cast<std::size_t>(m_plan.communityOfCell[i])].push_back(i);
        for (std::size_t c = 0; c < members.size(); ++c)
            join(members[c][members[c].size() / 2], hubs[static_cast<std::size_t>(m_plan.townOfCommunity[c])],
                 RoadClass::Secondary);
        for (std::size_t i = 0; i < kGrids; ++i) {
            for (const std::size_t n : m_partition.neighbours()[i]) {
                if (n > i && n < kGrids && m_plan.communityOfCell[i] == m_plan.communityOfCell[n] &&
                    dry(i, n))
                    m_edges.try_emplace(Edge{i, n}, RoadClass::Street);
            }
        }
        return std::move(m_edges);
    }

private:
    std::size_t nearest(Spot p, int town) const {
        std::size_t best = 0;
        double least = 1e18;
        for (std::size_t i = 0; i < kGrids; ++i) {
            const double d = gap(m_partition.sites()[i], p);
            if (m_plan.townOfCell[i] == town && d < least) {
                least = d;
                best = i;
            }
        }
        return best;
    }

    /// Relative-neighbour graph: joined unless a third town lies clearly nearer to both.
    bool related(std::size_t a, std::size_t b) const {
        const double own = gap(m_plan.centres[a], m_plan.centres[b]);
        for (std::size_t c = 0; c < kTowns; ++c) {
            if (c != a && c != b &&
                std::max(gap(m_plan.centres[a], m_plan.centres[c]),
                         gap(m_plan.centres[b], m_plan.centres[c])) < 0.74 * own)
                return false;
        }
        return true;
    }

    bool dry(std::size_t a, std::size_t b) const {
        const Spot p = m_partition.sites()[a], q = m_partition.sites()[b];
        return m_terrain.at({(p.x + q.x) / 2, (p.y + q.y) / 2}) != Ground::Sea;
    }

    double cost(std::size_t a, std::size_t b, RoadClass wanted) const {
        double c = gap(m_partition.sites()[a], m_partition.sites()[b]);
        const auto it = m_edges.find(edgeOf(a, b));
        if (it != m_edges.end())
            c *= it->second == RoadClass::Arterial ? 0.45
                 : it->second == wanted            ? 0.6
                                                   : 0.9; // roads flow together
        return dry(a, b) ? c : c * 6;
    }

    void join(std::size_t from, std::size_t to, RoadClass kind) {
        std::vector<double> best(kGrids, 1e18);
        std::vector<std::size_t> before(kGrids, kOutside);
        using Item = std::pair<double, std::size_t>;
        std::priority_queue<Item, std::vector<Item>, std::greater<>> queue;
        best[from] = 0;
        queue.push({0, from});
        while (!queue.empty()) {
            const auto [c, at] = queue.top();
            queue.pop();
            if (at == to)
                break;
            if (c > best[at])
                continue;
            for (const std::size_t n : m_partition.neighbours()[at]) {
                if (n >= kGrids)
                    continue;
                const double next = c + cost(at, n, kind);
                if (next < best[n]) {
                    best[n] = next;
                    before[n] = at;
                    queue.push({next, n});
                }
            }
        }
        for (std::size_t at = to; before[at] != kOutside; at = before[at]) {
            RoadClass& edge = m_edges.try_emplace(edgeOf(at, before[at]), RoadClass::None).first->second;
            edge = std::max(edge, kind);
        }
    }

    const TownPlan& m_plan;
    const Partition& m_partition;
    const Terrain& m_terrain;
    std::map<Edge, RoadClass> m_edges;
};

/// Pulls the nodes of main roads into line, so that they sweep instead of zigzagging from cell to cell.
std::vector<Spot> straighten(const std::map<Edge, RoadClass>& edges, const std::vector<Spot>& sites) {
    std::vector<Spot> nodes(sites.begin(), sites.begin() + kGrids);
    for (const RoadClass kind : {RoadClass::Arterial, RoadClass::Secondary}) {
        std::vector<std::vector<std::size_t>> along(kGrids);
        std::vector<char> fixed(kGrids, 0);
        for (const auto& [edge, k] : edges) {
            if (k == kind) {
                along[edge.first].push_back(edge.second);
                along[edge.second].push_back(edge.first);
            } else if (k > kind) {
                fixed[edge.first] = fixed[edge.second] = 1;
            }
        }
        for (int round = 0; round < 3; ++round) {
            std::vector<Spot> moved = nodes;
            for (std::size_t i = 0; i < kGrids; ++i) {
                if (along[i].size() != 2 || fixed[i])
                    continue;
                const Spot a = nodes[along[i][0]], b = nodes[along[i][1]];
                moved[i] = {0.4 * nodes[i].x + 0.3 * (a.x + b.x), 0.4 * nodes[i].y + 0.3 * (a.y + b.y)};
            }
            nodes = std::move(moved);
        }
    }
    return nodes;
}

} // namespace

std::vector<Road> layRoads(const TownPlan& plan, const Partition& partition, const Terrain& terrain,
                           const Noise& noise) {
    const std::map<Edge, RoadClass> edges = Network(plan, partition, terrain).lay();
    const std::vector<Spot> nodes = straighten(edges, partition.sites());
    std::vector<Road> roads;
    for (const RoadClass kind : {RoadClass::Street, RoadClass::Secondary, RoadClass::Arterial}) {
        std::vector<std::vector<std::size_t>> along(kGrids);
        for (const auto& [edge, k] : edges) {
            if (k == kind) {
                along[edge.first].push_back(edge.second);
                along[edge.second].push_back(edge.first);
            }
        }
        std::map<Edge, bool> used;
        const auto walk = [&](std::size_t from, std::size_t to) {
            Road road{kind, {nodes[from]}};
            while (!used[edgeOf(from, to)]) {
                used[edgeOf(from, to)] = true;
                const Spot a = road.line.back(), b = nodes[to];
                const double bend = kind == RoadClass::Arterial ? 0.05 : 0.10, mx = (a.x + b.x) / 2,
                             my = (a.y + b.y) / 2;
                const double push = bend * noise.at(mx / 300, my / 300);
                road.line.push_back({mx - (b.y - a.y) * push, my + (b.x - a.x) * push});
                road.line.push_back(b);
                if (along[to].size() != 2)
                    break;
                const std::size_t next = along[to][0] == from ? along[to][1] : along[to][0];
                from = to;
                to = next;
            }
            if (road.line.size() > 1)
                roads.push_back(std::move(road));
        };
        for (const bool ends : {true, false}) { // chains from their ends first, then what is left are loops
            for (std::size_t i = 0; i < kGrids; ++i) {
                if (ends && along[i].size() == 2)
                    continue;
                for (const std::size_t n : along[i]) {
                    if (!used[edgeOf(i, n)])
                        walk(i, n);
                }
            }
        }
    }
    return roads;
}

} // namespace zs::sim
