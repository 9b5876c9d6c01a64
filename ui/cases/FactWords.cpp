#include "ui/cases/FactWords.h"

namespace zs::cases {

QString FactWords::level(domain::Level value)
{
    using domain::Level;
    switch (value) {
    case Level::Grid: return tr("grid", "a level");
    case Level::Village: return tr("village", "a level");
    case Level::Town: return tr("town", "a level");
    case Level::County: return tr("county", "a level");
    case Level::City: return tr("city", "a level");
    case Level::Province: return tr("province", "a level");
    }
    return {};
}

QString FactWords::request(domain::RequestKind value)
{
    using domain::RequestKind;
    switch (value) {
    case RequestKind::Extension: return tr("extension");
    case RequestKind::Suspension: return tr("suspension");
    case RequestKind::Escalation: return tr("escalation");
    }
    return {};
}

QString FactWords::rung(domain::SupervisionRung value)
{
    using domain::SupervisionRung;
    switch (value) {
    case SupervisionRung::Reminder: return tr("reminder");
    case SupervisionRung::Urge: return tr("urging");
    case SupervisionRung::Supervise: return tr("supervision");
    case SupervisionRung::Circular: return tr("circular");
    case SupervisionRung::Summons: return tr("summons");
    case SupervisionRung::Listed: return tr("listed supervision");
    }
    return {};
}

QString FactWords::ruling(domain::PoliceRuling value)
{
    using domain::PoliceRuling;
    switch (value) {
    case PoliceRuling::None: return tr("not ruled on yet");
    case PoliceRuling::StaysWithPolice: return tr("stays with the police");
    case PoliceRuling::Released: return tr("released to the departments");
    }
    return {};
}

QString FactWords::nature(domain::CallNature value)
{
    switch (value) {
    case domain::CallNature::Civil: return tr("no police matter");
    case domain::CallNature::PoliceMatter: return tr("police matter");
    }
    return {};
}

QString FactWords::mediation(domain::MediationKind value)
{
    using domain::MediationKind;
    switch (value) {
    case MediationKind::People: return tr("people's mediation");
    case MediationKind::Police: return tr("mediation with the police");
    case MediationKind::Administrative: return tr("administrative mediation");
    case MediationKind::Petition: return tr("petition mediation");
    case MediationKind::Court: return tr("pre-litigation mediation");
    }
    return {};
}

QString FactWords::force(domain::MediationForce value)
{
    using domain::MediationForce;
    switch (value) {
    case MediationForce::FullTime: return tr("full-time mediator");
    case MediationForce::Lawyer: return tr("lawyer as mediator");
    case MediationForce::Invited: return tr("invited mediator");
    }
    return {};
}

QString FactWords::result(domain::MediationResult value)
{
    using domain::MediationResult;
    switch (value) {
    case MediationResult::None: return tr("open", "a mediation");
    case MediationResult::Settled: return tr("settled", "a mediation");
    case MediationResult::Failed: return tr("no agreement");
    case MediationResult::Withdrawn: return tr("withdrawn");
    }
    return {};
}

QString FactWords::confirmation(domain::Confirmation value)
{
    using domain::Confirmation;
    switch (value) {
    case Confirmation::None: return tr("awaited");
    case Confirmation::Confirmed: return tr("confirmed by the court");
    case Confirmation::Refused: return tr("not confirmed by the court");
    }
    return {};
}

QString FactWords::link(domain::LinkKind value)
{
    using domain::LinkKind;
    switch (value) {
    case LinkKind::Related: return tr("related");
    case LinkKind::Cause: return tr("cause");
    case LinkKind::Repeat: return tr("reported again");
    }
    return {};
}

QString FactWords::satisfaction(domain::Satisfaction value)
{
    using domain::Satisfaction;
    switch (value) {
    case Satisfaction::None: return tr("not rated");
    case Satisfaction::Satisfied: return tr("satisfied");
    case Satisfaction::Basically: return tr("basically satisfied");
    case Satisfaction::Dissatisfied: return tr("not satisfied");
    }
    return {};
}

QString FactWords::followUp(domain::FollowUpResult value)
{
    using domain::FollowUpResult;
    switch (value) {
    case FollowUpResult::None: return tr("not followed up");
    case FollowUpResult::Satisfied: return tr("satisfied");
    case FollowUpResult::Dissatisfied: return tr("not satisfied");
    case FollowUpResult::Unreachable: return tr("not reached");
    }
    return {};
}

QString FactWords::ground(domain::DeclineGround value)
{
    using domain::DeclineGround;
    switch (value) {
    case DeclineGround::None: return {};
    case DeclineGround::NotOurDuty: return tr("not the centre's duty");
    case DeclineGround::Judicial: return tr("before a court already");
    case DeclineGround::NoSubstance: return tr("without substance");
    case DeclineGround::Repeated: return tr("repeated");
    case DeclineGround::Other: return tr("other ground");
    }
    return {};
}

} // namespace zs::cases
