#include "TestStream.h"

#include "link/EventStream.h"
#include "tests/link/TestPeer.h"

#include <QSignalSpy>
#include <QWebSocket>

using namespace zs;
using namespace zs::link;
using namespace std::chrono_literals;
using protocol::StreamMessage;
using testkit::TestPeer;

namespace {

TlsIdentity identity(const testkit::TestPki& pki)
{
    const auto text = [](const std::filesystem::path& path) { return QString::fromStdString(path.string()); };
    auto loaded = TlsIdentity::load(text(pki.authority()), text(pki.certificate("console-1")),
                                    text(pki.key("console-1")));
    if (!loaded)
        qFatal("%s", loaded.error().sentence.c_str());
    return std::move(*loaded);
}

const protocol::Hello hello{9, fromUnixMillis(1000), "demo-7", "ab"};

/// A stream and what it ended with.
struct Watched {
    EventStream stream;
    std::vector<LinkError> ends;

    Watched(const QUrl& url, TlsIdentity id, StreamTimeouts timeouts = {}) : stream(url, std::move(id), timeouts)
    {
        QObject::connect(&stream, &EventStream::ended, &stream, [this](const LinkError& why) { ends.push_back(why); });
    }
};

} // namespace

void TestStream::messagesBecomeSignals()
{
    TestPeer peer(m_pki);
    const domain::RecordedEvent event{8, CaseId{4}, 1, fromUnixMillis(1000), "duty-01", domain::Noted{"x"}};
    std::string encoded;
    protocol::appendEvent(encoded, event);
    peer.onStream = [&](QWebSocket&, Seq) {
        peer.sendText(protocol::encodeHello(StreamMessage::Type::Hello, hello));
        peer.sendText(protocol::encodeEvents({encoded}));
        peer.sendText(protocol::encodeHello(StreamMessage::Type::Head, hello));
        peer.sendText(protocol::encodeHello(StreamMessage::Type::Gap, hello));
    };
    Watched watched(peer.url(), identity(m_pki));
    QSignalSpy hellos(&watched.stream, &EventStream::hello), heads(&watched.stream, &EventStream::head);
    QSignalSpy gaps(&watched.stream, &EventStream::gap);
    std::vector<domain::RecordedEvent> events;
    connect(&watched.stream, &EventStream::events, this, [&](const auto& some) { events = some; });
    watched.stream.open(7);
    QTRY_COMPARE(gaps.size(), 1);
    QCOMPARE(hellos.size(), 1);
    QCOMPARE(heads.size(), 1);
    QCOMPARE(events, std::vector{event});
    QCOMPARE(hellos.first().first().value<protocol::Hello>(), hello);
    QCOMPARE(peer.streams, QList<Seq>{7});
    QVERIFY(watched.ends.empty());
}

void TestStream::positionsComeAsFrames()
{
    TestPeer peer(m_pki);
    const protocol::PositionFrame sent{fromUnixMillis(5000), {protocol::Position::at(PersonId{3}, {113.75, 23.04})}};
    peer.onStream = [&](QWebSocket& socket, Seq) { socket.sendBinaryMessage(QByteArray::fromStdString(protocol::encodePositions(sent))); };
    Watched watched(peer.url(), identity(m_pki));
    protocol::PositionFrame got;
    connect(&watched.stream, &EventStream::positions, this, [&](const auto& frame) { got = frame; });
    watched.stream.open(0);
    QTRY_COMPARE(got, sent);
}

void TestStream::silenceEndsIt()
{
    TestPeer peer(m_pki);
    peer.onStream = [&](QWebSocket&, Seq) { peer.sendText(protocol::encodeHello(StreamMessage::Type::Hello, hello)); };
    Watched watched(peer.url(), identity(m_pki), {5s, 200ms, 5s});
    watched.stream.open(0);
    QTRY_COMPARE(watched.ends.size(), std::size_t{1});
    QCOMPARE(watched.ends[0].error.code, std::string("link.silent"));
    QVERIFY(!watched.stream.isOpen());
}

void TestStream::pingsMeasureTheWay()
{
    TestPeer peer(m_pki);
    Watched watched(peer.url(), identity(m_pki), {5s, 5s, 20ms});
    QSignalSpy latency(&watched.stream, &EventStream::latency);
    watched.stream.open(0);
    QTRY_VERIFY(latency.size() >= 3);
    QVERIFY(latency.last().first().value<Millis>() < Millis(5000));
}

