#include "sim/city/Agencies.h"

#include "domain/catalogue/CityMatters.h"
#include "protocol/vocab/Catalogue.h"

#include <cstdio>
#include <cstdlib>
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
    {"urban", "市城市管理局", "Urban Management Bureau", "城管", "Urban mgmt", Department, "hdr"},
    {"labour", "市人力资源和社会保障局", "Labour and Social Security Bureau", "人社", "Labour", Department, "hdr"},
    {"emergency", "市应急管理局", "Emergency Management Bureau", "应急", "Emergency", Department, "hdr"},
    {"market", "市市场监督管理局", "Market Supervision Bureau", "市监", "Market", Department, "hdr"},
    {"health", "市卫生健康局", "Health Bureau", "卫健", "Health", Department, "hdr"},
    {"grid", "市综合网格服务中心", "Grid Service Office", "网格", "Grids", Department, "hdr"},
    {"procuratorate", "市人民检察院", "People's Procuratorate", "检察", "Procuratorate", Procuratorate, "dr"},
    {"civil", "市民政局", "Civil Affairs Bureau", "民政", "Civil affairs", Department, "hdr"},
    {"education", "市教育局", "Education Bureau", "教育", "Education", Department, "hdr"},
    {"resources", "市自然资源局", "Natural Resources Bureau", "自然资源", "Resources", Department, "hdr"},
    {"ecology", "市生态环境局", "Ecology and Environment Bureau", "生态", "Ecology", Department, "hdr"},
    {"transport", "市交通运输局", "Transport Bureau", "交通", "Transport", Department, "hdr"},
    {"finance", "市金融工作局", "Financial Affairs Bureau", "金融", "Finance", Department, "hdr"},
    {"water", "市水务局", "Water Affairs Bureau", "水务", "Water", Department, "hdr"},
    {"agriculture", "市农业农村局", "Agriculture and Rural Affairs Bureau", "农业农村", "Agriculture", Department, "hdr"},
    {"fire", "市消防救援支队", "Fire and Rescue Brigade", "消防", "Fire", Department, "hr"},
    {"culture", "市文化广电旅游体育局", "Culture, Tourism and Sports Bureau", "文旅", "Culture", Department, "hdr"},
    {"veterans", "市退役军人事务局", "Veterans Affairs Bureau", "退役军人", "Veterans", Department, "dr"},
    {"women", "市妇女联合会", "Women's Federation", "妇联", "Women", Society, "dr"},
    {"union", "市总工会", "Federation of Trade Unions", "工会", "Union", Society, "dr"},
};

CaseKind kindOf(char c) { return c == 'h' ? CaseKind::Hazard : c == 'd' ? CaseKind::Dispute : CaseKind::Request; }

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
    auto matters = mattersOf(*protocol::shippedCatalogue(), city);
    if (!matters) { // tst_catalogue lays the same catalogue over the same agencies, so this is a broken build
        std::fprintf(stderr, "The built-in routing catalogue doesn't fit the agencies: %s\n", matters.error().sentence.c_str());
        std::abort();
    }
    city.matters = *std::move(matters);
}

} // namespace zs::sim
