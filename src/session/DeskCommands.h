// The GUI thread's half of the outbox: what this desk has asked for, and how it lies over the confirmed cases.
#pragma once

#include "session/CaseStore.h"
#include "session/DutyOverlays.h"
#include "session/SessionTypes.h"

#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace zs::session {

/// What the worker says of a command.
struct CommandMoved {
    Uuid id;
    CommandState state = CommandState::Waiting;
    std::optional<domain::Rejection> rejection;
    std::uint32_t version = 0; ///< Confirmed: the case's version with it. Refused: the present one
};

/// A command's overlay stays until its event has come, whichever of reply and event is first; what isn't legal any more on
/// the confirmed state isn't shown. GUI thread only.
class DeskCommands {
public:
    using Decide = std::function<tl::expected<domain::CaseEvent, domain::Rejection>(const domain::Case&, const domain::CaseCommand&)>;
    using Rows = std::vector<std::uint32_t>;

    /// `store` outlives this.
    DeskCommands(CaseStore& store, Decide decide, std::string operatorName);
    /// From then on commands on duties are shown too. `duties` outlives this.
    void useDuties(DutyOverlays& duties) { m_duties = &duties; }

    /// Not confirmed, oldest first; and refused until removed.
    const std::vector<DeskCommand>& list() const { return m_list; }
    std::optional<CommandState> stateOf(CaseId id) const;
    const DeskCommand* find(const Uuid& id) const;

    // Rows whose looks changed are appended to `rows`.
    void add(DeskCommand command, domain::CaseEvent event, Rows& rows);
    void add(DeskCommand command, domain::DutyEvent event);
    /// Duties whose looks changed since it was asked last.
    DutyOverlays::Subjects takeChangedDuties() { return std::exchange(m_changedDuties, {}); }
    /// What the last run left, before all that this run added.
    void load(std::vector<DeskCommand> commands, Rows& rows);
    void remove(const Uuid& id, Rows& rows);
    /// The case concerned; none when the command isn't known any more.
    std::optional<CaseId> apply(const CommandMoved& moved, Rows& rows);
    /// After the store has folded `event`.
    void onConfirmedEvent(const domain::RecordedEvent& event, Rows& rows);
    void onConfirmedEvent(const domain::RecordedDutyEvent& event);
    /// After the store was reset.
    void layAll();

private:
    struct Overlay {
        Uuid id;
        CaseId caseId;
        domain::CaseCommand command;
        TimePoint at{};
        std::optional<domain::CaseEvent> event;
        std::uint32_t decidedOn = 0; ///< version of the case as shown when `event` was decided
        std::uint32_t landsAt = 0;   ///< confirmed as this version; 0: not answered yet
    };
    void lay(CaseId id, Rows& rows);
    void drop(const Uuid& id);

    void applyToDuty(const CommandMoved& moved);

    CaseStore& m_store;
    DutyOverlays* m_duties = nullptr;
    DutyOverlays::Subjects m_changedDuties;
    Decide m_decide;
    std::string m_operator;
    std::vector<DeskCommand> m_list;
    std::vector<Overlay> m_overlays; ///< oldest first
};

} // namespace zs::session
