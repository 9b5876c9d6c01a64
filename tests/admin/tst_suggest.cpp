// suggest train and evaluate on a journal that the gateway's own writer made.
#include "admin/cli/Command.h"
#include "gateway/journal/SqliteJournal.h"
#include "protocol/citypack/CityPack.h"
#include "suggest/ModelFile.h"
#include "tests/domain/CityFixture.h"
#include "tests/testkit/MockClock.h"
#include "tests/testkit/TempDir.h"
#include "tests/testkit/TestCase.h"

#include <QFile>

#include <sstream>

using namespace zs;
using namespace zs::domain;
using testkit::TempDir;

class SuggestCommandTest : public testkit::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void trainsAndIsMeasured();
    void theSameJournalGivesTheSameBytes();
    void tooFewIsASentence();
    void nothingOfAReporterIsInTheModel();
    void whoCorrectsTeaches();
    void aHistoryTeachesMattersToo();
    void aWrongWindowIsAWrongCall();

private:
    struct Answer {
        int status;
        std::string out, err;
    };
    Answer call(std::vector<std::string> arguments)
    {
        std::ostringstream out, err;
        const int status = admin::run(admin::commands(), arguments, {m_clock, out}, err);
        return {status, out.str(), err.str()};
    }
    Answer train(const TempDir& dir, const char* model = "routes.model", const char* window = "730")
    {
        return call({"suggest", "train", "--data", (dir.path() / "data").string(), "--city", (dir.path() / "city").string(), "--out", (dir.path() / model).string(), "--window", window});
    }
    void makeJournal(const TempDir& dir, int cases);
    /// Noise and cluttered stairs in turn; noise goes to `noiseTo`.
    void appendCase(gateway::JournalWriter& writer, int i, AgencyId noiseTo);
    static QByteArray bytesOf(const TempDir& dir, const char* name)
    {
        QFile file(QString::fromStdString((dir.path() / name).string()));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    testkit::MockClock m_clock;
};

void SuggestCommandTest::makeJournal(const TempDir& dir, int cases)
{
    City city = test::smallCity();
    city.name = city.centreName = {"小市", "Small"};
    city.bounds = {113, 22, 114, 23};
    const GeoRing ring{{113, 22}, {114, 22}, {114, 23}, {113, 23}};
    for (Town& town : city.towns)
        town.shape = {{ring}};
    city.grids.resize(2);
    for (std::uint32_t i = 3; i <= 12; ++i) { // words count where they stand in several places
        city.grids.push_back(city.grids[0]);
        city.grids.back().id = GridId(i);
        city.grids.back().code = "4419000010010" + std::to_string(10 + i);
    }
    for (Grid& grid : city.grids)
        grid.shape = {{ring}};
    QVERIFY(protocol::writeCityPack(dir.path() / "city", city));
    std::filesystem::create_directories(dir.path() / "data");
    auto journal = gateway::SqliteJournal::open(dir.path() / "data", "small");
    QVERIFY(journal);
    gateway::JournalWriter& writer = (*journal)->writer();
    QVERIFY(writer.begin());
    for (int i = 0; i < cases; ++i)
        appendCase(writer, i, AgencyId(2));
    QVERIFY(writer.commit());
}

void SuggestCommandTest::appendCase(gateway::JournalWriter& writer, int i, AgencyId noiseTo)
{
    const bool noise = i % 2 == 0;
    const GridId grid(static_cast<std::uint32_t>(1 + i % 12));
    Case state;
    const CaseId id = writer.nextCaseId();
    const auto append = [&](const CaseEvent& event) {
        RecordedEvent recorded{0, id, state.version + 1, m_clock.now(), "zhou.j", event};
        evolve(state, recorded);
        gateway::StoredEvent stored;
        const auto appended = writer.append({recorded, &state, nullptr}, stored);
        QVERIFY2(appended, appended ? "" : appended.error().sentence.c_str());
    };
    append(Received{noise ? CaseKind::Dispute : CaseKind::Hazard, Channel::WalkIn, noise ? "夜间施工噪声" : "楼道堆放杂物",
                    noise ? "工地打桩声音很大" : "消防通道被占用", {113.5, 22.9}, grid, Priority::Normal, {"欧阳*", "138****5678"}});
    append(Classified{MatterId(noise ? 1 : 2), noise ? CaseKind::Dispute : CaseKind::Hazard, Priority::Normal, {}, {}});
    append(Routed{noise ? noiseTo : AgencyId(1), {}, {}});
    append(Accepted{});
}

void SuggestCommandTest::trainsAndIsMeasured()
{
    const TempDir dir;
    makeJournal(dir, 80);
    const Answer trained = train(dir);
    QVERIFY2(trained.status == 0, trained.err.c_str());
    QVERIFY2(trained.out.find("examples=160 ") == 0, trained.out.c_str()); // with the matter and without
    QVERIFY(bytesOf(dir, "routes.model.json").contains("\"input_sha256\""));
    const Answer measured = call({"suggest", "evaluate", "--data", (dir.path() / "data").string(), "--city", (dir.path() / "city").string(), "--model", (dir.path() / "routes.model").string()});
    QVERIFY2(measured.status == 0, measured.err.c_str());
    QVERIFY2(measured.out.find("cases=80 first=100.0 % among_three=100.0 %") == 0, measured.out.c_str());
}

