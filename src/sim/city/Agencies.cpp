#include "sim/city/Agencies.h"

#include <string_view>

namespace zs::sim {

namespace {

using namespace domain;

struct Row {
    std::string_view code, zh, en, shortZh, shortEn;
    AgencyKind kind;
    std::string_view takes; ///< h, d, r
    MediationRule mediation = MediationRule::None;
};

using enum AgencyKind;

// The centre, then the lanes in the order in which a dispatcher finds them under keys 1 to 9, then the others.
constexpr Row kAgencies[] = {
    {"centre", "市综合治理中心", "City Governance Centre", "中心", "Centre", Centre, "hdr"},
    {"police", "市公安局", "Public Security Bureau", "公安", "Police", Police, "hdr"},
    {"justice", "市司法局", "Justice Bureau", "司法", "Justice", Justice, "dr"},
    {"court", "市人民法院", "People's Court", "法院", "Court", Court, "d", MediationRule::Required},
    {"housing", "市住房和城乡建设局", "Housing and Construction Bureau", "住建", "Housing", Department, "hdr"},
    {"urban", "市城市管理局", "Urban Management Bureau", "城管", "Urban mgmt", Department, "hr"},
    {"labour", "市人力资源和社会保障局", "Labour and Social Security Bureau", "人社", "Labour", Department, "dr"},
    {"emergency", "市应急管理局", "Emergency Management Bureau", "应急", "Emergency", Department, "h"},
    {"market", "市市场监督管理局", "Market Supervision Bureau", "市监", "Market", Department, "hdr"},
    {"health", "市卫生健康局", "Health Bureau", "卫健", "Health", Department, "hdr"},
    {"grid", "市综合网格服务中心", "Grid Service Office", "网格", "Grids", Department, "hr"},
    {"procuratorate", "市人民检察院", "People's Procuratorate", "检察", "Procuratorate", Procuratorate, "dr"},
    {"civil", "市民政局", "Civil Affairs Bureau", "民政", "Civil affairs", Department, "dr"},
    {"education", "市教育局", "Education Bureau", "教育", "Education", Department, "hdr"},
    {"resources", "市自然资源局", "Natural Resources Bureau", "自然资源", "Resources", Department, "hdr"},
    {"ecology", "市生态环境局", "Ecology and Environment Bureau", "生态", "Ecology", Department, "hr"},
    {"transport", "市交通运输局", "Transport Bureau", "交通", "Transport", Department, "hr"},
    {"finance", "市金融工作局", "Financial Affairs Bureau", "金融", "Finance", Department, "dr"},
    {"veterans", "市退役军人事务局", "Veterans Affairs Bureau", "退役军人", "Veterans", Department, "dr"},
    {"women", "市妇女联合会", "Women's Federation", "妇联", "Women", Society, "dr"},
    {"union", "市总工会", "Federation of Trade Unions", "工会", "Union", Society, "dr"},
};

struct MatterRow {
    std::string_view zh, en;
    char kind;     ///< h, d, r
    char priority; ///< n, h, u
    std::string_view lead, assisting;
};

constexpr MatterRow kMatters[] = {
    {"占用消防通道", "Fire lane blocked", 'h', 'h', "housing", "police,emergency"},
    {"电动车楼道充电", "E-bike charged in a stairwell", 'h', 'h', "emergency", "housing,grid"},
    {"厂房堆放易燃物", "Flammables piled in a workshop", 'h', 'u', "emergency", "police"},
    {"气瓶违规存放", "Gas cylinders stored unsafely", 'h', 'u', "emergency", "market"},
    {"燃气泄漏气味", "Smell of gas", 'h', 'u', "emergency", "police,housing"},
    {"路面积水", "Flooded road", 'h', 'h', "urban", "emergency,transport"},
    {"井盖缺失", "Manhole cover missing", 'h', 'h', "urban", "transport"},
    {"路灯不亮", "Street lights out", 'h', 'n', "housing", "urban"},
    {"外墙脱落", "Facade coming loose", 'h', 'h', "housing", "urban,emergency"},
    {"脚手架松动", "Scaffolding loose", 'h', 'u', "housing", "emergency"},
    {"广告牌松动", "Billboard loose", 'h', 'h', "urban", "housing"},
    {"树木倒伏", "Fallen tree", 'h', 'h', "urban", "transport"},
    {"边坡滑塌迹象", "Signs of a slope sliding", 'h', 'u', "resources", "emergency"},
    {"房屋裂缝倾斜", "House cracked or leaning", 'h', 'u', "housing", "resources"},
    {"河涌水位上涨", "River rising", 'h', 'h', "emergency", "ecology"},
    {"河涌黑臭", "Foul water in a stream", 'h', 'n', "ecology", "urban"},
    {"工地夜间无防护", "Building site unguarded at night", 'h', 'n', "housing", ""},
    {"电梯故障困人", "People stuck in a lift", 'h', 'u', "market", "emergency"},
    {"电梯频繁停运", "Lift often out of order", 'h', 'n', "market", "housing"},
    {"校园周边隐患", "Hazard near a school", 'h', 'h', "education", "police"},
    {"餐饮油烟直排", "Kitchen fumes let out", 'h', 'n', "ecology", "urban"},
    {"食品过期售卖", "Expired food on sale", 'h', 'h', "market", ""},
    {"违规群租", "Overcrowded lodging", 'h', 'n', "grid", "police,housing"},
    {"无证经营加油点", "Unlicensed fuel point", 'h', 'u', "emergency", "police,market"},
    {"道路塌陷", "Road caved in", 'h', 'u', "transport", "urban,police"},
    {"噪声纠纷", "Noise dispute", 'd', 'n', "police", "urban,ecology"},
    {"邻里肢体冲突", "Neighbours come to blows", 'd', 'u', "police", "justice"},
    {"酒后纠纷", "Quarrel after drinking", 'd', 'h', "police", ""},
    {"邻里漏水纠纷", "Leak between neighbours", 'd', 'n', "justice", "housing"},
    {"物业费纠纷", "Property fee dispute", 'd', 'n', "justice", "housing"},
    {"宅基地边界纠纷", "Plot boundary dispute", 'd', 'n', "resources", "justice"},
    {"赡养纠纷", "Support of parents", 'd', 'n', "justice", "civil,women"},
    {"婚姻家庭纠纷", "Family dispute", 'd', 'h', "justice", "women,police"},
    {"家庭暴力求助", "Help against domestic violence", 'd', 'u', "police", "women,justice"},
    {"租赁押金纠纷", "Rental deposit dispute", 'd', 'n', "justice", "housing"},
    {"欠薪纠纷", "Unpaid wages", 'd', 'h', "labour", "police,union"},
    {"集体欠薪", "Unpaid wages of a group", 'd', 'u', "labour", "police,housing"},
    {"工伤赔偿纠纷", "Compensation for an injury at work", 'd', 'h', "labour", "union,justice"},
    {"离职结算纠纷", "Settlement after leaving a job", 'd', 'n', "labour", "union"},
    {"工程款纠纷", "Construction payment dispute", 'd', 'n', "housing", "justice"},
    {"消费退款纠纷", "Refund dispute", 'd', 'n', "market", "justice"},
    {"预付卡退费", "Prepaid card refund", 'd', 'n', "market", "education"},
    {"医患纠纷", "Dispute with a hospital", 'd', 'h', "health", "justice,police"},
    {"征地补偿纠纷", "Land compensation dispute", 'd', 'h', "resources", "justice"},
    {"民间借贷纠纷", "Private loan dispute", 'd', 'n', "justice", "finance"},
    {"诉前委派调解", "Mediation referred by the court", 'd', 'n', "justice", "court"},
    {"校园学生冲突", "Conflict between pupils", 'd', 'h', "education", "police"},
    {"占道经营", "Goods sold on the pavement", 'r', 'n', "urban", ""},
    {"垃圾外溢", "Rubbish overflowing", 'r', 'n', "urban", ""},
    {"违停占用出口", "Exit blocked by parking", 'r', 'n', "police", "urban"},
    {"货车夜停占道", "Lorries parked in the road at night", 'r', 'n', "police", "transport"},
    {"走失老人协查", "Search for a missing elder", 'r', 'u', "police", "grid,civil"},
    {"独居老人就医", "Elder alone needs a doctor", 'r', 'h', "health", "grid,civil"},
    {"困难救助申请", "Application for hardship aid", 'r', 'n', "civil", "grid"},
    {"社保补缴咨询", "Social insurance arrears", 'r', 'n', "labour", ""},
    {"诊所投诉", "Complaint about a clinic", 'r', 'n', "health", "market"},
    {"电梯困人复检", "Re-inspection of a lift", 'r', 'n', "market", ""},
    {"噪声监测申请", "Noise measurement wanted", 'r', 'n', "ecology", ""},
    {"积水点改造", "Rebuild a spot that floods", 'r', 'n', "housing", "urban"},
    {"公交站点建议", "Suggestion for a bus stop", 'r', 'n', "transport", ""},
    {"退役军人优待", "Veterans' benefits", 'r', 'n', "veterans", ""},
    {"涉嫌非法集资", "Suspected illegal fund-raising", 'r', 'h', "finance", "police"},
    {"公益诉讼线索", "Lead for public-interest litigation", 'r', 'n', "procuratorate", "ecology"},
    {"法律援助申请", "Application for legal aid", 'r', 'n', "justice", ""},
    {"流浪动物处置", "Stray animal", 'r', 'n', "urban", "police"},
    {"动物尸体清理", "Dead animal to be removed", 'r', 'n', "urban", "health"},
    {"病媒生物消杀", "Rats and insects", 'h', 'n', "health", "urban"},
    {"犬只扰民纠纷", "Dispute over a dog", 'd', 'n', "police", "urban"},
    {"宠物走失协查", "Lost pet", 'r', 'n', "grid", ""},
    {"火情报告", "Fire reported", 'h', 'u', "emergency", "police"},
    {"消防报警核查", "Fire alarm to be checked", 'h', 'h', "emergency", ""},
    {"交通事故", "Traffic accident", 'h', 'u', "police", "transport,health"},
    {"被盗求助", "Theft", 'r', 'n', "police", ""},
    {"抢夺求助", "Robbery", 'r', 'u', "police", ""},
    {"急救求助", "Medical emergency", 'r', 'u', "health", "grid"},
    {"水域救援", "Water rescue", 'h', 'u', "emergency", "police"},
    {"供水爆管", "Water main burst", 'h', 'h', "housing", "urban"},
    {"弃置车辆", "Abandoned vehicle", 'r', 'n', "police", "urban"},
};

CaseKind kindOf(char c) { return c == 'h' ? CaseKind::Hazard : c == 'd' ? CaseKind::Dispute : CaseKind::Request; }

// Urgent cases run by the clock, day and night; the others' later steps wait for an office that is open.
TimeLimits limitsOf(CaseKind kind, Priority priority)
{
    using enum LimitUnit;
    const bool dispute = kind == CaseKind::Dispute, hazard = kind == CaseKind::Hazard;
    TimeLimits limits;
    if (priority == Priority::Urgent) {
        limits = {{3, Minutes}, {5, Minutes}, {10, Minutes}, {30, Minutes}, {dispute ? 3u : 1u, NaturalDays}, {}};
    } else if (priority == Priority::High) {
        limits = {{10, Minutes}, {15, Minutes}, {30, Minutes}, {dispute ? 120u : 60u, Minutes}, {dispute ? 7u : 3u, WorkingDays}, {}};
    } else {
        limits = {{hazard ? 20u : 60u, Minutes}, {hazard ? 30u : 120u, Minutes}, {1, WorkingDays}, {}, {dispute ? 15u : 5u, WorkingDays}, {}};
        limits.onScene = hazard ? LimitSpan{240, Minutes} : LimitSpan{1, WorkingDays};
    }
    limits.followUp = {dispute ? 10u : 5u, WorkingDays};
    return limits;
}

} // namespace

void addAgencies(City& city)
{
    city.agencies.clear();
    for (const Row& row : kAgencies) {
        Agency a{AgencyId(static_cast<AgencyId::rep>(city.agencies.size() + 1)), std::string(row.code),
                 {std::string(row.zh), std::string(row.en)}, {std::string(row.shortZh), std::string(row.shortEn)},
                 row.kind, {}, row.mediation};
        for (const char c : row.takes)
            a.takes.push_back(kindOf(c));
        city.agencies.push_back(std::move(a));
    }
}

void addMatters(City& city)
{
    city.matters.clear();
    for (const MatterRow& row : kMatters) {
        const std::size_t number = city.matters.size() + 1;
        Matter m;
        m.id = MatterId(static_cast<MatterId::rep>(number));
        m.code = std::string("M") + (number < 10 ? "00" : "0") + std::to_string(number);
        m.name = {std::string(row.zh), std::string(row.en)};
        m.kind = kindOf(row.kind);
        m.priority = row.priority == 'u' ? Priority::Urgent : row.priority == 'h' ? Priority::High : Priority::Normal;
        m.lead = city.agencyByCode(row.lead)->id;
        for (std::string_view rest = row.assisting; !rest.empty();) {
            const std::size_t comma = rest.find(',');
            m.assisting.push_back(city.agencyByCode(rest.substr(0, comma))->id);
            rest = comma == std::string_view::npos ? std::string_view() : rest.substr(comma + 1);
        }
        m.limits = limitsOf(m.kind, m.priority);
        city.matters.push_back(std::move(m));
    }
}

} // namespace zs::sim
