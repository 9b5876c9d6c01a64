#include "ui/cases/EventWords.h"

#include "domain/catalogue/Names.h"
#include "ui/cases/CaseWords.h"
#include "ui/cases/FactWords.h"
#include "ui/cases/Workplace.h"

namespace zs::cases {

namespace {

QString fromUtf8(const std::string& s) { return QString::fromStdString(s); }

/// One overload an event: a new event doesn't compile before it has its words.
class Teller {
    Q_DECLARE_TR_FUNCTIONS(zs::cases::EventWords)

public:
    Teller(const Workplace& place, const domain::RecordedEvent& recorded)
        : m_place(place), m_at(recorded.at), m_by(fromUtf8(recorded.by))
    {
    }

    // Intake and register
    EventLine operator()(const domain::Received& e) const
    {
        QString text = tr("Received by %1: %2").arg(m_by, CaseWords::channel(e.channel));
        if (!e.reporter.name.empty() || !e.reporter.phone.empty())
            text += tr("; reporter %1").arg((fromUtf8(e.reporter.name) + u' ' + fromUtf8(e.reporter.phone)).trimmed());
        if (e.mergedInto)
            text += tr("; the same matter as %1, merged into it").arg(CaseWords::number(e.mergedInto));
        if (e.repeats)
            text += tr("; said to be the same matter as %1, which was over: linked to it").arg(CaseWords::number(e.repeats));
        return line("phone-incoming", text + masked(e.masked));
    }
    EventLine operator()(const domain::Classified& e) const
    {
        const domain::Matter* matter = m_place.desk.city().matter(e.matter);
        return line("tag", tr("Registered: %1, priority %2")
                               .arg(matter ? fromUtf8(matter->code) + u' ' + m_place.text(matter->name) : QStringLiteral("—"),
                                    CaseWords::priority(e.priority))
                               + (e.rule ? rule(*e.rule) : QString()));
    }
    EventLine operator()(const domain::Declined& e) const
    {
        return line("ban", tr("%1 declined it, %2%3").arg(m_by, FactWords::ground(e.ground), quoted(e.reason)), kit::Tone::Warn);
    }
    EventLine operator()(const domain::PoliceRuled& e) const
    {
        return line("shield", tr("%1 ruled: %2, %3; %4%5")
                                  .arg(m_by, FactWords::nature(e.nature), CaseWords::priority(e.urgency),
                                       FactWords::ruling(e.ruling), quoted(e.reason)));
    }

    // Routing
    EventLine operator()(const domain::Routed& e) const
    {
        return line("split", tr("%1 routed to %2").arg(m_by, agency(e.lead)) + assisting(e.assisting) + quoted(e.reason));
    }
    EventLine operator()(const domain::Rerouted& e) const
    {
        const QString text = e.from ? tr("%1 re-routed from %2 to %3").arg(m_by, agency(e.from), agency(e.lead))
                                    : tr("%1 re-routed to %2").arg(m_by, agency(e.lead));
        return line("split", text + assisting(e.assisting) + quoted(e.reason));
    }
    EventLine operator()(const domain::Accepted&) const
    {
        return line("check", tr("Accepted by the agency, entered by %1").arg(m_by));
    }
    EventLine operator()(const domain::Returned& e) const
    {
        return line("undo-2", tr("%1 returned it%2").arg(agency(e.from), quoted(e.reason)));
    }

    // In the field
    EventLine operator()(const domain::Dispatched& e) const
    {
        return line("send", tr("%1 dispatched %2%3").arg(m_by, person(e.person), quoted(e.note)));
    }
    EventLine operator()(const domain::Acknowledged& e) const
    {
        return line("user", tr("%1 confirmed, on the way").arg(person(e.person)));
    }
    EventLine operator()(const domain::Arrived& e) const { return line("map-pin", tr("%1 is on scene").arg(person(e.person))); }
    EventLine operator()(const domain::Finished& e) const
    {
        const QString who = e.person ? person(e.person) : m_by;
        return line("check-check", tr("%1 closed it, %2%3").arg(who, CaseWords::outcome(e.outcome), quoted(e.summary)));
    }

