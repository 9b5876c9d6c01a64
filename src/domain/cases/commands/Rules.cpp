#include "domain/cases/commands/Rules.h"

#include "base/Utf8.h"
#include "domain/cases/PersonalNumbers.h"
#include "domain/city/City.h"

#include <algorithm>

namespace zs::domain {

std::optional<Rejection> mustExist(const Case& state)
{
    if (state.phase == Phase::None)
        return Rejection{"case.unknown", {"没有这个事件。", "There is no such case."}, {}};
    return std::nullopt;
}

std::optional<Rejection> mustBeOpen(const Case& state)
{
    if (auto bad = mustExist(state))
        return bad;
    if (state.phase == Phase::Merged)
        return Rejection{"case.merged",
                         {"事件已并入 " + displayNumber(state.mergedInto) + "，请在那里办理。",
                          "The case was merged into " + displayNumber(state.mergedInto) + ": go on there."},
                         {}};
    if (state.phase == Phase::Declined)
        return Rejection{"case.declined",
                         {"事件不予受理；要再办，先重开。", "The case was declined: reopen it first."}, {}};
    if (!state.isOpen())
        return Rejection{"case.finished",
                         {"事件已办结，不能再改。", "The case is finished and can no longer be changed."}, {}};
    return std::nullopt;
}

std::optional<Rejection> mustBeActive(const Case& state)
{
    if (auto bad = mustBeOpen(state))
        return bad;
    if (state.isSuspended())
        return Rejection{"case.suspended", {"事件已挂起；先恢复，再办理。", "The case is suspended: resume it first."}, {}};
    return std::nullopt;
}

namespace {

/// Takes no part, or no longer, and yet something is waited for: the court's confirmation, or an answer to supervision.
bool isAsked(const Case& state, AgencyId id, const City& city)
{
    const Agency* agency = city.agency(id);
    return owesAnswer(state, id) || (agency && agency->kind == AgencyKind::Court && awaitsConfirmation(state));
}

} // namespace

std::optional<Rejection> mustBeInScope(const Case& state, const Context& context)
{
    const Actor& actor = context.actor;
    if (actor.level < state.level) {
        const LocalText level = levelName(state.level);
        return Rejection{"scope.level",
                         {"事件由" + level.zh + "中心负责，须由" + level.zh + "或以上办理。",
                          "The case is the " + level.en + " centre's: only that level or a higher one may act on it."},
                         {}};
    }
    if (actor.agency && !takesPart(state, actor.agency) && !isAsked(state, actor.agency, context.city))
        return Rejection{"scope.agency",
                         {"本单位不是这个事件的主办、协办或被吹哨单位。",
                          "Your agency neither leads nor assists this case, nor was it whistled."},
                         {}};
    return mustBeInTown(state.grid, context);
}

std::optional<Rejection> mustBeInTown(GridId grid, const Context& context)
{
    if (context.actor.town.isNone())
        return std::nullopt;
    const Grid* known = context.city.grid(grid);
    if (known && known->town == context.actor.town)
        return std::nullopt;
    const Town* own = context.city.town(context.actor.town);
    return Rejection{"scope.town",
                     {"事件不在本镇街；你只办理" + (own ? own->name.zh : std::string("本镇街")) + "的事件。",
                      "The case lies in another town: you act for " + (own ? own->name.en : std::string("your own town")) + " only."},
                     {}};
}

std::optional<Rejection> mustLead(const Case& state, const Context& context)
{
    if (context.actor.role == Role::Agency && state.lead.isNone())
        return Rejection{"agency.no_lead", {"事件没有转给任何单位，由中心办理。", "No agency was given this case: the centre acts on it."}, {}};
    if (context.actor.agency.isNone() || context.actor.agency == state.lead)
        return std::nullopt;
    return Rejection{"agency.not_lead", {"这一步须由主办单位做。", "Only the lead agency may do this."}, state.lead};
}

std::optional<Rejection> mustSpeakFor(AgencyId agency, const Context& context)
{
    if (!context.city.agency(agency))
        return unknownAgency();
    if (context.actor.agency.isNone() || context.actor.agency == agency)
        return std::nullopt;
    return Rejection{"agency.other", {"不能替别的单位答复。", "You can't speak for another agency."}, agency};
}

std::optional<Rejection> mustBeRuled(const Case& state)
{
    if (state.channel != Channel::PoliceHandover || state.police != PoliceRuling::None)
        return std::nullopt;
    return Rejection{"police.unruled",
                     {"110 转来的事件须先由值班员或调度员认定是否警情或紧急。",
                      "The police handed this over: a duty officer or a dispatcher has to rule on it first."},
                     {}};
}

LocalText phaseName(Phase phase)
{
    switch (phase) {
    case Phase::None: return {"未受理", "not received"};
    case Phase::Received: return {"受理", "intake"};
    case Phase::Classified: return {"登记", "register"};
    case Phase::Routed: return {"转办", "route"};
    case Phase::Accepted: return {"接收", "accepted"};
    case Phase::Dispatched: return {"派员", "dispatched"};
    case Phase::Acknowledged: return {"在途", "on the way"};
    case Phase::OnScene: return {"到场", "on scene"};
    case Phase::Finished: return {"办结", "finished"};
    case Phase::Rated: return {"评价", "rated"};
    case Phase::FollowedUp: return {"回访", "followed up"};
    case Phase::Archived: return {"归档", "archived"};
    case Phase::Declined: return {"不予受理", "declined"};
    case Phase::Merged: return {"已并入", "merged"};
    }
    return {};
}

LocalText levelName(Level level)
{
    switch (level) {
    case Level::Grid: return {"网格", "grid"};
    case Level::Village: return {"村（社区）", "village"};
    case Level::Town: return {"镇街", "town"};
    case Level::County: return {"县区", "county"};
    case Level::City: return {"市级", "city"};
    case Level::Province: return {"省级", "province"};
    }
    return {};
}

Level firstLevel(const City& city) { return city.levels.empty() ? Level::City : std::ranges::min(city.levels); }

Rejection wrongPhase(const Case& state, std::string_view doingZh, std::string_view doingEn)
{
    const LocalText name = phaseName(state.phase);
    Rejection r;
    r.code = "case.phase";
    r.sentence.zh.append("事件在“").append(name.zh).append("”环节，不能").append(doingZh).append("。");
    r.sentence.en.append("The case is at \"").append(name.en).append("\" and can't be ").append(doingEn).append(" now.");
    return r;
}

Rejection tooMany(std::string_view zhName, std::string_view enName)
{
    Rejection r;
    r.code = "case.many";
    r.sentence.zh.append("这个事件的").append(zhName).append("已达 ").append(std::to_string(maxFacts)).append(" 条上限。");
    r.sentence.en.append("The case holds ").append(std::to_string(maxFacts)).append(" ").append(enName).append(", the most it can.");
    return r;
}

Rejection unknownAgency() { return {"agency.unknown", {"没有这个单位。", "There is no such agency."}, {}}; }
Rejection unknownPerson() { return {"person.unknown", {"没有这个人。", "There is no such person."}, {}}; }

Rejection unknownParent() { return {"merge.unknown", {"没有要并入的事件。", "There is no case to merge it into."}, {}}; }

TimeLimits standardLimits()
{
    TimeLimits limits;
    limits.registration = {30, LimitUnit::Minutes};
    return withReportLimit(limits);
}

TimeLimits withReportLimit(TimeLimits limits)
{
    if (limits.report.isNone())
        limits.report = {7, LimitUnit::WorkingDays};
    return limits;
}

TimeLimits urgentLimits(TimeLimits limits)
{
    const auto atMost = [](LimitSpan& span, std::uint32_t minutes) {
        if (span.isNone() || span.unit != LimitUnit::Minutes || span.amount > minutes)
            span = {minutes, LimitUnit::Minutes};
    };
    atMost(limits.response, 5);
    atMost(limits.acceptance, 10);
    atMost(limits.onScene, 30);
    return withReportLimit(limits);
}

std::optional<Rejection> checkForm(std::string_view text, std::size_t min, std::size_t max, std::string_view zhName,
                                   std::string_view enName)
{
    Rejection r;
    const auto say = [&](std::string code, std::string zh, std::string en) {
        r.code = std::move(code);
        r.sentence.zh.append(zhName).append(zh);
        r.sentence.en.append(enName).append(en);
        return r;
    };
    if (!isValidUtf8(text) || hasControlCharacters(text))
        return say("text.form", "含有不能保存的字符。", " holds characters that can't be kept.");
    const std::size_t n = codePointCount(text);
    if (n < min)
        return say("text.empty", "不能为空。", " must not be empty.");
    if (n > max)
        return say("text.long", "最多 " + std::to_string(max) + " 字。",
                   " may have at most " + std::to_string(max) + " characters.");
    return std::nullopt;
}

std::optional<Rejection> checkText(std::string_view text, std::size_t min, std::size_t max, std::string_view zhName,
                                   std::string_view enName)
{
    if (auto bad = checkForm(text, min, max, zhName, enName))
        return bad;
    if (!holdsPersonalNumber(text))
        return std::nullopt;
    Rejection r;
    r.code = "text.personal";
    r.sentence.zh.append(zhName).append("里不能有电话或证件号码；反映人的号码请填在反映人信息里。");
    r.sentence.en.append(enName).append(" must not hold a telephone or identity number: the reporter's belongs into the reporter's own fields.");
    return r;
}

tl::expected<TakenText, Rejection> takeText(const std::string& text, std::size_t min, std::size_t max, std::string_view zhName,
                                            std::string_view enName, const Context& context)
{
    const bool isSystem = context.actor.role == Role::Intake || context.actor.role == Role::FieldApp;
    if (auto bad = (isSystem ? checkForm : checkText)(text, min, max, zhName, enName))
        return Refused(*bad);
    if (!isSystem)
        return TakenText{text, 0};
    MaskedNumbers masked = maskNumbers(text);
    return TakenText{std::move(masked.text), static_cast<std::uint16_t>(masked.count)};
}

std::optional<Rejection> mustBeHandler(const Case& state, PersonId person)
{
    if (state.handler != person || person.isNone())
        return Rejection{"case.other_handler",
                         {"事件没有派给此人。", "The case isn't dispatched to this person."}, {}};
    return std::nullopt;
}

std::optional<Rejection> checkReason(std::string_view reason) { return checkText(reason, 1, 200, "理由", "The reason"); }

std::optional<Rejection> checkSpan(const LimitSpan& span, std::string_view zhName, std::string_view enName)
{
    const bool inDays = span.unit == LimitUnit::WorkingDays || span.unit == LimitUnit::NaturalDays;
    const std::uint32_t most = inDays ? 366 : 366 * 24 * 60;
    if (span.amount >= 1 && span.amount <= most)
        return std::nullopt;
    Rejection r;
    r.code = "span.range";
    r.sentence.zh.append(zhName).append("须在 1 个单位到一年之间。");
    r.sentence.en.append(enName).append(" must be at least one of its unit and at most a year.");
    return r;
}

std::optional<Rejection> checkPause(const Case& state, TimePoint until, TimePoint now)
{
    if (state.isSuspended())
        return Rejection{"pause.twice", {"事件已经挂起。", "The case is suspended already."}, {}};
    if (until <= now)
        return Rejection{"pause.past", {"挂起的截止时间须在将来。", "A suspension must end in the future."}, {}};
    if (until - now > std::chrono::hours(366 * 24))
        return Rejection{"pause.long", {"挂起最长一年。", "A suspension may last at most a year."}, {}};
    if (state.pauses.size() >= maxFacts)
        return tooMany("挂起", "suspensions");
    return std::nullopt;
}

std::optional<Rejection> mustNotWait(const Case& state, RequestKind kind)
{
    if (!state.request || state.request->kind != kind)
        return std::nullopt;
    return Rejection{"request.undecided",
                     {"已有同样的申请等待批复；请由他人批准或驳回。",
                      "The same was asked for and waits: somebody else approves or denies it."},
                     {}};
}

std::optional<Rejection> checkHigherLevel(const Case& state, Level to, const City& city)
{
    if (to <= state.level)
        return Rejection{"level.not_higher", {"只能升级到更高的层级。", "A case can be escalated to a higher level only."}, {}};
    if (std::ranges::find(city.levels, to) == city.levels.end())
        return Rejection{"level.none",
                         {"本市没有" + levelName(to).zh + "中心。", "This city has no centre at the " + levelName(to).en + " level."},
                         {}};
    return std::nullopt;
}

} // namespace zs::domain
