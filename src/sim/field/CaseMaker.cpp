#include "sim/field/CaseMaker.h"

#include "sim/city/Names.h"
#include "sim/field/Crowd.h"

#include <string_view>

namespace zs::sim {

namespace {

using namespace domain;

struct Weighted {
    Channel channel;
    int weight;
};

constexpr Weighted kChannels[] = {
    {Channel::GridApp, 34},         {Channel::Hotline12345, 17}, {Channel::PoliceHandover, 12},
    {Channel::QrCode, 11},          {Channel::CitizenPhoto, 10}, {Channel::WalkIn, 6},
    {Channel::PetitionHall, 3},     {Channel::NightVisit, 2},    {Channel::MediationApp, 2},
    {Channel::ProvincePlatform, 2}, {Channel::OtherPlatform, 1}};

constexpr std::string_view kHazard[] = {"影响通行", "靠近学校门口", "下雨后加重", "已有多人反映",
                                        "持续两天", "夜间更明显",   "楼下商铺旁", "靠近菜市场"};
constexpr std::string_view kDispute[] = {"双方情绪激动", "多次协商未果", "夜间频发",   "已持续一周",
                                         "要求当面调解", "涉及 3 户",    "涉及 12 人", "曾经调解又反复"};
constexpr std::string_view kRequest[] = {"希望尽快处理", "重复反映",   "附现场照片",    "由家属代为反映",
                                         "希望电话回复", "白天可联系", "上周已登记一次"};
constexpr std::string_view kPlaces[] = {"村口牌坊",   "市场东门",   "小学门口", "工业园三号门",
                                        "文化广场",   "公交站旁",   "桥头",     "祠堂前",
                                        "卫生站对面", "幸福楼二栋", "沿河步道", "地下车库入口"};

template <std::size_t N>
std::string any(const std::string_view (&list)[N], Random& random) {
    return std::string(list[random.below(N)]);
}

Channel channelOf(CaseKind kind, Random& random) {
    if (kind == CaseKind::Dispute && random.chance(0.05))
        return Channel::CourtReferral;
    int total = 0;
    for (const Weighted& w : kChannels)
        total += w.weight;
    auto dice = static_cast<int>(random.below(static_cast<std::size_t>(total)));
    for (const Weighted& w : kChannels) {
        dice -= w.weight;
        if (dice < 0)
            return w.channel;
    }
    return Channel::OtherPlatform;
}

std::string phone(Random& random) {
    std::string digits = "1990000"; // a block that isn't given out, so it can be nobody's
    for (int i = 0; i < 4; ++i)
        digits += static_cast<char>('0' + random.below(10));
    return digits;
}

} // namespace

CaseMaker::CaseMaker(std::shared_ptr<const City> city, std::uint64_t seed)
    : m_city(std::move(city)), m_random(seed) {
    for (std::size_t i = 0; i < m_city->matters.size(); ++i) {
        const Priority p = m_city->matters[i].priority;
        m_matters.insert(m_matters.end(), p == Priority::Urgent ? 1 : p == Priority::High ? 3 : 6, i);
    }
}

MadeCase CaseMaker::make() {
    const Grid& grid =
        m_random.pick(m_city->grids); // grids are smaller where more people live: no other weight is needed
    const GeoPoint place = pointIn(grid.shape, grid.label, m_random);
    return make(m_city->matters[m_random.pick(m_matters)], grid, place);
}

MadeCase CaseMaker::make(const Matter& matter, const Grid& grid, GeoPoint place) {
    const std::string flavour = matter.kind == CaseKind::Hazard    ? any(kHazard, m_random)
                                : matter.kind == CaseKind::Dispute ? any(kDispute, m_random)
                                                                   : any(kRequest, m_random);
    const Community* community = m_city->community(grid.community);
    MadeCase out;
    out.what = matter.id;
    Receive& r = out.receive;
    r.kind = matter.kind;
    r.channel = channelOf(matter.kind, m_random);
    r.title = matter.name.zh + (m_random.chance(0.7) ? " " + flavour : std::string());
    r.detail = (community ? community->name.zh : grid.name.zh) + any(kPlaces, m_random) + "，" +
               matter.name.zh + "，" + flavour + "，请核实处置。";
    r.place = place;
    r.grid = grid.id;
    r.priority = matter.priority;
    r.reporterName = personName(m_random).zh;
    r.reporterPhone = phone(m_random);
    return out;
}

} // namespace zs::sim
