#include "ui/routing/RoutingRows.h"

#include "domain/duties/Duties.h"
#include "domain/sla/Limits.h"
#include "ui/cases/Capital.h"
#include "ui/cases/CaseWords.h"
#include "ui/cases/DetailParts.h"
#include "ui/cases/FactWords.h"
#include "ui/cases/PartyWords.h"
#include "ui/cases/PhaseSteps.h"
#include "ui/kit/DurationText.h"

#include <QLocale>

#include <algorithm>

namespace zs::routing {

using cases::Action;
using cases::capital;
using cases::CaseWords;
using cases::FactWords;
using cases::SheetRow;
using domain::Case;
using domain::LimitKind;
using domain::LimitState;
using kit::RowContent;
using kit::Tone;

namespace {

enum Section : quint64 { Steps = 1, Parties, Limits, Requests, Whistles, Supervision, Mediations, Pauses, Relations, Files, Alike, Tasks };

quint64 keyOf(Section section, std::size_t index) { return static_cast<quint64>(section) << 32 | (index + 1); }
Section sectionOf(quint64 key) { return static_cast<Section>(key >> 32); }
std::size_t indexOf(quint64 key) { return static_cast<std::size_t>((key & 0xffffffffU) - 1); }

class Maker {
public:
    Maker(const cases::Workplace& place, const Case& state)
        : m_place(place), m_case(state), m_now(place.desk.serverNow()), m_owed(domain::owedLimits(state, place.desk.calendar(), m_now))
    {
    }

    void head(Section section, const QString& title)
    {
        m_section = section;
        m_index = 0;
        m_title = title;
    }

    /// Empty parts stay empty; `icon` stands before `what`.
    SheetRow& line(const QString& icon, const QString& what, const QString& detail, const QString& who, const QString& when,
                   const QString& limit, Tone tone = Tone::Primary)
    {
        if (m_index == 0) {
            SheetRow row;
            row.kind = SheetRow::Kind::Head;
            row.key = keyOf(m_section, 0xfffffffe);
            RowContent c;
            c.text = m_title;
            c.weight = kit::Weight::Strong;
            row.cells = {c};
            rows.push_back(std::move(row));
        }
        SheetRow row;
        row.key = keyOf(m_section, m_index++);
        RowContent first, by, at, last;
        first.icon = icon;
        first.text = what;
        first.detail = detail;
        by.text = who;
        by.textTone = Tone::Secondary;
        at.trailing = when;
        at.trailingTone = Tone::Secondary;
        last.trailing = limit;
        last.trailingTone = tone;
        row.cells = {first, by, at, last};
        rows.push_back(std::move(row));
        return rows.back();
    }

    QString clock(TimePoint at) const { return at == TimePoint{} ? QString() : CaseWords::clock(m_place, at, m_now); }
    QString until(TimePoint at) const { return at == TimePoint{} ? QString() : CaseWords::until(m_place, at, m_now); }
    QString agency(AgencyId id) const { return CaseWords::agency(m_place, id); }
    TimePoint now() const { return m_now; }

    struct Shown {
        QString text;
        Tone tone = Tone::Tertiary;
    };
    Shown shown(const domain::Limit& limit) const
    {
        if (limit.state == LimitState::NoLimit) return {};
        const kit::LimitView view = CaseWords::view(limit, m_now);
        return {kit::DurationText::limit(view), limit.state == LimitState::MetLate ? Tone::Alarm : kit::DurationText::limitTone(view)};
    }
    /// The clock of what was asked at `start`.
    Shown owed(LimitKind kind, AgencyId agencyId, TimePoint start) const
    {
        for (const domain::Limit& limit : m_owed)
            if (limit.kind == kind && limit.start == start && (limit.agency == agencyId || limit.agency.isNone())) return shown(limit);
        return {};
    }

