// The one error of a cache whose file or content is broken: it is set aside and fetched anew.
#pragma once

#include "base/Result.h"

#include <string>

namespace zs::session {

inline Unexpected damaged(const std::string& what)
{
    return fail("cache.damaged", "The picture kept on this computer can't be read: " + what);
}

} // namespace zs::session
