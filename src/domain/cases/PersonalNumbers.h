// Telephone and identity numbers in free text. A case is read by many and its journal is kept for ever: a citizen's number
// stands in the reporter's identity, where it can be erased (PRIVACY.md), and nowhere else. Pure; any thread.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace zs::domain {

/// Mobile numbers (11 digits, also behind 86), numbers of a land line with their area code, identity numbers (18 places with a
/// possible date of birth), with spaces or dashes between their usual groups, also in full-width digits. What else has many
/// digits is none: a grid's code, an order's number, a date and a time, a coordinate. `utf8` is well-formed.
bool holdsPersonalNumber(std::string_view utf8);

struct MaskedNumbers {
    std::string text;
    std::size_t count = 0; ///< numbers that were masked
};
/// 13812345678 → 138****5678; of an identity number the province stays. As long as before, in code points.
MaskedNumbers maskNumbers(std::string_view utf8);

} // namespace zs::domain
