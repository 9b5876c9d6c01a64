// What is kept of a command, so that a repeated one is known: a mark that says nothing once its key is gone.
#include "gateway/decide/Committer.h"
#include "gateway/journal/BodyKeys.h"
#include "gateway/journal/SqliteJournal.h"
#include "gateway/journal/SqliteSchema.h"
#include "protocol/Messages.h"
#include "tests/gateway/kit/GatewayFixture.h"
#include "tests/testkit/TestCase.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>

using namespace zs;
using namespace zs::domain;
using namespace zs::gateway;
using namespace zs::gateway::test;

namespace {

using std::chrono::days;

storage::Database opened(const std::filesystem::path& data)
{
    return storage::Database::open(journalFile(data).string(), storage::Database::Mode::ReadWriteCreate).value();
}

std::string only(storage::Database& db, const char* sql)
{
    auto query = db.prepare(sql).value();
    return query.step() ? std::string(query.blob(0)) : std::string();
}

std::string text(const Hash& hash) { return std::string(hash.begin(), hash.end()); }

} // namespace

class KeysTest : public testkit::TestCase {
    Q_OBJECT

    std::unique_ptr<testkit::TestPki> m_pki;

private Q_SLOTS:
    void initTestCase() { m_pki = std::make_unique<testkit::TestPki>(); }

    void aMarkIsAnHmac()
    {
        Sha256 sha;
        BodyKeys::Key key{};
        Hash body{};
        for (std::size_t i = 0; i < key.size(); ++i) {
            key[i] = static_cast<std::uint8_t>(7 * i + 200);
            body[i] = static_cast<std::uint8_t>(i);
        }
        const auto bytes = [](const Hash& h) { return QByteArray(reinterpret_cast<const char*>(h.data()), static_cast<qsizetype>(h.size())); };
        QCOMPARE(bytes(BodyKeys::mark(sha, key, body)),
                 QMessageAuthenticationCode::hash(bytes(body), bytes(key), QCryptographicHash::Sha256));
    }

    void keysLiveTwoTerms()
    {
        const testkit::TempDir dir;
        testkit::MockClock clock;
        Sha256 sha;
        const Hash body{1, 2, 3};
        auto keys = BodyKeys::open(dir.path(), clock.now()).value();
        QCOMPARE(static_cast<unsigned>(std::filesystem::status(dir / "command.keys").permissions()), 0600u);
        const BodyMarks first = keys->marksOf(sha, body);
        QVERIFY(!first.earlier);
        QCOMPARE(first.since, clock.now());
        keys = BodyKeys::open(dir.path(), clock.now() + days(6)).value();
        QCOMPARE(keys->marksOf(sha, body).present, first.present);

        QVERIFY(keys->renewIfDue(clock.now() + days(7)));
        const BodyMarks second = keys->marksOf(sha, body);
        QVERIFY(second.present != first.present);
        QCOMPARE(second.earlier, std::optional(first.present));
        QVERIFY(keys->renewIfDue(clock.now() + days(14)));
        const BodyMarks third = keys->marksOf(sha, body);
        QCOMPARE(third.earlier, std::optional(second.present));
        QCOMPARE(third.since, clock.now() + days(7));
        const std::string file = testkit::contentOf(dir / "command.keys");
        QCOMPARE(std::count(file.begin(), file.end(), '\n'), 3);

        keys = BodyKeys::open(dir.path(), clock.now() + days(60)).value();
        QVERIFY(!keys->marksOf(sha, body).earlier);
        dir.write("command.keys", "damaged");
        QCOMPARE(BodyKeys::open(dir.path(), clock.now()).error().code, std::string("keys.file"));
    }

    void aRepeatIsKnownForATermAndThenRefused()
    {
        Config config;
        config.upkeep = std::chrono::milliseconds(50);
        LocalGateway g(*m_pki, config);
        Receive receive = someCase();
        receive.reporterName = "王小明";
        receive.reporterPhone = "13812345678";
        const std::string body = commandBody(receive);
        Client intake = g.client("intake-1");
        const auto first = intake.post("/v1/commands", body);
        QCOMPARE(first->status, 200);
        const Seq head = g.gateway().head().seq;
        const auto keysNow = [&] { return testkit::contentOf(g.data() / "command.keys"); };
        const std::string before = keysNow();
        g.clock.advance(days(8));
        QTRY_VERIFY(keysNow() != before);
        QCOMPARE(intake.post("/v1/commands", body)->body, first->body); // marked with the key before
        const std::string between = keysNow();
        g.clock.advance(days(8));
        QTRY_VERIFY(keysNow() != between);
        const auto late = intake.post("/v1/commands", body);
        QCOMPARE(late->status, 409);
        QCOMPARE(errorOf(late), std::string("command.expired"));
        QCOMPARE(g.gateway().head().seq, head);
    }

    void nothingGuessableIsKept()
    {
        LocalGateway g(*m_pki);
        const std::string body = commandBody(someCase());
        QCOMPARE(g.client("console-1").post("/v1/commands", body)->status, 200);
        Sha256 sha;
        const Hash guess = bodyHash(sha, {"console-1", Role::Dispatcher}, body);
        g.stop();
        auto db = opened(g.data());
        const std::string kept = only(db, "SELECT body FROM idempotency");
        QCOMPARE(kept.size(), 32u);
        QVERIFY(kept != text(guess));
        QCOMPARE(kept, text(BodyKeys::mark(sha, BodyKeys::presentIn(g.data()).value().value(), guess)));
    }

    void olderJournalsAreBroughtUpToDate()
    {
        LocalGateway g(*m_pki);
        const std::string body = commandBody(someCase());
        const auto first = g.client("console-1").post("/v1/commands", body);
        g.stop();
        Sha256 sha;
        const Hash plain = bodyHash(sha, {"console-1", Role::Dispatcher}, body);
        {
            auto db = opened(g.data());
            auto put = db.prepare("UPDATE idempotency SET body=?1").value();
            put.bindBlob(1, plain);
            QVERIFY(put.run());
            QVERIFY(db.exec("UPDATE meta SET value='2' WHERE name='schema'"));
        }
        g.restart();
        QCOMPARE(g.client("console-1").post("/v1/commands", body)->body, first->body); // still known
        g.stop();
        QVERIFY(testkit::contentOf(journalFile(g.data())).find(text(plain)) == std::string::npos);
        auto db = opened(g.data());
        QVERIFY(only(db, "SELECT body FROM idempotency") != text(plain));
        // Without a key (another program opens it first) the hashes go.
        QVERIFY(db.exec("UPDATE meta SET value='2' WHERE name='schema'"));
        std::filesystem::remove(g.data() / "command.keys");
        QVERIFY(openForWriting(journalFile(g.data())));
        QCOMPARE(only(db, "SELECT body FROM idempotency"), std::string());
    }
};

ZS_TEST_MAIN(KeysTest)
#include "tst_keys.moc"
