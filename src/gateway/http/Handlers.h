// What each endpoint of auth/Access.h does.
#pragma once

#include "gateway/auth/Access.h"

#include <memory>

namespace zs::gateway {

class HttpSession;

/// Checks the path and the role, then answers, now or later. On the session's thread.
void handleRequest(const std::shared_ptr<HttpSession>& session);

} // namespace zs::gateway
