// The routing catalogue as a JSON file: {"format", "version", "name", "departments": […], "matters": […], "rules": […]}, one
// record a line (README.md). The shipped one is resources/vocab/routing/catalogue.json, built into the program.
#pragma once

#include "base/Result.h"
#include "domain/catalogue/Catalogue.h"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace zs::protocol {

inline constexpr std::size_t kMaxCatalogueBytes = 8u << 20;

/// Checks form and lengths (at most 100 departments, 5,000 matters, 50,000 rules, 20 keywords a matter); what the entries
/// mean is for domain/catalogue/Validate.h. Some ms for the shipped one.
/// Errors: "catalogue.size", "catalogue.json", "catalogue.field".
Result<std::shared_ptr<const domain::Catalogue>> readCatalogue(std::string_view json);
/// The same from a file; also "catalogue.file".
Result<std::shared_ptr<const domain::Catalogue>> readCatalogueFile(const std::filesystem::path& file);

/// One record a line; matters sorted by code, rules by matter, area and level. The same catalogue gives the same bytes.
std::string writeCatalogue(const domain::Catalogue& catalogue);

/// The catalogue that comes with the product: 18 departments, 475 grid matters and the dispute types.
extern const std::string_view shippedCatalogueText;
std::shared_ptr<const domain::Catalogue> shippedCatalogue();

} // namespace zs::protocol
