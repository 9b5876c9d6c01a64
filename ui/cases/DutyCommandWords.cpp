#include "ui/cases/DutyCommandWords.h"

namespace zs::cases {

using namespace domain;

QString DutyCommandWords::subject(Subject subject)
{
    const auto numbered = [&](const QString& name) {
        return subject.number == 0 ? name : name + u' ' + QString::number(subject.number);
    };
    switch (subject.kind) {
    case SubjectKind::Case: break;
    case SubjectKind::SensitivePeriod: return numbered(tr("Sensitive period"));
    case SubjectKind::ZeroReport: return tr("Zero report"); // its number is made of period, day and town
    case SubjectKind::NightVisit: return numbered(tr("Night visit"));
    case SubjectKind::Consultation: return numbered(tr("Consultation"));
    case SubjectKind::Campaign: return numbered(tr("Campaign"));
    case SubjectKind::CampaignSheet: return tr("Campaign check");
    case SubjectKind::Reference: return tr("Published data");
    }
    return {};
}

QString DutyCommandWords::text(const DutyCommand& command)
{
    struct Words {
        QString operator()(const OpenPeriod& c) const { return tr("Open \"%1\"").arg(QString::fromStdString(c.title)); }
        QString operator()(const ChangePeriod&) const { return tr("Change the period"); }
        QString operator()(const ClosePeriod&) const { return tr("Close the period"); }
        QString operator()(const ReportDay& c) const { return c.count > 0 ? tr("Report %1 found").arg(c.count) : tr("Report zero"); }
        QString operator()(const CorrectReport& c) const { return tr("Correct to %1").arg(c.count); }
        QString operator()(const RemindGrids& c) const { return tr("Remind %1 grids").arg(c.grids.size()); }
        QString operator()(const PlanNight&) const { return tr("Plan"); }
        QString operator()(const BeginNight&) const { return tr("Begin"); }
        QString operator()(const RecordPlace&) const { return tr("Record a place"); }
        QString operator()(const CheckIn&) const { return tr("Check in"); }
        QString operator()(const CloseNight&) const { return tr("Close"); }
        QString operator()(const FinishNightFollowUp&) const { return tr("A follow-up is done"); }
        QString operator()(const CancelNight&) const { return tr("Cancel"); }
        QString operator()(const CallConsultation& c) const { return tr("Call \"%1\"").arg(QString::fromStdString(c.topic)); }
        QString operator()(const SetAgenda&) const { return tr("Set the agenda"); }
        QString operator()(const HoldConsultation&) const { return tr("It was held"); }
        QString operator()(const DecideTask&) const { return tr("Decide a task"); }
        QString operator()(const FinishTask&) const { return tr("A task is done"); }
        QString operator()(const CloseConsultation&) const { return tr("Close"); }
        QString operator()(const CancelConsultation&) const { return tr("Cancel"); }
        QString operator()(const LaunchCampaign& c) const { return tr("Launch \"%1\"").arg(QString::fromStdString(c.title)); }
        QString operator()(const ExtendCampaign&) const { return tr("Extend"); }
        QString operator()(const CloseCampaign&) const { return tr("Close"); }
        QString operator()(const CheckGrid&) const { return tr("Record a check"); }
        QString operator()(const Publish& c) const { return tr("Publish version %1").arg(c.published.version); }
    };
    return std::visit(Words{}, command);
}

} // namespace zs::cases