    std::vector<SheetRow> rows;

private:
    const cases::Workplace& m_place;
    const Case& m_case;
    TimePoint m_now;
    std::vector<domain::Limit> m_owed;
    Section m_section = Steps;
    std::size_t m_index = 0;
    QString m_title;
};

QString text(const std::string& s) { return QString::fromStdString(s); }

} // namespace

std::vector<SheetRow> RoutingRows::of(const cases::Workplace& place, const Case& state,
                                      std::span<const domain::RecordedEvent> events, const Around& around)
{
    Maker make(place, state);
    const auto other = [&](const QString& icon, const QString& how, CaseId id) -> SheetRow& {
        const Case* c = place.desk.cases().find(id);
        SheetRow& row = make.line(icon, CaseWords::number(id) + QStringLiteral("  ") + (c ? text(c->title) : QString()), how,
                                  c ? make.agency(c->lead) : QString(), c ? make.clock(c->receivedAt) : QString(),
                                  c ? CaseWords::phase(c->phase) : QString(), Tone::Secondary);
        row.caseId = id;
        return row;
    };

    make.head(Alike, tr("May be the same; M merges"));
    for (const domain::duplicates::Candidate& candidate : around.alike) {
        QStringList reasons;
        for (const domain::LocalText& reason : candidate.reasons) reasons << place.text(reason);
        SheetRow& row = other(QStringLiteral("copy"), reasons.join(QStringLiteral(" · ")), candidate.id);
        row.cells.front().iconTone = Tone::Warn;
        row.tip = row.cells.front().detail; // it is longer than its column
    }

    make.head(Steps, tr("Steps"));
    TimePoint before{};
    for (const cases::CaseStep& step : cases::PhaseSteps::steps(place, state, events)) {
        const bool done = step.progress == kit::PhaseProgress::Done, current = step.progress == kit::PhaseProgress::Current;
        const QString icon = done && step.at == TimePoint{} ? QStringLiteral("minus")
            : done                                          ? QStringLiteral("check")
            : current                                       ? QStringLiteral("chevron-right")
                                                            : QStringLiteral("circle-dashed");
        QString took;
        if (done && step.at != TimePoint{} && before != TimePoint{} && step.at >= before)
            took = QStringLiteral("+") + kit::DurationText::hoursMinutes(std::chrono::floor<std::chrono::seconds>(step.at - before));
        SheetRow& row = make.line(icon, step.name, current ? step.note : QString(), step.by,
                                  done ? (step.at == TimePoint{} ? QStringLiteral("—") : make.clock(step.at)) : QString(), took,
                                  Tone::Tertiary);
        RowContent& first = row.cells.front();
        if (current) first.weight = kit::Weight::Strong;
        else if (!done) first.textTone = Tone::Tertiary;
        if (step.at != TimePoint{}) before = step.at;
    }

    make.head(Parties, tr("Who answers for it"));
    make.line(QStringLiteral("user-check"), tr("Answerable"), cases::PartyWords::why(state), cases::PartyWords::answerable(place, state),
              {}, {});
    if (!state.lead.isNone())
        make.line(QStringLiteral("building-2"), tr("Lead"), CaseWords::agencyFull(place, state.lead), make.agency(state.lead),
                  make.clock(state.routedAt), state.routings > 1 ? tr("routed %1×").arg(state.routings) : QString(), Tone::Secondary);
    for (const AgencyId id : state.assisting)
        make.line(QStringLiteral("building-2"), tr("Assists"), CaseWords::agencyFull(place, id), make.agency(id), {}, {});
    make.line(QStringLiteral("layers"), tr("Level"), {}, FactWords::level(state.level), {}, {});
    if (state.channel == domain::Channel::PoliceHandover)
        make.line(QStringLiteral("shield"), tr("110 rule"), {}, FactWords::ruling(state.police), {}, {});

    make.head(Limits, tr("Limits"));
    for (const domain::Limit& limit : domain::limitsOf(state, place.desk.calendar(), make.now())) {
        if (limit.state == LimitState::NoLimit) continue;
        const auto s = make.shown(limit);
        QString given = CaseWords::allowed(limit.span), note;
        if (limit.kind == LimitKind::Report)
            for (const domain::LimitSpan& more : state.extensions) given += QStringLiteral(" + ") + CaseWords::allowed(more);
        if (limit.state == LimitState::Paused) note = tr("paused");
        else if (limit.isRunning()) note = tr("%1 % used").arg(static_cast<int>(std::min(limit.share(), 9.99) * 100));
        make.line(QStringLiteral("clock"), CaseWords::limitName(limit.kind), note, given, make.until(limit.deadline), s.text, s.tone);
    }

    if (const QString late = cases::LimitRows::predictionOf(place, state); !late.isEmpty()) {
        SheetRow& row = make.line(QStringLiteral("triangle-alert"), late, {}, {}, {}, {});
        row.cells.front().textTone = row.cells.front().iconTone = Tone::Warn;
        row.tip = late; // it is longer than its column
    }

    make.head(Requests, tr("Waits for a decision"));
    if (state.request) {
        const domain::Request& r = *state.request;
        const QString what = r.kind == domain::RequestKind::Extension ? CaseWords::allowed(r.span)
            : r.kind == domain::RequestKind::Suspension               ? tr("until %1").arg(make.until(r.until))
                                                                      : FactWords::level(r.to);
        make.line(QStringLiteral("hourglass"), capital(FactWords::request(r.kind)) + u' ' + what, text(r.reason), text(r.by), make.clock(r.at),
                  tr("Y approves"), Tone::Accent);
    }

    make.head(Whistles, tr("Whistles"));
    for (const domain::WhistleCall& w : state.whistles) {
        const auto s = make.owed(LimitKind::ReportIn, w.agency, w.at);
        const bool stood = w.stoodDownAt != TimePoint{};
        make.line(QStringLiteral("megaphone"), make.agency(w.agency),
                  stood ? tr("stood down %1").arg(make.clock(w.stoodDownAt))
                        : w.reportedAt != TimePoint{} ? tr("reported in %1").arg(make.clock(w.reportedAt))
                                                      : tr("within %1").arg(CaseWords::allowed(w.within)),
                  text(w.by), make.clock(w.at), stood ? QString() : s.text, s.tone);
    }

    make.head(Supervision, tr("Supervision"));
    for (const domain::SupervisionStep& step : state.supervision) {
        const auto s = make.owed(LimitKind::Answer, step.agency, step.at);
        make.line(QStringLiteral("bell"), capital(FactWords::rung(step.rung)) + QStringLiteral(" → ") + make.agency(step.agency), text(step.reason),
                  text(step.by), make.clock(step.at),
                  step.answeredAt != TimePoint{} ? tr("answered") : s.text,
                  step.answeredAt != TimePoint{} ? Tone::Tertiary : s.tone);
    }

    make.head(Mediations, tr("Mediation"));
    for (const domain::Mediation& m : state.mediations) {
        const auto s = make.owed(LimitKind::Mediation, {}, m.openedAt);
        make.line(QStringLiteral("handshake"), capital(FactWords::mediation(m.kind)), FactWords::force(m.force),
                  CaseWords::person(place, m.mediator), make.clock(m.openedAt),
                  m.isOpen() ? s.text : FactWords::result(m.result), m.isOpen() ? s.tone : Tone::Secondary);
        if (m.confirmationAskedAt == TimePoint{}) continue;
        const auto c = make.owed(LimitKind::Confirmation, {}, m.confirmationAskedAt);
        const bool decided = m.confirmationAt != TimePoint{};
        make.line(QStringLiteral("gavel"), tr("Judicial confirmation"), {}, {}, make.clock(m.confirmationAskedAt),
                  decided ? FactWords::confirmation(m.confirmation) : c.text, decided ? Tone::Secondary : c.tone);
    }

    make.head(Pauses, tr("Suspended"));
    for (const domain::Pause& pause : state.pauses) {
        const bool on = pause.to == TimePoint{};
        make.line(QStringLiteral("pause"), on ? tr("Suspended now") : tr("Suspended"), on ? tr("no limit runs") : QString(), {},
                  make.clock(pause.from), tr("until %1").arg(make.until(on ? pause.until : pause.to)), Tone::Secondary);
    }

    make.head(Relations, tr("Other cases"));
    if (!state.mergedInto.isNone()) other(QStringLiteral("git-merge"), tr("merged into it"), state.mergedInto);
    for (const CaseId id : around.merged) other(QStringLiteral("git-merge"), tr("merged into this one"), id);
    for (const domain::CaseLink& link : state.links) other(QStringLiteral("link"), FactWords::link(link.kind), link.other);

    make.head(Tasks, tr("Tasks decided in consultations"));
    const domain::DayNumber today = domain::dayNumber(make.now(), place.desk.city().utcOffset);
    for (const domain::Consultation* meeting : place.desk.duties().all<domain::Consultation>())
        for (const domain::Task& task : meeting->tasks) {
            if (task.caseId != state.id) continue;
            const domain::TaskState now = task.stateOn(today);
            make.line(QStringLiteral("gavel"), text(task.what), task.result.empty() ? text(meeting->topic) : text(task.result), make.agency(task.agency),
                      make.until(domain::startOf(task.due + 1, place.desk.city().utcOffset)),
                      now == domain::TaskState::Done ? tr("done") : now == domain::TaskState::Overdue ? tr("overdue") : tr("open"),
                      now == domain::TaskState::Overdue ? Tone::Alarm : Tone::Secondary);
        }

    make.head(Files, tr("Files"));
    for (const domain::Attachment& file : state.attachments) {
        SheetRow& row = make.line(QStringLiteral("paperclip"), text(file.name), text(file.mediaType), text(file.by), make.clock(file.at),
                                  place.translations.locale().formattedDataSize(static_cast<qint64>(file.size)), Tone::Secondary);
        row.tip = QStringLiteral("SHA-256 ") + text(file.sha256);
    }

    for (SheetRow& row : make.rows) {
        if (row.kind == SheetRow::Kind::Head) continue;
        QStringList parts;
        for (const RowContent& c : row.cells) parts << QStringList{c.text, c.detail, c.trailing}.join(u' ').simplified();
        parts.removeAll(QString());
        row.spoken = parts.join(QStringLiteral(", "));
    }
    return std::move(make.rows);
}

std::optional<Action> RoutingRows::useOf(const Case& state, quint64 key)
{
    const std::size_t i = indexOf(key);
    switch (sectionOf(key)) {
    case Requests: return Action::Approve;
    case Whistles: return i < state.whistles.size() && state.whistles[i].isOwed() ? Action::ReportIn : Action::Whistle;
    case Supervision:
        return i < state.supervision.size() && state.supervision[i].answeredAt == TimePoint{} ? Action::AnswerSupervision : Action::Supervise;
    case Mediations:
        return !state.mediations.empty() && state.mediations.back().isOpen() ? Action::CloseMediation : Action::RecordConfirmation;
    case Pauses: return Action::Resume;
    case Files: return Action::Attach;
    case Steps:
    case Parties:
    case Limits:
    case Relations:
    case Alike:
    case Tasks: break;
    }
    return std::nullopt;
}

} // namespace zs::routing
