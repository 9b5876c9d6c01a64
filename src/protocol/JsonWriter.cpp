#include "protocol/JsonWriter.h"

#include <cstdint>
#include <cstring>

namespace zs::protocol {

namespace {

/// How many bytes at the front of `text` stand in JSON as they are. Eight at a time: nearly all text is plain.
std::size_t plainLength(std::string_view text)
{
    constexpr std::uint64_t ones = 0x0101010101010101, highs = 0x8080808080808080;
    const auto zeroByte = [](std::uint64_t word) { return (word - ones) & ~word & highs; };
    std::size_t i = 0;
    for (; i + 8 <= text.size(); i += 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, text.data() + i, 8);
        const std::uint64_t control = (word - ones * 0x20) & ~word & highs;
        if ((control | zeroByte(word ^ ones * '"') | zeroByte(word ^ ones * '\\')) != 0)
            break; // one of these eight; the loop below says which
    }
    for (; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        if (c < 0x20 || c == '"' || c == '\\')
            break;
    }
    return i;
}

void appendEscaped(std::string& out, unsigned char c)
{
    static constexpr char digits[] = "0123456789abcdef";
    out.push_back('\\');
    switch (c) {
    case '"': out.push_back('"'); break;
    case '\\': out.push_back('\\'); break;
    case '\n': out.push_back('n'); break;
    case '\t': out.push_back('t'); break;
    case '\r': out.push_back('r'); break;
    default:
        out.append("u00");
        out.push_back(digits[c >> 4]);
        out.push_back(digits[c & 15]);
    }
}

} // namespace

void appendJsonString(std::string& out, std::string_view text)
{
    out.push_back('"');
    for (;;) {
        const std::size_t plain = plainLength(text);
        out.append(text.substr(0, plain));
        if (plain == text.size())
            break;
        appendEscaped(out, static_cast<unsigned char>(text[plain]));
        text.remove_prefix(plain + 1);
    }
    out.push_back('"');
}

} // namespace zs::protocol
