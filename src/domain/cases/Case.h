// The state of one case: the fold of its events (Evolve.h). Gateway, console, replay and tests build it with the same code.
#pragma once

#include "base/Clock.h"
#include "base/GeoPoint.h"
#include "base/StrongId.h"
#include "domain/Schema.h"
#include "domain/cases/CaseTypes.h"

#include <cstdint>
#include <string>
#include <vector>

namespace zs::domain {

/// A reporter as everyone may see them: `王*`, `138****5678`. The full identity never enters an event (PRIVACY.md,
/// "Display"): the gateway keeps it apart, where it can be erased.
struct MaskedReporter {
    std::string name;
    std::string phone;

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("name", self.name, Rule{.max = 40});
        v("phone", self.phone, Rule{.max = 20});
    }
    bool operator==(const MaskedReporter&) const = default;
};

struct Case {
    CaseId id;
    std::uint32_t version = 0; ///< number of events folded in
    Phase phase = Phase::None;
    CaseKind kind = CaseKind::Request;
    Priority priority = Priority::Normal;
    Channel channel = Channel::OtherPlatform;
    MatterId matter;
    std::string title;
    std::string detail;
    GeoPoint place;
    GridId grid;
    MaskedReporter reporter;
    std::string firstReceiver; ///< operator who received it; stays answerable (首访负责制)
    AgencyId lead;
    std::vector<AgencyId> assisting;
    PersonId handler; ///< whom it was dispatched to
    std::uint16_t returns = 0; ///< how often an agency gave it back
    std::uint16_t notes = 0;
    Outcome outcome = Outcome::Resolved; ///< only when finished
    TimeLimits limits;
    TimePoint receivedAt{}, respondedAt{}, phaseAt{}, arrivedAt{}, finishedAt{}; ///< epoch = not yet

    bool isOpen() const { return phase != Phase::None && phase != Phase::Finished; }

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("id", self.id);
        v("version", self.version);
        v("phase", self.phase);
        v("kind", self.kind);
        v("priority", self.priority);
        v("channel", self.channel);
        v("matter", self.matter);
        v("title", self.title, Rule{.max = 80});
        v("detail", self.detail, Rule{.max = 4000});
        v("place", self.place);
        v("grid", self.grid);
        v("reporter", self.reporter);
        v("first_receiver", self.firstReceiver);
        v("lead", self.lead);
        v("assisting", self.assisting, Rule{.max = 8});
        v("handler", self.handler);
        v("returns", self.returns);
        v("notes", self.notes);
        v("outcome", self.outcome);
        v("limits", self.limits);
        v("received_at", self.receivedAt);
        v("responded_at", self.respondedAt);
        v("phase_at", self.phaseAt);
        v("arrived_at", self.arrivedAt);
        v("finished_at", self.finishedAt);
    }
    bool operator==(const Case&) const = default;
};

/// "C-0412", as people say it; at least four digits.
std::string displayNumber(CaseId id);

} // namespace zs::domain
