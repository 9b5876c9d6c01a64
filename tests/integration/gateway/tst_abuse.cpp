// Clients that don't behave, against the real program: refused or cut, memory bounded, others served meanwhile.
#include "tests/gateway/kit/GatewayFixture.h"
#include "tests/gateway/kit/PlainSocket.h"
#include "tests/testkit/TestCase.h"

#include <QScopeGuard>
#include <thread>

using namespace zs;
using namespace zs::domain;
using namespace zs::gateway;
using namespace zs::gateway::test;
using namespace std::chrono_literals;

namespace {

constexpr std::int64_t MB = 1024 * 1024;

std::string repeated(std::string_view unit, std::size_t n)
{
    std::string out;
    out.reserve(unit.size() * n);
    while (n-- > 0)
        out += unit;
    return out;
}

/// Asks for health again and again on connections of its own, until it is destroyed.
class Bystander {
public:
    explicit Bystander(const ChildGateway& g)
        : m_thread([this, &g](std::stop_token stop) {
              do {
                  Client c = g.client("console-2");
                  const auto from = std::chrono::steady_clock::now();
                  const auto r = c.get("/healthz");
                  m_slowest = std::max(m_slowest, std::chrono::steady_clock::now() - from);
                  if (r && r->status == 200)
                      ++m_served;
                  else
                      ++m_failed;
              } while (!stop.stop_requested());
          })
    {
    }
    /// Ends it; true if every request was served, each within `limit`.
    bool wasServed(std::chrono::milliseconds limit)
    {
        m_thread.request_stop();
        m_thread.join();
        return m_failed == 0 && m_served > 0 && m_slowest < limit;
    }

private:
    int m_served = 0, m_failed = 0;
    std::chrono::steady_clock::duration m_slowest{};
    std::jthread m_thread; // last
};

/// Bytes a client could send before the gateway stopped taking them, of at most `most`.
std::int64_t sentBeforeTheEnd(Client& c, const std::string& piece, std::int64_t most)
{
    std::int64_t sent = 0;
    while (sent < most && c.send(piece))
        sent += static_cast<std::int64_t>(piece.size());
    return sent;
}

} // namespace

class AbuseTest : public testkit::TestCase {
    Q_OBJECT

    std::unique_ptr<testkit::TestPki> m_pki;
    std::unique_ptr<ChildGateway> m_gateway;

    std::int64_t memory() const { return m_gateway->residentBytes(); }

private Q_SLOTS:
    void initTestCase()
    {
        m_pki = std::make_unique<testkit::TestPki>();
        m_gateway = std::make_unique<ChildGateway>(*m_pki);
        QVERIFY2(m_gateway->start({"--request-timeout", "2000", "--handshake-timeout", "1500", "--stream-idle", "3000",
                                   "--max-connections", "200"}),
                 qPrintable(m_gateway->output()));
        QCOMPARE(m_gateway->client("console-1").get("/healthz")->status, 200);
    }
    void cleanupTestCase() { QCOMPARE(m_gateway->terminate(), 0); }

