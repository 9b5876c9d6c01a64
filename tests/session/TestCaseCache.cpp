#include "TestCaseCache.h"

#include "session/CaseStore.h"
#include "session/cache/CaseCache.h"
#include "session/cache/SetAside.h"
#include "session/cache/Shape.h"
#include "tests/session/SmallCity.h"

#include <QElapsedTimer>
#include <QFileInfo>

using namespace zs;
using session::CaseCache;

namespace {

const std::atomic<bool> go = false;

std::string fileIn(const testkit::TempDir& dir) { return (dir / "cache.db").string(); }

CaseCache opened(const testkit::TempDir& dir, const std::string& city = "small-1")
{
    auto cache = CaseCache::open(fileIn(dir), city);
    if (!cache)
        qFatal("%s", cache.error().sentence.c_str());
    return std::move(*cache);
}

CaseCache::Mark markAt(Seq seq) { return {seq, "c" + std::to_string(seq), fromUnixMillis(1000 + seq), false}; }

} // namespace

void TestCaseCache::whatIsWrittenIsReadAgain()
{
    testkit::TempDir dir;
    const auto events = testkit::history(*testkit::smallCity(), 1000, 3);
    {
        CaseCache cache = opened(dir);
        QVERIFY(cache.mark().isEmpty);
        QVERIFY(cache.replace({}, markAt(0), go));
        for (std::size_t from = 0; from < events.size(); from += 70) {
            const auto part = std::span(events).subspan(from, std::min<std::size_t>(70, events.size() - from));
            QVERIFY(cache.append(part, markAt(part.back().seq)));
        }
    }
    CaseCache cache = opened(dir);
    QVERIFY(!cache.mark().isEmpty);
    QCOMPARE(cache.mark().seq, Seq{1000});
    QCOMPARE(cache.mark().chain, std::string("c1000"));
    QCOMPARE(toUnixMillis(cache.mark().dataAt), std::int64_t{2000});
    QCOMPARE(*cache.load(go), testkit::folded(events));
    std::vector<domain::RecordedEvent> ofFive;
    for (const auto& event : events)
        if (event.caseId == CaseId{5})
            ofFive.push_back(event);
    QCOMPARE(*cache.timeline(CaseId{5}), ofFive);
}

void TestCaseCache::aSnapshotReplacesAll()
{
    testkit::TempDir dir;
    CaseCache cache = opened(dir);
    QVERIFY(cache.replace(testkit::manyCases(50), markAt(9), go));
    QVERIFY(cache.replace(testkit::manyCases(20), markAt(30), go));
    QCOMPARE(*cache.load(go), testkit::manyCases(20));
    QCOMPARE(cache.mark().seq, Seq{30});
}

void TestCaseCache::eventsOutOfOrderAreNotTaken_data()
{
    QTest::addColumn<qint64>("seq");
    QTest::addColumn<uint>("version");
    QTest::newRow("hole in the journal") << qint64(12) << 4u;
    QTest::newRow("seen before") << qint64(9) << 4u;
    QTest::newRow("hole in the case") << qint64(10) << 5u;
    QTest::newRow("the case is further") << qint64(10) << 3u;
}

void TestCaseCache::eventsOutOfOrderAreNotTaken()
{
    QFETCH(qint64, seq);
    QFETCH(uint, version);
    testkit::TempDir dir;
    CaseCache cache = opened(dir);
    domain::Case c = testkit::manyCases(1).front();
    c.version = 3;
    QVERIFY(cache.replace(std::span(&c, 1), markAt(9), go));
    const domain::RecordedEvent event{seq, c.id, version, fromUnixMillis(1), "x", domain::Noted{"x"}};
    const auto taken = cache.append(std::span(&event, 1), markAt(seq));
    QVERIFY(!taken);
    QCOMPARE(taken.error().code, std::string("cache.order"));
    QCOMPARE(cache.mark().seq, Seq{9});
    QCOMPARE(cache.load(go)->front(), c);
}

void TestCaseCache::anotherCityEmptiesIt()
{
    testkit::TempDir dir;
    {
        CaseCache cache = opened(dir);
        QVERIFY(cache.replace(testkit::manyCases(5), markAt(9), go));
    }
    CaseCache cache = opened(dir, "elsewhere");
    QVERIFY(cache.mark().isEmpty);
    QVERIFY(cache.load(go)->empty());
}

namespace {
struct OneField {
    int a = 0;
    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self) { v("a", self.a); }
};
struct OtherName {
    int b = 0;
    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self) { v("b", self.b); }
};
struct OtherType {
    double a = 0;
    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self) { v("a", self.a); }
};
}

