#include "sim/city/Agencies.h"
#include "sim/city/Names.h"

#include <algorithm>

namespace zs::sim {

namespace {

using namespace domain;

constexpr int hour(int h) {
    return h * 60;
}

class Roster {
public:
    Roster(City& city, Random& random) : m_city(city), m_random(random) {}

    void add(PersonRole role, AgencyId agency, GridId grid, Shift shift, int capacity) {
        Person p;
        p.id = PersonId(static_cast<PersonId::rep>(m_city.people.size() + 1));
        p.name = personName(m_random);
        p.role = role;
        p.agency = agency;
        p.homeGrid = grid;
        p.shift = shift;
        p.capacity = capacity;
        m_city.people.push_back(std::move(p));
    }

    void addTeam(AgencyId agency, const Grid& grid, int number, Shift shift) {
        static constexpr const char* kNumbers[] = {"一", "二", "三", "四", "五"};
        const Community* community = m_city.community(grid.community);
        add(PersonRole::VolunteerTeam, agency, grid.id, shift, 1);
        Person& p = m_city.people.back();
        const int n = std::min(number, 4);
        p.name = {community->name.zh + "义警" + kNumbers[n] + "队",
                  community->name.en + " Volunteers " + std::to_string(n + 1)};
        p.members = 3 + static_cast<int>(m_random.below(10));
    }

    AgencyId agency(std::string_view code) const {
        const Agency* a = m_city.agencyByCode(code);
        return a ? a->id : m_city.agencies.front().id;
    }

    std::size_t room() const { return kStaff > m_city.people.size() ? kStaff - m_city.people.size() : 0; }

private:
    City& m_city;
    Random& m_random;
};

/// Three watches around the clock; the k-th of a group takes the k-th watch, so every group of three covers
/// 24 h.
Shift watch(std::size_t k) {
    constexpr Shift watches[] = {{hour(8), hour(16)}, {hour(16), hour(24)}, {0, hour(8)}};
    return watches[k % 3];
}

Shift daytime(Random& random) {
    const double dice = random.unit();
    if (dice < 0.56)
        return {hour(8), hour(17) + 30};
    if (dice < 0.80)
        return {hour(13), hour(22)};
    if (dice < 0.92)
        return {hour(6), hour(14)};
    return {hour(21), hour(6)};
}

} // namespace

void addStaff(City& city, Random& random) {
    city.people.clear();
    if (city.grids.empty())
        return;
    city.people.reserve(kStaff);
    Roster roster(city, random);
    const AgencyId gridOffice = roster.agency("grid"), justice = roster.agency("justice"),
                   police = roster.agency("police");

    // Every grid has its own full-time officer by day; two of three have a second one for the evening or the
    // night.
    for (const Grid& g : city.grids)
        roster.add(PersonRole::GridOfficer, gridOffice, g.id, {hour(8), hour(17) + 30}, 4);
    for (const Grid& g : city.grids) {
        if (g.id.value % 3 != 0)
            roster.add(PersonRole::GridOfficer, gridOffice, g.id, watch(g.id.value % 3 == 1 ? 1 : 2), 4);
    }
    // Professional officers of the departments look after several grids each.
    static constexpr std::string_view kProfessions[] = {"emergency", "housing", "market",
                                                        "urban",     "health",  "ecology"};
    for (std::size_t i = 0; i < 2'200; ++i)
        roster.add(PersonRole::ProfessionalGridOfficer,
                   roster.agency(kProfessions[i % std::size(kProfessions)]),
                   city.grids[i * city.grids.size() / 2'200].id, daytime(random), 4);
    // Police posts: 480 beats in three watches make a city that is never without.
    for (std::size_t i = 0; i < 480; ++i) {
        for (std::size_t k = 0; k < 3; ++k)
            roster.add(PersonRole::PoliceOfficer, police, city.grids[i * city.grids.size() / 480].id,
                       watch(k), 3);
    }
    std::vector<GridId> seat(city.communities.size()); // the first grid of each community
    for (const Grid& g : city.grids) {
        GridId& s = seat[static_cast<std::size_t>(g.community.value - 1)];
        if (!s)
            s = g.id;
    }
    std::erase(seat, GridId{});
    for (const GridId s : seat)
        roster.add(PersonRole::Mediator, justice, s, {hour(8) + 30, hour(20)}, 6);
    for (const Agency& a : city.agencies) {
        if (a.kind == AgencyKind::Centre || a.kind == AgencyKind::Police)
            continue;
        for (std::size_t i = 0; i < 30; ++i)
            roster.add(PersonRole::AgencyOfficer, a.id, city.grids[random.below(city.grids.size())].id,
                       i % 6 == 0 ? watch(i / 6) : Shift{hour(8) + 30, hour(17) + 30}, 5);
    }
    // Volunteer teams fill the rest, evenings mostly.
    const AgencyId centre = city.centre() ? city.centre()->id : gridOffice;
    for (std::size_t i = 0; roster.room() > 0; ++i) {
        const Grid& g = *city.grid(seat[(i * 7) % seat.size()]);
        roster.addTeam(centre, g, static_cast<int>(i / seat.size()),
                       i % 4 == 0 ? watch(i / 4) : Shift{hour(17), hour(23)});
    }
    // A city with more communities than ours must still have the wanted number.
    city.people.resize(std::min(city.people.size(), kStaff));
}

} // namespace zs::sim
