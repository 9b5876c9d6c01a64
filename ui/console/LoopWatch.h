// Watches how long the GUI thread keeps an event waiting. The product promises ≤ 50 ms after the window shows: this is how it
// is seen, in benchmarks and, with --trace, at a customer's.
#pragma once

#include <QObject>

#include <atomic>
#include <chrono>
#include <thread>

namespace zs::console {

class LoopWatch final : public QObject {
    Q_OBJECT
public:
    /// Starts at once. Lives on the thread that it watches; asks every `period` from a thread of its own.
    explicit LoopWatch(std::chrono::milliseconds period = std::chrono::milliseconds(5), QObject* parent = nullptr);
    ~LoopWatch() override;

    /// The longest wait since construction or reset(). Any thread.
    std::chrono::microseconds worst() const { return std::chrono::microseconds(m_worst.load()); }
    void reset() { m_worst = 0; }
    /// The longest since it was asked last. GUI thread.
    std::chrono::microseconds takeLap() { return std::chrono::microseconds(m_lap.exchange(0)); }
    /// A question has been asked and not answered yet. Any thread.
    bool isWaiting() const { return m_waiting; }

Q_SIGNALS:
    /// An event had to wait longer than the product promises (50 ms).
    void blocked(double ms);

private:
    void answered(std::int64_t askedAt);

    std::atomic<std::int64_t> m_worst{0}, m_lap{0};
    std::atomic<bool> m_waiting{false};
    std::jthread m_asker; // last: ends before what it uses
};

} // namespace zs::console
