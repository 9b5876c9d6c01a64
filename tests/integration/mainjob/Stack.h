// Gateway and simulator of one main job, as child processes on loopback.
#pragma once

#include "base/Result.h"
#include "tests/testkit/Program.h"

#include <QString>
#include <QUrl>

#include <optional>

namespace zs::mainjob {

struct Folders {
    QString bin, city, pki, work, out;
};

struct Journal {
    int events = 0;
    int cases = 0;
    QString chain; ///< "ok", or what `zhongshu-admin journal verify` says
};

class Stack {
public:
    explicit Stack(const Folders& folders) : m_folders(folders) {}

    Result<QUrl> startGateway();
    Result<void> startSimulator(const QUrl& gateway, int cases);
    /// The shipped console itself, with the native map, as a third desk.
    Result<void> startConsole(const QUrl& gateway);
    struct Live {
        int cases = 0, people = 0;
    };
    /// What its trace said when the map first showed a live city; none: not yet. An error once it has ended.
    Result<std::optional<Live>> consoleLive();
    /// Asks it to end as a person's session does; it must with status 0.
    Result<void> endConsole();
    /// Ends both; the gateway must end by itself with status 0.
    Result<void> stop();
    /// After stop().
    Result<Journal> verify();
    /// Whether both still run; else which one ended and its last words.
    Result<void> check();

private:
    const Folders& m_folders;
    testkit::Program m_gateway;
    testkit::Program m_simulator;
    testkit::Program m_console;
    bool m_hasConsole = false; ///< it was started
};

} // namespace zs::mainjob
