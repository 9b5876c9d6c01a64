// What live, replay and tracks have in common: flags of the connection, certificates, an event loop that a
// signal ends.
#pragma once

#include "domain/city/City.h"
#include "link/TlsIdentity.h"
#include "sim/Flags.h"

#include <QUrl>

#include <memory>

namespace zs::sim {

inline constexpr FlagSpec kGatewayFlag{"--gateway", "URL", "https://host:port of zhongshud",
                                       FlagSpec::Need::Required};
inline constexpr FlagSpec kPkiFlag{"--pki", "DIR", "folder with ca.crt and the certificates",
                                   FlagSpec::Need::Required};
inline constexpr FlagSpec kCityFlag{"--city", "DIR", "the city pack", FlagSpec::Need::Required};

struct Connection {
    QUrl gateway;
    std::shared_ptr<const domain::City> city;
};

/// Reads --city: a pack in which something can happen.
Result<std::shared_ptr<const domain::City>> cityOf(const Flags& flags);
/// Reads --gateway and --city.
Result<Connection> connectionOf(const Flags& flags);
/// DIR/ca.crt, DIR/NAME.crt, DIR/NAME.key of --pki.
Result<link::TlsIdentity> identityOf(const Flags& flags, const std::string& name);

/// Makes SIGINT and SIGTERM end the application's event loop in good order. Once a process, before the loop
/// runs.
void quitOnSignal();

} // namespace zs::sim
