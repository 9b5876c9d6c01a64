#include "tests/ui/cases/SampleDesk.h"

#include <algorithm>

namespace zs::testkit {

using namespace domain;
using std::chrono::minutes;

namespace {

enum class To { Received, Registered, Routed, Accepted, Dispatched, OnWay, OnScene };

struct Sample {
    std::uint64_t number;
    const char* title;
    CaseKind kind;
    const char* grid;
    const char* matter;      ///< code
    Priority priority;
    int minutesAgo;
    const char* agency;      ///< code; empty: not routed
    To to;
    const char* handler = "";
    Channel channel = Channel::GridApp;
    const char* reporter = "";
    const char* phone = "";
};

// Limits follow from the matter: the minutes are chosen so that three are late and four are near.
const Sample samples[] = {
    {412, "噪声纠纷 夜间施工", CaseKind::Dispute, "主山07", "213", Priority::Urgent, 72, "urban", To::Registered, "",
     Channel::PoliceHandover, "王小明", "13812345678"},
    {398, "占用消防通道", CaseKind::Hazard, "岗贝03", "121", Priority::High, 63, "housing", To::Accepted},
    {377, "欠薪纠纷 12 人", CaseKind::Dispute, "温塘11", "302", Priority::High, 8 * 1440 + 80, "labour", To::Dispatched, "杨帆"},
    {413, "路面积水约 40 cm", CaseKind::Hazard, "主山05", "104", Priority::High, 24, "emergency", To::OnWay, "王芳"},
    {405, "井盖缺失", CaseKind::Hazard, "樟村02", "140", Priority::Normal, 49, "urban", To::Accepted},
    {391, "物业费纠纷", CaseKind::Dispute, "下桥04", "305", Priority::Normal, 5 * 1440 - 25, "justice", To::OnScene, "黄丽"},
    {386, "路灯不亮 6 盏", CaseKind::Hazard, "梨川01", "141", Priority::Normal, 99, "housing", To::Accepted},
    {421, "邻里漏水纠纷", CaseKind::Dispute, "石井06", "307", Priority::Normal, 8, "", To::Registered, "", Channel::WalkIn, "陈晓红", "13900001234"},
    {420, "电动车楼道充电", CaseKind::Hazard, "堑头02", "150", Priority::High, 2, "", To::Registered, "", Channel::CitizenPhoto},
    {419, "申请困难救助", CaseKind::Request, "鳌峙塘01", "410", Priority::Normal, 40, "", To::Registered, "", Channel::Hotline12345, "何玉兰", "13700008888"},
    {418, "租赁押金纠纷", CaseKind::Dispute, "上桥03", "", Priority::Normal, 6, "", To::Received, "", Channel::PetitionHall, "林国强", "13600005555"},
    {417, "广告牌松动", CaseKind::Hazard, "樟村05", "", Priority::Normal, 11, "", To::Received, "", Channel::QrCode},
    {416, "违停占用出口", CaseKind::Request, "主山09", "", Priority::Normal, 16, "", To::Received, "", Channel::Hotline12345},
    {388, "工程款纠纷", CaseKind::Dispute, "峡口02", "305", Priority::Normal, 2000, "justice", To::OnScene, "朱琳"},
    {384, "厂房堆放易燃物", CaseKind::Hazard, "柏洲边03", "121", Priority::Normal, 20, "emergency", To::OnWay, "胡明"},
    {379, "噪声监测申请", CaseKind::Request, "主山02", "420", Priority::Normal, 2600, "market", To::OnScene, "张敏"},
    {371, "宅基地边界纠纷", CaseKind::Dispute, "余屋01", "307", Priority::Normal, 130, "justice", To::Routed},
    {401, "酒后纠纷", CaseKind::Dispute, "主山02", "307", Priority::Normal, 60, "police", To::OnWay, "梁斌"},
    {402, "邻里肢体冲突", CaseKind::Dispute, "下桥04", "307", Priority::Normal, 80, "police", To::OnScene, "宋佳"},
    {403, "走失老人协查", CaseKind::Request, "同沙04", "412", Priority::Normal, 55, "police", To::Accepted},
    {404, "货车夜停占道", CaseKind::Hazard, "牛山08", "141", Priority::Normal, 30, "police", To::Routed},
    {406, "欠薪 协助维序", CaseKind::Dispute, "温塘11", "302", Priority::High, 8 * 1440, "police", To::Accepted},
    {407, "赡养纠纷", CaseKind::Dispute, "立新03", "305", Priority::Normal, 900, "justice", To::Dispatched, "林燕"},
    {408, "消费退款", CaseKind::Request, "上桥03", "420", Priority::Normal, 1000, "market", To::Accepted},
    {409, "工伤赔偿", CaseKind::Dispute, "峡口02", "302", Priority::High, 7 * 1440 + 30, "labour", To::Accepted},
    {410, "社保补缴", CaseKind::Request, "立新03", "420", Priority::Normal, 700, "labour", To::Accepted},
    {411, "脚手架松动", CaseKind::Hazard, "同沙04", "150", Priority::Normal, 25, "housing", To::Accepted},
    {414, "外墙脱落", CaseKind::Hazard, "牛山08", "121", Priority::High, 12, "housing", To::OnWay, "谢霞"},
    {415, "油烟扰民", CaseKind::Dispute, "主山09", "213", Priority::Normal, 10, "urban", To::Routed},
    {422, "占道经营", CaseKind::Request, "樟村02", "412", Priority::Normal, 50, "urban", To::OnWay, "郑凯"},
    {423, "独居老人就医", CaseKind::Request, "梨川01", "410", Priority::Normal, 300, "health", To::Accepted},
    {424, "预付卡退费", CaseKind::Request, "石井06", "420", Priority::Normal, 600, "market", To::Routed},
};

} // namespace

void fillBelievably(SampleDesk& desk)
{
    const City& city = desk.city();
    const TimePoint now = desk.clock.now();
    for (const Sample& s : samples) {
        TimePoint at = now - minutes(s.minutesAgo);
        const auto next = [&] { return at += std::min<Millis>(minutes(4), (now - at) / 3); };
        CaseId id(s.number);
        desk.record(id, Receive{s.kind, s.channel, s.title, {}, placeInGrid(city, s.grid), {}, s.priority, s.reporter, s.phone}, at,
                    s.number % 4 == 0 ? "zhou.j" : "intake-02");
        if (s.to == To::Received) continue;
        if (s.channel == Channel::PoliceHandover)
            desk.record(id, RulePolice{CallNature::Civil, Priority::High, "非警情，转责任部门"}, at, "zhou.j");
        const auto matter = std::ranges::find(city.matters, std::string(s.matter), &Matter::code);
        desk.record(id, Classify{matter->id, s.priority}, next());
        if (s.number == 412) {
            desk.record(id, Route{desk.agency("urban"), {desk.agency("housing")}, {}}, next(), "zhou.j");
            desk.record(id, Return{"属夜间施工噪声，无审批争议"}, at + minutes(32), "chengguan-01");
        }
        if (s.to == To::Registered) continue;
        desk.record(id, Route{desk.agency(s.agency), {}, {}}, next());
        if (s.to == To::Routed) continue;
        desk.record(id, Accept{}, next());
        if (s.to == To::Accepted) continue;
        const PersonId person = desk.person(s.handler);
        desk.record(id, Dispatch{person, {}}, next());
        if (s.to == To::Dispatched) continue;
        desk.record(id, Acknowledge{person}, next(), "field-app");
        if (s.to == To::OnWay) continue;
        desk.record(id, Arrive{person}, next(), "field-app");
    }
    for (const Person& p : city.people) {
        if (!isOnDuty(p.shift, now, city.utcOffset)) continue;
        const Grid* home = city.grid(p.homeGrid);
        const double off = 0.0012 * static_cast<double>(p.id.value % 5) - 0.002;
        const Millis age = p.id.value == 8 ? minutes(18) : p.id.value % 7 == 0 ? minutes(4) : std::chrono::seconds(p.id.value);
        if (p.id.value != 19) desk.fixAt(p.id, {home->label.lon + off, home->label.lat - off / 2}, age);
    }
    Q_EMIT desk.casesReset();
}

} // namespace zs::testkit
