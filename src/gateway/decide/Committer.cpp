#include "gateway/decide/Committer.h"

#include <algorithm>

namespace zs::gateway {

Result<std::unique_ptr<Committer>> Committer::make(Journal& journal, const domain::City& city, const Clock& clock)
{
    auto workload = journal.workload();
    if (!workload)
        return Unexpected(workload.error());
    return std::unique_ptr<Committer>(new Committer(journal, city, clock, std::move(*workload)));
}

Committer::Committer(Journal& journal, const domain::City& city, const Clock& clock,
                     std::unordered_map<PersonId, int> workload)
    : m_writer(journal.writer()), m_clock(clock), m_decider(journal.writer(), city, std::move(workload)),
      m_head(journal.writer().head())
{
}

Committer::~Committer() { stop(); }

void Committer::start(Committed committed)
{
    m_committed = std::move(committed);
    m_thread = std::thread([this] { run(); });
}

void Committer::submit(Submission submission, Done done)
{
    bool refused = m_failed.load();
    bool wake = false;
    if (!refused) {
        const std::lock_guard lock(m_mutex);
        refused = m_stopping || m_waiting.size() >= maxWaiting;
        if (!refused) {
            wake = m_waiting.empty();
            m_waiting.push_back({std::move(submission), std::move(done)});
        }
    }
    if (refused)
        done(unavailable(submission));
    else if (wake)
        m_wake.notify_one();
}

void Committer::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_one();
    if (m_thread.joinable())
        m_thread.join();
}

Head Committer::head() const
{
    const std::lock_guard lock(m_mutex);
    return m_head;
}

std::string Committer::failure() const
{
    const std::lock_guard lock(m_mutex);
    return m_failure;
}

void Committer::run()
{
    std::vector<Waiting> taken;
    taken.reserve(batch);
    for (;;) {
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, [this] { return m_stopping || !m_waiting.empty(); });
            if (m_waiting.empty())
                return;
            const auto n = static_cast<std::ptrdiff_t>(std::min(batch, m_waiting.size()));
            std::move(m_waiting.begin(), m_waiting.begin() + n, std::back_inserter(taken));
            m_waiting.erase(m_waiting.begin(), m_waiting.begin() + n);
        }
        process(taken);
        taken.clear();
    }
}

void Committer::process(std::vector<Waiting>& taken)
{
    if (m_failed.load()) {
        for (Waiting& w : taken)
            w.done(unavailable(w.submission));
        return;
    }
    if (auto begun = m_writer.begin(); !begun)
        return fail(taken, begun.error());
    std::vector<StoredEvent> events;
    events.reserve(taken.size());
    m_answers.clear();
    const TimePoint now = m_clock.now();
    for (const Waiting& w : taken) {
        auto outcome = m_decider.decide(w.submission, now);
        if (!outcome)
            return fail(taken, outcome.error());
        m_answers.push_back(std::move(outcome->answer));
        if (outcome->event)
            events.push_back(std::move(*outcome->event));
    }
    if (auto done = m_writer.commit(); !done)
        return fail(taken, done.error(), &Committer::unknown);
    {
        const std::lock_guard lock(m_mutex);
        m_head = m_writer.head();
    }
    if (!events.empty() && m_committed)
        m_committed(std::move(events));
    for (std::size_t i = 0; i < taken.size(); ++i)
        taken[i].done(std::move(m_answers[i]));
}

void Committer::fail(std::vector<Waiting>& taken, const Error& error, Answer (Committer::*say)(const Submission&) const)
{
    // After a failed write or sync nobody knows what the disk holds: decide nothing more; a restart reads it anew.
    m_writer.rollback();
    {
        const std::lock_guard lock(m_mutex);
        m_failure = error.code + ": " + error.sentence;
    }
    m_failed.store(true);
    for (Waiting& w : taken)
        w.done((this->*say)(w.submission));
}

// Said of a batch whose COMMIT failed: it may be on disk all the same, so nobody may hear "nothing was done". The same
// command asked again after a restart gets the true answer, by its key.
Answer Committer::unknown(const Submission& submission) const
{
    return refusal(500, submission.envelope, 0,
                   {"journal.unknown", "网关的磁盘写入失败，命令是否生效尚不清楚；恢复后会自动核对。",
                    "The gateway can't write to its disk; whether the command was done isn't known. It is asked again later.", {}});
}

Answer Committer::unavailable(const Submission& submission) const
{
    if (m_failed.load())
        return refusal(503, submission.envelope, 0,
                       {"journal.failed", "网关的磁盘写入失败，命令没有生效；请联系管理员。",
                        "The gateway can't write to its disk, so nothing was done; tell its administrator.", {}});
    return refusal(503, submission.envelope, 0,
                   {"gateway.busy", "网关正忙或正在停止，命令没有生效；请稍后再试。",
                    "The gateway is busy or stopping, so nothing was done; try again in a moment.", {}});
}

} // namespace zs::gateway
