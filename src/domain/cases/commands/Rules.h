// Small checks shared by the commands' decisions.
#pragma once

#include "domain/cases/Answerable.h"
#include "domain/cases/Case.h"
#include "domain/cases/Context.h"
#include "domain/cases/commands/Turns.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace zs::domain {

using Refused = tl::unexpected<Rejection>;

inline Refused refuse(std::string code, std::string zh, std::string en, AgencyId instead = {})
{
    return Refused(Rejection{std::move(code), {std::move(zh), std::move(en)}, instead});
}

/// Facts of one kind that a case may gather.
inline constexpr std::size_t maxFacts = 64;

std::optional<Rejection> mustExist(const Case& state);
/// The case doesn't exist, or is over.
std::optional<Rejection> mustBeOpen(const Case& state);
/// Open and not suspended: what every step on the way to the end starts with.
std::optional<Rejection> mustBeActive(const Case& state);

/// THE place where scope is checked, for every command on an existing case: the centre's level, the town, the agency.
std::optional<Rejection> mustBeInScope(const Case& state, const Context& context);
std::optional<Rejection> mustBeInTown(GridId grid, const Context& context);
/// An agency acts only on a case that was routed; one bound to one agency only where that one leads. Everyone else passes.
std::optional<Rejection> mustLead(const Case& state, const Context& context);
/// `agency` is named in the command: it exists, and an actor bound to one agency names its own.
std::optional<Rejection> mustSpeakFor(AgencyId agency, const Context& context);
/// `actor` acts for `person`, to whom the case must be dispatched.
std::optional<Rejection> mustBeHandler(const Case& state, PersonId person);
/// 110 rule: nothing is done with a call that the police handed over before it was ruled on.
std::optional<Rejection> mustBeRuled(const Case& state);

/// "环节" as a person says it.
LocalText phaseName(Phase phase);
LocalText levelName(Level level);
/// 属地管理: a case is first for the lowest centre over its place, whoever received it; above that it comes by escalation.
Level firstLevel(const City& city);
/// The refusal "this can't be done while the case is at …".
Rejection wrongPhase(const Case& state, std::string_view doingZh, std::string_view doingEn);
Rejection tooMany(std::string_view zhName, std::string_view enName);
Rejection unknownAgency();
Rejection unknownPerson();
Rejection unknownParent(); ///< of a merge

/// What a case gets as long as no matter says more: registered within half an hour, finished within 7 working days.
TimeLimits standardLimits();
/// A matter's limits, with a report limit in any case: no open case is without a clock.
TimeLimits withReportLimit(TimeLimits limits);
/// Of what is urgent, by its matter, by who classified it or by the 110 rule: response within 5 minutes, accepted within 10, on scene
/// within 30, or sooner where the matter says so. How long the rest may take stays the matter's.
TimeLimits urgentLimits(TimeLimits limits);

/// Text from outside: UTF-8, no control characters, between min and max code points.
std::optional<Rejection> checkForm(std::string_view text, std::size_t min, std::size_t max, std::string_view zhName,
                                   std::string_view enName);
/// The same for every text that stands in a case, and no telephone or identity number in it.
std::optional<Rejection> checkText(std::string_view text, std::size_t min, std::size_t max, std::string_view zhName,
                                   std::string_view enName);
struct TakenText {
    std::string text;
    std::uint16_t masked = 0; ///< numbers that were
};
/// What citizens wrote. At a desk as checkText(): somebody is there to put the number where it belongs. From another system
/// nothing may be lost, so there the numbers are masked.
tl::expected<TakenText, Rejection> takeText(const std::string& text, std::size_t min, std::size_t max, std::string_view zhName,
                                            std::string_view enName, const Context& context);
/// A reason that must be given, at most 200 characters.
std::optional<Rejection> checkReason(std::string_view reason);
/// At least one of its unit, at most a year.
std::optional<Rejection> checkSpan(const LimitSpan& span, std::string_view zhName, std::string_view enName);
/// A pause that begins now: ends in the future and within a year, and the case has room for it.
std::optional<Rejection> checkPause(const Case& state, TimePoint until, TimePoint now);
/// Four eyes: what was asked for is approved or denied, not done past the request.
std::optional<Rejection> mustNotWait(const Case& state, RequestKind kind);
/// Above the case's present level, and one that the city has.
std::optional<Rejection> checkHigherLevel(const Case& state, Level to, const City& city);

} // namespace zs::domain
