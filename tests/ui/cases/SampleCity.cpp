#include "tests/ui/cases/SampleDesk.h"

#include <algorithm>

namespace zs::testkit {

using namespace domain;

namespace {

struct GridText { const char *zh, *en; };
constexpr GridText grids[] = {
    {"主山02", "Zhushan 02"}, {"主山05", "Zhushan 05"}, {"主山07", "Zhushan 07"}, {"主山09", "Zhushan 09"},
    {"岗贝03", "Gangbei 03"}, {"温塘11", "Wentang 11"}, {"樟村02", "Zhangcun 02"}, {"樟村05", "Zhangcun 05"},
    {"下桥04", "Xiaqiao 04"}, {"梨川01", "Lichuan 01"}, {"石井06", "Shijing 06"}, {"堑头02", "Qiantou 02"},
    {"鳌峙塘01", "Aozhitang 01"}, {"上桥03", "Shangqiao 03"}, {"峡口02", "Xiakou 02"}, {"柏洲边03", "Baizhoubian 03"},
    {"余屋01", "Yuwu 01"}, {"同沙04", "Tongsha 04"}, {"牛山08", "Niushan 08"}, {"立新03", "Lixin 03"}};

struct AgencyText { const char *code, *zh, *en, *shortZh, *shortEn; AgencyKind kind; };
constexpr AgencyText agencies[] = {
    {"centre", "东城综治中心", "Dongcheng Governance Centre", "中心", "Centre", AgencyKind::Centre},
    {"police", "公安分局", "Police Bureau", "公安", "Police", AgencyKind::Police},
    {"justice", "司法分局", "Justice Bureau", "司法", "Justice", AgencyKind::Justice},
    {"court", "人民法院", "People's Court", "法院", "Court", AgencyKind::Court},
    {"housing", "住房和城乡建设局", "Housing and Construction", "住建", "Housing", AgencyKind::Department},
    {"urban", "城市管理局", "Urban Management", "城管", "Urban mgmt", AgencyKind::Department},
    {"labour", "人力资源和社会保障局", "Labour and Social Security", "人社", "Labour", AgencyKind::Department},
    {"emergency", "应急管理局", "Emergency Management", "应急", "Emergency", AgencyKind::Department},
    {"market", "市场监督管理局", "Market Supervision", "市监", "Market", AgencyKind::Department},
    {"health", "卫生健康局", "Health Bureau", "卫健", "Health", AgencyKind::Department},
    {"civil", "民政局", "Civil Affairs", "民政", "Civil affairs", AgencyKind::Department}};

struct MatterText { const char *code, *zh, *en; CaseKind kind; Priority priority; int lead; int response, onScene, report; };
constexpr MatterText matters[] = { // limits in minutes
    {"213", "施工噪声扰民", "Construction noise", CaseKind::Dispute, Priority::High, 6, 15, 30, 3 * 1440},
    {"104", "路面积水", "Flooded road", CaseKind::Hazard, Priority::Urgent, 8, 10, 30, 480},
    {"121", "占用消防通道", "Fire lane blocked", CaseKind::Hazard, Priority::High, 8, 15, 45, 1440},
    {"302", "拖欠工资", "Unpaid wages", CaseKind::Dispute, Priority::High, 7, 60, 0, 7 * 1440},
    {"140", "井盖缺失", "Manhole cover gone", CaseKind::Hazard, Priority::High, 6, 15, 60, 480},
    {"305", "物业费纠纷", "Property fee dispute", CaseKind::Dispute, Priority::Normal, 5, 120, 0, 5 * 1440},
    {"141", "路灯不亮", "Street light out", CaseKind::Hazard, Priority::Normal, 6, 30, 120, 1440},
    {"307", "邻里纠纷", "Neighbour dispute", CaseKind::Dispute, Priority::Normal, 3, 60, 240, 5 * 1440},
    {"410", "困难救助申请", "Hardship aid", CaseKind::Request, Priority::Normal, 11, 480, 0, 5 * 1440},
    {"412", "违停占用出口", "Exit blocked by cars", CaseKind::Request, Priority::Normal, 2, 60, 240, 1440},
    {"150", "电动车楼道充电", "E-bike charged in stairwell", CaseKind::Hazard, Priority::High, 8, 15, 60, 1440},
    {"420", "消费退款", "Refund", CaseKind::Request, Priority::Normal, 9, 240, 0, 5 * 1440}};

struct PersonText { const char *zh, *en; PersonRole role; int agency; int grid; int members; };
constexpr PersonText people[] = {
    {"李伟", "Li Wei", PersonRole::GridOfficer, 1, 3, 1}, {"王芳", "Wang Fang", PersonRole::ProfessionalGridOfficer, 1, 2, 1},
    {"张敏", "Zhang Min", PersonRole::GridOfficer, 1, 1, 1}, {"刘洋", "Liu Yang", PersonRole::GridOfficer, 1, 4, 1},
    {"陈静", "Chen Jing", PersonRole::GridOfficer, 1, 5, 1}, {"杨帆", "Yang Fan", PersonRole::GridOfficer, 1, 6, 1},
    {"赵磊", "Zhao Lei", PersonRole::GridOfficer, 1, 7, 1}, {"何强", "He Qiang", PersonRole::GridOfficer, 1, 8, 1},
    {"黄丽", "Huang Li", PersonRole::GridOfficer, 1, 9, 1}, {"周杰", "Zhou Jie", PersonRole::GridOfficer, 1, 10, 1},
    {"吴勇", "Wu Yong", PersonRole::GridOfficer, 1, 11, 1}, {"徐娟", "Xu Juan", PersonRole::GridOfficer, 1, 12, 1},
    {"孙涛", "Sun Tao", PersonRole::GridOfficer, 1, 13, 1}, {"马超", "Ma Chao", PersonRole::GridOfficer, 1, 14, 1},
    {"朱琳", "Zhu Lin", PersonRole::GridOfficer, 1, 15, 1}, {"胡明", "Hu Ming", PersonRole::GridOfficer, 1, 16, 1},
    {"郭华", "Guo Hua", PersonRole::GridOfficer, 1, 17, 1}, {"林燕", "Lin Yan", PersonRole::Mediator, 3, 3, 1},
    {"罗建", "Luo Jian", PersonRole::Mediator, 3, 12, 1}, {"梁斌", "Liang Bin", PersonRole::PoliceOfficer, 2, 2, 1},
    {"宋佳", "Song Jia", PersonRole::PoliceOfficer, 2, 9, 1}, {"郑凯", "Zheng Kai", PersonRole::AgencyOfficer, 6, 1, 1},
    {"谢霞", "Xie Xia", PersonRole::AgencyOfficer, 5, 14, 1},
    {"主山义警一队", "Zhushan volunteers 1", PersonRole::VolunteerTeam, 2, 4, 5}};

} // namespace

std::shared_ptr<const City> sampleCity()
{
    auto city = std::make_shared<City>();
    city->id = "sample-dc";
    city->name = {"东城", "Dongcheng"};
    city->centreName = {"东城综治中心", "Dongcheng Governance Centre"};
    city->remark = {"虚构样例", "invented sample"};
    city->towns.push_back({TownId(1), "441900003", {"东城街道", "Dongcheng"}, {113.76, 23.02}, {}});
    city->communities.push_back({CommunityId(1), "441900003001", {"主山社区", "Zhushan"}, TownId(1)});
    for (std::size_t i = 0; i < std::size(grids); ++i) {
        const double west = 113.72 + 0.012 * static_cast<double>(i % 5), south = 23.00 + 0.012 * static_cast<double>(i / 5);
        const double east = west + 0.012, north = south + 0.012;
        Grid grid;
        grid.id = GridId(static_cast<std::uint32_t>(i + 1));
        grid.code = "441900003001" + std::to_string(100 + i);
        grid.name = {grids[i].zh, grids[i].en};
        grid.town = TownId(1);
        grid.community = CommunityId(1);
        grid.label = {(west + east) / 2, (south + north) / 2};
        grid.shape = {{{{west, south}, {east, south}, {east, north}, {west, north}}}};
        for (const GeoPoint p : grid.shape[0][0]) city->bounds.include(p);
        city->grids.push_back(std::move(grid));
    }
    for (std::size_t i = 0; i < std::size(agencies); ++i) {
        const AgencyText& a = agencies[i];
        Agency agency{AgencyId(static_cast<std::uint16_t>(i + 1)), a.code, {a.zh, a.en}, {a.shortZh, a.shortEn}, a.kind, {}, {}};
        agency.takes = {CaseKind::Dispute, CaseKind::Request};
        if (a.kind == AgencyKind::Department || a.kind == AgencyKind::Police) agency.takes.push_back(CaseKind::Hazard);
        if (std::string_view(a.code) == "health" || std::string_view(a.code) == "civil") agency.takes = {CaseKind::Request};
        if (std::string_view(a.code) == "emergency") agency.takes = {CaseKind::Hazard};
        if (a.kind == AgencyKind::Court) {
            agency.takes = {CaseKind::Dispute};
            agency.mediation = MediationRule::Required;
        }
        city->agencies.push_back(std::move(agency));
    }
    for (std::size_t i = 0; i < std::size(matters); ++i) {
        const MatterText& m = matters[i];
        const auto minutes = [](int n) { return domain::LimitSpan{static_cast<std::uint32_t>(n), domain::LimitUnit::Minutes}; };
        city->matters.push_back({MatterId(static_cast<std::uint16_t>(i + 1)), m.code, {m.zh, m.en}, m.kind, m.priority,
                                 AgencyId(static_cast<std::uint16_t>(m.lead)), {},
                                 {.response = minutes(m.response), .onScene = minutes(m.onScene), .report = minutes(m.report)}});
    }
    for (std::size_t i = 0; i < 30; ++i) {
        const bool named = i < std::size(people);
        Person p;
        p.id = PersonId(static_cast<std::uint32_t>(i + 1));
        p.name = named ? LocalText{people[i].zh, people[i].en}
                       : LocalText{"夜班" + std::to_string(i), "Night " + std::to_string(i)};
        p.role = named ? people[i].role : PersonRole::GridOfficer;
        p.agency = AgencyId(static_cast<std::uint16_t>(named ? people[i].agency : 1));
        p.homeGrid = GridId(static_cast<std::uint32_t>(named ? people[i].grid : 1));
        p.shift = named ? Shift{0, 24 * 60} : Shift{22 * 60, 6 * 60};
        p.capacity = named && people[i].members > 1 ? 1 : 4;
        p.members = named ? people[i].members : 1;
        city->people.push_back(std::move(p));
    }
    return city;
}

GeoPoint placeInGrid(const City& city, const std::string& nameZh)
{
    const auto it = std::ranges::find(city.grids, nameZh, [](const Grid& g) { return g.name.zh; });
    return it == city.grids.end() ? GeoPoint{} : it->label;
}

} // namespace zs::testkit
