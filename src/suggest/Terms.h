// Cuts a message into the terms that a model counts: one and two characters of Chinese, whole words of other scripts, each
// apart for the title, for title and text together, and for the category; and the channel and the areas as they are. ICU normalises and tells scripts apart; its word
// segmentation isn't used (it splits 东莞市 and 网格员).
#pragma once

#include "base/Result.h"
#include "suggest/Message.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace zs::suggest {

enum class Field : std::uint8_t { Category, Title, Any, Channel, Area };

struct Term {
    std::uint32_t hash = 0;
    Field field = Field::Any;
    float count = 1;               ///< a title says more than a text
    std::uint32_t begin = 0, end = 0; ///< where it stands in the normalised text of its field; for Any: title, then text;
                                      ///< for Channel and Area nowhere
};

/// Lower case, compatibility forms and full-width letters made plain (NFKC, case folded). What isn't UTF-8 becomes empty.
std::string normalised(std::string_view text, std::size_t maxCharacters);

/// The fields of a message, normalised; names in `any` are spaces. `any` is title, a line feed, text.
struct Fields {
    std::string category, any;
    std::size_t titleEnd = 0; ///< in `any`
    std::string channel;
    std::vector<std::string> areas;
};
Fields fieldsOf(const Message& message);

/// Appends to `out`, which is cleared first.
void termsOf(const Fields& fields, std::vector<Term>& out);

/// One string for one meaning: what precedents are counted under. Both empty for a message without a category.
struct PrecedentKey {
    std::string category, title;
};
PrecedentKey precedentKey(const Message& message);

} // namespace zs::suggest
