// The reference data of one city: what a city pack holds (protocol/citypack reads and writes it). Immutable once loaded
// and shared by every thread that needs it. Ids are 1…n in the order of the vectors, and stable for one pack.
#pragma once

#include "base/Clock.h"
#include "base/GeoPoint.h"
#include "base/StrongId.h"
#include "domain/LocalText.h"
#include "domain/cases/CaseTypes.h"
#include "domain/duplicates/Rules.h"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace zs::domain {

struct Town {
    TownId id;
    std::string code; ///< 9 digits, GB/T 2260 and its town part
    LocalText name;
    GeoPoint label;
    GeoShape shape;
};

struct Community {
    CommunityId id;
    std::string code; ///< 12 digits
    LocalText name;
    TownId town;
};

struct Grid {
    GridId id;
    std::string code; ///< the community's code and a suffix
    LocalText name;   ///< short, as in a table: 主山07
    TownId town;
    CommunityId community;
    GeoPoint label;
    GeoShape shape;
};

/// Part of "1+6+N" (DOMAIN.md §1) that an agency belongs to.
enum class AgencyKind { Centre, Court, Procuratorate, Police, Justice, Department, Society };

enum class MediationRule { None, Required }; ///< Required: takes a case only after mediation was tried (courts)

struct Agency {
    AgencyId id;
    std::string code;  ///< stable short word: "police"
    LocalText name;    ///< full
    LocalText shortName;
    AgencyKind kind = AgencyKind::Department;
    std::vector<CaseKind> takes; ///< kinds of case it may lead
    MediationRule mediation = MediationRule::None;
};

/// A listed thing that can be reported (入格事项): decides kind, lead agency and time limits.
struct Matter {
    MatterId id;
    std::string code;
    LocalText name;
    CaseKind kind = CaseKind::Request;
    Priority priority = Priority::Normal;
    AgencyId lead;
    std::vector<AgencyId> assisting;
    TimeLimits limits;
};

enum class PersonRole { GridOfficer, ProfessionalGridOfficer, Mediator, PoliceOfficer, AgencyOfficer, VolunteerTeam };

/// Daily duty in the city's local time, minutes after midnight; end < start goes over midnight.
struct Shift {
    int startMinute = 0;
    int endMinute = 0;
};

struct Person {
    PersonId id;
    LocalText name;
    PersonRole role = PersonRole::GridOfficer;
    AgencyId agency;
    GridId homeGrid;
    Shift shift;
    int capacity = 4; ///< open cases at once
    int members = 1;  ///< of a team
};

struct City {
    std::string id; ///< "demo-7", "dongguan"
    LocalText name;
    LocalText centreName;
    LocalText remark;            ///< shown beside the name: "虚构样例", where the data come from
    std::chrono::minutes utcOffset{480};
    DuplicateRules duplicates; ///< how near a case must be to be looked at as a duplicate
    std::vector<Level> levels{Level::Town, Level::City}; ///< at which there is a centre, lowest first; some cities skip one
    GeoBounds bounds;
    std::vector<Town> towns;
    std::vector<Community> communities;
    std::vector<Grid> grids;
    std::vector<Agency> agencies;
    std::vector<Matter> matters;
    std::vector<Person> people;

    const Town* town(TownId id) const;
    const Community* community(CommunityId id) const;
    const Grid* grid(GridId id) const;
    const Agency* agency(AgencyId id) const;
    const Agency* agencyByCode(std::string_view code) const;
    const Agency* centre() const; ///< the agency of kind Centre
    const Matter* matter(MatterId id) const;
    const Person* person(PersonId id) const;
};

/// Whether `shift` covers `now` in local time of a city `utcOffset` east of UTC.
bool isOnDuty(const Shift& shift, TimePoint now, std::chrono::minutes utcOffset);

} // namespace zs::domain