void SuggestCommandTest::theSameJournalGivesTheSameBytes()
{
    const TempDir dir;
    makeJournal(dir, 80);
    QCOMPARE(train(dir, "one.model").status, 0);
    QCOMPARE(train(dir, "two.model").status, 0);
    QVERIFY(!bytesOf(dir, "one.model").isEmpty());
    QVERIFY(bytesOf(dir, "one.model") == bytesOf(dir, "two.model"));
    QVERIFY(bytesOf(dir, "one.model.json") == bytesOf(dir, "two.model.json"));
}

void SuggestCommandTest::tooFewIsASentence()
{
    const TempDir dir;
    makeJournal(dir, 4);
    const Answer answer = train(dir);
    QCOMPARE(answer.status, 1);
    QVERIFY2(answer.err.find("There are only 8 routings to 2 agencies") != std::string::npos, answer.err.c_str());
}

void SuggestCommandTest::nothingOfAReporterIsInTheModel()
{
    const TempDir dir;
    makeJournal(dir, 80);
    QCOMPARE(train(dir).status, 0);
    for (const char* name : {"routes.model", "routes.model.json"}) {
        for (const char* personal : {"欧阳", "5678", "zhou.j"})
            QVERIFY(!bytesOf(dir, name).contains(personal));
    }
}

void SuggestCommandTest::whoCorrectsTeaches()
{
    // The same cases, but an agency gave the noise back and it went to another: after training anew the other is offered first.
    const TempDir dir;
    makeJournal(dir, 80);
    const auto offered = [&](const char* name) {
        const auto model = suggest::readModelFile(dir.path() / name);
        return model ? (*model)->suggest({"D-01", "夜间施工噪声", "工地打桩声音很大", {}, {}}).front().label : std::string();
    };
    QCOMPARE(train(dir, "before.model").status, 0);
    QCOMPARE(offered("before.model"), std::string("justice"));
    {
        auto journal = gateway::SqliteJournal::open(dir.path() / "data", "small");
        QVERIFY(journal);
        gateway::JournalWriter& writer = (*journal)->writer();
        QVERIFY(writer.begin());
        m_clock.advance(std::chrono::hours(24 * 200));
        for (int i = 0; i < 160; ++i)
            appendCase(writer, i, AgencyId(3));
        QVERIFY(writer.commit());
    }
    QCOMPARE(train(dir, "after.model").status, 0);
    QCOMPARE(offered("after.model"), std::string("court"));
    QCOMPARE(train(dir, "window.model", "100").status, 0); // only what was corrected lies in the window
    QVERIFY(bytesOf(dir, "window.model.json").contains("\"left_out\": 160"));
}

void SuggestCommandTest::aHistoryTeachesMattersToo()
{
    const TempDir dir;
    QFile file(QString::fromStdString((dir.path() / "history.jsonl").string()));
    QVERIFY(file.open(QIODevice::WriteOnly));
    for (int i = 0; i < 200; ++i) {
        const bool noise = i % 2 == 0;
        file.write(QStringLiteral("{\"at\":%1,\"channel\":\"walk_in\",\"title\":\"%2\",\"detail\":\"请处理\",\"town\":\"t\",\"grid\":\"g%3\",\"matter\":\"%4\",\"agency\":\"%5\"}\n")
                       .arg(1'700'000'000'000LL + i * 1000)
                       .arg(noise ? QStringLiteral("夜间施工噪声") : QStringLiteral("楼道堆放杂物"))
                       .arg(i % 11)
                       .arg(noise ? QStringLiteral("D-01") : QStringLiteral("H-01"))
                       .arg(noise ? QStringLiteral("justice") : QStringLiteral("centre"))
                       .toUtf8());
    }
    file.close();
    const auto learn = [&](const char* what, const char* name) {
        return call({"suggest", "train", "--history", (dir.path() / "history.jsonl").string(), "--learn", what, "--out", (dir.path() / name).string()});
    };
    const Answer matters = learn("matter", "matters.model"), again = learn("matter", "again.model");
    QVERIFY2(matters.status == 0, matters.err.c_str());
    QVERIFY(bytesOf(dir, "matters.model") == bytesOf(dir, "again.model"));
    QCOMPARE(again.status, 0);
    const auto model = suggest::readModelFile(dir.path() / "matters.model");
    QVERIFY(model);
    const auto first = (*model)->suggest({{}, "工地夜间施工", {}, {}, {}}).front();
    QCOMPARE(first.label, std::string("D-01"));
    QVERIFY(!first.words.empty());
    QCOMPARE(learn("agency", "agencies.model").status, 0);
    QCOMPARE(learn("weather", "x").status, 2);
    QVERIFY(file.open(QIODevice::Append));
    file.write("{\"at\":1,\"channel\":\"walk_in\",\"title\":\"t\",\"detail\":\"\",\"agency\":\"a\",\"reporter\":\"王小明\"}\n");
    file.close();
    const Answer refused = learn("agency", "y"); // a column for a person isn't read over
    QCOMPARE(refused.status, 1);
    QVERIFY2(refused.err.find("Line 201") != std::string::npos, refused.err.c_str());
}

void SuggestCommandTest::aWrongWindowIsAWrongCall()
{
    const TempDir dir;
    makeJournal(dir, 4);
    QCOMPARE(train(dir, "m", "0").status, 2);
    QCOMPARE(train(dir, "m", "soon").status, 2);
}

ZS_TEST_MAIN(SuggestCommandTest)
#include "tst_suggest.moc"
