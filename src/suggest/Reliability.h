// How often a confidence was right: the table that a person reads before trusting a model.
#pragma once

#include <array>
#include <cstddef>
#include <string>

namespace zs::suggest {

class Reliability {
public:
    static constexpr std::size_t bins = 10;

    void add(double confidence, bool right);

    struct Bin {
        std::size_t cases = 0, right = 0;
        double confidence = 0; ///< sum
    };
    const std::array<Bin, bins>& table() const { return m_bins; }
    std::size_t cases() const;
    double accuracy() const;
    /// Expected calibration error: |accuracy - confidence| averaged over the cases, 0…1.
    double error() const;
    /// One line a bin: range, cases, mean confidence, share that was right.
    std::string text() const;

private:
    std::array<Bin, bins> m_bins{};
};

} // namespace zs::suggest
