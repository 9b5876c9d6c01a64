// Who may: the sets of roles that the commands name, and how a refusal says them.
#pragma once

#include "domain/LocalText.h"
#include "domain/cases/Context.h"

#include <array>
#include <span>
#include <string_view>

namespace zs::domain {

/// What a command does, for "only … may …": the Chinese and English verb with its object.
struct Verb {
    std::string_view zh;
    std::string_view en;
};

namespace roles {
inline constexpr std::array desk{Role::DutyOfficer, Role::Dispatcher};
inline constexpr std::array deskAndAgency{Role::DutyOfficer, Role::Dispatcher, Role::Agency};
inline constexpr std::array deskAndField{Role::DutyOfficer, Role::Dispatcher, Role::FieldApp};
inline constexpr std::array deskAndIntake{Role::DutyOfficer, Role::Dispatcher, Role::Intake};
inline constexpr std::array receivers{Role::DutyOfficer, Role::Dispatcher, Role::FieldApp, Role::Intake};
inline constexpr std::array finishers{Role::DutyOfficer, Role::Dispatcher, Role::Agency, Role::FieldApp};
inline constexpr std::array everySeat{Role::DutyOfficer, Role::Dispatcher, Role::Supervisor, Role::Leader};
inline constexpr std::array seatsAndAgency{Role::DutyOfficer, Role::Dispatcher, Role::Supervisor, Role::Leader,
                                           Role::Agency};
inline constexpr std::array deciders{Role::Dispatcher, Role::Supervisor, Role::Leader};
inline constexpr std::array callers{Role::DutyOfficer, Role::Dispatcher, Role::Leader};
inline constexpr std::array everyone{Role::DutyOfficer, Role::Dispatcher, Role::Supervisor, Role::Leader,
                                     Role::Agency,      Role::FieldApp,   Role::Intake};
} // namespace roles

/// "值班员", "duty officer".
LocalText roleName(Role role);
/// "值班员、调度员或责任单位", "a duty officer, a dispatcher or an agency".
LocalText roleNames(std::span<const Role> roles);

} // namespace zs::domain
