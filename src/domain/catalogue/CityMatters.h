// A catalogue laid over a city: the matters that a city pack holds.
#pragma once

#include "base/Result.h"
#include "domain/catalogue/Catalogue.h"
#include "domain/catalogue/Router.h"
#include "domain/city/City.h"

namespace zs::domain {

/// The catalogue's matters with their rules for the whole city, ids 1…n in the catalogue's order.
/// Error: "catalogue.city" with the first fault's sentence, if the catalogue doesn't fit the city.
Result<std::vector<Matter>> mattersOf(const Catalogue& catalogue, const City& city);

struct Case;

/// A case as the router sees it: codes of its matter, its place and its lead. Levels below a town count as the town's,
/// the province's as the city's.
RoutedCase routedCase(const Case& of, const City& city);

} // namespace zs::domain