    // Requests, pauses, levels
    EventLine operator()(const domain::ExtensionAsked& e) const
    {
        return line("hourglass", tr("%1 asked for %2 more%3").arg(m_by, CaseWords::allowed(e.span), quoted(e.reason)));
    }
    EventLine operator()(const domain::SuspensionAsked& e) const
    {
        return line("hourglass", tr("%1 asked for a suspension until %2%3").arg(m_by, until(e.until), quoted(e.reason)));
    }
    EventLine operator()(const domain::EscalationAsked& e) const
    {
        return line("hourglass", tr("%1 asked to escalate to the %2 level%3").arg(m_by, FactWords::level(e.to), quoted(e.reason)));
    }
    EventLine operator()(const domain::Approved& e) const
    {
        QString what;
        switch (e.kind) {
        case domain::RequestKind::Extension: what = CaseWords::allowed(e.span); break;
        case domain::RequestKind::Suspension: what = until(e.until); break;
        case domain::RequestKind::Escalation: what = FactWords::level(e.to); break;
        }
        return line("stamp", tr("%1 approved the %2: %3%4").arg(m_by, FactWords::request(e.kind), what, quoted(e.note)),
                    kit::Tone::Ok);
    }
    EventLine operator()(const domain::Denied& e) const
    {
        return line("circle-x", tr("%1 denied the %2%3").arg(m_by, FactWords::request(e.kind), quoted(e.reason)), kit::Tone::Warn);
    }
    EventLine operator()(const domain::Suspended& e) const
    {
        return line("pause", tr("%1 suspended it until %2%3").arg(m_by, until(e.until), quoted(e.reason)));
    }
    EventLine operator()(const domain::Resumed& e) const { return line("play", tr("%1 resumed it%2").arg(m_by, quoted(e.reason))); }
    EventLine operator()(const domain::Escalated& e) const
    {
        return line("chevrons-up", tr("%1 escalated it from the %2 to the %3 level%4")
                                       .arg(m_by, FactWords::level(e.from), FactWords::level(e.to), quoted(e.reason)),
                    kit::Tone::Warn);
    }

    // Several agencies
    EventLine operator()(const domain::Whistled& e) const
    {
        return line("megaphone", tr("%1 whistled %2, within %3%4")
                                     .arg(m_by, agencies(e.agencies), CaseWords::allowed(e.within), quoted(e.reason)));
    }
    EventLine operator()(const domain::ReportedIn& e) const
    {
        return line("user-check", tr("%1 reported in%2").arg(agency(e.agency), quoted(e.note)), kit::Tone::Ok);
    }
    EventLine operator()(const domain::StoodDown& e) const
    {
        return line("log-out", tr("%1 stood %2 down%3").arg(m_by, agency(e.agency), quoted(e.reason)));
    }
    EventLine operator()(const domain::Supervised& e) const
    {
        return line("gavel", tr("%1 to %2, by %3, to answer within %4%5")
                                 .arg(FactWords::rung(e.rung), agency(e.agency), m_by, CaseWords::allowed(e.within),
                                      quoted(e.reason)),
                    kit::Tone::Warn);
    }
    EventLine operator()(const domain::SupervisionAnswered& e) const
    {
        return line("reply", tr("%1 answered: %2").arg(agency(e.agency), fromUtf8(e.measures)));
    }
    EventLine operator()(const domain::MediationOpened& e) const
    {
        return line("handshake", tr("%1 opened with the consent of both sides, %2 %3")
                                     .arg(FactWords::mediation(e.kind), FactWords::force(e.force), person(e.mediator)));
    }
    EventLine operator()(const domain::MediationProlonged& e) const
    {
        return line("hourglass", tr("Mediation prolonged by %1 with the consent of both sides%2")
                                     .arg(CaseWords::allowed(e.span), quoted(e.reason)));
    }
    EventLine operator()(const domain::MediationClosed& e) const
    {
        return line("handshake", tr("Mediation closed, %1%2").arg(FactWords::result(e.result), quoted(e.text)),
                    e.result == domain::MediationResult::Settled ? kit::Tone::Ok : kit::Tone::Primary);
    }
    EventLine operator()(const domain::ConfirmationAsked&) const
    {
        return line("scale", tr("%1 asked the court to confirm the settlement").arg(m_by));
    }
    EventLine operator()(const domain::ConfirmationRecorded& e) const
    {
        return line("scale", tr("The settlement was %1").arg(FactWords::confirmation(e.confirmation)));
    }

