#include "ui/approvals/ApprovalBook.h"

#include "domain/cases/Answerable.h"
#include "ui/cases/CaseWords.h"

#include <algorithm>

namespace zs::approvals {

using cases::Action;
using domain::Case;
using domain::Phase;

std::vector<Action> decisions(Kind kind)
{
    switch (kind) {
    case Kind::Request: return {Action::Approve, Action::Deny};
    case Kind::Police: return {Action::RulePolice};
    case Kind::FollowUp: return {Action::FollowUp, Action::Rework, Action::Reopen};
    case Kind::Review: return {Action::Rate, Action::FollowUp, Action::Rework, Action::Archive};
    case Kind::Archive: return {Action::Archive, Action::Reopen};
    }
    return {};
}

ApprovalBook::ApprovalBook(const cases::Workplace& place, const cases::CaseActions& actions, QWidget& panel)
    : QObject(&panel), m_place(place), m_actions(actions),
      m_sweep(new cases::CaseSweep(
          place.desk, [this](const Case& state) { return look(state); }, [this] { m_cases.clear(); }, panel, this))
{
    connect(m_sweep, &cases::CaseSweep::changed, this, &ApprovalBook::changed);
}

std::optional<Waiting> ApprovalBook::of(const Case& state) const
{
    Waiting w;
    w.caseId = state.id;
    if (state.isOpen()) {
        if (state.request) {
            w.kind = Kind::Request;
            w.request = state.request;
            w.who = QString::fromStdString(state.request->by);
            w.since = state.request->at;
            return w;
        }
        const bool early = state.phase == Phase::Received || state.phase == Phase::Classified;
        if (early && state.channel == domain::Channel::PoliceHandover && state.police == domain::PoliceRuling::None) {
            w.kind = Kind::Police;
            w.who = QString::fromStdString(state.firstReceiver);
            w.since = state.clockAt == TimePoint{} ? state.receivedAt : state.clockAt;
            return w;
        }
        return std::nullopt;
    }
    const bool again = state.phase == Phase::FollowedUp && state.followUp == domain::FollowUpResult::Unreachable;
    const bool ended = state.phase == Phase::Finished || state.phase == Phase::Rated;
    if (!ended && state.phase != Phase::FollowedUp) return std::nullopt;
    w.who = QString::fromStdString(state.finishedBy);
    w.since = state.phaseAt;
    const domain::Limit followUp = domain::limitsOf(state, m_place.desk.calendar(),
                                                    m_place.desk.serverNow())[static_cast<std::size_t>(domain::LimitKind::FollowUp)];
    if (again || (ended && domain::owesFollowUp(state))) {
        w.kind = Kind::FollowUp;
        w.limit = followUp;
    } else {
        w.kind = state.phase == Phase::Finished ? Kind::Review : Kind::Archive;
    }
    return w;
}

bool ApprovalBook::look(const Case& state)
{
    auto now = of(state);
    const auto found = m_cases.find(state.id);
    if (!now) {
        if (found == m_cases.end()) return false;
        m_cases.erase(found);
        return true;
    }
    for (const Action action : decisions(now->kind)) {
        cases::Legality answer = m_actions.legality(state.id, action);
        if (answer.legal || now->mine.reason.isEmpty()) now->mine = std::move(answer);
        if (now->mine.legal) break;
    }
    if (found == m_cases.end()) {
        m_cases.emplace(state.id, std::move(*now));
        return true;
    }
    Waiting& before = found->second;
    const bool differs = before.kind != now->kind || before.request != now->request || before.since != now->since
        || before.limit.state != now->limit.state || before.mine.legal != now->mine.legal || before.mine.reason != now->mine.reason;
    before = std::move(*now);
    return differs;
}

std::vector<const Waiting*> ApprovalBook::waiting(Whose whose) const
{
    std::vector<const Waiting*> all;
    for (const auto& [id, w] : m_cases)
        if (whose == Whose::All || w.mine.legal) all.push_back(&w);
    std::ranges::sort(all, {}, [](const Waiting* w) {
        // A follow-up that is late or near goes before the others of its kind.
        const bool pressing = w->limit.state == domain::LimitState::Late || w->limit.state == domain::LimitState::NearLimit;
        return std::tuple(w->kind, !pressing, w->since, w->caseId.value);
    });
    return all;
}

const Waiting* ApprovalBook::find(quint64 key) const
{
    const auto found = m_cases.find(CaseId(key >> 3));
    return found != m_cases.end() && found->second.key() == key ? &found->second : nullptr;
}

std::array<std::size_t, kindCount> ApprovalBook::counts(Whose whose) const
{
    std::array<std::size_t, kindCount> n{};
    for (const auto& [id, w] : m_cases)
        if (whose == Whose::All || w.mine.legal) ++n[static_cast<std::size_t>(w.kind)];
    return n;
}

std::size_t ApprovalBook::count(Whose whose) const
{
    std::size_t n = 0;
    for (const std::size_t of : counts(whose)) n += of;
    return n;
}

} // namespace zs::approvals
