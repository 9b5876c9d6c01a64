#include "TestCommandSender.h"

#include "session/outbox/CommandSender.h"
#include "tests/session/FakeGateway.h"
#include "tests/session/SmallCity.h"

#include <map>

using namespace zs;
using namespace zs::session;
using testkit::FakeGateway;

namespace {

link::TlsIdentity identity(const testkit::TestPki& pki)
{
    const auto text = [](const std::filesystem::path& path) { return QString::fromStdString(path.string()); };
    auto loaded = link::TlsIdentity::load(text(pki.authority()), text(pki.certificate("console-1")), text(pki.key("console-1")));
    if (!loaded)
        qFatal("%s", loaded.error().sentence.c_str());
    return std::move(*loaded);
}

struct Bench {
    SystemClock clock;
    testkit::TempDir dir;
    FakeGateway gateway;
    link::TlsIdentity me;
    link::GatewayClient client;
    Claims claims;
    std::map<Uuid, std::vector<CommandState>> seen;
    std::map<Uuid, std::string> reasons;
    CommandSender sender;

    explicit Bench(const testkit::TestPki& pki)
        : gateway(pki, testkit::smallCity(), clock), me(identity(pki)), client(gateway.url(), me, {std::chrono::seconds(3), std::chrono::seconds(3)}),
          sender(claims, 1,
                 [this](CommandMoved m) {
                     seen[m.id].push_back(m.state);
                     if (m.rejection)
                         reasons[m.id] = m.rejection->code;
                 },
                 [](Error e) { qWarning("%s", e.sentence.c_str()); })
    {
        auto file = OutboxFile::open((dir / "outbox.db").string(), me.seal());
        sender.useFile(std::move(*file), {});
    }
    Uuid add(CaseId id, const domain::CaseCommand& what, std::uint32_t base)
    {
        const DeskCommand asked{Uuid::random(), id, what, base, clock.now(), CommandState::Waiting, std::nullopt, 0};
        sender.add(asked);
        return asked.id;
    }
    bool ended(const Uuid& id, CommandState as) { return !seen[id].empty() && seen[id].back() == as; }
    std::vector<DeskCommand> onDisk() { return *OutboxFile::open((dir / "outbox.db").string(), me.seal())->load(); }
};

const domain::CaseCommand classify = domain::Classify{domain::MatterId{1}, domain::Priority::High};

} // namespace

void TestCommandSender::oneCaseOneAfterTheOtherManyAtOnce()
{
    Bench bench(m_pki);
    std::vector<Uuid> all;
    for (int n = 0; n < 10; ++n) {
        const CaseId id = bench.gateway.receives();
        all.push_back(bench.add(id, classify, 1));
        all.push_back(bench.add(id, domain::Dispatch{PersonId{std::uint32_t(1 + n % 5)}, ""}, 2));
        all.push_back(bench.add(id, domain::Note{"on the way"}, 3));
    }
    bench.sender.start(bench.client);
    QTRY_VERIFY(!bench.sender.hasOpen());
    for (const Uuid& id : all)
        QCOMPARE(bench.seen[id], (std::vector{CommandState::Sent, CommandState::Confirmed}));
    for (std::uint64_t n = 1; n <= 10; ++n)
        QCOMPARE(bench.gateway.state(CaseId{n}).version, 4u);
    QCOMPARE(bench.onDisk().size(), std::size_t{30}); // until their events have been seen
    bench.sender.forgetUpTo(bench.gateway.head());
    QVERIFY(bench.onDisk().empty());
}

void TestCommandSender::whatIsRefusedTakesTheRestWithIt()
{
    Bench bench(m_pki);
    const CaseId id = bench.gateway.receives();
    const Uuid first = bench.add(id, classify, 7); // saw another version
    const Uuid second = bench.add(id, domain::Dispatch{PersonId{1}, ""}, 8);
    const Uuid note = bench.add(id, domain::Note{"still worth saying"}, 9);
    bench.sender.start(bench.client);
    QTRY_VERIFY(!bench.sender.hasOpen());
    QCOMPARE(bench.reasons[first], std::string("case.version"));
    QCOMPARE(bench.reasons[second], std::string("desk.chain"));
    QVERIFY(bench.ended(note, CommandState::Confirmed));
    QCOMPARE(bench.seen[second], std::vector{CommandState::Refused}); // never sent
    QCOMPARE(bench.onDisk().size(), std::size_t{3});
    bench.sender.dismiss(first);
    QCOMPARE(bench.onDisk().size(), std::size_t{2});
}

