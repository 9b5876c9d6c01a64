#include "ui/console/StartTrace.h"

#include "ui/map/standin/StandInSurface.h"

#include <QFile>

#include <chrono>
#include <cstdio>
#include <ctime>
#include <unistd.h>

namespace zs::console {

namespace {
/// Since the process was started by the kernel, which is before main(): /proc/self/stat field 22, in clock ticks since boot.
double millisSinceProcessStart()
{
    QFile stat(QStringLiteral("/proc/self/stat"));
    if (!stat.open(QIODevice::ReadOnly))
        return -1;
    const QByteArray text = stat.readAll();
    const QList<QByteArray> fields = text.mid(text.lastIndexOf(')') + 2).split(' ');
    timespec now{};
    clock_gettime(CLOCK_BOOTTIME, &now);
    const double started = fields.value(19).toDouble() / double(sysconf(_SC_CLK_TCK));
    return (double(now.tv_sec) + double(now.tv_nsec) / 1e9 - started) * 1000;
}
} // namespace

StartTrace::StartTrace(Console& desk, const LoopWatch& watch, QObject* parent)
    : QObject(parent), m_desk(desk), m_watch(watch)
{
    connect(&desk.map(), &map::MapPanel::surfaceReady, this, [this] {
        m_mapReady = true;
        check();
    });
    connect(&watch, &LoopWatch::blocked, this, [](double ms) {
        std::printf("trace blocked ms=%.1f until=%.0f\n", ms, millisSinceProcessStart());
        std::fflush(stdout);
    });
    if (auto* both = qobject_cast<map::StandInSurface*>(&desk.map().surface()))
        connect(both, &map::StandInSurface::tookOver, this, [] {
            std::printf("trace takeover ms=%.0f\n", millisSinceProcessStart());
            std::fflush(stdout);
        });
    connect(&desk.session(), &session::Session::casesReset, this, &StartTrace::check);
    connect(&desk.session(), &session::Session::peopleMoved, this, &StartTrace::check);
}

StartTrace::~StartTrace()
{
    std::printf("trace end worst_wait_ms=%.1f\n", double(m_watch.worst().count()) / 1000);
    std::fflush(stdout);
}

void StartTrace::check()
{
    const std::size_t people = m_desk.session().people().known();
    if (m_said || !m_mapReady || !m_desk.session().isLoaded() || people == 0)
        return;
    m_said = true;
    std::printf("trace live ms=%.0f cases=%zu people=%zu\n", millisSinceProcessStart(), m_desk.session().cases().size(), people);
    std::fflush(stdout);
    Q_EMIT live();
}

} // namespace zs::console
