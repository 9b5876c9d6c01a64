// What the rest of a request's target says: numbers and pages, read strictly. Pure.
#pragma once

#include "domain/duties/Duties.h"
#include "gateway/journal/Journal.h"

#include <optional>
#include <string_view>

namespace zs::gateway {

/// "412": a whole number above 0.
std::optional<CaseId> caseNumberOf(std::string_view argument);

/// "after=VERSION&limit=1…500", each at most once, in any order; empty: the first page.
std::optional<HistoryPage> pageOf(std::string_view query);

/// "since=SEQ", 0 or more.
std::optional<Seq> sinceOf(std::string_view query);

struct WantedPublication {
    domain::ReferenceKind kind{};
    std::uint32_t version = 0;
};
/// "calendar/3".
std::optional<WantedPublication> publicationOf(std::string_view argument);

} // namespace zs::gateway
