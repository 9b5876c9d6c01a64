// A clock that stands still until the test moves it.
#pragma once

#include "base/Clock.h"

#include <atomic>

namespace zs::testkit {

/// Safe to read from any thread while the test moves it.
class MockClock final : public Clock {
public:
    /// 2026-03-02 08:41:00 UTC, a Monday, unless told otherwise.
    explicit MockClock(TimePoint start = fromUnixMillis(1772440860000)) : m_millis(toUnixMillis(start)) {}

    TimePoint now() const override { return fromUnixMillis(m_millis.load()); }
    void set(TimePoint t) { m_millis = toUnixMillis(t); }
    void advance(Millis by) { m_millis += by.count(); }

private:
    std::atomic<std::int64_t> m_millis;
};

} // namespace zs::testkit
