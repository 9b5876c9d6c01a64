#include "TestOutboxFile.h"

#include "session/outbox/OutboxFile.h"
#include "tests/session/SmallCity.h"

using namespace zs;
using session::CommandState;
using session::DeskCommand;
using session::OutboxFile;

namespace {

const link::LocalSeal seal({1, 2, 3});

std::string fileIn(const testkit::TempDir& dir) { return (dir / "outbox.db").string(); }

OutboxFile opened(const testkit::TempDir& dir)
{
    auto file = OutboxFile::open(fileIn(dir), seal);
    if (!file)
        qFatal("%s", file.error().sentence.c_str());
    return std::move(*file);
}

DeskCommand command(const domain::CaseCommand& what, std::uint64_t id = 7)
{
    return {Uuid::random(), CaseId{id}, what, 4, fromUnixMillis(1772440860000), CommandState::Waiting, std::nullopt, 0};
}

} // namespace

void TestOutboxFile::everyStateSurvivesARestart()
{
    testkit::TempDir dir;
    const DeskCommand waiting = command(domain::Dispatch{PersonId{3}, "快"});
    const DeskCommand sent = command(domain::Note{"x"});
    const DeskCommand refused = command(domain::Route{AgencyId{2}, {AgencyId{3}}, ""});
    const DeskCommand gone = command(domain::Note{"gone"});
    const DeskCommand fresh = command(testkit::receiveCommand(), 0);
    const domain::Rejection why{"case.version", {"住建已接收", "Housing has it."}, AgencyId{3}};
    {
        OutboxFile file = opened(dir);
        for (const auto& c : {waiting, sent, refused, gone, fresh})
            QVERIFY(file.add(c));
        QVERIFY(file.setState(std::span(&sent.id, 1), CommandState::Sent));
        QVERIFY(file.setRefused(refused.id, why, 8));
        QVERIFY(file.remove(std::span(&gone.id, 1)));
    }
    const auto left = opened(dir).load();
    QVERIFY2(left, left ? "" : left.error().sentence.c_str());
    QCOMPARE(left->size(), std::size_t{4});
    QCOMPARE((*left)[0].id, waiting.id);
    QVERIFY((*left)[0].command == waiting.command);
    QCOMPARE((*left)[0].base, 4u);
    QVERIFY((*left)[0].at == waiting.at);
    QVERIFY((*left)[0].state == CommandState::Waiting);
    QVERIFY((*left)[1].state == CommandState::Unknown); // sent, and nobody knows
    QVERIFY((*left)[2].state == CommandState::Refused);
    QVERIFY((*left)[2].rejection == why);
    QCOMPARE((*left)[2].currentVersion, 8u);
    QVERIFY((*left)[3].command == fresh.command);
    QVERIFY((*left)[3].caseId.isNone());
}

void TestOutboxFile::nothingPersonalIsReadable()
{
    testkit::TempDir dir;
    OutboxFile file = opened(dir);
    QVERIFY(file.add(command(testkit::receiveCommand(), 0)));
    for (const char* part : {"outbox.db", "outbox.db-wal"}) {
        const std::string bytes = testkit::contentOf(dir / part);
        QVERIFY(bytes.find("王小明") == std::string::npos);
        QVERIFY(bytes.find("13812345678") == std::string::npos);
        QVERIFY(bytes.find("receive") == std::string::npos);
    }
}

void TestOutboxFile::anotherKeyIsTold()
{
    testkit::TempDir dir;
    QVERIFY(opened(dir).add(command(domain::Note{"x"})));
    auto file = OutboxFile::open(fileIn(dir), link::LocalSeal({9}));
    QVERIFY(file);
    QCOMPARE(file->load().error().code, std::string("outbox.key"));
}

void TestOutboxFile::damageIsTold()
{
    testkit::TempDir dir;
    dir.write("outbox.db", std::string(5000, 'x'));
    QCOMPARE(OutboxFile::open(fileIn(dir), seal).error().code, std::string("outbox.damaged"));
}

void TestOutboxFile::theBodyIsTheSameEachTime()
{
    testkit::TempDir dir;
    const DeskCommand asked = command(domain::Dispatch{PersonId{3}, "快"});
    OutboxFile file = opened(dir);
    QVERIFY(file.add(asked));
    QCOMPARE(OutboxFile::bodyOf(file.load()->front()), OutboxFile::bodyOf(asked));
    QVERIFY(OutboxFile::bodyOf(asked).find("\"base\":4") != std::string::npos);
    QVERIFY(OutboxFile::bodyOf(command(domain::Note{"x"})).find("base") == std::string::npos);
}