void TestCommandSender::aCutIsAskedAgainWithTheSameBytes()
{
    Bench bench(m_pki);
    const CaseId id = bench.gateway.receives();
    bench.gateway.commands = FakeGateway::Commands::ActThenCut;
    const Uuid asked = bench.add(id, classify, 1);
    bench.sender.start(bench.client);
    QTRY_VERIFY(bench.ended(asked, CommandState::Unknown));
    QCOMPARE(bench.gateway.state(id).version, 2u); // it was done
    QVERIFY(bench.onDisk().front().state == CommandState::Unknown);
    bench.gateway.commands = FakeGateway::Commands::Answer;
    QTRY_VERIFY_WITH_TIMEOUT(bench.ended(asked, CommandState::Confirmed), 15'000);
    QCOMPARE(bench.gateway.state(id).version, 2u); // once
    QVERIFY(bench.gateway.repeatedKeys() >= 1);
    const auto& requests = bench.gateway.peer().requests;
    for (const auto& request : requests)
        QCOMPARE(request.body, requests.first().body);
}

void TestCommandSender::busyIsWaitedFor()
{
    Bench bench(m_pki);
    const CaseId id = bench.gateway.receives();
    bench.gateway.commands = FakeGateway::Commands::Busy;
    const Uuid asked = bench.add(id, classify, 1);
    bench.sender.start(bench.client);
    QTRY_VERIFY(bench.ended(asked, CommandState::Waiting)); // the gateway did nothing: it may be taken back
    QVERIFY(bench.onDisk().front().state == CommandState::Waiting);
    bench.gateway.commands = FakeGateway::Commands::Answer;
    QTRY_VERIFY_WITH_TIMEOUT(bench.ended(asked, CommandState::Confirmed), 15'000);
}

void TestCommandSender::aBrokenLinkMakesItUnknownAtOnce()
{
    Bench bench(m_pki);
    const CaseId id = bench.gateway.receives();
    bench.gateway.commands = FakeGateway::Commands::Hold;
    const Uuid asked = bench.add(id, classify, 1);
    const Uuid next = bench.add(id, domain::Dispatch{PersonId{1}, ""}, 2);
    bench.sender.start(bench.client);
    QTRY_VERIFY(!bench.gateway.peer().requests.isEmpty());
    bench.sender.stop();
    QVERIFY(bench.ended(asked, CommandState::Unknown));
    QVERIFY(!bench.claims.withdraw(asked));
    QVERIFY(bench.claims.withdraw(next));
    bench.sender.withdraw(next);
    bench.gateway.commands = FakeGateway::Commands::Answer;
    bench.sender.start(bench.client);
    QTRY_VERIFY(bench.ended(asked, CommandState::Confirmed));
    QVERIFY(bench.seen[next].empty());
}

void TestCommandSender::takenBackBeforeItWasSent()
{
    Bench bench(m_pki);
    const CaseId id = bench.gateway.receives();
    const Uuid first = bench.add(id, classify, 1);
    const Uuid second = bench.add(id, domain::Dispatch{PersonId{1}, ""}, 2);
    QVERIFY(bench.claims.withdraw(first));
    bench.sender.withdraw(first);
    QCOMPARE(bench.reasons[second], std::string("desk.chain"));
    bench.sender.start(bench.client);
    QVERIFY(!bench.sender.hasOpen());
    QVERIFY(bench.gateway.peer().requests.isEmpty());
}

void TestCommandSender::theDiskKnowsBeforeTheGateway()
{
    Bench bench(m_pki);
    const CaseId id = bench.gateway.receives();
    std::optional<CommandState> onDisk;
    const auto before = bench.gateway.peer().onRequest;
    bench.gateway.peer().onRequest = [&](const testkit::TestPeer::Request& request) {
        onDisk = bench.onDisk().front().state; // what a restart after kill -9 at this moment would find
        return before(request);
    };
    bench.add(id, classify, 1);
    QVERIFY(bench.onDisk().front().state == CommandState::Waiting);
    bench.sender.start(bench.client);
    QTRY_VERIFY(onDisk.has_value());
    QVERIFY(*onDisk == CommandState::Unknown);
    QTRY_VERIFY(!bench.sender.hasOpen());
}