    void aBodyOf300Megabytes_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QByteArray>("before"); // each piece
        QTest::newRow("announced") << QByteArray("Content-Length: 300000000\r\n") << QByteArray();
        QTest::newRow("in chunks") << QByteArray("Transfer-Encoding: chunked\r\n") << QByteArray("10000\r\n");
    }
    void aBodyOf300Megabytes()
    {
        QFETCH(QByteArray, header);
        QFETCH(QByteArray, before);
        const std::int64_t idle = memory();
        Bystander bystander(*m_gateway);
        Client c = m_gateway->client("console-1");
        QVERIFY(c.send("POST /v1/commands HTTP/1.1\r\nHost: x\r\n" + header.toStdString() + "\r\n"));
        const std::string piece = before.toStdString() + repeated("x", 65536) + (before.isEmpty() ? "" : "\r\n");
        const std::int64_t sent = sentBeforeTheEnd(c, piece, 300'000'000);
        QVERIFY2(sent < 64 * MB, qPrintable(QString::number(sent))); // what fits into the kernel's buffers
        QVERIFY(c.isClosedWithin(5s));
        QVERIFY2(memory() - idle < 16 * MB, qPrintable(QString::number(memory() - idle)));
        QVERIFY(bystander.wasServed(2s));
    }

    void aBodyThatIsTooLongIsSaidSo()
    {
        Client c = m_gateway->client("console-1");
        QVERIFY(c.send("POST /v1/commands HTTP/1.1\r\nHost: x\r\nContent-Length: 1048577\r\n\r\n"));
        const auto r = c.receive();
        QVERIFY(r);
        QCOMPARE(r->status, 413);
        QCOMPARE(errorOf(r), std::string("http.body"));
        // The longest that is let in is read, and judged as what it is.
        Client longest = m_gateway->client("console-1");
        QCOMPARE(errorOf(longest.post("/v1/commands", repeated(" ", 1024 * 1024))), std::string("json.form"));
    }

    void aHeaderLineOf50Megabytes()
    {
        const std::int64_t idle = memory();
        Bystander bystander(*m_gateway);
        Client c = m_gateway->client("console-1");
        QVERIFY(c.send("GET /healthz HTTP/1.1\r\nX-Long: "));
        const std::int64_t sent = sentBeforeTheEnd(c, repeated("y", 65536), 50'000'000);
        QVERIFY2(sent < 32 * MB, qPrintable(QString::number(sent)));
        QVERIFY(c.isClosedWithin(5s));
        QVERIFY2(memory() - idle < 16 * MB, qPrintable(QString::number(memory() - idle)));
        QVERIFY(bystander.wasServed(2s));
    }

    void aHeaderThatIsTooLongIsSaidSo_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::newRow("one line") << QByteArray("GET /healthz HTTP/1.1\r\nX: ") + QByteArray(9000, 'x') + "\r\n\r\n";
        QTest::newRow("many lines") << QByteArray("GET /healthz HTTP/1.1\r\n") + QByteArray("X: y\r\n").repeated(2000) + "\r\n";
        QTest::newRow("target") << QByteArray("GET /") + QByteArray(9000, 'x') + " HTTP/1.1\r\n\r\n";
    }
    void aHeaderThatIsTooLongIsSaidSo()
    {
        QFETCH(QByteArray, request);
        Client c = m_gateway->client("console-1");
        QVERIFY(c.send(request.toStdString()));
        const auto r = c.receive();
        QVERIFY(r);
        QCOMPARE(r->status, 431);
        QCOMPARE(errorOf(r), std::string("http.header"));
    }

    void whatIsNoHttpIsRefused_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::newRow("noise") << QByteArray("\x01\x02\x03\r\n\r\n");
        QTest::newRow("version 9") << QByteArray("GET /healthz HTTP/9.9\r\n\r\n");
        QTest::newRow("no colon") << QByteArray("GET /healthz HTTP/1.1\r\nbad\r\n\r\n");
        QTest::newRow("space in name") << QByteArray("GET /healthz HTTP/1.1\r\nContent Length: 3\r\n\r\n");
        QTest::newRow("two lengths") << QByteArray("POST /v1/commands HTTP/1.1\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd");
        QTest::newRow("length and chunks") << QByteArray("POST /v1/commands HTTP/1.1\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
        QTest::newRow("negative length") << QByteArray("POST /v1/commands HTTP/1.1\r\nContent-Length: -1\r\n\r\n");
        QTest::newRow("length beyond 64 bits") << QByteArray("POST /v1/commands HTTP/1.1\r\nContent-Length: 99999999999999999999\r\n\r\n");
    }
    void whatIsNoHttpIsRefused()
    {
        QFETCH(QByteArray, request);
        Client c = m_gateway->client("console-1");
        QVERIFY(c.send(request.toStdString()));
        const auto r = c.receive();
        QVERIFY(r);
        QVERIFY2(r->status == 400 || r->status == 413, r->body.c_str());
        QVERIFY(c.isClosedWithin(5s));
    }

    void fiftySlowLoris()
    {
        const std::int64_t idle = memory();
        std::vector<Client> inHeader, inBody;
        std::vector<PlainSocket> silent, inHandshake;
        for (int i = 0; i < 50; ++i) {
            silent.emplace_back(m_gateway->port());
            inHandshake.emplace_back(m_gateway->port());
            QVERIFY(inHandshake.back().send("\x16\x03\x01\x02"));
        }
        for (int i = 0; i < 50; ++i) {
            Client& c = inHeader.emplace_back(m_gateway->client("console-1"));
            QVERIFY(c.send("POST /v1/commands HTTP/1.1\r\nHo"));
        }
        for (int i = 0; i < 10; ++i) {
            Client& c = inBody.emplace_back(m_gateway->client("console-1"));
            QVERIFY(c.send("POST /v1/commands HTTP/1.1\r\nContent-Length: 1000\r\n\r\n{"));
        }
        Bystander bystander(*m_gateway);
        // A byte now and then doesn't buy time: the deadline is for the whole request.
        const auto until = std::chrono::steady_clock::now() + 6s;
        std::size_t open = inHeader.size() + inBody.size();
        while (open > 0 && std::chrono::steady_clock::now() < until) {
            open = 0;
            for (auto* group : {&inHeader, &inBody})
                for (Client& c : *group)
                    open += !c.isClosedWithin(1ms) && c.send("s");
        }
        QCOMPARE(open, 0u);
        for (auto* group : {&silent, &inHandshake})
            for (PlainSocket& s : *group)
                QVERIFY(s.isClosedWithin(3s));
        QVERIFY2(memory() - idle < 32 * MB, qPrintable(QString::number(memory() - idle)));
        QVERIFY(bystander.wasServed(2s));
    }

    void twentyStalledConsoles()
    {
        const std::int64_t idle = memory();
        std::vector<Client> stalled;
        for (int i = 0; i < 20; ++i) {
            Client& c = stalled.emplace_back(m_gateway->client("console-1", {.receiveBuffer = 4096}));
            QVERIFY(c.openStream(0));
        }
        Client reading = m_gateway->client("console-2", {.deadline = 20s});
        QVERIFY(reading.openStream(0));
        Follower follower(reading);
        std::atomic<bool> sending{true};
        std::atomic<int> failed{0};
        std::thread positions([&] {
            Client field = m_gateway->client("field-1");
            for (std::uint32_t turn = 0; sending; ++turn) {
                protocol::PositionFrame frame;
                frame.time = SystemClock().now();
                for (std::uint32_t id = 1; id <= 4000; ++id)
                    frame.positions.push_back(protocol::Position::at(PersonId(id), {113.45 + turn * 1e-6, 22.95}));
                const auto r = field.post("/v1/positions", protocol::encodePositions(frame));
                failed += !r || r->status != 200;
            }
        });
        const auto join = qScopeGuard([&] {
            sending = false;
            positions.join();
        });
        Receive large = someCase();
        large.detail = repeated("障", 4000); // 12 KB an event
        Client console = m_gateway->client("console-1");
        constexpr Seq count = 1500; // 18 MB for each
        std::int64_t peak = 0;
        for (Seq i = 1; i <= count; ++i) {
            QCOMPARE(console.post("/v1/commands", commandBody(large))->status, 200);
            if (i % 50 == 0) {
                peak = std::max(peak, memory());
                QVERIFY(follower.readUntil(i)); // who reads isn't held up
            }
        }
        QVERIFY(follower.isGapFree);
        QVERIFY(!follower.positions.empty());
        QCOMPARE(failed.load(), 0);
        QVERIFY2(peak - idle < 160 * MB, qPrintable(QString::number((peak - idle) / MB)));
        for (Client& c : stalled) {
            QVERIFY(c.isClosedWithin(10s));
        }
        qInfo("20 stalled consoles: memory %lld -> %lld MB", static_cast<long long>(idle / MB), static_cast<long long>(peak / MB));
    }

    void aConsoleThatAnswersNoPingIsClosed()
    {
        Client deaf = m_gateway->client("console-1"), alive = m_gateway->client("console-2");
        QVERIFY(deaf.openStream(0));
        QVERIFY(alive.openStream(0));
        // Its kernel takes what is sent, but nobody answers: stream-idle is 3 s. Reading answers pings.
        const auto until = std::chrono::steady_clock::now() + 8s;
        while (!deaf.isClosedWithin(0ms) && std::chrono::steady_clock::now() < until)
            QVERIFY(alive.next());
        QVERIFY(deaf.isClosedWithin(0ms));
        QVERIFY(alive.next());
    }

    void aLongMessageFromAConsoleClosesIt()
    {
        const std::int64_t idle = memory();
        Client c = m_gateway->client("console-1");
        QVERIFY(c.openStream(0));
        QVERIFY(!c.sendMessage(repeated("x", 8 * MB)) || c.isClosedWithin(5s));
        QVERIFY(memory() - idle < 16 * MB);
        Client short_ = m_gateway->client("console-1");
        QVERIFY(short_.openStream(0));
        QVERIFY(short_.sendMessage("hello?")); // nobody listens, nothing happens
        QVERIFY(short_.next());
    }

    void connectionsAreCounted()
    {
        std::vector<PlainSocket> many;
        for (int i = 0; i < 260; ++i)
            many.emplace_back(m_gateway->port());
        const auto closed = [&] {
            return std::ranges::count_if(many, [](PlainSocket& s) { return s.isClosedWithin(0ms); });
        };
        QTRY_VERIFY_WITH_TIMEOUT(closed() >= 55, 1000); // before the handshake's deadline closes the rest
        many.clear();
        QTRY_VERIFY_WITH_TIMEOUT(m_gateway->client("console-1").get("/healthz").has_value(), 5000);
    }
};

ZS_TEST_MAIN(AbuseTest)
#include "tst_abuse.moc"
