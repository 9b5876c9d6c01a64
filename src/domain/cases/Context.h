// What a decision may know beside the case and the command. decide() has no clock, no store and no globals: who calls it
// hands these over, so the console can ask "would this be legal?" with the very code the gateway decides with.
#pragma once

#include "base/Clock.h"
#include "base/GeoPoint.h"
#include "base/StrongId.h"
#include "domain/InForce.h"
#include "domain/LocalText.h"
#include "domain/cases/CaseTypes.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace zs::domain {

struct Case;
struct City;

/// Who acts: the seat that a workstation's certificate was issued for, or a program.
enum class Role : std::uint8_t {
    DutyOfficer, ///< 值班员
    Dispatcher,  ///< 调度员
    Supervisor,  ///< 督办员
    Leader,      ///< 领导
    Agency,      ///< an agency's own system or desk
    FieldApp,    ///< the server of the grid officers' app, speaks for the people it names
    Intake       ///< another city system that hands cases over
};
constexpr auto enumNames(Role)
{
    return std::array<std::string_view, 7>{"duty-officer", "dispatcher", "supervisor", "leader", "agency", "field-app",
        "intake"};
}

struct Actor {
    std::string name; ///< from the certificate; never a reporter's
    Role role = Role::Dispatcher;
    Level level = Level::City; ///< of the centre the actor works for
    AgencyId agency{};         ///< none: bound to no single agency
    TownId town{};             ///< none: the whole city
};

/// The live surroundings of a case. Implemented by the gateway over its state and by the console over its stores.
class Surroundings {
public:
    virtual ~Surroundings() = default;
    /// Open cases that are with this person now.
    virtual int openCasesOf(PersonId person) const = 0;
    /// The grid that a point lies in, or none.
    virtual GridId gridAt(GeoPoint place) const = 0;
    /// Another case, as it stands now; null if there is none. Valid until the decision is made.
    virtual const Case* find(CaseId id) const = 0;
};

struct Context {
    TimePoint now;
    const Actor& actor;
    const City& city;
    const Surroundings& surroundings;
    const InForce& inForce = nothingInForce(); ///< catalogue and calendar of this moment
};

/// Whether a command must say which version of the case it was based on (optimistic locking). Those that only add need not.
enum class NeedsBase { No, Yes };

/// Why a command is refused: a stable code, one sentence in each language, and where the way out is one agency, that.
struct Rejection {
    std::string code;
    LocalText sentence;
    AgencyId instead;

    bool operator==(const Rejection&) const = default;
};

} // namespace zs::domain
