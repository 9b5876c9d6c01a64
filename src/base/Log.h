// Log categories, one a subsystem. A log line never holds a personal value (PRIVACY.md): ids and codes only.
#pragma once

#include <QLoggingCategory>

namespace zs {
Q_DECLARE_LOGGING_CATEGORY(logLink)
Q_DECLARE_LOGGING_CATEGORY(logSession)
Q_DECLARE_LOGGING_CATEGORY(logMap)
Q_DECLARE_LOGGING_CATEGORY(logShell)
} // namespace zs
