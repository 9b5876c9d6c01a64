// The words of what a case gathers on its way: requests, whistles, supervision, mediation, links, ratings, follow-ups.
#pragma once

#include "domain/cases/CaseFacts.h"
#include "domain/cases/commands/Mediate.h"
#include "domain/cases/commands/RulePolice.h"

#include <QCoreApplication>
#include <QString>

namespace zs::cases {

class FactWords {
    Q_DECLARE_TR_FUNCTIONS(zs::cases::FactWords)

public:
    static QString level(domain::Level level);
    static QString request(domain::RequestKind kind);
    static QString rung(domain::SupervisionRung rung);
    static QString ruling(domain::PoliceRuling ruling);
    static QString nature(domain::CallNature nature);
    static QString mediation(domain::MediationKind kind);
    static QString force(domain::MediationForce force);
    static QString result(domain::MediationResult result);
    static QString confirmation(domain::Confirmation confirmation);
    static QString link(domain::LinkKind kind);
    static QString satisfaction(domain::Satisfaction satisfaction);
    static QString followUp(domain::FollowUpResult result);
    static QString ground(domain::DeclineGround ground);
};

} // namespace zs::cases
