#include "base/Utf8.h"

namespace zs {

namespace {
bool isContinuation(unsigned char c) { return (c & 0xc0) == 0x80; }
} // namespace

bool isValidUtf8(std::string_view bytes)
{
    const auto* p = reinterpret_cast<const unsigned char*>(bytes.data());
    const auto* const end = p + bytes.size();
    while (p < end) {
        const unsigned char c = *p;
        if (c < 0x80) {
            ++p;
            continue;
        }
        std::ptrdiff_t n = 0;
        unsigned char lo = 0x80, hi = 0xbf; // allowed range of the second byte
        if (c >= 0xc2 && c <= 0xdf) {
            n = 1;
        } else if (c >= 0xe0 && c <= 0xef) {
            n = 2;
            if (c == 0xe0) lo = 0xa0;
            if (c == 0xed) hi = 0x9f;
        } else if (c >= 0xf0 && c <= 0xf4) {
            n = 3;
            if (c == 0xf0) lo = 0x90;
            if (c == 0xf4) hi = 0x8f;
        } else {
            return false;
        }
        if (end - p <= n || p[1] < lo || p[1] > hi)
            return false;
        for (std::ptrdiff_t i = 2; i <= n; ++i)
            if (!isContinuation(p[i]))
                return false;
        p += n + 1;
    }
    return true;
}

std::size_t codePointCount(std::string_view utf8)
{
    std::size_t n = 0;
    for (const char c : utf8)
        if (!isContinuation(static_cast<unsigned char>(c)))
            ++n;
    return n;
}

std::string_view firstCodePoints(std::string_view utf8, std::size_t count)
{
    std::size_t i = 0;
    for (; i < utf8.size(); ++i)
        if (!isContinuation(static_cast<unsigned char>(utf8[i])) && count-- == 0)
            break;
    return utf8.substr(0, i);
}

bool hasControlCharacters(std::string_view utf8)
{
    for (std::size_t i = 0; i < utf8.size(); ++i) {
        const auto c = static_cast<unsigned char>(utf8[i]);
        if ((c < 0x20 && c != '\n' && c != '\t') || c == 0x7f)
            return true;
        if (c == 0xc2 && i + 1 < utf8.size() && static_cast<unsigned char>(utf8[i + 1]) < 0xa0)
            return true;
    }
    return false;
}

} // namespace zs
