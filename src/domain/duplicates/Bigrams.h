// How alike two texts are, by the pairs of characters they share: needs no dictionary, works on two Chinese characters, and a
// typing mistake costs two pairs, not the word. Pure.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace zs::domain::duplicates {

/// The characters that count: letters and figures of any script, in lower case and half width. Everything else (spaces, marks of
/// punctuation, what isn't well-formed) ends a run of them and stands as 0. At most `limit` characters are looked at.
std::u32string normalised(std::string_view utf8, std::size_t limit);

/// Pairs of neighbours, sorted, each once. A run of one character stands for itself.
using Bigrams = std::vector<std::uint64_t>;
Bigrams bigramsOf(std::u32string_view text);

/// Dice: twice what both have ÷ what they have together; 0…1, the same both ways. Two empty ones aren't alike: 0.
double similarity(const Bigrams& a, const Bigrams& b);

/// The longest run of at least two characters that both hold; the first such in `a`. Empty for none.
std::u32string longestShared(std::u32string_view a, std::u32string_view b);
std::string toUtf8(std::u32string_view text);

} // namespace zs::domain::duplicates