void TestStream::aMessageThatIsTooLongEndsIt()
{
    TestPeer peer(m_pki);
    peer.onStream = [&](QWebSocket&, Seq) { peer.sendText(std::string(protocol::maxServerMessage + 1, ' ')); };
    Watched watched(peer.url(), identity(m_pki));
    watched.stream.open(0);
    QTRY_COMPARE(watched.ends.size(), std::size_t{1});
    QCOMPARE(watched.ends[0].error.code, std::string("link.limit"));
}

void TestStream::nonsenseEndsIt_data()
{
    QTest::addColumn<QString>("message");
    QTest::newRow("no JSON") << "hello";
    QTest::newRow("another version") << R"({"v":2,"type":"head","head":1,"now":1,"city":"x"})";
    QTest::newRow("unknown type") << R"({"v":1,"type":"dance"})";
    QTest::newRow("event without data") << R"({"v":1,"type":"events","events":[{"seq":1}]})";
}

void TestStream::nonsenseEndsIt()
{
    QFETCH(QString, message);
    TestPeer peer(m_pki);
    peer.onStream = [&](QWebSocket& socket, Seq) { socket.sendTextMessage(message); };
    Watched watched(peer.url(), identity(m_pki));
    watched.stream.open(0);
    QTRY_COMPARE(watched.ends.size(), std::size_t{1});
    QCOMPARE(int(watched.ends[0].kind), int(FaultKind::Protocol));
}

void TestStream::aCutEndsItOnce()
{
    TestPeer peer(m_pki);
    Watched watched(peer.url(), identity(m_pki));
    QSignalSpy hellos(&watched.stream, &EventStream::hello);
    peer.onStream = [&](QWebSocket&, Seq) { peer.sendText(protocol::encodeHello(StreamMessage::Type::Hello, hello)); };
    watched.stream.open(0);
    QTRY_COMPARE(hellos.size(), 1);
    peer.close();
    QTRY_COMPARE(watched.ends.size(), std::size_t{1});
    QCOMPARE(int(watched.ends[0].kind), int(FaultKind::Away));
    peer.listen();
    watched.stream.open(3);
    QTRY_COMPARE(hellos.size(), 2);
    QCOMPARE(watched.ends.size(), std::size_t{1});
}

void TestStream::anotherAuthorityIsRefused()
{
    TestPeer peer(m_pki);
    Watched watched(peer.url(), identity(m_otherPki));
    watched.stream.open(0);
    QTRY_COMPARE(watched.ends.size(), std::size_t{1});
    QVERIFY2(watched.ends[0].kind == FaultKind::Refused, watched.ends[0].error.sentence.c_str());
    QVERIFY(peer.streams.isEmpty());
}

void TestStream::anotherHostIsRefused()
{
    testkit::TestPki pki;
    pki.issue({pki::Role::Gateway, "elsewhere", {"elsewhere.example"}});
    TestPeer peer(pki, "elsewhere");
    Watched watched(peer.url(), identity(pki));
    watched.stream.open(0);
    QTRY_COMPARE(watched.ends.size(), std::size_t{1});
    QVERIFY2(watched.ends[0].kind == FaultKind::Refused, watched.ends[0].error.sentence.c_str());
    QVERIFY(watched.ends[0].error.sentence.find("another host") != std::string::npos);
}

void TestStream::nobodyThere()
{
    TestPeer peer(m_pki);
    const QUrl url = peer.url();
    peer.close();
    Watched watched(url, identity(m_pki));
    watched.stream.open(0);
    QTRY_COMPARE(watched.ends.size(), std::size_t{1});
    QCOMPARE(int(watched.ends[0].kind), int(FaultKind::Away));
}

void TestStream::openAgainLeavesTheOldOneSilent()
{
    TestPeer peer(m_pki);
    peer.onStream = [&](QWebSocket&, Seq) { peer.sendText(protocol::encodeHello(StreamMessage::Type::Hello, hello)); };
    Watched watched(peer.url(), identity(m_pki));
    QSignalSpy hellos(&watched.stream, &EventStream::hello);
    watched.stream.open(1);
    watched.stream.open(2);
    QTRY_COMPARE(hellos.size(), 1);
    QVERIFY(watched.ends.empty());
    QCOMPARE(peer.streams.last(), Seq{2});
}
