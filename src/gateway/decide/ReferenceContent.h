// What may be published: what its readers can read and find no fault with.
#pragma once

#include "domain/city/City.h"
#include "gateway/decide/DutyDecider.h"

namespace zs::gateway {

/// Reads a content with the very readers of those who will use it. `city` outlives it.
ReferenceCheck referenceCheck(const domain::City& city);

} // namespace zs::gateway
