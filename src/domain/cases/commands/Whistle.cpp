#include "domain/cases/commands/Whistle.h"

#include "domain/cases/commands/Rules.h"
#include "domain/city/City.h"

#include <algorithm>

namespace zs::domain {

namespace {

constexpr std::size_t maxCalledAtOnce = 8;

const WhistleCall* owedBy(const Case& state, AgencyId agency)
{
    const auto it = std::ranges::find_if(state.whistles, [&](const WhistleCall& w) { return w.agency == agency && w.isOwed(); });
    return it == state.whistles.end() ? nullptr : &*it;
}
WhistleCall* owedBy(Case& state, AgencyId agency)
{
    return const_cast<WhistleCall*>(owedBy(std::as_const(state), agency));
}

std::optional<Rejection> mustBeOwed(const Case& state, AgencyId agency)
{
    if (owedBy(state, agency))
        return std::nullopt;
    return Rejection{"whistle.not_owed", {"这个单位没有未报到的吹哨。", "This agency owes no report-in."}, {}};
}

} // namespace

tl::expected<Whistled, Rejection> decide(const Case& state, const Whistle& command, const Context& context)
{
    if (auto bad = mustBeActive(state))
        return Refused(*bad);
    if (state.phase == Phase::Received)
        return refuse("whistle.unclassified", "先分类登记，再吹哨。", "Classify the case before whistling agencies to it.");
    if (auto bad = mustBeRuled(state))
        return Refused(*bad);
    if (command.agencies.empty())
        return refuse("whistle.nobody", "至少吹哨一个单位。", "Name at least one agency.");
    if (command.agencies.size() > maxCalledAtOnce)
        return refuse("whistle.many", "一次最多吹哨 8 个单位。", "At most 8 agencies can be whistled at once.");
    if (state.whistles.size() + command.agencies.size() > maxFacts)
        return Refused(tooMany("吹哨", "whistles"));
    for (const AgencyId id : command.agencies) {
        const Agency* agency = context.city.agency(id);
        if (!agency)
            return Refused(unknownAgency());
        if (std::ranges::count(command.agencies, id) > 1 || owedBy(state, id))
            return refuse("whistle.twice", agency->shortName.zh + "已被吹哨，还没有报到。",
                          agency->shortName.en + " was whistled already and hasn't reported in.");
    }
    if (auto bad = checkSpan(command.within, "报到时限", "The time to report in"))
        return Refused(*bad);
    if (auto bad = checkReason(command.reason))
        return Refused(*bad);
    return Whistled{command.agencies, command.within, command.reason};
}

void evolve(Case& state, const Whistled& event, TimePoint at, const std::string& by)
{
    for (const AgencyId agency : event.agencies) {
        WhistleCall& call = state.whistles.emplace_back();
        call.agency = agency;
        call.by = by;
        call.at = at;
        call.within = event.within;
    }
}

tl::expected<ReportedIn, Rejection> decide(const Case& state, const ReportIn& command, const Context& context)
{
    if (auto bad = mustBeOpen(state))
        return Refused(*bad);
    if (auto bad = mustSpeakFor(command.agency, context))
        return Refused(*bad);
    if (auto bad = mustBeOwed(state, command.agency))
        return Refused(*bad);
    if (auto bad = checkText(command.note, 0, 200, "备注", "The note"))
        return Refused(*bad);
    return ReportedIn{command.agency, command.note};
}

void evolve(Case& state, const ReportedIn& event, TimePoint at, const std::string&)
{
    if (WhistleCall* call = owedBy(state, event.agency))
        call->reportedAt = at;
}

tl::expected<StoodDown, Rejection> decide(const Case& state, const StandDown& command, const Context&)
{
    if (auto bad = mustBeOpen(state))
        return Refused(*bad);
    if (auto bad = mustBeOwed(state, command.agency))
        return Refused(*bad);
    if (auto bad = checkText(command.reason, 0, 200, "理由", "The reason"))
        return Refused(*bad);
    return StoodDown{command.agency, command.reason};
}

void evolve(Case& state, const StoodDown& event, TimePoint at, const std::string&)
{
    if (WhistleCall* call = owedBy(state, event.agency))
        call->stoodDownAt = at;
}

} // namespace zs::domain
