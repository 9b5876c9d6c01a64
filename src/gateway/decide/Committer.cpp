#include "gateway/decide/Committer.h"

#include <algorithm>

namespace zs::gateway {

namespace {

Answer refused(int status, const Committer::AnySubmission& submission, protocol::WireError error)
{
    return std::visit([&](const auto& s) { return refusal(status, s.envelope, 0, std::move(error)); }, submission);
}

} // namespace

Result<std::unique_ptr<Committer>> Committer::make(Journal& journal, const domain::City& city, const Clock& clock,
                                                   ReferenceCheck check, domain::InForce inForce)
{
    auto workload = journal.workload();
    if (!workload)
        return Unexpected(workload.error());
    return std::unique_ptr<Committer>(new Committer(journal, city, clock, std::move(*workload), std::move(check), std::move(inForce)));
}

Committer::Committer(Journal& journal, const domain::City& city, const Clock& clock,
                     std::unordered_map<PersonId, int> workload, ReferenceCheck check, domain::InForce inForce)
    : m_writer(journal.writer()), m_clock(clock), m_inForce(std::move(inForce)),
      m_decider(journal.writer(), city, m_inForce, std::move(workload)),
      m_duties(journal.writer(), city, m_inForce, std::move(check)),
      m_head(journal.writer().head())
{
}

Committer::~Committer() { stop(); }

void Committer::start(Committed committed, Trouble trouble)
{
    m_committed = std::move(committed);
    m_trouble = std::move(trouble);
    m_thread = std::thread([this] { run(); });
}

void Committer::submit(AnySubmission submission, Done done)
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
    if (auto begun = begin(); !begun) {
        if (begun.error().code != "journal.busy")
            return fail(taken, begun.error());
        // Nothing was begun, so nothing is in doubt: these commands weren't done, and the next may be.
        tell(begun.error());
        for (Waiting& w : taken)
            w.done(busy(w.submission));
        return;
    }
    std::vector<StoredEvent> events;
    events.reserve(taken.size());
    m_answers.clear();
    const TimePoint now = m_clock.now();
    for (const Waiting& w : taken) {
        auto outcome = decide(w.submission, now);
        if (!outcome)
            return fail(taken, outcome.error());
        if (outcome->trouble)
            tell(*outcome->trouble);
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

Result<void> Committer::begin()
{
    Result<void> begun = m_writer.begin();
    for (int i = 1; i < busyTries && !begun && begun.error().code == "journal.busy"; ++i)
        begun = m_writer.begin();
    return begun;
}

void Committer::tell(const Error& error)
{
    if (m_trouble)
        m_trouble(error);
}

Result<Committer::Decided> Committer::decide(const AnySubmission& submission, TimePoint now)
{
    const auto decided = [](auto outcome) -> Result<Decided> {
        if (!outcome)
            return Unexpected(outcome.error());
        return Decided{std::move(outcome->answer), std::move(outcome->event), std::move(outcome->trouble)};
    };
    if (const auto* onCase = std::get_if<Submission>(&submission))
        return decided(m_decider.decide(*onCase, now));
    return decided(m_duties.decide(std::get<DutySubmission>(submission), now));
}

void Committer::fail(std::vector<Waiting>& taken, const Error& error, Answer (Committer::*say)(const AnySubmission&) const)
{
    // After a failed write or sync nobody knows what the disk holds: decide nothing more; a restart reads it anew.
    m_writer.rollback();
    {
        const std::lock_guard lock(m_mutex);
        m_failure = error.code + ": " + error.sentence;
    }
    m_failed.store(true);
    tell({"journal.failed", error.code + ": " + error.sentence});
    for (Waiting& w : taken)
        w.done((this->*say)(w.submission));
}

// Said of a batch whose COMMIT failed: it may be on disk all the same, so nobody may hear "nothing was done". The same
// command asked again after a restart gets the true answer, by its key.
Answer Committer::unknown(const AnySubmission& submission) const
{
    return refused(500, submission,
                   {"journal.unknown", "网关的磁盘写入失败，命令是否生效尚不清楚；恢复后会自动核对。",
                    "The gateway can't write to its disk; whether the command was done isn't known. It is asked again later.", {}});
}

Answer Committer::busy(const AnySubmission& submission) const
{
    return refused(503, submission,
                   {"journal.busy", "网关的业务日志正被其他程序占用，命令没有生效；请稍后再试，并告知管理员。",
                    "Another program holds the gateway's journal, so nothing was done; try again in a moment and tell its administrator.", {}});
}

Answer Committer::unavailable(const AnySubmission& submission) const
{
    if (m_failed.load())
        return refused(503, submission,
                       {"journal.failed", "网关的磁盘写入失败，命令没有生效；请联系管理员。",
                        "The gateway can't write to its disk, so nothing was done; tell its administrator.", {}});
    return refused(503, submission,
                   {"gateway.busy", "网关正忙或正在停止，命令没有生效；请稍后再试。",
                    "The gateway is busy or stopping, so nothing was done; try again in a moment.", {}});
}

} // namespace zs::gateway
