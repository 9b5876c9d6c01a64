// A city of 4 × 4 square grids in one town, for tests of what happens in it.
#pragma once

#include "domain/city/City.h"
#include "sim/city/Agencies.h"

#include <memory>

namespace zs::sim {

inline std::shared_ptr<domain::City> smallCity() {
    using namespace domain;
    auto c = std::make_shared<City>();
    c->id = "small";
    c->name = {"小市", "Small"};
    constexpr double west = 113.5, south = 22.5, step = 0.01;
    c->bounds = {west, south, west + 4 * step, south + 4 * step};
    const auto box = [&](double x, double y, double w) {
        const double x0 = west + x * step, y0 = south + y * step, x1 = west + (x + w) * step,
                     y1 = south + (y + w) * step;
        return GeoShape{{{{x0, y0}, {x1, y0}, {x1, y1}, {x0, y1}}}};
    };
    c->towns.push_back(
        {TownId(1), "449900001", {"甲镇", "Jia"}, {west + 2 * step, south + 2 * step}, box(0, 0, 4)});
    c->communities.push_back({CommunityId(1), "449900001001", {"乙村", "Yi"}, TownId(1)});
    for (int y = 0; y < 4; ++y) {
        for (int x = 0; x < 4; ++x) {
            const auto n = static_cast<std::uint32_t>(y * 4 + x + 1);
            c->grids.push_back({GridId(n),
                                "g" + std::to_string(n),
                                {"乙" + std::to_string(n), "Yi " + std::to_string(n)},
                                TownId(1),
                                CommunityId(1),
                                {west + (x + 0.5) * step, south + (y + 0.5) * step},
                                box(x, y, 1)});
        }
    }
    addAgencies(*c);
    addMatters(*c);
    for (std::uint32_t i = 1; i <= 32; ++i) { // half of them by day, half by night
        Person p;
        p.id = PersonId(i);
        p.name = {"王" + std::to_string(i), "Wang " + std::to_string(i)};
        p.role = i % 4 == 0 ? PersonRole::PoliceOfficer : PersonRole::GridOfficer;
        p.agency = c->agencyByCode(i % 4 == 0 ? "police" : "grid")->id;
        p.homeGrid = GridId((i - 1) / 2 + 1);
        p.shift = i % 2 == 0 ? Shift{480, 1200} : Shift{1200, 480};
        c->people.push_back(p);
    }
    return c;
}

/// 09:00 in the city.
inline TimePoint morning() {
    return fromUnixMillis(1'700'010'000'000LL);
}

} // namespace zs::sim
