#include "ui/cases/CaseWords.h"

#include "ui/cases/Workplace.h"

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

namespace zs::cases {

using domain::CaseKind;
using domain::LimitState;
using domain::Phase;
using kit::Tone;
using session::CommandState;

namespace {

QString dash() { return QStringLiteral("—"); }
QString fromUtf8(const std::string& s) { return QString::fromStdString(s); }

} // namespace

QString CaseWords::number(CaseId id)
{
    return fromUtf8(domain::displayNumber(id));
}

QString CaseWords::kind(CaseKind value)
{
    switch (value) {
    case CaseKind::Hazard: return tr("hazard");
    case CaseKind::Dispute: return tr("dispute");
    case CaseKind::Request: return tr("request");
    }
    return {};
}

QString CaseWords::phase(Phase value)
{
    switch (value) {
    case Phase::Received: return tr("Intake");
    case Phase::Classified: return tr("Register");
    case Phase::Routed: return tr("Route");
    case Phase::Accepted: return tr("Taken");
    case Phase::Dispatched: return tr("Dispatch");
    case Phase::Acknowledged: return tr("En route");
    case Phase::OnScene: return tr("On scene");
    case Phase::Finished: return tr("Closed");
    case Phase::Rated: return tr("Rated");
    case Phase::FollowedUp: return tr("Followed up");
    case Phase::Archived: return tr("Archived");
    case Phase::Declined: return tr("Declined");
    case Phase::Merged: return tr("Merged");
    case Phase::None: break;
    }
    return dash();
}

QString CaseWords::priority(domain::Priority value)
{
    switch (value) {
    case domain::Priority::Normal: return tr("Normal");
    case domain::Priority::High: return tr("High");
    case domain::Priority::Urgent: return tr("Urgent");
    }
    return {};
}

QString CaseWords::channel(domain::Channel value)
{
    using domain::Channel;
    switch (value) {
    case Channel::GridApp: return tr("Grid officer's app");
    case Channel::QrCode: return tr("QR code");
    case Channel::CitizenPhoto: return tr("Citizen's photo");
    case Channel::PoliceHandover: return tr("110 non-police call");
    case Channel::Hotline12345: return tr("12345 hotline");
    case Channel::PetitionHall: return tr("Petition hall");
    case Channel::WalkIn: return tr("Walk-in");
    case Channel::NightVisit: return tr("Night visit");
    case Channel::CourtReferral: return tr("Referred by the court");
    case Channel::MediationApp: return tr("Mediation app");
    case Channel::ProvincePlatform: return tr("Province platform");
    case Channel::OtherPlatform: return tr("Other platform");
    }
    return {};
}

QString CaseWords::outcome(domain::Outcome value)
{
    using domain::Outcome;
    switch (value) {
    case Outcome::Resolved: return tr("handled");
    case Outcome::Settled: return tr("settled");
    case Outcome::NotFound: return tr("not found");
    case Outcome::Referred: return tr("referred");
    }
    return {};
}

QString CaseWords::role(domain::PersonRole value)
{
    using domain::PersonRole;
    switch (value) {
    case PersonRole::GridOfficer: return tr("Grid officer");
    case PersonRole::ProfessionalGridOfficer: return tr("Professional officer");
    case PersonRole::Mediator: return tr("Mediator");
    case PersonRole::PoliceOfficer: return tr("Police officer");
    case PersonRole::AgencyOfficer: return tr("Agency officer");
    case PersonRole::VolunteerTeam: return tr("Volunteer team");
    }
    return {};
}

QString CaseWords::commandState(CommandState value)
{
    switch (value) {
    case CommandState::Waiting: return tr("unsent");
    case CommandState::Sent: return tr("pending");
    case CommandState::Unknown: return tr("unknown");
    case CommandState::Confirmed: return tr("confirmed");
    case CommandState::Refused: return tr("refused");
    }
    return {};
}

QString CaseWords::commandStateIcon(CommandState value)
{
    switch (value) {
    case CommandState::Waiting:
    case CommandState::Sent: return QStringLiteral("clock");
    case CommandState::Unknown: return QStringLiteral("circle-question-mark");
    case CommandState::Confirmed: return QStringLiteral("check");
    case CommandState::Refused: return QStringLiteral("ban");
    }
    return {};
}

Tone CaseWords::commandStateTone(CommandState value)
{
    switch (value) {
    case CommandState::Waiting:
    case CommandState::Sent: return Tone::Secondary;
    case CommandState::Unknown: return Tone::Warn;
    case CommandState::Confirmed: return Tone::Ok;
    case CommandState::Refused: return Tone::Alarm;
    }
    return Tone::Secondary;
}

QString CaseWords::grid(const Workplace& place, GridId id)
{
    const domain::Grid* grid = place.desk.city().grid(id);
    return grid ? place.text(grid->name) : dash();
}

QString CaseWords::agency(const Workplace& place, AgencyId id)
{
    const domain::Agency* agency = place.desk.city().agency(id);
    return agency ? place.text(agency->shortName) : dash();
}

QString CaseWords::agencyFull(const Workplace& place, AgencyId id)
{
    const domain::Agency* agency = place.desk.city().agency(id);
    return agency ? place.text(agency->name) : dash();
}

QString CaseWords::person(const Workplace& place, PersonId id)
{
    const domain::Person* person = place.desk.city().person(id);
    return person ? place.text(person->name) : dash();
}

QString CaseWords::place(const Workplace& place, GridId id)
{
    const domain::City& city = place.desk.city();
    const domain::Grid* grid = city.grid(id);
    if (!grid) return dash();
    QStringList parts;
    if (const domain::Town* town = city.town(grid->town)) parts << place.text(town->name);
    if (const domain::Community* community = city.community(grid->community)) parts << place.text(community->name);
    parts << tr("grid %1").arg(place.text(grid->name));
    return parts.join(tr(", ", "between the parts of a place"));
}

kit::Symbol CaseWords::symbol(const domain::Case& state, kit::Attention attention, kit::Pending pending)
{
    kit::Symbol s;
    switch (state.kind) {
    case CaseKind::Hazard: s.shape = kit::Shape::Hazard; break;
    case CaseKind::Dispute: s.shape = kit::Shape::Dispute; break;
    case CaseKind::Request: s.shape = kit::Shape::Request; break;
    }
    switch (state.phase) {
    case Phase::None:
    case Phase::Received:
    case Phase::Classified:
    case Phase::Routed: s.fill = kit::Fill::None; break;
    case Phase::Accepted:
    case Phase::Dispatched:
    case Phase::Acknowledged: s.fill = kit::Fill::Half; break;
    case Phase::OnScene: s.fill = kit::Fill::Full; break;
    case Phase::Finished:
    case Phase::Rated:
    case Phase::FollowedUp:
    case Phase::Archived:
    case Phase::Declined:
    case Phase::Merged: s.fill = kit::Fill::Check; break;
    }
    switch (state.priority) {
    case domain::Priority::Normal: s.ring = kit::Ring::None; break;
    case domain::Priority::High: s.ring = kit::Ring::Single; break;
    case domain::Priority::Urgent: s.ring = kit::Ring::Double; break;
    }
    s.attention = attention;
    s.pending = pending;
    return s;
}

kit::Symbol CaseWords::symbol(const Workplace& place, const domain::Case& state)
{
    return symbol(state, nextLimit(place.desk, state).attention,
                  place.desk.cases().isPending(state.id) ? kit::Pending::Yes : kit::Pending::No);
}

kit::LimitView CaseWords::view(const domain::Limit& limit, TimePoint now)
{
    using namespace std::chrono;
    kit::LimitView v;
    // What people wait for is an instant on the wall clock; whole working days are told where the limit counts those.
    v.left = floor<seconds>(limit.deadline - now);
    if (limit.span.unit == domain::LimitUnit::WorkingDays) v.workingDays = static_cast<int>(floor<days>(limit.left()).count());
    if (limit.basis == domain::Basis::NaturalFallback) v.basis = kit::LimitBasis::NaturalFallback;
    switch (limit.state) {
    case LimitState::NoLimit: v.state = kit::LimitState::None; break;
    case LimitState::Running: break;
    case LimitState::NearLimit: v.attention = kit::Attention::Warn; break;
    case LimitState::Late: v.attention = kit::Attention::Alarm; break;
    case LimitState::Paused: v.state = kit::LimitState::Suspended; break;
    case LimitState::Met:
    case LimitState::MetLate:
        v.state = kit::LimitState::Met;
        v.left = floor<seconds>(limit.used);
        break;
    }
    return v;
}

kit::LimitView CaseWords::nextLimit(const domain::Case& state, const domain::WorkCalendar& calendar, TimePoint now)
{
    if (const auto limit = domain::nextLimit(state, calendar, now)) return view(*limit, now);
    kit::LimitView none;
    none.state = kit::LimitState::None;
    return none;
}

kit::Attention CaseWords::attention(domain::Urgency urgency)
{
    switch (urgency) {
    case domain::Urgency::Calm: break;
    case domain::Urgency::Near: return kit::Attention::Warn;
    case domain::Urgency::Late: return kit::Attention::Alarm;
    }
    return kit::Attention::Normal;
}

kit::LimitView CaseWords::nextLimit(const Desk& desk, const domain::Case& state)
{
    return nextLimit(state, desk.calendar(), desk.serverNow());
}

QString CaseWords::limitName(domain::LimitKind value)
{
    switch (value) {
    case domain::LimitKind::Registration: return tr("Registration");
    case domain::LimitKind::Response: return tr("Response");
    case domain::LimitKind::Acceptance: return tr("Acceptance");
    case domain::LimitKind::OnScene: return tr("On scene", "a time limit");
    case domain::LimitKind::Report: return tr("Report back");
    case domain::LimitKind::FollowUp: return tr("Follow-up");
    case domain::LimitKind::ReportIn: return tr("Report-in");
    case domain::LimitKind::Answer: return tr("Answer");
    case domain::LimitKind::Mediation: return tr("Mediation");
    case domain::LimitKind::Confirmation: return tr("Confirmation");
    }
    return {};
}

QString CaseWords::allowed(Millis value)
{
    using namespace std::chrono;
    const auto m = duration_cast<minutes>(value).count();
    if (m <= 0) return dash();
    if (m % (24 * 60) == 0) return tr("%1 d", "days").arg(m / (24 * 60));
    if (m % 60 == 0) return tr("%1 h", "hours").arg(m / 60);
    return tr("%1 min", "minutes").arg(m);
}

QString CaseWords::allowed(domain::LimitSpan span)
{
    if (span.isNone()) return dash();
    const auto amount = static_cast<qint64>(span.amount);
    switch (span.unit) {
    case domain::LimitUnit::Minutes: return allowed(Millis(std::chrono::minutes(amount)));
    case domain::LimitUnit::NaturalDays: return allowed(Millis(std::chrono::days(amount)));
    case domain::LimitUnit::WorkingDays: return tr("%1 wd", "working days").arg(amount);
    case domain::LimitUnit::WorkingMinutes: break;
    }
    return tr("%1 of working time").arg(allowed(Millis(std::chrono::minutes(amount))));
}

bool CaseWords::isStrong(const Desk& desk, const domain::Case& state)
{
    // Bold says "nobody is on it": an urgent case that is late or near it and still waits for a person.
    if (state.priority != domain::Priority::Urgent || !state.isOpen() || state.phase > Phase::Accepted) return false;
    return nextLimit(desk, state).attention == kit::Attention::Alarm;
}

QString CaseWords::distance(double metres)
{
    if (metres < 995) return tr("%1 m", "metres").arg(qRound(metres / 10) * 10);
    return tr("%1 km").arg(metres / 1000, 0, 'f', metres < 9950 ? 1 : 0);
}

QString CaseWords::clock(const Workplace& place, TimePoint at, TimePoint now)
{
    const int offset = static_cast<int>(place.desk.city().utcOffset.count()) * 60;
    const auto local = [&](TimePoint t) {
        return QDateTime::fromMSecsSinceEpoch(toUnixMillis(t), Qt::OffsetFromUTC, offset);
    };
    const QDateTime then = local(at);
    const QString time = then.toString(QStringLiteral("HH:mm"));
    if (then.date() == local(now).date()) return time;
    return place.translations.locale().toString(then.date(), tr("d MMM", "a day of this year, as QDate writes it"))
        + u' ' + time;
}

QString CaseWords::until(const Workplace& place, TimePoint at, TimePoint now)
{
    const bool isMidnight = (at + place.desk.city().utcOffset).time_since_epoch() % std::chrono::days(1) == Millis(0);
    if (!isMidnight) return clock(place, at, now);
    return clock(place, at - std::chrono::minutes(1), now).replace(QStringLiteral("23:59"), QStringLiteral("24:00"));
}

QString CaseWords::symbolText(const Workplace& place, const domain::Case& state)
{
    QStringList parts{kind(state.kind)};
    if (state.priority != domain::Priority::Normal) parts << priority(state.priority);
    const kit::LimitView limit = nextLimit(place.desk, state);
    if (limit.attention != kit::Attention::Normal) parts << kit::DurationText::limit(limit);
    if (const auto open = place.desk.stateOf(state.id)) parts << commandState(*open);
    return parts.join(QStringLiteral(", "));
}

} // namespace zs::cases
