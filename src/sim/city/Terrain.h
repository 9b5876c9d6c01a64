// The ground of the demo city: where the sea is, how far the city reaches, rivers, lakes, hills. Metres on a
// plane whose origin is the city's middle, x east, y north.
#pragma once

#include "sim/city/Random.h"

#include <array>
#include <vector>

namespace zs::sim {

struct Spot {
    double x = 0, y = 0;
    bool operator==(const Spot&) const = default;
};

inline double gap(Spot a, Spot b) {
    return std::hypot(a.x - b.x, a.y - b.y);
}

/// Half sizes of the generated plane, and of the smaller box that becomes the map.
inline constexpr double kHalfWidth = 52'000, kHalfHeight = 40'000;
inline constexpr double kMapHalfWidth = 46'000, kMapHalfHeight = 34'000;

struct River {
    const char* zh;
    const char* en;
    std::vector<Spot> line; ///< from the source to the mouth
    double sourceWidth = 0, mouthWidth = 0;
};

struct Blob {
    const char* zh;
    const char* en;
    std::vector<Spot> ring; ///< counter-clockwise
    Spot centre;
};

enum class Ground { Sea, OtherLand, City };

class Terrain {
public:
    explicit Terrain(std::uint64_t seed);

    Ground at(Spot p) const;
    const std::vector<River>& rivers() const { return m_rivers; }
    const std::vector<Blob>& lakes() const { return m_lakes; }
    const std::vector<Blob>& hills() const { return m_hills; }
    Spot core() const { return {-3'000, -1'500}; } ///< the old town at the river
    /// The ring of a river as an area: left bank down, right bank up.
    static std::vector<Spot> banks(const River& river);

private:
    double height(Spot p) const; ///< metres inland, roughly; below 0 is sea
    double reach(Spot p) const;  ///< < 1 inside of the city's own outline, before scaling
    void makeRivers();
    void makeBlobs(std::uint64_t seed);
    std::vector<Spot> meander(std::vector<Spot> bends, double sway, double phase) const;
    Blob blob(const char* zh, const char* en, Spot centre, double radius, double phase) const;

    Noise m_noise;
    double m_scale = 1;
    std::array<Spot, 2> m_islands;
    std::vector<River> m_rivers;
    std::vector<Blob> m_lakes, m_hills;
};

} // namespace zs::sim
