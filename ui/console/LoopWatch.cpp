#include "ui/console/LoopWatch.h"

#include <algorithm>
#include <condition_variable>
#include <mutex>

namespace zs::console {

namespace {
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
    m_worst = std::max(m_worst.load(), nowMicros() - askedAt);
    m_waiting = false;
}

} // namespace zs::console
