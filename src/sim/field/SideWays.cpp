#include "sim/field/SideWays.h"

#include <algorithm>
#include <chrono>

namespace zs::sim {

namespace {

using namespace domain;
using namespace std::chrono_literals;

class Teller {
public:
    Teller(const Case& state, TimePoint now, const std::unordered_map<CaseId, Case>& open, const City& city, Random& random)
        : m_case(state), m_now(now), m_open(open), m_city(city), m_random(random)
    {
    }

    std::vector<SideStep> take() { return std::move(m_steps); }

    void operator()(const Received&)
    {
        if (m_case.channel == Channel::PoliceHandover)
            return rule();
        if (m_random.chance(0.02))
            later(Role::DutyOfficer, 1, 4, Decline{DeclineGround::NotOurDuty, "不属综治中心受理范围，已告知向有关部门反映。"});
    }
    void operator()(const Classified&)
    {
        if (m_random.chance(0.02))
            merge();
    }
    void operator()(const Routed&)
    {
        if (m_random.chance(0.04))
            later(Role::Agency, 6, 30, Return{"不属本单位职责，请改派。"});
        else if (m_random.chance(0.05))
            supervise(SupervisionRung::Reminder, "转办后未及时签收。", 40, 120);
    }
    void operator()(const Accepted&)
    {
        if (m_case.kind == CaseKind::Dispute && m_random.chance(0.25))
            return mediate();
        if (m_random.chance(0.12))
            return later(Role::Agency, 60, 240, Finish{{}, Outcome::Resolved, "已电话告知反映人处理结果，反映人认可。"});
        if (m_random.chance(0.06))
            return later(Role::Agency, 15, 60, AskExtension{{3, LimitUnit::WorkingDays}, "需第三方鉴定，出具结论尚需时日。"});
        if (m_random.chance(0.03))
            return later(Role::Agency, 15, 60, AskSuspension{m_now + 48h, "当事人外出，约定两日后到场。"});
        if (m_random.chance(0.05))
            return whistle();
        if (m_random.chance(0.02))
            later(Role::DutyOfficer, 20, 90, Reroute{otherThanLead(), {}, "经核实由该单位主办更合适。"});
    }
    void operator()(const Dispatched&)
    {
        if (m_case.lead && m_random.chance(0.03))
            supervise(SupervisionRung::Urge, "临近时限，请加快办理。", 20, 60);
    }
    void operator()(const ExtensionAsked&) { decideRequest(0.8); }
    void operator()(const SuspensionAsked&) { decideRequest(0.7); }
    void operator()(const EscalationAsked&) { decideRequest(0.6); }
    void operator()(const Approved& event)
    {
        if (event.kind == RequestKind::Suspension)
            later(Role::Supervisor, 200, 500, Resume{"当事人已返回。"});
    }
    void operator()(const Whistled& event)
    {
        for (const AgencyId agency : event.agencies) {
            if (m_random.chance(0.85))
                later(Role::Agency, 30, 300, ReportIn{agency, "已派员到场。"});
            else
                later(Role::Supervisor, 300, 600, Supervise{SupervisionRung::Reminder, agency, {2, LimitUnit::WorkingMinutes}, "吹哨后未按时报到。"});
        }
    }
    void operator()(const Supervised& event)
    {
        if (m_random.chance(0.8))
            later(Role::Agency, 60, 300, AnswerSupervision{event.agency, "已安排专人跟进，今日内反馈。"});
    }
    void operator()(const MediationOpened&)
    {
        if (m_random.chance(0.1))
            later(Role::Agency, 20, 50,
                  ProlongMediation{{10, LimitUnit::NaturalDays}, Consent::BothSides, "双方同意再给十日筹款。"});
        const bool settled = m_random.chance(0.75);
        later(Role::Agency, 60, 300,
              CloseMediation{settled ? MediationResult::Settled : MediationResult::Failed,
                             settled ? "双方签订调解协议，分期履行。" : "双方分歧较大，未达成协议。"});
    }
    void operator()(const MediationClosed& event)
    {
        const bool settled = event.result == MediationResult::Settled;
        if (settled && m_random.chance(0.3))
            later(Role::Agency, 5, 20, AskConfirmation{});
        later(Role::Agency, 60, 180,
              Finish{{}, settled ? Outcome::Settled : Outcome::Referred, settled ? "调解成功，协议已归档。" : "引导当事人通过诉讼解决。"});
    }
    void operator()(const ConfirmationAsked&) { later(Role::Agency, 20, 50, RecordConfirmation{Confirmation::Confirmed}); }
    void operator()(const Finished&)
    {
        if (m_random.chance(0.45))
            return later(Role::Intake, 20, 180, Rate{satisfaction(), {}});
        if (m_random.chance(0.03))
            return later(Role::Supervisor, 30, 120, Rework{"处理情况说明不全，请补充现场照片和当事人意见。"});
        followUp();
    }
    void operator()(const Rated& event)
    {
        if (event.satisfaction == Satisfaction::Dissatisfied && m_random.chance(0.6))
            return later(Role::Supervisor, 30, 120, Rework{"反映人不满意，请重新核实。"});
        followUp();
    }
    void operator()(const FollowedUp& event)
    {
        if (m_case.phase != Phase::FollowedUp)
            return; // unsatisfied: open again
        if (event.result == FollowUpResult::Unreachable && m_random.chance(0.5))
            return followUp();
        if (m_random.chance(0.85))
            later(Role::DutyOfficer, 60, 240,
                  Archive{event.result == FollowUpResult::Unreachable ? "号码已停机，无法再联系反映人。" : ""});
    }
    template <class Other>
    void operator()(const Other&)
    {
    }

private:
    void later(Role as, double min, double max, CaseCommand command) { m_steps.push_back({as, min, max, std::move(command)}); }

