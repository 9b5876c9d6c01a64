#include "ui/cases/CommandWords.h"

#include "ui/cases/CaseWords.h"
#include "ui/cases/FactWords.h"
#include "ui/cases/Workplace.h"

namespace zs::cases {

namespace {

QString fromUtf8(const std::string& s) { return QString::fromStdString(s); }

/// One overload a command: a new command doesn't compile before it has its words.
class Teller {
    Q_DECLARE_TR_FUNCTIONS(zs::cases::CommandWords)

public:
    explicit Teller(const Workplace& place) : m_place(place) {}

    QString operator()(const domain::Receive& c) const { return tr("Receive: %1").arg(fromUtf8(c.title)); }
    QString operator()(const domain::Classify& c) const
    {
        const domain::Matter* matter = m_place.desk.city().matter(c.matter);
        return tr("Register: %1").arg(matter ? m_place.text(matter->name) : QStringLiteral("—"));
    }
    QString operator()(const domain::Decline& c) const { return tr("Decline: %1").arg(FactWords::ground(c.ground)); }
    QString operator()(const domain::RulePolice& c) const
    {
        return tr("Rule on the 110 call: %1, %2").arg(FactWords::nature(c.nature), CaseWords::priority(c.urgency));
    }
    QString operator()(const domain::Route& c) const { return tr("Route to %1").arg(agency(c.lead)); }
    QString operator()(const domain::Reroute& c) const { return tr("Re-route to %1").arg(agency(c.lead)); }
    QString operator()(const domain::Accept&) const { return tr("Accept"); }
    QString operator()(const domain::Return& c) const { return tr("Return: %1").arg(fromUtf8(c.reason)); }
    QString operator()(const domain::Dispatch& c) const { return tr("Dispatch to %1").arg(person(c.person)); }
    QString operator()(const domain::Acknowledge& c) const { return tr("%1 confirms").arg(person(c.person)); }
    QString operator()(const domain::Arrive& c) const { return tr("%1 arrives").arg(person(c.person)); }
    QString operator()(const domain::Note& c) const { return tr("Note: %1").arg(fromUtf8(c.text)); }
    QString operator()(const domain::Finish& c) const { return tr("Close: %1").arg(CaseWords::outcome(c.outcome)); }
    QString operator()(const domain::AskExtension& c) const
    {
        return tr("Ask for %1 more").arg(CaseWords::allowed(c.span));
    }
    QString operator()(const domain::AskSuspension& c) const { return tr("Ask for a suspension until %1").arg(until(c.until)); }
    QString operator()(const domain::AskEscalation& c) const
    {
        return tr("Ask to escalate to the %1 level").arg(FactWords::level(c.to));
    }
    QString operator()(const domain::Approve&) const { return tr("Approve"); }
    QString operator()(const domain::Deny& c) const { return tr("Deny: %1").arg(fromUtf8(c.reason)); }
    QString operator()(const domain::Suspend& c) const { return tr("Suspend until %1").arg(until(c.until)); }
    QString operator()(const domain::Resume&) const { return tr("Resume"); }
    QString operator()(const domain::Escalate& c) const { return tr("Escalate to the %1 level").arg(FactWords::level(c.to)); }
    QString operator()(const domain::Merge& c) const { return tr("Merge into %1").arg(CaseWords::number(c.into)); }
    QString operator()(const domain::Unmerge&) const { return tr("Take the merge back"); }
    QString operator()(const domain::Link& c) const { return tr("Link with %1").arg(CaseWords::number(c.other)); }
    QString operator()(const domain::Unlink& c) const { return tr("Remove the link with %1").arg(CaseWords::number(c.other)); }
    QString operator()(const domain::Attach& c) const { return tr("Attach %1").arg(fromUtf8(c.fileName)); }
    QString operator()(const domain::Whistle& c) const
    {
        QStringList names;
        for (const AgencyId id : c.agencies) names << agency(id);
        return tr("Whistle %1").arg(names.join(tr(", ", "between names")));
    }
    QString operator()(const domain::ReportIn& c) const { return tr("%1 reports in").arg(agency(c.agency)); }
    QString operator()(const domain::StandDown& c) const { return tr("Stand %1 down").arg(agency(c.agency)); }
    QString operator()(const domain::Supervise& c) const
    {
        return tr("%1 to %2", "a step of supervision").arg(FactWords::rung(c.rung), agency(c.agency));
    }
    QString operator()(const domain::AnswerSupervision& c) const { return tr("%1 answers").arg(agency(c.agency)); }
    QString operator()(const domain::OpenMediation& c) const { return tr("Open: %1").arg(FactWords::mediation(c.kind)); }
    QString operator()(const domain::ProlongMediation& c) const { return tr("Prolong the mediation by %1").arg(CaseWords::allowed(c.span)); }
    QString operator()(const domain::CloseMediation& c) const
    {
        return tr("Close the mediation: %1").arg(FactWords::result(c.result));
    }
    QString operator()(const domain::AskConfirmation&) const { return tr("Ask the court to confirm"); }
    QString operator()(const domain::RecordConfirmation& c) const
    {
        return tr("Record: %1").arg(FactWords::confirmation(c.confirmation));
    }
    QString operator()(const domain::Rework& c) const { return tr("Send back for rework: %1").arg(fromUtf8(c.reason)); }
    QString operator()(const domain::Reopen& c) const { return tr("Reopen: %1").arg(fromUtf8(c.reason)); }
    QString operator()(const domain::Rate& c) const { return tr("Rating: %1").arg(FactWords::satisfaction(c.satisfaction)); }
    QString operator()(const domain::FollowUp& c) const { return tr("Follow-up: %1").arg(FactWords::followUp(c.result)); }
    QString operator()(const domain::Archive&) const { return tr("Archive"); }

private:
    QString agency(AgencyId id) const { return CaseWords::agency(m_place, id); }
    QString person(PersonId id) const { return CaseWords::person(m_place, id); }
    QString until(TimePoint t) const { return CaseWords::until(m_place, t, m_place.desk.serverNow()); }

