// The one thread that decides and writes: takes what has come in, at most `batch` commands a transaction, and answers
// each only when the transaction is on disk.
#pragma once

#include "base/Clock.h"
#include "gateway/decide/Decider.h"
#include "gateway/decide/DutyDecider.h"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <variant>
#include <vector>

namespace zs::gateway {

class Committer {
public:
    /// Called once for each submission, on the writer's thread; must not block.
    using Done = std::function<void(Answer)>;
    /// Called after each commit, before the answers, with its events in order of seq; must not block.
    using Committed = std::function<void(std::vector<StoredEvent>)>;
    /// Told on the writer's thread of what an administrator must hear: a state that can't be read, a file held by another
    /// program ("journal.busy"), the failure after which nothing is acknowledged any more.
    using Trouble = std::function<void(const Error&)>;

    static constexpr std::size_t batch = 64;
    /// Commands that may wait; more are answered 503 at once.
    static constexpr std::size_t maxWaiting = 16 * 1024;
    /// How often a busy journal is asked for a transaction, each time as patiently as the database is; then the batch is
    /// answered 503 and the next one asks again.
    static constexpr int busyTries = 3;

    /// A command on a case or on a duty.
    using AnySubmission = std::variant<Submission, DutySubmission>;

    /// `journal`, `city` and `clock` must outlive it. `check` looks at published contents (none: any is taken). `inForce` is what
    /// decisions begin with; publications replace it. The thread begins with start().
    static Result<std::unique_ptr<Committer>> make(Journal& journal, const domain::City& city, const Clock& clock,
                                                   ReferenceCheck check = {}, domain::InForce inForce = {});
    ~Committer();

    void start(Committed committed, Trouble trouble = {});
    /// Any thread.
    void submit(AnySubmission submission, Done done);
    /// Answers what has been submitted, then ends the thread. What comes later is answered 503.
    void stop();

    /// The last event on disk. Any thread.
    Head head() const;
    /// True after the disk failed: nothing is acknowledged any more until a restart, reads go on. Any thread.
    bool hasFailed() const { return m_failed.load(); }
    std::string failure() const; ///< its code and sentence; any thread

private:
    struct Waiting {
        AnySubmission submission;
        Done done;
    };

    Committer(Journal& journal, const domain::City& city, const Clock& clock,
              std::unordered_map<PersonId, int> workload, ReferenceCheck check, domain::InForce inForce);
    struct Decided {
        Answer answer;
        std::optional<StoredEvent> event;
        std::optional<Error> trouble;
    };
    Result<void> begin();
    void tell(const Error& error);
    Result<Decided> decide(const AnySubmission& submission, TimePoint now);
    void run();
    void process(std::vector<Waiting>& batch);
    void fail(std::vector<Waiting>& batch, const Error& error,
              Answer (Committer::*say)(const AnySubmission&) const = &Committer::unavailable);
    Answer unknown(const AnySubmission& submission) const;
    Answer unavailable(const AnySubmission& submission) const;
    Answer busy(const AnySubmission& submission) const;

    JournalWriter& m_writer;
    const Clock& m_clock;
    domain::InForce m_inForce; ///< of the writer's thread
    Decider m_decider;
    DutyDecider m_duties;
    Committed m_committed;
    Trouble m_trouble;
    std::vector<Answer> m_answers; // scratch of the writer's thread

    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Waiting> m_waiting;
    bool m_stopping = false;
    Head m_head;
    std::string m_failure;
    std::atomic<bool> m_failed{false};
    std::thread m_thread;
};

} // namespace zs::gateway
