// The picture of yesterday: cases, duties, published data, and the events of cases seen lately, in a SQLite file of this desk. It may be thrown away at any
// time; the gateway has it all. Belongs to one thread.
#pragma once

#include "base/Clock.h"
#include "base/Result.h"
#include "base/storage/Sqlite.h"
#include "domain/cases/Commands.h"
#include "session/DutyStore.h"

#include <atomic>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace zs::session {

class CaseCache {
public:
    /// How many events are kept for timelines while the gateway is away.
    static constexpr Seq keptEvents = 200'000;

    /// How far the picture reaches.
    struct Mark {
        Seq seq = 0;        ///< last event folded in
        std::string chain;  ///< hash of that event where known, else empty
        TimePoint dataAt{}; ///< gateway's clock
        bool isEmpty = true;
    };

    /// Opens or makes the file. One of another city, or written by a program with other fields, is emptied. "cache.damaged"
    /// when it can't be read.
    static Result<CaseCache> open(const std::string& path, const std::string& cityId);

    const Mark& mark() const { return m_mark; }
    /// All cases by id. Stops early, with what it has, once `stop` is set.
    Result<std::vector<domain::Case>> load(const std::atomic<bool>& stop);
    Result<DutyStore::Contents> loadDuties();
    /// Replaces everything: cases of a snapshot that holds all events up to `mark.seq`.
    Result<void> replace(std::span<const domain::Case> cases, const Mark& mark, const std::atomic<bool>& stop,
                         const DutyStore::Contents& duties = {});
    /// Folds events that together follow one another from mark().seq + 1. One transaction. "cache.order" when they don't follow, in
    /// the journal or within a case: the picture is not to be trusted then.
    Result<void> append(std::span<const domain::RecordedEvent> events, const Mark& mark,
                        std::span<const domain::RecordedDutyEvent> duties = {});
    /// Events of a case that are kept, oldest first.
    Result<std::vector<domain::RecordedEvent>> timeline(CaseId id);
    /// A published content that was kept; none if it wasn't.
    Result<std::optional<std::string>> reference(domain::ReferenceKind kind, std::uint32_t version);
    /// Keeps it in place of an older one of its kind.
    Result<void> keepReference(domain::ReferenceKind kind, std::uint32_t version, const std::string& content);

private:
    CaseCache() = default;
    Result<void> prepare(const std::string& cityId);
    Result<void> readMark();
    Result<void> writeMark(const Mark& mark);
    Result<bool> readCase(CaseId id, domain::Case& out);
    Result<void> writeCase(const domain::Case& state);
    struct Touched;
    Result<void> readDuty(domain::Subject subject, domain::DutyState& out);
    Result<void> writeDuty(const domain::DutyState& state);
    Result<void> take(const domain::RecordedEvent& event, Touched& touched);
    Result<void> take(const domain::RecordedDutyEvent& event, Touched& touched);
    Result<void> appendAll(std::span<const domain::RecordedEvent> events, std::span<const domain::RecordedDutyEvent> duties,
                           const Mark& mark);

    storage::Database m_db; // statements below go first
    storage::Statement m_readCase, m_writeCase, m_writeEvent, m_prune, m_timeline, m_setMeta, m_readDuty,
        m_writeDuty;
    std::string m_buffer;
    Mark m_mark;
};

} // namespace zs::session
