// 128-bit random ids (RFC 4122 version 4): idempotency keys of commands.
#pragma once

#include "base/Result.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace zs {

class Uuid {
public:
    Uuid() = default; ///< the null id
    explicit Uuid(const std::array<std::uint8_t, 16>& bytes) : m_bytes(bytes) {}

    /// From the system's random source. Thread-safe.
    static Uuid random();
    /// Only the form 8-4-4-4-12 hexadecimal digits.
    static Result<Uuid> parse(std::string_view text);

    bool isNull() const { return m_bytes == std::array<std::uint8_t, 16>{}; }
    const std::array<std::uint8_t, 16>& bytes() const { return m_bytes; }
    std::string toString() const;
    auto operator<=>(const Uuid&) const = default;

private:
    std::array<std::uint8_t, 16> m_bytes{};
};

} // namespace zs
