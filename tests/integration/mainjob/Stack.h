// Gateway and simulator of one main job, as child processes on loopback.
#pragma once

#include "base/Result.h"
#include "tests/testkit/Program.h"

#include <QString>
#include <QUrl>

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
};

} // namespace zs::mainjob
