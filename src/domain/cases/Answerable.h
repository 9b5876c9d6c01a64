// Questions about a case that more than one command, panel or figure asks. Pure.
#pragma once

#include "domain/LocalText.h"
#include "domain/cases/Case.h"

#include <string>

namespace zs::domain {

/// 首访负责制: who answers for a case now. There is always exactly one, from its receipt to the end.
struct Answerable {
    enum class Who {
        None,          ///< only of a case that doesn't exist
        FirstReceiver, ///< the operator who received it, for the centre
        Agency,        ///< the lead agency
        Handler,       ///< the person it was dispatched to
        Police,        ///< by the 110 rule
        Parent         ///< the case it was merged into
    };
    Who who = Who::None;
    std::string operatorName; ///< FirstReceiver
    AgencyId agency;          ///< Agency, Police
    PersonId person;          ///< Handler
    CaseId parent;            ///< Parent

    bool operator==(const Answerable&) const = default;
};

Answerable answerable(const Case& state);
/// Leads, assists, or was whistled and not stood down.
bool takesPart(const Case& state, AgencyId agency);
/// Was supervised and hasn't answered; stays so when the case has gone to another agency.
bool owesAnswer(const Case& state, AgencyId agency);
/// 回访 is owed where there is somebody to be asked, and to whom was unsatisfied in any case.
bool owesFollowUp(const Case& state);
/// The court was asked to confirm a settlement and hasn't decided.
bool awaitsConfirmation(const Case& state);

} // namespace zs::domain
