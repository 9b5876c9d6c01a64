#include "ui/console/LoopWatch.h"

#include <algorithm>
#include <condition_variable>
#include <mutex>

namespace zs::console {

namespace {
constexpr std::int64_t kPromiseMicros = 50'000;

std::int64_t nowMicros()
{
    return std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}
} // namespace

LoopWatch::LoopWatch(std::chrono::milliseconds period, QObject* parent) : QObject(parent)
{
    m_asker = std::jthread([this, period](std::stop_token stop) {
        std::mutex mutex;
        std::condition_variable_any ended;
        std::unique_lock lock(mutex);
        while (!ended.wait_for(lock, stop, period, [&] { return stop.stop_requested(); })) {
            // One question at a time: a blocked loop must not collect a queue of them.
            if (m_waiting.exchange(true))
                continue;
            QMetaObject::invokeMethod(this, [this, asked = nowMicros()] { answered(asked); }, Qt::QueuedConnection);
        }
    });
}

LoopWatch::~LoopWatch() = default;

void LoopWatch::answered(std::int64_t askedAt)
{
    const std::int64_t waited = nowMicros() - askedAt;
    m_worst = std::max(m_worst.load(), waited);
    m_lap = std::max(m_lap.load(), waited);
    m_waiting = false;
    if (waited > kPromiseMicros)
        Q_EMIT blocked(static_cast<double>(waited) / 1000);
}

} // namespace zs::console
