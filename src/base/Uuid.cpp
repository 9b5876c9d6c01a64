#include "base/Uuid.h"

#include <cstring>
#include <sys/random.h>
#include <cstdlib>

namespace zs {

Uuid Uuid::random()
{
    std::array<std::uint8_t, 16> b{};
    if (getrandom(b.data(), b.size(), 0) != static_cast<ssize_t>(b.size()))
        std::abort(); // no randomness means no safe keys; getrandom(2) can't fail for 16 bytes once the kernel is up
    b[6] = static_cast<std::uint8_t>((b[6] & 0x0f) | 0x40);
    b[8] = static_cast<std::uint8_t>((b[8] & 0x3f) | 0x80);
    return Uuid(b);
}

Result<Uuid> Uuid::parse(std::string_view text)
{
    const auto bad = [] { return fail("uuid.form", "An id must have the form xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx."); };
    if (text.size() != 36)
        return bad();
    std::array<std::uint8_t, 16> b{};
    std::size_t nibble = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (i == 8 || i == 13 || i == 18 || i == 23) {
            if (c != '-')
                return bad();
            continue;
        }
        int v = 0;
        if (c >= '0' && c <= '9')
            v = c - '0';
        else if (c >= 'a' && c <= 'f')
            v = c - 'a' + 10;
        else if (c >= 'A' && c <= 'F')
            v = c - 'A' + 10;
        else
            return bad();
        b[nibble / 2] = static_cast<std::uint8_t>(b[nibble / 2] | (nibble % 2 == 0 ? v << 4 : v));
        ++nibble;
    }
    return Uuid(b);
}

std::string Uuid::toString() const
{
    static constexpr char digits[] = "0123456789abcdef";
    std::string s;
    s.reserve(36);
    for (std::size_t i = 0; i < m_bytes.size(); ++i) {
        if (i == 4 || i == 6 || i == 8 || i == 10)
            s.push_back('-');
        s.push_back(digits[m_bytes[i] >> 4]);
        s.push_back(digits[m_bytes[i] & 15]);
    }
    return s;
}

} // namespace zs
