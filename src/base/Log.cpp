#include "base/Log.h"

namespace zs {
Q_LOGGING_CATEGORY(logLink, "zs.link", QtInfoMsg)
Q_LOGGING_CATEGORY(logSession, "zs.session", QtInfoMsg)
Q_LOGGING_CATEGORY(logMap, "zs.map", QtInfoMsg)
Q_LOGGING_CATEGORY(logShell, "zs.shell", QtInfoMsg)
} // namespace zs
