// Who a certificate makes of its holder. Gateway and console read the same four parts of its subject and judge them with the
// same code, so that the console's own checks equal the gateway's.
#pragma once

#include "base/Result.h"
#include "domain/cases/Context.h"

#include <string>
#include <string_view>

namespace zs::domain {

/// What stands in O unless the certificate is bound to one agency.
inline constexpr std::string_view centreOrganisation = "Zhongshu";

/// The parts of a certificate's subject that count; empty: not there.
struct SeatSubject {
    std::string name;         ///< CN
    std::string role;         ///< OU: a name of Role
    std::string level;        ///< L: "city", or "town:441900001" with the code of the town; none: the city
    std::string organisation; ///< O: the code of an agency that an "agency" certificate is bound to, or centreOrganisation
};

/// Fails with "seat.name" (not 1-64 of a-z A-Z 0-9 . _ -), "seat.role", "seat.level", "seat.town" or "seat.agency": what the
/// city doesn't know gives no rights rather than more than were meant.
Result<Actor> seatOf(const SeatSubject& subject, const City& city);

} // namespace zs::domain
