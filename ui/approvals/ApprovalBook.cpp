#include "ui/approvals/ApprovalBook.h"

#include "domain/cases/Answerable.h"
#include "domain/duties/Duties.h"
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
    case Kind::Pause: return {Action::Resume};
    case Kind::Mediation: return {Action::CloseMediation, Action::RecordConfirmation};
    case Kind::Task: return {};
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
    connect(&place.desk, &cases::Desk::dutiesReset, this, &ApprovalBook::readTasks);
    connect(&place.desk, &cases::Desk::dutiesChanged, this, [this](const std::vector<domain::Subject>& subjects) {
        if (std::ranges::any_of(subjects, [](domain::Subject s) { return s.kind == domain::SubjectKind::Consultation; })) readTasks();
    });
    readTasks();
}

void ApprovalBook::languageChanged()
{
    m_sweep->restart(); // sentences are kept as they were said
    readTasks();
}

void ApprovalBook::readTasks()
{
    m_tasks.clear();
    const domain::DayNumber today = domain::dayNumber(m_place.desk.serverNow(), m_place.desk.city().utcOffset);
    for (const domain::Consultation* meeting : m_place.desk.duties().all<domain::Consultation>())
        for (std::size_t i = 0; i < meeting->tasks.size(); ++i) {
            const domain::Task& task = meeting->tasks[i];
            if (task.doneAt != TimePoint{} || task.due > today) continue;
            Waiting w;
            w.caseId = task.caseId;
            w.kind = Kind::Task;
            w.who = cases::CaseWords::agency(m_place, task.agency);
            w.since = domain::startOf(task.due + 1, m_place.desk.city().utcOffset);
            w.task = {meeting->number, static_cast<std::uint16_t>(i), QString::fromStdString(task.what)};
            const auto checked = m_place.desk.check({domain::SubjectKind::Consultation, meeting->number},
                                                    domain::FinishTask{{w.task->index, cases::typed}});
            w.mine.legal = checked.has_value();
            if (!checked) w.mine.reason = m_place.text(checked.error().sentence);
            m_tasks.push_back(std::move(w));
        }
    Q_EMIT changed();
}

namespace {

/// The mediation's clock or the court's, whichever runs, if it is over.
std::optional<domain::Limit> lateMediation(const Case& state, const domain::WorkCalendar& calendar, TimePoint now)
{
    if (state.mediations.empty() || (!state.mediations.back().isOpen() && !domain::awaitsConfirmation(state))) return std::nullopt;
    for (const domain::Limit& limit : domain::owedLimits(state, calendar, now))
        if ((limit.kind == domain::LimitKind::Mediation || limit.kind == domain::LimitKind::Confirmation) && limit.state == domain::LimitState::Late)
            return limit;
    return std::nullopt;
}

} // namespace

std::optional<Waiting> ApprovalBook::of(const Case& state) const
{
    const TimePoint now = m_place.desk.serverNow();
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
        if (state.isSuspended() && state.pauses.back().until <= now) {
            w.kind = Kind::Pause;
            w.who = cases::CaseWords::agency(m_place, state.lead);
            w.since = state.pauses.back().until;
            return w;
        }
    }
    if (const auto late = lateMediation(state, m_place.desk.calendar(), now)) {
        w.kind = Kind::Mediation;
        w.who = late->kind == domain::LimitKind::Mediation ? cases::CaseWords::person(m_place, state.mediations.back().mediator)
                                                           : cases::CaseWords::agency(m_place, state.lead);
        w.since = late->deadline;
        w.limit = *late;
        return w;
    }
    if (state.isOpen()) return std::nullopt;
    const bool again = state.phase == Phase::FollowedUp && state.followUp == domain::FollowUpResult::Unreachable;
    const bool ended = state.phase == Phase::Finished || state.phase == Phase::Rated;
    if (!ended && state.phase != Phase::FollowedUp) return std::nullopt;
    w.who = QString::fromStdString(state.finishedBy);
    w.since = state.phaseAt;
    const domain::Limit followUp =
        domain::limitsOf(state, m_place.desk.calendar(), now)[static_cast<std::size_t>(domain::LimitKind::FollowUp)];
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
    for (const Waiting& w : m_tasks)
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
    if (const auto task = std::ranges::find(m_tasks, key, &Waiting::key); task != m_tasks.end()) return &*task;
    const auto found = m_cases.find(CaseId(key >> 3));
    return found != m_cases.end() && found->second.key() == key ? &found->second : nullptr;
}

std::array<std::size_t, kindCount> ApprovalBook::counts(Whose whose) const
{
    std::array<std::size_t, kindCount> n{};
    for (const auto& [id, w] : m_cases)
        if (whose == Whose::All || w.mine.legal) ++n[static_cast<std::size_t>(w.kind)];
    for (const Waiting& w : m_tasks) n[static_cast<std::size_t>(w.kind)] += whose == Whose::All || w.mine.legal;
    return n;
}

std::size_t ApprovalBook::count(Whose whose) const
{
    std::size_t n = 0;
    for (const std::size_t of : counts(whose)) n += of;
    return n;
}

} // namespace zs::approvals
