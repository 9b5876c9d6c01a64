#include "domain/duplicates/Bigrams.h"

#include <algorithm>

namespace zs::domain::duplicates {

namespace {

constexpr char32_t broken = 0xffffffff;

/// The next character from `at`, which moves on; `broken` for a byte that begins none.
char32_t next(std::string_view text, std::size_t& at)
{
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char lead = byte(at++);
    if (lead < 0x80)
        return lead;
    const std::size_t more = lead >= 0xc2 && lead <= 0xdf ? 1 : lead >= 0xe0 && lead <= 0xef ? 2 : lead >= 0xf0 && lead <= 0xf4 ? 3 : 0;
    if (more == 0 || at + more > text.size())
        return broken;
    char32_t c = lead & (0x3f >> more);
    for (std::size_t i = 0; i < more; ++i) {
        if ((byte(at + i) & 0xc0) != 0x80)
            return broken;
        c = (c << 6) | (byte(at + i) & 0x3f);
    }
    at += more;
    return c;
}

/// 0 where it doesn't count.
char32_t folded(char32_t c)
{
    if (c >= 0xff01 && c <= 0xff5e)
        c -= 0xfee0; // full width
    if (c >= 'A' && c <= 'Z')
        return c + 32;
    if (c < 0x80)
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ? c : 0;
    const bool isMark = c < 0xc0 || (c >= 0x02b0 && c <= 0x036f) || (c >= 0x2000 && c <= 0x2bff) || (c >= 0x3000 && c <= 0x3004)
                        || (c >= 0x3008 && c <= 0x3020) || c == 0x30fb || (c >= 0xd800 && c <= 0xf8ff)
                        || (c >= 0xfe00 && c <= 0xfe6f) || c == 0xfeff || c >= 0xfff0;
    const bool isIdeograph = c >= 0x20000 && c <= 0x323af;
    return isMark && !isIdeograph ? 0 : c;
}

constexpr std::uint64_t pairOf(char32_t a, char32_t b) { return (std::uint64_t{a} << 32) | b; }

} // namespace

std::u32string normalised(std::string_view utf8, std::size_t limit)
{
    std::u32string text;
    std::size_t seen = 0;
    for (std::size_t at = 0; at < utf8.size() && seen < limit; ++seen) {
        const char32_t c = next(utf8, at);
        text.push_back(c == broken ? 0 : folded(c));
    }
    return text;
}

Bigrams bigramsOf(std::u32string_view text)
{
    Bigrams pairs;
    pairs.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == 0)
            continue;
        const bool follows = i > 0 && text[i - 1] != 0, goesOn = i + 1 < text.size() && text[i + 1] != 0;
        if (goesOn)
            pairs.push_back(pairOf(text[i], text[i + 1]));
        else if (!follows)
            pairs.push_back(pairOf(text[i], 0));
    }
    std::ranges::sort(pairs);
    pairs.erase(std::ranges::unique(pairs).begin(), pairs.end());
    return pairs;
}

double similarity(const Bigrams& a, const Bigrams& b)
{
    if (a.empty() || b.empty())
        return 0;
    std::size_t both = 0;
    for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
        if (*x == *y) {
            ++both;
            ++x;
            ++y;
        } else if (*x < *y) {
            ++x;
        } else {
            ++y;
        }
    }
    return 2.0 * static_cast<double>(both) / static_cast<double>(a.size() + b.size());
}

std::u32string longestShared(std::u32string_view a, std::u32string_view b)
{
    // run[j]: how many characters before a[i] and b[j] are the same; one row is enough, read from the right.
    std::vector<std::size_t> run(b.size() + 1, 0);
    std::size_t best = 1, end = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        for (std::size_t j = b.size(); j-- > 0;) {
            run[j + 1] = a[i] != 0 && a[i] == b[j] ? run[j] + 1 : 0;
            if (run[j + 1] > best) {
                best = run[j + 1];
                end = i + 1;
            }
        }
    return end == 0 ? std::u32string() : std::u32string(a.substr(end - best, best));
}

std::string toUtf8(std::u32string_view text)
{
    std::string out;
    for (const char32_t c : text) {
        if (c < 0x80) {
            out.push_back(static_cast<char>(c));
        } else if (c < 0x800) {
            out.push_back(static_cast<char>(0xc0 | (c >> 6)));
            out.push_back(static_cast<char>(0x80 | (c & 0x3f)));
        } else if (c < 0x10000) {
            out.push_back(static_cast<char>(0xe0 | (c >> 12)));
            out.push_back(static_cast<char>(0x80 | ((c >> 6) & 0x3f)));
            out.push_back(static_cast<char>(0x80 | (c & 0x3f)));
        } else {
            out.push_back(static_cast<char>(0xf0 | (c >> 18)));
            out.push_back(static_cast<char>(0x80 | ((c >> 12) & 0x3f)));
            out.push_back(static_cast<char>(0x80 | ((c >> 6) & 0x3f)));
            out.push_back(static_cast<char>(0x80 | (c & 0x3f)));
        }
    }
    return out;
}

} // namespace zs::domain::duplicates
