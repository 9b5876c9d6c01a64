#include "domain/city/City.h"

#include <algorithm>

namespace zs::domain {

namespace {
template <class Item, class Id>
const Item* byIndex(const std::vector<Item>& items, Id id)
{
    const auto i = static_cast<std::size_t>(id.value);
    return i >= 1 && i <= items.size() ? &items[i - 1] : nullptr;
}
} // namespace

const Town* City::town(TownId wanted) const { return byIndex(towns, wanted); }
const Community* City::community(CommunityId wanted) const { return byIndex(communities, wanted); }
const Grid* City::grid(GridId wanted) const { return byIndex(grids, wanted); }
const Agency* City::agency(AgencyId wanted) const { return byIndex(agencies, wanted); }
const Matter* City::matter(MatterId wanted) const { return byIndex(matters, wanted); }
const Person* City::person(PersonId wanted) const { return byIndex(people, wanted); }

const Agency* City::agencyByCode(std::string_view code) const
{
    const auto it = std::ranges::find(agencies, code, &Agency::code);
    return it == agencies.end() ? nullptr : &*it;
}

const Agency* City::centre() const
{
    const auto it = std::ranges::find(agencies, AgencyKind::Centre, &Agency::kind);
    return it == agencies.end() ? nullptr : &*it;
}

bool isOnDuty(const Shift& shift, TimePoint now, std::chrono::minutes utcOffset)
{
    using namespace std::chrono;
    const auto local = now + utcOffset;
    const int minute = static_cast<int>(floor<minutes>(local - floor<days>(local)).count());
    if (shift.startMinute <= shift.endMinute)
        return minute >= shift.startMinute && minute < shift.endMinute;
    return minute >= shift.startMinute || minute < shift.endMinute;
}

} // namespace zs::domain
