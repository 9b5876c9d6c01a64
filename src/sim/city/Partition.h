// The plane cut into Voronoi cells. Every border is one arc shared by the two cells at it, so whatever is
// dissolved from cells (grids, towns, the city, the land) nests without gaps or overlaps.
#pragma once

#include "sim/city/Terrain.h"

#include <cstdint>
#include <span>
#include <vector>

namespace zs::sim {

struct Arc {
    std::size_t from = 0, to = 0;    ///< vertices
    std::size_t left = 0, right = 0; ///< cells; kOutside beyond the plane
    std::vector<Spot> bends;         ///< between the vertices, in the order from → to
};

inline constexpr std::size_t kOutside = SIZE_MAX;
inline constexpr int kNoLabel = -1;

using Ring = std::vector<Spot>;
using Polygon = std::vector<Ring>; ///< outer ring counter-clockwise, then holes
using Shape = std::vector<Polygon>;

class Partition {
public:
    /// Sites are rounded to decimetres; those of one place count once. Relaxing moves a site towards the
    /// middle of its cell, `rounds` times, as long as it stays on its own ground.
    Partition(std::vector<Spot> sites, const Terrain& terrain, int rounds);

    const std::vector<Spot>& sites() const { return m_sites; }
    const std::vector<Arc>& arcs() const { return m_arcs; }
    const std::vector<Spot>& vertices() const { return m_vertices; }
    /// Cells that share a border with each cell, ascending.
    const std::vector<std::vector<std::size_t>>& neighbours() const { return m_neighbours; }
    /// Cells at the rim of the plane, whose borders aren't all known: no shape may be dissolved from them.
    const std::vector<std::size_t>& rim() const { return m_rim; }
    /// Crooks the arcs between cells of different labels: `strength` is a share of the arc's length.
    void roughen(std::span<const int> labels, double strength, const Noise& noise);
    /// One shape a label 0…count-1: the union of its cells.
    std::vector<Shape> dissolve(std::span<const int> labels, std::size_t count) const;
    /// Borders between cells of two different labels, as lines.
    std::vector<std::vector<Spot>> borders(std::span<const int> labels, int one, int other) const;

private:
    void build();
    std::vector<Spot> centroids() const;

    std::vector<Spot> m_sites, m_vertices;
    std::vector<Arc> m_arcs;
    std::vector<std::vector<std::size_t>> m_neighbours;
    std::vector<std::size_t> m_rim;
};

} // namespace zs::sim
