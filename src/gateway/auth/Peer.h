// Who is at the other end: name and role from the verified client certificate, and from nowhere else.
#pragma once

#include "domain/cases/Context.h"

#include <optional>

typedef struct ssl_st SSL;

namespace zs::gateway {

/// Name from CN, role from OU. None without a certificate, with a CN that isn't a plain name (1-64 of a-z A-Z 0-9 . _ -),
/// or with an OU that names no role. Call after the handshake.
std::optional<domain::Actor> actorOf(SSL* connection);

} // namespace zs::gateway
