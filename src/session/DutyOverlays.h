// How this desk's commands on duties lie over the confirmed ones until their events have come: as DeskCommands does for cases.
#pragma once

#include "session/DutyStore.h"
#include "session/SessionTypes.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace zs::session {

/// GUI thread only.
class DutyOverlays {
public:
    using Decide =
        std::function<tl::expected<domain::DutyEvent, domain::Rejection>(const domain::DutyState&, const domain::DutyCommand&)>;
    using Subjects = std::vector<domain::Subject>;

    /// `store` outlives this.
    DutyOverlays(DutyStore& store, Decide decide, std::string operatorName);

    // Subjects whose looks changed are appended to `changed`.
    /// Of a subject that the gateway numbers nothing is shown until it has.
    void add(const DeskCommand& command, domain::DutyEvent event, Subjects& changed);
    /// What the last run left, before all that this run added.
    void load(const std::vector<DeskCommand>& commands, Subjects& changed);
    /// Refused, or taken back.
    void drop(const Uuid& id, Subjects& changed);
    /// On the gateway's disk as this version of the subject.
    void confirm(const Uuid& id, std::uint32_t version, Subjects& changed);
    /// After the store has folded `event`.
    void onConfirmedEvent(const domain::RecordedDutyEvent& event, Subjects& changed);
    /// After the store was reset.
    void layAll();

private:
    struct Overlay {
        Uuid id;
        DutyAsk ask;
        TimePoint at{};
        std::optional<domain::DutyEvent> event;
        std::uint32_t decidedOn = 0; ///< version of the duty as shown when `event` was decided
        std::uint32_t landsAt = 0;   ///< confirmed as this version; 0: not answered yet
    };
    void lay(domain::Subject subject, Subjects& changed);
    std::vector<Overlay>::iterator find(const Uuid& id);

    DutyStore& m_store;
    Decide m_decide;
    std::string m_operator;
    std::vector<Overlay> m_overlays; ///< oldest first
};

} // namespace zs::session