    void rule()
    {
        const bool matter = m_random.chance(0.12), urgent = m_random.chance(0.06);
        later(Role::DutyOfficer, 5, 30,
              RulePolice{matter ? CallNature::PoliceMatter : CallNature::Civil, urgent ? Priority::Urgent : Priority::Normal,
                         matter ? "涉嫌违法，属警情。" : urgent ? "矛盾可能激化，须立即处置。" : "普通诉求，转责任部门。"});
    }
    void decideRequest(double approved)
    {
        if (m_random.chance(approved))
            later(Role::Supervisor, 60, 300, Approve{"情况属实，同意。"});
        else
            later(Role::Supervisor, 60, 300, Deny{"理由不充分，请按期办结。"});
    }
    void supervise(SupervisionRung rung, const char* why, double min, double max)
    {
        later(Role::Supervisor, min, max, Supervise{rung, m_case.lead, {4, LimitUnit::WorkingMinutes}, why});
    }
    void whistle()
    {
        std::vector<AgencyId> called{otherThanLead()};
        if (const AgencyId second = otherThanLead(); second != called.front() && m_random.chance(0.4))
            called.push_back(second);
        later(Role::DutyOfficer, 10, 60, Whistle{called, {30, LimitUnit::Minutes}, "需多部门联合处置。"});
    }
    void mediate()
    {
        std::vector<PersonId> pool;
        for (const Person& person : m_city.people)
            if (person.role == PersonRole::Mediator)
                pool.push_back(person.id);
        if (pool.empty())
            return;
        constexpr MediationKind kinds[] = {MediationKind::People, MediationKind::Police, MediationKind::Administrative,
                                           MediationKind::Petition};
        constexpr MediationForce forces[] = {MediationForce::FullTime, MediationForce::Lawyer, MediationForce::Invited};
        const MediationKind kind = m_case.channel == Channel::CourtReferral ? MediationKind::Court : kinds[m_random.below(4)];
        later(Role::Agency, 15, 90,
              OpenMediation{kind, forces[m_random.below(3)], pool[m_random.below(pool.size())], Consent::BothSides});
    }
    void merge()
    {
        for (const auto& [id, other] : m_open)
            if (id != m_case.id && other.isOpen() && other.grid == m_case.grid && other.kind == m_case.kind)
                return later(Role::DutyOfficer, 3, 10, Merge{id, "同一地点同一事项。"});
    }
    void followUp()
    {
        if (m_case.reporter.phone.empty())
            return later(Role::DutyOfficer, 120, 400, Archive{});
        const double dice = m_random.unit();
        const FollowUpResult result = dice < 0.88   ? FollowUpResult::Satisfied
                                      : dice < 0.92 ? FollowUpResult::Dissatisfied
                                                    : FollowUpResult::Unreachable;
        later(Role::DutyOfficer, 120, 500, FollowUp{result, {}});
    }
    Satisfaction satisfaction()
    {
        const double dice = m_random.unit();
        return dice < 0.82 ? Satisfaction::Satisfied : dice < 0.95 ? Satisfaction::Basically : Satisfaction::Dissatisfied;
    }
    AgencyId otherThanLead()
    {
        std::vector<AgencyId> fit;
        for (const Agency& agency : m_city.agencies)
            if (agency.id != m_case.lead && agency.mediation == MediationRule::None
                && std::ranges::find(agency.takes, m_case.kind) != agency.takes.end())
                fit.push_back(agency.id);
        return fit.empty() ? m_case.lead : fit[m_random.below(fit.size())];
    }

    const Case& m_case;
    TimePoint m_now;
    const std::unordered_map<CaseId, Case>& m_open;
    const City& m_city;
    Random& m_random;
    std::vector<SideStep> m_steps;
};

} // namespace

std::vector<SideStep> sideWays(const Case& state, const CaseEvent& event, TimePoint now,
                               const std::unordered_map<CaseId, Case>& open, const City& city, Random& random)
{
    Teller teller(state, now, open, city, random);
    std::visit(teller, event);
    return teller.take();
}

} // namespace zs::sim