void TestCaseCache::otherFieldsEmptyIt()
{
    QVERIFY(session::Shape::of<OneField>() == session::Shape::of<OneField>());
    QVERIFY(session::Shape::of<OneField>() != session::Shape::of<OtherName>());
    QVERIFY(session::Shape::of<OneField>() != session::Shape::of<OtherType>());

    testkit::TempDir dir;
    {
        CaseCache cache = opened(dir);
        QVERIFY(cache.replace(testkit::manyCases(5), markAt(9), go));
    }
    {
        auto db = storage::Database::open(fileIn(dir), storage::Database::Mode::ReadWriteCreate);
        QVERIFY(db->exec("update meta set value = 'small-1#1' where name = 'owner'"));
    }
    QVERIFY(opened(dir).mark().isEmpty);
}

void TestCaseCache::aDamagedFileIsKnownAsSuch_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::newRow("no database at all") << QByteArray();
    QTest::newRow("a case cut short") << QByteArray("update cases set body = substr(body, 1, 20) where id = 3");
    QTest::newRow("a case with more than it should") << QByteArray("update cases set body = body || x'00' where id = 3");
}

void TestCaseCache::aDamagedFileIsKnownAsSuch()
{
    QFETCH(QByteArray, sql);
    testkit::TempDir dir;
    {
        CaseCache cache = opened(dir);
        QVERIFY(cache.replace(testkit::manyCases(5), markAt(9), go));
    }
    if (sql.isEmpty()) {
        dir.write("cache.db", std::string(5000, 'x'));
    } else {
        auto db = storage::Database::open(fileIn(dir), storage::Database::Mode::ReadWriteCreate);
        QVERIFY(db->exec(sql.constData()));
    }
    auto cache = CaseCache::open(fileIn(dir), "small-1");
    const auto cases = cache ? cache->load(go) : Result<std::vector<domain::Case>>(Unexpected(cache.error()));
    QVERIFY(!cases);
    QCOMPARE(cases.error().code, std::string("cache.damaged"));
    cache = fail("closed", "");
    QVERIFY(session::setAside(fileIn(dir)));
    QVERIFY(QFileInfo::exists(QString::fromStdString(fileIn(dir) + ".damaged")));
    QVERIFY(opened(dir).mark().isEmpty);
}

void TestCaseCache::onlyTheOwnerMayRead()
{
    testkit::TempDir dir;
    CaseCache cache = opened(dir);
    QVERIFY(cache.replace(testkit::manyCases(5), markAt(9), go));
    for (const char* part : {"", "-wal", "-shm"}) {
        const QFileInfo file(QString::fromStdString(fileIn(dir) + part));
        if (file.exists())
            QVERIFY2(!(file.permissions() & (QFile::ReadGroup | QFile::ReadOther)), part);
    }
}

void TestCaseCache::oldEventsGo()
{
    testkit::TempDir dir;
    CaseCache cache = opened(dir);
    domain::Case c = testkit::manyCases(1).front();
    c.version = 1;
    QVERIFY(cache.replace(std::span(&c, 1), markAt(CaseCache::keptEvents - 2), go));
    for (std::uint32_t n = 0; n < 10; ++n) {
        const domain::RecordedEvent event{CaseCache::keptEvents - 1 + n, c.id, 2 + n, fromUnixMillis(n), "x", domain::Noted{"x"}};
        QVERIFY(cache.append(std::span(&event, 1), markAt(event.seq)));
    }
    QCOMPARE(cache.timeline(c.id)->size(), std::size_t{10});
    auto db = storage::Database::open(fileIn(dir), storage::Database::Mode::ReadWriteCreate);
    QVERIFY(db->exec(("insert into events values(5, 1, '{}')")));
    const domain::RecordedEvent event{CaseCache::keptEvents + 9, c.id, 12, fromUnixMillis(9), "x", domain::Noted{"x"}};
    QVERIFY(cache.append(std::span(&event, 1), markAt(event.seq)));
    QCOMPARE(cache.timeline(c.id)->size(), std::size_t{11});
}

void TestCaseCache::aHundredThousandCasesAreReadQuickly()
{
    testkit::TempDir dir;
    const auto cases = testkit::manyCases(100'000);
    QElapsedTimer timer;
    timer.start();
    {
        CaseCache cache = opened(dir);
        QVERIFY(cache.replace(cases, markAt(9), go));
    }
    const qint64 written = timer.restart();
    CaseCache cache = opened(dir);
    auto loaded = cache.load(go);
    const qint64 read = timer.restart();
    const auto contents = session::CaseStore::prepare(std::move(*loaded), std::make_shared<const domain::WorkCalendar>());
    qInfo("cache of 100,000 cases: written in %lld ms, read in %lld ms, prepared in %lld ms", written, read, timer.elapsed());
    QCOMPARE(contents.rows.size(), cases.size());
    QCOMPARE(contents.rows[77'777], cases[77'777]);
}
