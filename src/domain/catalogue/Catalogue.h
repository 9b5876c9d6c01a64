// The routing catalogue (分流目录): what can be reported (入格事项, dispute types) and which agency leads it where. Versioned
// data, pure: protocol/vocab reads and writes it. Everything in it is named by code, so one catalogue serves any city that
// has those agencies; Router.h looks a case up, Validate.h finds its faults, Diff.h and Simulate.h say what a new one changes.
#pragma once

#include "domain/LocalText.h"
#include "domain/cases/CaseTypes.h"
#include "domain/sla/TimeLimits.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace zs::domain {

/// A department that answers for matters (18 in the shipped catalogue). Its code is the agency's code.
struct Department {
    std::string code;
    LocalText name;
    LocalText shortName;
    bool operator==(const Department&) const = default;
};

/// Which list a matter stands on.
enum class MatterList : std::uint8_t {
    Grid,   ///< 入格事项, what a grid officer checks
    Dispute ///< 矛盾纠纷类型, what a dispute is classified as
};
constexpr auto enumNames(MatterList) { return std::array<std::string_view, 2>{"grid", "dispute"}; }

struct CatalogueMatter {
    std::string code; ///< stable, "housing-012"
    MatterList list = MatterList::Grid;
    std::string department; ///< whose business it is; a rule may still name another lead
    CaseKind kind = CaseKind::Request;
    LocalText name;
    Priority priority = Priority::Normal; ///< unless a rule says otherwise
    std::vector<std::string> keywords;    ///< Chinese words that people use for it
    bool operator==(const CatalogueMatter&) const = default;
};

/// At which level a case must stand for a rule to hold.
enum class RuleLevel : std::uint8_t { Any, Town, County, City };
constexpr auto enumNames(RuleLevel) { return std::array<std::string_view, 4>{"any", "town", "county", "city"}; }

/// matter × area × level → lead, assistants, priority, limits.
struct RoutingRule {
    std::string matter;
    std::string area; ///< code of a town, community or grid; empty: the whole city
    RuleLevel level = RuleLevel::Any;
    std::string lead;
    std::vector<std::string> assisting;
    Priority priority = Priority::Normal;
    TimeLimits limits;
    bool operator==(const RoutingRule&) const = default;
};

struct Catalogue {
    std::string version; ///< "2026.1"; every published change has a new one
    LocalText name;
    std::vector<Department> departments;
    std::vector<CatalogueMatter> matters;
    std::vector<RoutingRule> rules;

    const Department* department(std::string_view code) const;
    const CatalogueMatter* matter(std::string_view code) const; ///< walks the list; Router has an index
    bool operator==(const Catalogue&) const = default;
};

} // namespace zs::domain