    const Workplace& m_place;
};

struct Icon {
    const char* operator()(const domain::Receive&) const { return "phone-incoming"; }
    const char* operator()(const domain::Classify&) const { return "tag"; }
    const char* operator()(const domain::Decline&) const { return "ban"; }
    const char* operator()(const domain::RulePolice&) const { return "shield"; }
    const char* operator()(const domain::Route&) const { return "split"; }
    const char* operator()(const domain::Reroute&) const { return "split"; }
    const char* operator()(const domain::Accept&) const { return "check"; }
    const char* operator()(const domain::Return&) const { return "undo-2"; }
    const char* operator()(const domain::Dispatch&) const { return "send"; }
    const char* operator()(const domain::Acknowledge&) const { return "user"; }
    const char* operator()(const domain::Arrive&) const { return "map-pin"; }
    const char* operator()(const domain::Note&) const { return "file-text"; }
    const char* operator()(const domain::Finish&) const { return "check-check"; }
    const char* operator()(const domain::AskExtension&) const { return "hourglass"; }
    const char* operator()(const domain::AskSuspension&) const { return "hourglass"; }
    const char* operator()(const domain::AskEscalation&) const { return "hourglass"; }
    const char* operator()(const domain::Approve&) const { return "stamp"; }
    const char* operator()(const domain::Deny&) const { return "circle-x"; }
    const char* operator()(const domain::Suspend&) const { return "pause"; }
    const char* operator()(const domain::Resume&) const { return "play"; }
    const char* operator()(const domain::Escalate&) const { return "chevrons-up"; }
    const char* operator()(const domain::Merge&) const { return "git-merge"; }
    const char* operator()(const domain::Unmerge&) const { return "split"; }
    const char* operator()(const domain::Link&) const { return "link"; }
    const char* operator()(const domain::Unlink&) const { return "link-2-off"; }
    const char* operator()(const domain::Attach&) const { return "paperclip"; }
    const char* operator()(const domain::Whistle&) const { return "megaphone"; }
    const char* operator()(const domain::ReportIn&) const { return "user-check"; }
    const char* operator()(const domain::StandDown&) const { return "log-out"; }
    const char* operator()(const domain::Supervise&) const { return "gavel"; }
    const char* operator()(const domain::AnswerSupervision&) const { return "reply"; }
    const char* operator()(const domain::OpenMediation&) const { return "handshake"; }
    const char* operator()(const domain::ProlongMediation&) const { return "hourglass"; }
    const char* operator()(const domain::CloseMediation&) const { return "handshake"; }
    const char* operator()(const domain::AskConfirmation&) const { return "scale"; }
    const char* operator()(const domain::RecordConfirmation&) const { return "scale"; }
    const char* operator()(const domain::Rework&) const { return "repeat"; }
    const char* operator()(const domain::Reopen&) const { return "rotate-ccw"; }
    const char* operator()(const domain::Rate&) const { return "star"; }
    const char* operator()(const domain::FollowUp&) const { return "phone-call"; }
    const char* operator()(const domain::Archive&) const { return "archive"; }
};

} // namespace

QString CommandWords::text(const Workplace& place, const domain::CaseCommand& command)
{
    return std::visit(Teller(place), command);
}

QString CommandWords::icon(const domain::CaseCommand& command)
{
    return QLatin1String(std::visit(Icon{}, command));
}

} // namespace zs::cases
