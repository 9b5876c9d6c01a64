// suggest train and evaluate on a journal that the gateway's own writer made.
#include "admin/cli/Command.h"
#include "gateway/journal/SqliteJournal.h"
#include "protocol/citypack/CityPack.h"
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
    for (Grid& grid : city.grids)
        grid.shape = {{ring}};
    QVERIFY(protocol::writeCityPack(dir.path() / "city", city));
    std::filesystem::create_directories(dir.path() / "data");
    auto journal = gateway::SqliteJournal::open(dir.path() / "data", "small");
    QVERIFY(journal);
    gateway::JournalWriter& writer = (*journal)->writer();
    QVERIFY(writer.begin());
    for (int i = 0; i < cases; ++i) {
        const bool noise = i % 2 == 0;
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
                        noise ? "工地打桩声音很大" : "消防通道被占用", {113.5, 22.9}, GridId(1), Priority::Normal, {"欧阳*", "138****5678"}});
        append(Classified{MatterId(noise ? 1 : 2), noise ? CaseKind::Dispute : CaseKind::Hazard, Priority::Normal, {}});
        append(Routed{AgencyId(noise ? 2 : 1), {}, {}});
        append(Accepted{});
    }
    QVERIFY(writer.commit());
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

void SuggestCommandTest::aWrongWindowIsAWrongCall()
{
    const TempDir dir;
    makeJournal(dir, 4);
    QCOMPARE(train(dir, "m", "0").status, 2);
    QCOMPARE(train(dir, "m", "soon").status, 2);
}

ZS_TEST_MAIN(SuggestCommandTest)
#include "tst_suggest.moc"
