// Chance that is the same on every machine: the standard library's distributions aren't.
#pragma once

#include <cmath>
#include <cstdint>
#include <numbers>
#include <vector>

namespace zs::sim {

/// SplitMix64.
class Random {
public:
    explicit Random(std::uint64_t seed) : m_state(seed) {}

    std::uint64_t next() {
        std::uint64_t z = (m_state += 0x9e3779b97f4a7c15ULL);
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31);
    }
    double unit() { return static_cast<double>(next() >> 11) * 0x1.0p-53; } ///< [0, 1)
    double between(double low, double high) { return low + (high - low) * unit(); }
    std::size_t below(std::size_t count) { return static_cast<std::size_t>(next() % count); }
    bool chance(double probability) { return unit() < probability; }
    /// Normal, mean 0, deviation 1.
    double normal() {
        const double u = 1.0 - unit();
        return std::sqrt(-2.0 * std::log(u)) * std::cos(2.0 * std::numbers::pi * unit());
    }
    /// Time to the next event of a Poisson process with `rate` events a unit.
    double exponential(double rate) { return -std::log(1.0 - unit()) / rate; }
    template <class T>
    const T& pick(const std::vector<T>& items) {
        return items[below(items.size())];
    }
    template <class T>
    void shuffle(std::vector<T>& items) {
        for (std::size_t i = items.size(); i > 1; --i)
            std::swap(items[i - 1], items[below(i)]);
    }

private:
    std::uint64_t m_state;
};

/// Smooth noise in the plane, [-1, 1].
class Noise {
public:
    explicit Noise(std::uint64_t seed) : m_seed(seed) {}

    double at(double x, double y) const {
        const double fx = std::floor(x), fy = std::floor(y);
        const auto ix = static_cast<std::int64_t>(fx), iy = static_cast<std::int64_t>(fy);
        const double u = fade(x - fx), v = fade(y - fy);
        const double low = corner(ix, iy) * (1 - u) + corner(ix + 1, iy) * u;
        const double high = corner(ix, iy + 1) * (1 - u) + corner(ix + 1, iy + 1) * u;
        return low * (1 - v) + high * v;
    }

    /// Several octaves, each half as strong and twice as fine.
    double fractal(double x, double y, int octaves) const {
        double sum = 0, strength = 1, total = 0;
        for (int i = 0; i < octaves; ++i) {
            sum += strength * at(x + 17.3 * i, y - 9.1 * i);
            total += strength;
            strength /= 2;
            x *= 2;
            y *= 2;
        }
        return sum / total;
    }

private:
    static double fade(double t) { return t * t * t * (t * (t * 6 - 15) + 10); }
    double corner(std::int64_t x, std::int64_t y) const {
        Random r(m_seed ^ (static_cast<std::uint64_t>(x) * 0x8da6b343ULL) ^
                 (static_cast<std::uint64_t>(y) * 0xd8163841ULL));
        return r.unit() * 2 - 1;
    }
    std::uint64_t m_seed;
};

} // namespace zs::sim
