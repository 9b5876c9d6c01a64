// The state of one case: the fold of its events (Evolve.h). Gateway, console, replay and tests build it with the same code.
#pragma once

#include "base/Clock.h"
#include "base/GeoPoint.h"
#include "base/StrongId.h"
#include "domain/Schema.h"
#include "domain/cases/CaseFacts.h"
#include "domain/cases/CaseTypes.h"

#include <cstdint>
#include <optional>
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
    TimePoint clockAt{}; ///< the limits run from here: received, or reopened
    TimePoint classifiedAt{}, routedAt{}, acceptedAt{};
    Level level = Level::City; ///< of the centre that answers for it
    PoliceRuling police = PoliceRuling::None;
    std::vector<Pause> pauses;
    std::vector<LimitSpan> extensions; ///< granted, of the report limit
    std::optional<Request> request;    ///< waits for a decision
    std::vector<WhistleCall> whistles;
    std::vector<SupervisionStep> supervision;
    std::vector<Mediation> mediations;
    CaseId mergedInto;
    Phase beforeMerge = Phase::None;
    TimePoint mergedAt{};
    std::vector<CaseLink> links;
    std::vector<Attachment> attachments;
    std::uint16_t routings = 0; ///< how often it was routed, re-routed too
    std::uint16_t reworks = 0;
    std::uint16_t reopens = 0;
    std::vector<Turn> turns; ///< the last of them, oldest first; most cases have none
    std::string dispatchedBy; ///< operator who sent the handler
    std::string finishedBy;   ///< operator who reported it finished
    AgencyId finishedLead;    ///< that led when it was finished last; stays when it is reopened
    Satisfaction rating = Satisfaction::None;
    TimePoint ratedAt{};
    FollowUpResult followUp = FollowUpResult::None;
    TimePoint followedUpAt{};
    std::string followUpBy; ///< operator who asked
    TimePoint unreachedAt{}; ///< first try to follow up that reached nobody
    TimePoint archivedAt{};
    DeclineGround declineGround = DeclineGround::None;
    std::string declineReason; ///< as given to the citizen

    /// Still to be handled, suspended or not.
    bool isOpen() const { return phase > Phase::None && phase < Phase::Finished; }
    bool isSuspended() const { return !pauses.empty() && pauses.back().to == TimePoint{}; }

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
        v("clock_at", self.clockAt, optionalField);
        v("classified_at", self.classifiedAt, optionalField);
        v("routed_at", self.routedAt, optionalField);
        v("accepted_at", self.acceptedAt, optionalField);
        v("level", self.level, optionalField);
        v("police", self.police, optionalField);
        v("pauses", self.pauses, optionalField);
        v("extensions", self.extensions, Rule{.max = 8, .presence = Presence::Optional});
        v("request", self.request, optionalField);
        v("whistles", self.whistles, optionalField);
        v("supervision", self.supervision, optionalField);
        v("mediations", self.mediations, Rule{.max = 8, .presence = Presence::Optional});
        v("merged_into", self.mergedInto, optionalField);
        v("before_merge", self.beforeMerge, optionalField);
        v("merged_at", self.mergedAt, optionalField);
        v("links", self.links, optionalField);
        v("attachments", self.attachments, optionalField);
        v("routings", self.routings, optionalField);
        v("reworks", self.reworks, optionalField);
        v("reopens", self.reopens, optionalField);
        v("turns", self.turns, optionalField);
        v("dispatched_by", self.dispatchedBy, optionalField);
        v("finished_by", self.finishedBy, optionalField);
        v("finished_lead", self.finishedLead, optionalField);
        v("rating", self.rating, optionalField);
        v("rated_at", self.ratedAt, optionalField);
        v("follow_up", self.followUp, optionalField);
        v("followed_up_at", self.followedUpAt, optionalField);
        v("follow_up_by", self.followUpBy, optionalField);
        v("unreached_at", self.unreachedAt, optionalField);
        v("archived_at", self.archivedAt, optionalField);
        v("decline_ground", self.declineGround, optionalField);
        v("decline_reason", self.declineReason, Rule{.max = 200, .presence = Presence::Optional});
    }
    bool operator==(const Case&) const = default;
};

/// "C-0412", as people say it; at least four digits.
std::string displayNumber(CaseId id);

} // namespace zs::domain
