// Small checks shared by the duties' decisions.
#pragma once

#include "domain/cases/commands/Rules.h"
#include "domain/city/City.h"
#include "domain/duties/DutyContext.h"

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace zs::domain {

/// Free text of a duty: as checkText(), but a duty has no reporter: a resident has no place in it at all.
std::optional<Rejection> checkDutyText(std::string_view text, std::size_t min, std::size_t max, std::string_view zhName,
                                       std::string_view enName);
/// What concerns the whole city (`town` none) is the city centre's; an actor bound to a town does nothing in another one.
std::optional<Rejection> mustCoverTown(const DutyContext& context, TownId town);
/// The same of several; what concerns more than one town needs a centre above the towns.
std::optional<Rejection> mustCoverTowns(const DutyContext& context, std::span<const TownId> towns);
/// Known in the city, each once, at most `max`.
std::optional<Rejection> checkTowns(const DutyContext& context, std::span<const TownId> towns);
std::optional<Rejection> checkAgencies(const DutyContext& context, std::span<const AgencyId> agencies, std::size_t max);
std::optional<Rejection> checkCases(const DutyContext& context, std::span<const CaseId> cases, std::size_t max);
/// A bound agency answers only for itself.
std::optional<Rejection> mustBeAgency(const DutyContext& context, AgencyId agency);
/// First ≤ last, at most `maxDays` long, not over before today.
std::optional<Rejection> checkDays(const DutyContext& context, DayNumber first, DayNumber last, int maxDays);
/// "值班员、调度员可以": the roles as people call them.
LocalText rolesText(std::span<const Role> roles);

template <class T>
bool holdsTwice(std::span<const T> items)
{
    for (std::size_t i = 0; i < items.size(); ++i)
        for (std::size_t j = i + 1; j < items.size(); ++j)
            if (items[i] == items[j])
                return true;
    return false;
}

} // namespace zs::domain
