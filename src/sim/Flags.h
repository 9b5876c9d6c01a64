// Command-line flags of the form --name value. What isn't known, misses its value or isn't a number is a
// sentence.
#pragma once

#include "base/Result.h"

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace zs::sim {

struct FlagSpec {
    std::string_view name;  ///< "--seed"
    std::string_view value; ///< what stands for the value in the help; empty: a switch
    std::string_view help;
    enum class Need { Optional, Required } need = Need::Optional;
};

class Flags {
public:
    /// Errors: code "flags", a sentence that names the flag.
    static Result<Flags> parse(std::span<const std::string_view> arguments, std::span<const FlagSpec> known);

    bool has(std::string_view name) const { return m_values.contains(std::string(name)); }
    std::string text(std::string_view name, std::string_view otherwise = {}) const;
    Result<std::int64_t> integer(std::string_view name, std::int64_t otherwise, std::int64_t min,
                                 std::int64_t max) const;
    Result<double> real(std::string_view name, double otherwise, double min, double max) const;

private:
    std::map<std::string, std::string> m_values;
};

/// Lines of help, aligned.
std::string describe(std::span<const FlagSpec> flags);

} // namespace zs::sim
