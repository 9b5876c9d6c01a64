#include "domain/cases/commands/Dispatch.h"

#include "domain/cases/commands/Rules.h"
#include "domain/city/City.h"

namespace zs::domain {

tl::expected<Dispatched, Rejection> decide(const Case& state, const Dispatch& command, const Context& context)
{
    if (auto bad = mustBeActive(state))
        return Refused(*bad);
    if (state.phase == Phase::Received)
        return refuse("dispatch.unclassified", "先分类登记，再派员。", "Classify the case before sending someone.");
    if (state.phase == Phase::Routed) {
        const Agency* lead = context.city.agency(state.lead);
        return refuse("dispatch.not_accepted", (lead ? lead->shortName.zh : "责任单位") + "还没有接收；先接收或退回，再派员。",
                      (lead ? lead->shortName.en : "The agency")
                          + " hasn't accepted it yet: accept or return it before sending someone.");
    }
    if (auto bad = mustLead(state, context))
        return Refused(*bad);
    if (auto bad = mustBeRuled(state))
        return Refused(*bad);
    const Person* person = context.city.person(command.person);
    if (!person)
        return Refused(unknownPerson());
    if (state.handler == command.person)
        return refuse("dispatch.same", "已经派给此人。", "It is with this person already.");
    if (!isOnDuty(person->shift, context.now, context.city.utcOffset))
        return refuse("person.off_duty", person->name.zh + "不在班。", person->name.en + " is off duty.");
    const int open = context.surroundings.openCasesOf(command.person);
    if (open >= person->capacity) {
        const std::string load = std::to_string(open) + "/" + std::to_string(person->capacity);
        return refuse("person.full", person->name.zh + "在办 " + load + "，已满。", person->name.en + " is full, load " + load + ".");
    }
    if (auto bad = checkText(command.note, 0, 200, "备注", "The note"))
        return Refused(*bad);
    // A shift ends, somebody falls ill: whoever confirmed can be replaced, but not without a word.
    const bool isConfirmed = state.phase == Phase::Acknowledged || state.phase == Phase::OnScene;
    if (isConfirmed && command.note.empty())
        return refuse("dispatch.reason", "已有人确认接单；改派他人须在备注里说明理由。",
                      "Somebody has confirmed already: sending another one needs its reason in the note.");
    return Dispatched{command.person, command.note};
}

void evolve(Case& state, const Dispatched& event, TimePoint at, const std::string& by)
{
    state.phase = Phase::Dispatched;
    state.handler = event.person;
    state.dispatchedBy = by;
    state.phaseAt = at;
    if (state.respondedAt == TimePoint{})
        state.respondedAt = at;
}

} // namespace zs::domain
