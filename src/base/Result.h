// The one way in which something that can fail answers. Exceptions never cross a target.
#pragma once

#include <string>
#include <tl/expected.hpp>
#include <utility>

namespace zs {

/// Why something failed: a stable code for programs ("config.port") and one sentence that a person understands.
/// The sentence is in English or Chinese as its source says; it never holds a reporter's or a listed person's name.
struct Error {
    std::string code;
    std::string sentence;

    bool operator==(const Error&) const = default;
};

template <class T>
using Result = tl::expected<T, Error>;

using Unexpected = tl::unexpected<Error>;

/// Shorthand: `return fail("file.open", "…");`
inline Unexpected fail(std::string code, std::string sentence)
{
    return Unexpected(Error{std::move(code), std::move(sentence)});
}

} // namespace zs
