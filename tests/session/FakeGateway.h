// A gateway of a few hundred lines in a test's own process: real sockets and TLS, real decisions by the domain's code, a
// journal in memory, and the misbehaviour that a test asks for. The real one is met in tests/integration/session.
#pragma once

#include "domain/city/City.h"
#include "protocol/Messages.h"
#include "protocol/PositionFrame.h"
#include "tests/link/TestPeer.h"

#include <QObject>
#include <QTimer>

#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace zs::testkit {

class FakeGateway : public QObject, private domain::Surroundings {
    Q_OBJECT
public:
    FakeGateway(const TestPki& pki, std::shared_ptr<const domain::City> city, const Clock& clock,
                const std::string& certificate = "gateway");

    QUrl url() const { return m_peer.url(); }
    TestPeer& peer() { return m_peer; }

    /// Another desk does something.
    void happens(const domain::RecordedEvent& event) { record(event); }
    /// Decides and records as "other-desk". Aborts when it isn't legal.
    Seq does(CaseId id, const domain::CaseCommand& command);
    CaseId receives(const std::string& title = "井盖缺失");
    void sendPositions(const protocol::PositionFrame& frame);
    void sendHead();
    /// An event message as it stands, whatever its seq.
    void sendEvents(const std::vector<domain::RecordedEvent>& events);
    /// Another journal: empty, or with these.
    void startOver(std::vector<domain::RecordedEvent> events = {});

    Seq head() const { return static_cast<Seq>(m_journal.size()); }
    const std::vector<domain::RecordedEvent>& journal() const { return m_journal; }
    const domain::Case& state(CaseId id) { return m_cases[id]; }
    int snapshotsGiven() const { return m_snapshots; }
    int repeatedKeys() const { return m_repeated; }

    // misbehaviour
    enum class Commands { Answer, ActThenCut, CutBefore, Busy, Hold };
    Commands commands = Commands::Answer;
    bool tellsGap = false;     ///< every stream is told of a gap once
    bool holdsEvents = false;  ///< nothing is streamed
    std::string cityOnWire;    ///< another city, when not empty
    std::string wholeSnapshot; ///< sent instead of the real one, when not empty

private:
    int openCasesOf(PersonId person) const override;
    GridId gridAt(GeoPoint place) const override;
    const domain::Case* find(CaseId id) const override
    {
        const auto it = m_cases.find(id);
        return it == m_cases.end() ? nullptr : &it->second;
    }
    TestPeer::Answer onRequest(const TestPeer::Request& request);
    TestPeer::Answer onCommand(const QByteArray& body);
    std::string snapshot() const;
    void record(domain::RecordedEvent event);
    protocol::Hello hello() const;

    TestPeer m_peer;
    std::shared_ptr<const domain::City> m_city;
    const Clock& m_clock;
    std::vector<domain::RecordedEvent> m_journal;
    std::map<CaseId, domain::Case> m_cases;
    std::map<Uuid, std::pair<QByteArray, TestPeer::Answer>> m_answers;
    int m_snapshots = 0, m_repeated = 0;
    std::string m_chainSalt = "one";
    QTimer m_heads;
};

} // namespace zs::testkit
