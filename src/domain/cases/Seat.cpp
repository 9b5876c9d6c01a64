#include "domain/cases/Seat.h"

#include "domain/city/City.h"

#include <algorithm>
#include <optional>

namespace zs::domain {

namespace {

bool isPlainName(std::string_view name)
{
    return !name.empty() && name.size() <= 64 && std::ranges::all_of(name, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '-';
    });
}

template <class Enum>
std::optional<Enum> fromName(std::string_view name)
{
    const auto names = enumNames(Enum{});
    const auto at = std::ranges::find(names, name);
    if (at == names.end())
        return std::nullopt;
    return static_cast<Enum>(at - names.begin());
}

} // namespace

Result<Actor> seatOf(const SeatSubject& subject, const City& city)
{
    if (!isPlainName(subject.name))
        return fail("seat.name", "The certificate doesn't name its holder.");
    const auto role = fromName<Role>(subject.role);
    if (!role)
        return fail("seat.role", "The certificate names no role that is known here.");
    Actor actor{subject.name, *role};
    const std::string_view place = subject.level;
    const auto colon = place.find(':');
    if (!place.empty()) {
        const auto level = fromName<Level>(place.substr(0, colon));
        if (!level)
            return fail("seat.level", "The certificate names no level that is known here.");
        if (isCentreLevel(*level) && std::ranges::find(city.levels, *level) == city.levels.end())
            return fail("seat.no_centre", "The certificate names a level at which this city has no centre.");
        actor.level = *level;
    }
    if (colon != std::string_view::npos) {
        const auto town = std::ranges::find(city.towns, place.substr(colon + 1), &Town::code);
        if (actor.level != Level::Town || town == city.towns.end())
            return fail("seat.town", "The certificate names a town that this city doesn't have.");
        actor.town = town->id;
    }
    if (actor.role == Role::Agency && !subject.organisation.empty() && subject.organisation != centreOrganisation) {
        const Agency* agency = city.agencyByCode(subject.organisation);
        if (!agency)
            return fail("seat.agency", "The certificate names an agency that this city doesn't have.");
        actor.agency = agency->id;
    }
    return actor;
}

} // namespace zs::domain
