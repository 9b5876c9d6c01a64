#include "domain/cases/commands/Rules.h"

#include "base/Utf8.h"

namespace zs::domain {

std::optional<Rejection> mustBeOpen(const Case& state)
{
    if (state.phase == Phase::None)
        return Rejection{"case.unknown", {"没有这个事件。", "There is no such case."}, {}};
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

Rejection wrongPhase(const Case& state, std::string_view doingZh, std::string_view doingEn)
{
    const LocalText name = phaseName(state.phase);
    Rejection r;
    r.code = "case.phase";
    r.sentence.zh.append("事件在“").append(name.zh).append("”环节，不能").append(doingZh).append("。");
    r.sentence.en.append("The case is at \"").append(name.en).append("\" and can't be ").append(doingEn).append(" now.");
    return r;
}

std::optional<Rejection> checkText(std::string_view text, std::size_t min, std::size_t max, std::string_view zhName,
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

std::optional<Rejection> mustBeHandler(const Case& state, PersonId person)
{
    if (state.handler != person || person.isNone())
        return Rejection{"case.other_handler",
                         {"事件没有派给此人。", "The case isn't dispatched to this person."}, {}};
    return std::nullopt;
}

} // namespace zs::domain
