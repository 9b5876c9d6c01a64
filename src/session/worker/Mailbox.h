// What the two threads hand each other: letters of the worker, taken in slices, and tasks of the GUI thread. Both boxes lock
// with a std::mutex, so that ThreadSanitizer sees what was handed over; Qt only carries the empty call that wakes.
#pragma once

#include "domain/InForce.h"
#include "geo/GridIndex.h"
#include "protocol/PositionFrame.h"
#include "session/Batch.h"
#include "session/CaseStore.h"
#include "session/DeskCommands.h"
#include "session/SessionTypes.h"

#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <variant>
#include <vector>

namespace zs::session {

struct PictureLoaded {
    CaseStore::Contents contents;
    DutyStore::Contents duties;
};
struct EventsArrived {
    Batch events;
};
/// A published content, checked against the hash of its publication.
struct ReferenceArrived {
    domain::ReferenceKind kind = domain::ReferenceKind::Catalogue;
    std::uint32_t version = 0;
    std::string content;
    domain::InForce inForce; ///< with it
};
struct LinkMoved {
    LinkStatus status;
    Millis offset{0}; ///< gateway's clock minus this computer's
};
struct OutboxLoaded {
    std::vector<DeskCommand> commands;
};
struct TimelineArrived {
    CaseId id;
    std::vector<domain::RecordedEvent> events;
    TimelineSource source = TimelineSource::Partial;
};
using Letter = std::variant<PictureLoaded, EventsArrived, protocol::PositionFrame, LinkMoved, OutboxLoaded, CommandMoved,
                            TimelineArrived, ReferenceArrived, domain::InForce, std::shared_ptr<const geo::GridIndex>, Error>;

/// Any thread.
class Mailbox {
public:
    /// `wake` is called by put() on the worker's thread whenever the box was empty.
    explicit Mailbox(std::function<void()> wake) : m_wake(std::move(wake)) {}

    void put(Letter letter);
    std::optional<Letter> take();
    bool isEmpty() const;

private:
    std::function<void()> m_wake;
    mutable std::mutex m_mutex;
    std::deque<Letter> m_letters;
};

class SessionWorker;

/// What the GUI thread asks of the worker, in order. Any thread.
class Tasks {
public:
    using Task = std::function<void(SessionWorker&)>;

    /// True when the box was empty: the worker must be woken.
    bool put(Task task);
    std::optional<Task> take();

private:
    std::mutex m_mutex;
    std::deque<Task> m_tasks;
};

} // namespace zs::session
