#include "tests/ui/cases/SampleDesk.h"

#include <algorithm>

namespace zs::testkit {

using namespace domain;
using std::chrono::hours;
using std::chrono::minutes;

namespace {

LimitSpan inMinutes(std::uint32_t n) { return {n, LimitUnit::Minutes}; }

class Life {
public:
    explicit Life(SampleDesk& desk) : m_desk(desk), m_now(desk.clock.now()) {}

    void at(std::uint64_t number, Millis ago, const CaseCommand& command, const char* by = "zhou.j", Role role = Role::Dispatcher)
    {
        m_desk.record(CaseId(number), command, m_now - ago, by, role);
    }

    /// From intake to its end: routed, accepted, finished without sending anyone.
    void finished(std::uint64_t number, const char* title, const char* agency, const char* phone, Millis ago, const char* by)
    {
        const auto matter = std::ranges::find(m_desk.city().matters, std::string("412"), &Matter::code);
        at(number, ago + hours(5),
           Receive{CaseKind::Request, Channel::Hotline12345, title, {}, placeInGrid(m_desk.city(), "梨川01"), {}, Priority::Normal,
                   phone[0] != '\0' ? "陈小红" : "", phone},
           "intake-02");
        at(number, ago + hours(4), Classify{matter->id, Priority::Normal});
        at(number, ago + hours(3), Route{m_desk.agency(agency), {}, {}});
        at(number, ago + hours(2), Accept{}, by, Role::Agency);
        at(number, ago, Finish{{}, Outcome::Resolved, "已处置完毕，现场恢复"}, by, Role::Agency);
    }

private:
    SampleDesk& m_desk;
    TimePoint m_now;
};

} // namespace

void fillLife(SampleDesk& desk)
{
    fillBelievably(desk);
    Life life(desk);
    const TimePoint now = desk.clock.now();
    const AgencyId police = desk.agency("police"), housing = desk.agency("housing"), emergency = desk.agency("emergency"),
                   labour = desk.agency("labour"), urban = desk.agency("urban");
    // Asked for: by agencies, and one by this desk itself.
    life.at(406, minutes(2 * 1440), AskExtension{{3, LimitUnit::WorkingDays}, "工资台账须向总包核对"}, "gongan-03", Role::Agency);
    life.at(410, minutes(35), AskSuspension{now + hours(72), "等待社保系统升级"}, "renshe-02", Role::Agency);
    life.at(411, minutes(4), AskExtension{{1, LimitUnit::WorkingDays}, "脚手架队下午才到"});
    // Whistled: one came, one is late, one was let go.
    life.at(398, minutes(40), Whistle{{police, emergency, urban}, inMinutes(20), "占用消防通道，须联合清理"});
    life.at(398, minutes(31), ReportIn{police, "巡逻组到场"}, "gongan-03", Role::Agency);
    life.at(398, minutes(28), StandDown{urban, "不涉及市容"});
    // The ladder: not answered in time; answered; still within its time.
    life.at(398, minutes(38), Supervise{SupervisionRung::Reminder, housing, inMinutes(15), "到场时限将到"}, "du.ban");
    life.at(377, hours(30), Supervise{SupervisionRung::Reminder, labour, inMinutes(240), "办结已迟"});
    life.at(377, hours(27), AnswerSupervision{labour, "约企业周一面谈"}, "renshe-02", Role::Agency);
    life.at(377, hours(20), Supervise{SupervisionRung::Urge, labour, inMinutes(240), "仍未办结"});
    life.at(409, minutes(20), Supervise{SupervisionRung::Reminder, labour, {1, LimitUnit::WorkingDays}, "办结将到时限"});
    // Mediation, a pause, files, other cases.
    life.at(391, hours(20), OpenMediation{MediationKind::People, MediationForce::Invited, desk.person("林燕"), Consent::BothSides});
    life.at(407, minutes(120), Suspend{"当事人住院", now + hours(120)});
    life.at(412, minutes(20), Attach{"噪声录音.m4a", "audio/mp4", 734003, std::string(64, 'a')}, "field-app", Role::FieldApp);
    life.at(412, minutes(18), Link{CaseId(415), LinkKind::Related});
    life.at(412, minutes(17), Link{CaseId(402), LinkKind::Cause});
    life.at(416, minutes(3), Merge{CaseId(404), "同一地点的违停"});
    // 110, not ruled on yet.
    life.at(430, minutes(7),
            Receive{CaseKind::Dispute, Channel::PoliceHandover, "楼上楼下争吵", {}, placeInGrid(desk.city(), "主山09"), {},
                    Priority::Normal, "李大明", "13511112222"},
            "gongan-110");
    // Ended: to be followed up, closed by this desk itself, nobody to be asked, followed up already.
    life.finished(431, "路口积水已排", "urban", "13711113333", hours(26), "chengguan-01");
    life.finished(432, "广告牌已拆", "market", "13722224444", hours(3), "zhou.j");
    life.finished(433, "电线杆已扶正", "housing", "", hours(6), "zhujian-01");
    life.finished(434, "油烟已整改", "urban", "13733335555", hours(50), "chengguan-01");
    life.at(434, hours(40), Rate{Satisfaction::Satisfied, "很快"});
    life.at(434, hours(20), FollowUp{FollowUpResult::Satisfied, {}});
    Q_EMIT desk.casesReset();
}

} // namespace zs::testkit
