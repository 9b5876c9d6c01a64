// Published reference data as what decisions need: the one reader that gateway and console share, so that they never differ.
#pragma once

#include "base/Result.h"
#include "domain/InForce.h"
#include "domain/city/City.h"
#include "domain/duties/reference/Reference.h"

#include <string_view>

namespace zs::protocol {

/// Puts a published content into force: replaces what `inForce` holds of that kind. `version` is the publication's number.
/// Some ms for a catalogue. Errors: those of readCatalogue() and readCalendar(); then nothing is replaced.
Result<void> takeIntoForce(domain::InForce& inForce, domain::ReferenceKind kind, std::uint32_t version, std::string_view content,
                           const domain::City& city);

/// What holds until something is published: the product's own calendar, and its own catalogue where that fits the city.
domain::InForce shippedInForce(const domain::City& city);

} // namespace zs::protocol
