// Every side way of a case through the console's own forms: filled, pending, confirmed, and seen on the other console.
#pragma once

#include "tests/integration/console/Seat.h"
#include "tests/testkit/TestCase.h"

#include <optional>

class TestSideWays : public zs::testkit::TestCase {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void fromIntakeToTheArchive();
    void moreTimeIsAskedForAndApprovedInTheTray();
    void aRequestIsDeniedWithItsReason();
    void aTownsCaseIsEscalated();
    void suspendedAndResumed();
    void aDisputeIsMediatedAndConfirmed();
    void linkedAttachedMergedAndApartAgain();
    void whistledAndWhoDoesNotComeIsSupervised();
    void reworkedReopenedAndDeclined();
    void theCallFromThePoliceIsRuledOn();
    void whatIsForbiddenSaysWhy();
    void cleanup();
    void cleanupTestCase();

private:
    struct Desks;
    /// A case of the first town, as another system sent it in; classified, routed to `agency` and accepted if one is named.
    zs::CaseId begin(const char* title, zs::domain::CaseKind kind, const char* agency = nullptr,
                     zs::domain::Channel channel = zs::domain::Channel::WalkIn);
    bool submit(zs::testkit::Seat& by, zs::CaseId id, const zs::domain::CaseCommand& command);
    zs::AgencyId agency(const char* code) const;

    std::shared_ptr<Desks> d;
};
