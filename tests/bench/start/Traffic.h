// What a console has to keep up with: published reference data, positions of everybody each second, cases that come in and
// change. Sent over the wire as field apps and consoles send it.
#pragma once

#include <QObject> // first: moc 6.4 can't read <concepts> before libstdc++'s configuration

#include "domain/city/City.h"
#include "link/GatewayClient.h"

#include <QTimer>

#include <random>

namespace zs::bench {

class Traffic final : public QObject {
    Q_OBJECT
public:
    /// `pki` has field-1 (field app), console-2 (dispatcher) and leader-1 (leader). `city` outlives it, `cases` are there already.
    Traffic(const QUrl& gateway, const QString& pki, const domain::City& city, std::uint64_t cases);

    /// A calendar and a catalogue, both a little different from those that the program comes with. Waits.
    void publish();
    /// Of everybody, once. Waits.
    void sendPositions();
    /// From now on each second positions of everybody, and `eventsASecond` commands: notes, and now and then a new case.
    void flow();
    void stop();
    /// Commands that the gateway has taken while it flowed.
    int taken() const { return m_taken; }

private:
    void command();

    const domain::City& m_city;
    std::uint64_t m_cases;
    link::GatewayClient m_field, m_desk, m_leader;
    QTimer m_second, m_event;
    std::mt19937_64 m_random{7};
    int m_sent = 0, m_taken = 0;
};

} // namespace zs::bench
