// Collects Qt's warnings for as long as it lives, for tests that judge them themselves (threads, child objects,
// what is said while something is destroyed). For all else TestCase::init() is enough.
#pragma once

#include <QMessageLogContext>
#include <QString>
#include <QStringList>

namespace zs::testkit {

/// One at a time, made and destroyed on the test's thread; messages may come from any thread. What it collects is
/// also passed on to the handler that was there before.
class WarningGuard {
public:
    WarningGuard();
    ~WarningGuard();
    WarningGuard(const WarningGuard&) = delete;
    WarningGuard& operator=(const WarningGuard&) = delete;

    QStringList warnings() const; ///< warnings and criticals so far

private:
    QtMessageHandler m_before;
};

} // namespace zs::testkit
