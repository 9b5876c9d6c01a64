// A text that the product itself says, in the two languages it speaks.
#pragma once

#include <string>

namespace zs::domain {

enum class Language { Chinese, English };

struct LocalText {
    std::string zh;
    std::string en;

    const std::string& in(Language language) const { return language == Language::Chinese || en.empty() ? zh : en; }
    bool operator==(const LocalText&) const = default;
};

} // namespace zs::domain
