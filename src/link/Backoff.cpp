#include "link/Backoff.h"

#include <algorithm>

namespace zs::link {

Millis Backoff::ceiling(int attempt)
{
    // 2 s · 2^4 is above the limit already: no shift can overflow.
    return std::min(longest, Millis(1000) * (1 << std::clamp(attempt, 0, 5)));
}

Millis Backoff::next()
{
    const Millis most = ceiling(m_attempt);
    ++m_attempt;
    std::uniform_int_distribution<Millis::rep> pause(std::max(shortest, most / 2).count(), most.count());
    return Millis(pause(m_random));
}

} // namespace zs::link
