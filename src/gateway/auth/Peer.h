// Who is at the other end: name, role, level and agency from the verified client certificate, and from nowhere else.
#pragma once

#include "base/Result.h"
#include "domain/cases/Seat.h"

#include <string>

typedef struct ssl_st SSL;

namespace zs::gateway {

/// Name from CN, role from OU, level and town from L, agency from O (domain/cases/Seat.h). An error without a certificate, with
/// an entry that stands there twice, or with one that the city doesn't know. Call after the handshake.
Result<domain::Actor> actorOf(SSL* connection, const domain::City& city);

/// Serial number of the client's certificate (auth/Serial.h); empty without one.
std::string serialOf(SSL* connection);

} // namespace zs::gateway
