// What a decision about a duty may know beside the duty and the command: as Context.h is for cases.
#pragma once

#include "domain/cases/Context.h"
#include "domain/duties/DayNumber.h"
#include "domain/duties/Subject.h"

#include <array>

namespace zs::domain {

struct SensitivePeriod;
struct Campaign;

/// Implemented by the gateway over its journal and by the console over its stores.
class DutySurroundings {
public:
    virtual ~DutySurroundings() = default;
    virtual bool isCase(CaseId id) const = 0;
    virtual const SensitivePeriod* period(std::uint64_t number) const = 0; ///< null: no such
    virtual const Campaign* campaign(std::uint64_t number) const = 0;      ///< null: no such
};

struct DutyContext {
    TimePoint now;
    const Actor& actor;
    const City& city;
    const DutySurroundings& surroundings;
};

/// How a subject comes to be.
enum class Begins {
    No,       ///< the command needs one that exists
    Numbered, ///< the command makes one, and the gateway gives its number
    Lazily    ///< the first command makes it: its number follows from what it is
};

/// Who works at a centre.
inline constexpr std::array centreRoles{Role::DutyOfficer, Role::Dispatcher, Role::Supervisor, Role::Leader};
inline constexpr std::array centreAndField{Role::DutyOfficer, Role::Dispatcher, Role::Supervisor, Role::Leader,
    Role::FieldApp};
inline constexpr std::array centreAndAgency{Role::DutyOfficer, Role::Dispatcher, Role::Supervisor, Role::Leader,
    Role::Agency};
/// Who directs it: opens and closes what obliges every grid.
inline constexpr std::array directors{Role::Dispatcher, Role::Supervisor, Role::Leader};
inline constexpr std::array leaders{Role::Supervisor, Role::Leader};

} // namespace zs::domain
