// The reference data that the gateway brings along: published like any other, so that every console judges by the very same,
// and the journal says what held when. What a person has published stays; what the gateway has published follows its files.
#pragma once

#include "base/Clock.h"
#include "base/Result.h"
#include "domain/InForce.h"
#include "domain/city/City.h"
#include "domain/duties/reference/Reference.h"
#include "gateway/journal/Journal.h"

#include <span>
#include <string>
#include <vector>

namespace zs::gateway {

/// Under this name the gateway's own publications stand in the journal.
inline constexpr std::string_view gatewayName = "zhongshud";

struct OwnReference {
    domain::ReferenceKind kind = domain::ReferenceKind::Calendar;
    std::string content;
};

/// Appends a publication of each whose content isn't the one the gateway published last; none where a person published since.
/// Before anything else is decided on `writer`. Answers the kinds where a person's publication differs and stays in force.
Result<std::vector<domain::ReferenceKind>> publishOwn(JournalWriter& writer, const domain::City& city, TimePoint now,
                                                      std::span<const OwnReference> own);

/// What is in force by the journal: its latest publications. Where a kind was never published, that of `otherwise`.
/// "reference.unreadable": published by a newer program than this one.
Result<domain::InForce> inForceOf(Journal& journal, const domain::City& city, domain::InForce otherwise);

} // namespace zs::gateway
