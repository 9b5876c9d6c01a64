// Small checks shared by the commands' decisions.
#pragma once

#include "domain/cases/Case.h"
#include "domain/cases/Context.h"

#include <optional>
#include <string_view>
#include <tl/expected.hpp>

namespace zs::domain {

using Refused = tl::unexpected<Rejection>;

inline Refused refuse(std::string code, std::string zh, std::string en, AgencyId instead = {})
{
    return Refused(Rejection{std::move(code), {std::move(zh), std::move(en)}, instead});
}

/// The case doesn't exist, or is over: the two refusals every command but `receive` starts with.
std::optional<Rejection> mustBeOpen(const Case& state);
/// "环节" as a person says it.
LocalText phaseName(Phase phase);
/// The refusal "this can't be done while the case is at …".
Rejection wrongPhase(const Case& state, std::string_view doingZh, std::string_view doingEn);
/// Text from outside: UTF-8, no control characters, between min and max code points.
std::optional<Rejection> checkText(std::string_view text, std::size_t min, std::size_t max, std::string_view zhName,
                                   std::string_view enName);
/// `actor` acts for `person`, to whom the case must be dispatched.
std::optional<Rejection> mustBeHandler(const Case& state, PersonId person);

} // namespace zs::domain
