// What is wrong with a catalogue, in sentences for the person who edits it. Nothing with a fault may be published.
#pragma once

#include "domain/catalogue/Catalogue.h"

#include <string>
#include <vector>

namespace zs::domain {

struct City;

struct Fault {
    std::string code;    ///< "rule.lead"
    std::string subject; ///< code of the matter or department; empty: the catalogue as a whole
    LocalText sentence;
};

/// At most this many assistants a rule (what a city pack and a command hold).
inline constexpr std::size_t maxAssisting = 8;

/// Every fault of the catalogue by itself: codes doubled or empty, names missing, unknown departments and matters, matters
/// without a rule for the whole city, two rules for the same matter, area and level, a lead that assists itself, no report limit.
std::vector<Fault> faultsOf(const Catalogue& catalogue);
/// The same, and what doesn't fit the city: agencies and areas it doesn't have, leads that don't take that kind of case.
std::vector<Fault> faultsOf(const Catalogue& catalogue, const City& city);

} // namespace zs::domain
