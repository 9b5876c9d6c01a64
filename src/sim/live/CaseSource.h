// Where new cases come from: chance, or a recorded table.
#pragma once

#include "sim/field/CaseMaker.h"
#include "sim/field/Onward.h"

#include <cstdint>
#include <memory>
#include <optional>

namespace zs::sim {

struct Arrival {
    MadeCase made;
    Next next;
};

class CaseSource {
public:
    virtual ~CaseSource() = default;
    /// The next case whose time has come, if any. The first call starts the clock.
    virtual std::optional<Arrival> next(TimePoint now) = 0;
    /// No more will come.
    virtual bool isOver() const = 0;
};

/// A Poisson process of invented cases.
class ChanceSource final : public CaseSource {
public:
    /// `rate` a minute; `count` < 0: without end.
    ChanceSource(std::shared_ptr<const domain::City> city, std::uint64_t seed, double rate,
                 std::int64_t count)
        : m_maker(std::move(city), seed), m_random(seed ^ 0x11fe), m_rate(rate), m_left(count) {}
    std::optional<Arrival> next(TimePoint now) override {
        if (m_rate <= 0 || m_left == 0)
            return std::nullopt;
        if (!m_next)
            m_next = now + wait();
        if (*m_next > now)
            return std::nullopt;
        *m_next += wait();
        if (m_left > 0)
            --m_left;
        return Arrival{m_maker.make(), {}};
    }
    bool isOver() const override { return m_rate <= 0 || m_left == 0; }

private:
    Millis wait() { return Millis(static_cast<std::int64_t>(m_random.exponential(m_rate / 60'000))); }

    CaseMaker m_maker;
    Random m_random;
    double m_rate;
    std::int64_t m_left;
    std::optional<TimePoint> m_next;
};

} // namespace zs::sim
