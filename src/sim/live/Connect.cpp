#include "sim/live/Connect.h"

#include "protocol/citypack/CityPack.h"

#include <QCoreApplication>
#include <QSocketNotifier>

#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace zs::sim {

namespace {
int signalPipe[2] = {-1, -1}; // a handler may touch nothing but a file descriptor

void onSignal(int) {
    const char byte = 1;
    [[maybe_unused]] const auto written = ::write(signalPipe[1], &byte, 1);
}
} // namespace

Result<std::shared_ptr<const domain::City>> cityOf(const Flags& flags) {
    auto city = protocol::readCityPack(flags.text("--city"));
    if (city && ((*city)->grids.empty() || (*city)->matters.empty()))
        return fail("live.city", "The city pack has no grids or no matters: nothing can happen in it.");
    return city;
}

Result<Connection> connectionOf(const Flags& flags) {
    Connection c;
    c.gateway = QUrl(QString::fromStdString(flags.text("--gateway")), QUrl::StrictMode);
    if (!c.gateway.isValid() || c.gateway.scheme() != QLatin1String("https") || c.gateway.host().isEmpty())
        return fail("flags", "--gateway must be https://host:port, not \"" + flags.text("--gateway") + "\".");
    auto city = cityOf(flags);
    if (!city)
        return Unexpected(city.error());
    c.city = std::move(*city);
    return c;
}

Result<link::TlsIdentity> identityOf(const Flags& flags, const std::string& name) {
    const QString folder = QString::fromStdString(flags.text("--pki")) + QLatin1Char('/');
    const QString stem = folder + QString::fromStdString(name);
    return link::TlsIdentity::load(folder + QStringLiteral("ca.crt"), stem + QStringLiteral(".crt"),
                                   stem + QStringLiteral(".key"));
}

void quitOnSignal() {
    if (::pipe2(signalPipe, O_CLOEXEC | O_NONBLOCK) != 0)
        return; // without it the process just dies of the signal, which is in order too
    auto* notifier = new QSocketNotifier(signalPipe[0], QSocketNotifier::Read, QCoreApplication::instance());
    QObject::connect(notifier, &QSocketNotifier::activated, QCoreApplication::instance(),
                     &QCoreApplication::quit);
    std::signal(SIGINT, onSignal);
    std::signal(SIGTERM, onSignal);
}

} // namespace zs::sim
