#include "DeskProgram.h"

#include "session/Session.h"
#include "tests/session/SmallCity.h"

#include <QCoreApplication>

#include <cstdio>

namespace zs::testkit {

QStringList deskArguments(const session::SessionConfig& c, int cases, int notes)
{
    return {QStringLiteral("--desk"), c.gateway.toString(), c.caFile, c.certificateFile, c.keyFile, c.cacheDir,
            c.operatorName, QString::number(cases), QString::number(notes)};
}

int runDesk(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    const QStringList a = QCoreApplication::arguments();
    const SystemClock clock;
    session::Session desk({QUrl(a[2]), a[3], a[4], a[5], a[6], a[7]}, smallCity(), clock);
    const int cases = a[8].toInt(), notes = a[9].toInt();
    bool done = false;
    QObject::connect(&desk, &session::Session::linkChanged, &desk, [&] {
        if (done || desk.link().state != session::LinkState::Online)
            return;
        done = true;
        for (int n = 0; n < notes; ++n)
            for (int id = 1; id <= cases; ++id)
                (void)desk.submit(CaseId{std::uint64_t(id)}, domain::Note{"note " + std::to_string(n)});
    });
    int confirmed = 0;
    QObject::connect(&desk, &session::Session::commandConfirmed, &desk, [&] {
        if (++confirmed != 2 * cases)
            return;
        std::puts("under way");
        std::fflush(stdout);
    });
    desk.start();
    return QCoreApplication::exec();
}

} // namespace zs::testkit
