// Text from outside is UTF-8 or it isn't taken.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace zs {

/// Well-formed UTF-8 (Unicode 15, table 3-7): no overlong forms, no surrogates, nothing above U+10FFFF.
bool isValidUtf8(std::string_view bytes);
/// Number of code points of well-formed UTF-8.
std::size_t codePointCount(std::string_view utf8);
/// The first `count` code points of well-formed UTF-8.
std::string_view firstCodePoints(std::string_view utf8, std::size_t count);
/// True if there is a C0/C1 control character other than \n and \t.
bool hasControlCharacters(std::string_view utf8);

} // namespace zs
