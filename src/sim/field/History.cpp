#include "sim/field/History.h"

#include "sim/field/CaseMaker.h"

namespace zs::sim {

std::vector<domain::PastRouting> makeHistory(const std::shared_ptr<const domain::City>& city, std::uint64_t seed, std::size_t count) {
    using namespace std::chrono;
    std::vector<domain::PastRouting> out;
    if (city->grids.empty() || city->matters.empty())
        return out;
    constexpr TimePoint end = sys_days(2026y / January / 1);
    constexpr auto span = duration_cast<Millis>(days(730));
    CaseMaker maker(city, seed);
    for (std::size_t i = 0; i < count; ++i) {
        const MadeCase made = maker.make();
        const domain::Matter& matter = *city->matter(made.what);
        const domain::Agency* lead = city->agency(matter.lead);
        const domain::Grid& grid = *city->grid(made.receive.grid);
        if (!lead)
            continue;
        domain::PastRouting past;
        past.at = end - span + span * static_cast<std::int64_t>(i) / static_cast<std::int64_t>(count);
        past.channel = made.receive.channel;
        past.title = made.receive.title;
        past.detail = made.receive.detail;
        if (const domain::Town* town = city->town(grid.town))
            past.town = town->code;
        if (const domain::Community* community = city->community(grid.community))
            past.community = community->code;
        past.grid = grid.code;
        past.matter = matter.code;
        past.agency = lead->code;
        out.push_back(std::move(past));
    }
    return out;
}

} // namespace zs::sim
