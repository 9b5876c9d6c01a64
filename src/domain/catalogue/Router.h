// Looks a case up in a catalogue and says which rule won and why: the finest area that has a rule wins (grid, community,
// town, whole city), and within one area a rule for the case's own level wins over one for any level.
#pragma once

#include "base/StrongId.h"
#include "domain/catalogue/Catalogue.h"
#include "domain/catalogue/Names.h"

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace zs::domain {

/// What routing looks at in a case, and nothing else: no reporter, no handler.
struct RoutedCase {
    CaseId id;
    std::string matter;                ///< code; empty: not classified
    std::string grid, community, town; ///< codes, empty where unknown
    RuleLevel level = RuleLevel::City; ///< where the case stands; never Any
    std::string lead;                  ///< code of the present lead agency; empty before routing
};

struct Routing {
    const RoutingRule* rule = nullptr;           ///< lives as long as the router's catalogue; none: no rule matches
    std::vector<const RoutingRule*> passedOver;  ///< matched too, but coarser; nearest first
    LocalText why;                               ///< a sentence or two, also where no rule matches

    explicit operator bool() const { return rule != nullptr; }
};

/// Immutable once built, so any thread may use it. Holds the catalogue.
class Router {
public:
    Router(std::shared_ptr<const Catalogue> catalogue, Names names);

    Routing route(const RoutedCase& of) const;
    /// The winning rule alone, without sentences: some 100 ns.
    const RoutingRule* ruleFor(const RoutedCase& of) const;
    const CatalogueMatter* matter(std::string_view code) const;
    const Catalogue& catalogue() const { return *m_catalogue; }
    std::shared_ptr<const Catalogue> sharedCatalogue() const { return m_catalogue; }
    const Names& names() const { return m_names; }

private:
    std::vector<const RoutingRule*> matching(const RoutedCase& of) const;

    struct Entry {
        const CatalogueMatter* matter = nullptr;
        std::vector<const RoutingRule*> rules;
    };
    std::shared_ptr<const Catalogue> m_catalogue;
    Names m_names;
    std::unordered_map<std::string_view, Entry> m_entries;
};

} // namespace zs::domain
