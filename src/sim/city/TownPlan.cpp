#include "sim/city/TownPlan.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace zs::sim {

namespace {

std::vector<Spot> placeCentres(const Terrain& terrain, Random& random) {
    std::vector<Spot> centres;
    const Spot core = terrain.core();
    for (const Spot offset : {Spot{0, 0}, {4'600, 2'200}, {-4'300, 2'900}, {1'600, -4'900}})
        centres.push_back({core.x + offset.x, core.y + offset.y});
    while (centres.size() < kTowns) { // best candidate: far from the others, not at the rim
        Spot best;
        double bestGap = -1;
        for (int tries = 0; tries < 60; ++tries) {
            const Spot p{random.between(-kHalfWidth, kHalfWidth), random.between(-kHalfHeight, kHalfHeight)};
            const auto within = [&](double dx, double dy) {
                return terrain.at({p.x + dx, p.y + dy}) == Ground::City;
            };
            if (!within(0, 0) || !within(2'500, 0) || !within(-2'500, 0) || !within(0, 2'500) ||
                !within(0, -2'500)) {
                --tries;
                continue;
            }
            double nearest = 1e9;
            for (const Spot c : centres)
                nearest = std::min(nearest, gap(p, c));
            if (nearest > bestGap) {
                bestGap = nearest;
                best = p;
            }
        }
        centres.push_back(best);
    }
    return centres;
}

/// Breaks a town's stray pieces off and gives them to the neighbour they share most borders with.
void makeContiguous(std::vector<int>& town, const Partition& partition) {
    const auto& neighbours = partition.neighbours();
    for (int pass = 0; pass < 8; ++pass) {
        std::vector<int> piece(town.size(), -1);
        std::vector<std::vector<std::size_t>> pieces;
        for (std::size_t i = 0; i < kGrids; ++i) {
            if (piece[i] >= 0)
                continue;
            pieces.push_back({i});
            piece[i] = static_cast<int>(pieces.size()) - 1;
            for (std::size_t k = 0; k < pieces.back().size(); ++k) {
                for (const std::size_t n : neighbours[pieces.back()[k]]) {
                    if (piece[n] < 0 && town[n] == town[i]) {
                        piece[n] = piece[i];
                        pieces.back().push_back(n);
                    }
                }
            }
        }
        std::map<int, std::size_t> largest;
        for (std::size_t p = 0; p < pieces.size(); ++p) {
            const int t = town[pieces[p][0]];
            const auto [it, added] = largest.try_emplace(t, p);
            if (!added && pieces[p].size() > pieces[it->second].size())
                it->second = p;
        }
        bool changed = false;
        for (std::size_t p = 0; p < pieces.size(); ++p) {
            const int own = town[pieces[p][0]];
            if (largest[own] == p)
                continue;
            std::map<int, int> votes;
            for (const std::size_t cell : pieces[p]) {
                for (const std::size_t n : neighbours[cell]) {
                    if (town[n] >= 0 && town[n] != own)
                        ++votes[town[n]];
                }
            }
            const auto winner = std::ranges::max_element(votes, {}, [](const auto& v) { return v.second; });
            if (winner == votes.end())
                continue; // an island stays with the town that it is nearest to
            for (const std::size_t cell : pieces[p])
                town[cell] = winner->first;
            changed = true;
        }
        if (!changed)
            return;
    }
}

/// Cuts `cells` into `parts` groups of nearly the same size by halving along the longer side.
void halve(std::vector<std::size_t> cells, std::size_t parts, const std::vector<Spot>& sites,
           std::vector<std::vector<std::size_t>>& out) {
    if (parts <= 1) {
        out.push_back(std::move(cells));
        return;
    }
    double west = 1e9, east = -1e9, south = 1e9, north = -1e9;
    for (const std::size_t c : cells) {
        west = std::min(west, sites[c].x);
        east = std::max(east, sites[c].x);
        south = std::min(south, sites[c].y);
        north = std::max(north, sites[c].y);
    }
    const bool wide = east - west > north - south;
    std::ranges::sort(cells, [&](std::size_t a, std::size_t b) {
        const double va = wide ? sites[a].x : -sites[a].y, vb = wide ? sites[b].x : -sites[b].y;
        return va != vb ? va < vb : a < b;
    });
    const std::size_t left = parts / 2, cut = std::max(left, cells.size() * left / parts);
    const auto middle =
        cells.begin() + static_cast<std::ptrdiff_t>(std::min(cut, cells.size() - (parts - left)));
    halve({cells.begin(), middle}, left, sites, out);
    halve({middle, cells.end()}, parts - left, sites, out);
}

} // namespace

TownPlan placeSites(const Terrain& terrain, Random& random) {
    TownPlan plan;
    plan.centres = placeCentres(terrain, random);
    const auto crowd = [&](Spot p) {
        double d = 0.16;
        for (std::size_t i = 0; i < plan.centres.size(); ++i) {
            const double r = gap(p, plan.centres[i]) / (i < kCoreTowns ? 4'200 : 2'300);
            d += (i < kCoreTowns ? 0.55 : 0.42) * std::exp(-r * r);
        }
        return std::min(1.0, d);
    };
    std::vector<Spot> around;
    while (plan.sites.size() < kGrids) {
        const Spot p{random.between(-kHalfWidth, kHalfWidth), random.between(-kHalfHeight, kHalfHeight)};
        if (terrain.at(p) == Ground::City && random.unit() < crowd(p))
            plan.sites.push_back(p);
    }
    constexpr double step = 850; // cells that aren't grids: a jittered lattice, as fine as a coast needs
    for (double y = -kHalfHeight; y < kHalfHeight; y += step) {
        for (double x = -kHalfWidth; x < kHalfWidth; x += step) {
            const Spot p{x + random.between(0.1, 0.9) * step, y + random.between(0.1, 0.9) * step};
            if (terrain.at(p) != Ground::City)
                around.push_back(p);
        }
    }
    plan.sites.insert(plan.sites.end(), around.begin(), around.end());
    return plan;
}

void assignTowns(TownPlan& plan, const Partition& partition, const Noise& noise) {
    const auto& sites = partition.sites();
    plan.townOfCell.assign(sites.size(), kNoLabel);
    for (std::size_t i = 0; i < kGrids; ++i) {
        const Spot p{sites[i].x + 1'300 * noise.fractal(sites[i].x / 4'000, sites[i].y / 4'000, 3),
                     sites[i].y + 1'300 * noise.fractal(sites[i].x / 4'000 + 50, sites[i].y / 4'000 + 50, 3)};
        double best = 1e18;
        for (std::size_t t = 0; t < plan.centres.size(); ++t) {
            // Towns are larger than the core's subdistricts, and not all alike.
            const double weight = t < kCoreTowns ? 0.92 : 1.0 + 0.16 * noise.at(double(t) * 3.7, 0.5);
            const double d = gap(p, plan.centres[t]) / weight;
            if (d < best) {
                best = d;
                plan.townOfCell[i] = static_cast<int>(t);
            }
        }
    }
    makeContiguous(plan.townOfCell, partition);
}

void assignCommunities(TownPlan& plan, const Partition& partition) {
    std::vector<std::vector<std::size_t>> cells(kTowns);
    for (std::size_t i = 0; i < kGrids; ++i)
        cells[static_cast<std::size_t>(plan.townOfCell[i])].push_back(i);
    // Largest remainder; a town has at least four communities, if it has the cells.
    std::vector<std::size_t> share(kTowns);
    for (std::size_t t = 0; t < kTowns; ++t)
        share[t] =
            std::min(cells[t].size(), std::max<std::size_t>(4, cells[t].size() * kCommunities / kGrids));
    for (std::size_t total = std::accumulate(share.begin(), share.end(), std::size_t(0));
         total != kCommunities;) {
        const auto load = [&](std::size_t t) { return double(cells[t].size()) / double(share[t]); };
        std::size_t best = 0;
        for (std::size_t t = 1; t < kTowns; ++t) {
            if (total < kCommunities ? load(t) > load(best) : (load(t) < load(best) && share[t] > 1))
                best = t;
        }
        share[best] += total < kCommunities ? 1 : std::size_t(-1);
        total += total < kCommunities ? 1 : std::size_t(-1);
    }
    plan.communityOfCell.assign(partition.sites().size(), kNoLabel);
    plan.townOfCommunity.clear();
    for (std::size_t t = 0; t < kTowns; ++t) {
        std::vector<std::vector<std::size_t>> groups;
        halve(cells[t], share[t], partition.sites(), groups);
        for (const auto& group : groups) {
            for (const std::size_t cell : group)
                plan.communityOfCell[cell] = static_cast<int>(plan.townOfCommunity.size());
            plan.townOfCommunity.push_back(static_cast<int>(t));
        }
    }
}

} // namespace zs::sim
