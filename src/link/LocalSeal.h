// Seals what this desk keeps on its own disk (a command may hold a reporter's name): AES-256-GCM with a key derived from
// the desk's private key, so that a copied file says nothing without it.
#pragma once

#include "base/Result.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace zs::link {

/// A value. Any thread.
class LocalSeal {
public:
    using Secret = std::array<std::uint8_t, 32>;

    explicit LocalSeal(const Secret& secret) : m_secret(secret) {}

    /// `place` (e.g. the row's id) is bound in: sealed bytes don't open at another place.
    Result<std::string> seal(std::string_view plain, std::string_view place) const;
    /// Fails with "seal.open" when the key, the place or a bit is another.
    Result<std::string> open(std::string_view sealed, std::string_view place) const;

private:
    Secret m_secret;
};

} // namespace zs::link
