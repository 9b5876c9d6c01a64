#include "ui/approvals/Change.h"

#include "ui/cases/Capital.h"
#include "ui/cases/CaseWords.h"
#include "ui/cases/FactWords.h"

namespace zs::approvals {

using cases::CaseWords;
using cases::FactWords;
using domain::Case;
using domain::RequestKind;

namespace {

domain::Limit reportOf(const cases::Workplace& place, const Case& state)
{
    return domain::limitsOf(state, place.desk.calendar(),
                            place.desk.serverNow())[static_cast<std::size_t>(domain::LimitKind::Report)];
}

} // namespace

QString Change::kind(Kind kind)
{
    switch (kind) {
    case Kind::Request: return tr("Requests");
    case Kind::Police: return tr("Calls from 110 to be ruled on");
    case Kind::Pause: return tr("Suspensions that ran out");
    case Kind::Mediation: return tr("Mediations that are late");
    case Kind::Task: return tr("Tasks of consultations due");
    case Kind::FollowUp: return tr("Follow-ups due");
    case Kind::Review: return tr("Finished, to be reviewed");
    case Kind::Archive: return tr("To be archived");
    }
    return {};
}

QString Change::icon(const Waiting& waiting)
{
    switch (waiting.kind) {
    case Kind::Request:
        return waiting.request->kind == RequestKind::Extension ? QStringLiteral("hourglass")
            : waiting.request->kind == RequestKind::Suspension ? QStringLiteral("pause")
                                                               : QStringLiteral("chevrons-up");
    case Kind::Police: return QStringLiteral("shield");
    case Kind::Pause: return QStringLiteral("play");
    case Kind::Mediation: return QStringLiteral("handshake");
    case Kind::Task: return QStringLiteral("gavel");
    case Kind::FollowUp: return QStringLiteral("phone-call");
    case Kind::Review: return QStringLiteral("clipboard-check");
    case Kind::Archive: return QStringLiteral("archive");
    }
    return {};
}

QString Change::what(const cases::Workplace& place, const Waiting& waiting)
{
    switch (waiting.kind) {
    case Kind::Request: {
        const domain::Request& r = *waiting.request;
        const QString detail = r.kind == RequestKind::Extension ? CaseWords::allowed(r.span)
            : r.kind == RequestKind::Suspension ? tr("until %1").arg(CaseWords::until(place, r.until, place.desk.serverNow()))
                                                : tr("to the %1").arg(FactWords::level(r.to));
        return cases::capital(FactWords::request(r.kind)) + u' ' + detail;
    }
    case Kind::Police: return tr("Rule by the 110 rule");
    case Kind::Pause: return tr("Resume it");
    case Kind::Mediation:
        return waiting.limit.kind == domain::LimitKind::Confirmation ? tr("Record the court's decision") : tr("Close the mediation");
    case Kind::Task: return waiting.task->what;
    case Kind::FollowUp: return tr("Ask the citizen");
    case Kind::Review: return tr("Review what was done");
    case Kind::Archive: return tr("Archive");
    }
    return {};
}

QString Change::effect(const cases::Workplace& place, const Case& state, const Waiting& waiting)
{
    const TimePoint now = place.desk.serverNow();
    switch (waiting.kind) {
    case Kind::Request: {
        const domain::Request& r = *waiting.request;
        if (r.kind == RequestKind::Escalation)
            return tr("The %1 level answers for it instead of the %2; its clock runs on.")
                .arg(FactWords::level(r.to), FactWords::level(state.level));
        Case after = state;
        if (r.kind == RequestKind::Extension) {
            after.extensions.push_back(r.span);
        } else {
            domain::Pause pause;
            pause.from = now;
            pause.to = std::max(now, r.until);
            after.pauses.push_back(pause);
        }
        const domain::Limit old = reportOf(place, state), later = reportOf(place, after);
        if (old.state == domain::LimitState::NoLimit) return tr("The case has no limit to report back.");
        return tr("Report back by %1 instead of %2.")
            .arg(CaseWords::until(place, later.deadline, now), CaseWords::until(place, old.deadline, now));
    }
    case Kind::Police: return tr("A police matter or an urgent call stays with the police; the rest goes to the department.");
    case Kind::Pause: return tr("Its limits run again already; resuming it says so, or suspend it anew.");
    case Kind::Mediation:
        return tr("Was due by %1.").arg(CaseWords::until(place, waiting.limit.deadline, now));
    case Kind::Task: return tr("Say what was done; it stands in the consultation.");
    case Kind::FollowUp:
        return waiting.limit.state == domain::LimitState::NoLimit
            ? tr("If the citizen is dissatisfied, the case is reopened.")
            : tr("Due by %1. If the citizen is dissatisfied, the case is reopened.")
                  .arg(CaseWords::until(place, waiting.limit.deadline, now));
    case Kind::Review: return tr("Nobody can be asked: it is rated, sent back for rework, or archived.");
    case Kind::Archive: return tr("Nothing more happens to it, unless it is reopened.");
    }
    return {};
}

} // namespace zs::approvals