    // Beside the case
    EventLine operator()(const domain::Noted& e) const
    {
        return line("file-text", tr("%1 noted: %2").arg(m_by, fromUtf8(e.text)) + masked(e.masked));
    }
    EventLine operator()(const domain::Merged& e) const
    {
        return line("git-merge", tr("%1 merged it into %2%3").arg(m_by, CaseWords::number(e.into), quoted(e.reason)));
    }
    EventLine operator()(const domain::Unmerged& e) const
    {
        return line("split", tr("%1 took the merge into %2 back%3").arg(m_by, CaseWords::number(e.from), quoted(e.reason)));
    }
    EventLine operator()(const domain::Linked& e) const
    {
        return line("link", tr("%1 linked it with %2: %3").arg(m_by, CaseWords::number(e.other), FactWords::link(e.kind)));
    }
    EventLine operator()(const domain::Unlinked& e) const
    {
        return line("link-2-off", tr("%1 removed the link with %2").arg(m_by, CaseWords::number(e.other)));
    }
    EventLine operator()(const domain::Attached& e) const
    {
        return line("paperclip", tr("%1 attached %2").arg(m_by, fromUtf8(e.fileName)));
    }

    // After the end
    EventLine operator()(const domain::Reworked& e) const
    {
        return line("repeat", tr("%1 sent it back for rework%2").arg(m_by, quoted(e.reason)), kit::Tone::Warn);
    }
    EventLine operator()(const domain::Reopened& e) const
    {
        return line("rotate-ccw", tr("%1 reopened it%2").arg(m_by, quoted(e.reason)), kit::Tone::Warn);
    }
    EventLine operator()(const domain::Rated& e) const
    {
        return line("star", tr("The citizen is %1%2").arg(FactWords::satisfaction(e.satisfaction), quoted(e.comment)));
    }
    EventLine operator()(const domain::FollowedUp& e) const
    {
        if (e.result == domain::FollowUpResult::Dissatisfied)
            return line("rotate-ccw", tr("%1 followed up: %2, so the case is open again%3")
                                          .arg(m_by, FactWords::followUp(e.result), quoted(e.comment)),
                        kit::Tone::Warn);
        return line("phone-call", tr("%1 followed up: %2%3").arg(m_by, FactWords::followUp(e.result), quoted(e.comment)));
    }
    EventLine operator()(const domain::Archived& e) const { return line("archive", tr("%1 archived it%2").arg(m_by, quoted(e.reason))); }

private:
    /// Another system's text held numbers of people.
    static QString masked(int numbers) { return numbers > 0 ? tr("; %1 number(s) masked").arg(numbers) : QString(); }
    static EventLine line(const char* icon, const QString& text, kit::Tone tone = kit::Tone::Primary)
    {
        return {QLatin1String(icon), text, tone};
    }
    static QString quoted(const std::string& text) { return text.empty() ? QString() : tr("; \"%1\"").arg(fromUtf8(text)); }
    QString agency(AgencyId id) const { return CaseWords::agency(m_place, id); }
    QString person(PersonId id) const { return CaseWords::person(m_place, id); }
    QString until(TimePoint t) const { return CaseWords::until(m_place, t, m_at); }
    QString agencies(const std::vector<AgencyId>& ids) const
    {
        QStringList names;
        for (const AgencyId id : ids) names << agency(id);
        return names.join(tr(", ", "between names"));
    }
    QString rule(const domain::RuleSource& source) const
    {
        const domain::LocalText area = (source.area.empty() ? domain::Names() : domain::Names(m_place.desk.city())).area(source.area);
        return tr("; by routing catalogue %1, rule for %2").arg(fromUtf8(source.catalogue), m_place.text(area));
    }
    QString assisting(const std::vector<AgencyId>& ids) const
    {
        return ids.empty() ? QString() : tr("; %1 assists").arg(agencies(ids));
    }

    const Workplace& m_place;
    TimePoint m_at;
    QString m_by;
};

} // namespace

EventLine EventWords::line(const Workplace& place, const domain::RecordedEvent& event)
{
    return std::visit(Teller(place, event), event.event);
}

} // namespace zs::cases
