// The flags of one command: declared as a table, read with checks, printed as help.
#pragma once

#include "base/Result.h"

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace zs::admin {

enum class Takes {
    Nothing, ///< a switch
    Value,   ///< --flag VALUE or --flag=VALUE, once
    Values,  ///< the same, as often as wanted
};

enum class Need { Optional, Required };

struct Flag {
    std::string_view name; ///< with its two dashes
    Takes takes = Takes::Value;
    Need need = Need::Optional;
    std::string_view value; ///< what help calls the value: "DIR"
    std::string_view help;  ///< a line
};

/// The flags that were given. Asking for one that wasn't declared is a mistake of the program (assert).
class Options {
public:
    /// Fails with "usage" and a sentence: unknown flag, value missing or doubled, required flag missing, stray word.
    static Result<Options> read(std::span<const Flag> flags, std::span<const std::string> arguments);

    bool has(std::string_view flag) const;
    std::string value(std::string_view flag, std::string_view otherwise = {}) const;
    std::vector<std::string> values(std::string_view flag) const;

private:
    std::map<std::string, std::vector<std::string>, std::less<>> m_given;
};

/// The lines of help below "usage".
std::string helpOf(std::span<const Flag> flags);

} // namespace zs::admin
