#include "TestSnapshot.h"

#include "base/storage/Compress.h"
#include "protocol/JsonWriter.h"
#include "session/sync/Snapshot.h"
#include "tests/session/SmallCity.h"

#include <QElapsedTimer>

using namespace zs;
using session::readSnapshot;

namespace {

const std::atomic<bool> go = false;

std::string encoded(const std::vector<domain::Case>& cases)
{
    std::string out = R"({"v":1,"seq":42,"now":1772440860000,"city":"small-1","cases":[)";
    for (std::size_t i = 0; i < cases.size(); ++i) {
        if (i > 0)
            out += ',';
        protocol::JsonWriter(out).value(cases[i]);
    }
    return out + "]}";
}

} // namespace

void TestSnapshot::packedAndPlain()
{
    for (const std::size_t count : {0, 1, 40}) {
        const auto cases = testkit::manyCases(count);
        const std::string plain = encoded(cases);
        for (const std::string& bytes : {plain, *storage::zstdCompress(plain, 1)}) {
            const auto read = readSnapshot(bytes, go);
            QVERIFY2(read, read ? "" : read.error().sentence.c_str());
            QCOMPARE(read->seq, Seq{42});
            QCOMPARE(read->city, std::string("small-1"));
            QCOMPARE(toUnixMillis(read->now), std::int64_t{1772440860000});
            QCOMPARE(read->cases, cases);
        }
    }
}

void TestSnapshot::textThatLooksLikeJson()
{
    auto cases = testkit::manyCases(3);
    cases[0].title = R"(a]}"{[\",)";
    cases[1].title = R"(\)";
    cases[2].detail = "\"cases\":[{}]";
    const auto read = readSnapshot(encoded(cases), go);
    QVERIFY2(read, read ? "" : read.error().sentence.c_str());
    QCOMPARE(read->cases, cases);
}

void TestSnapshot::newerFieldsAreIgnored()
{
    const auto read = readSnapshot(R"( { "v" : 1, "more":{"a":[1,"]"]}, "cases" : [ ] , "seq":1,"now":2,"city":"x","z":null } )", go);
    QVERIFY2(read, read ? "" : read.error().sentence.c_str());
    QCOMPARE(read->city, std::string("x"));
}

void TestSnapshot::everyCutIsNoticed()
{
    const std::string plain = encoded(testkit::manyCases(2));
    for (std::size_t n = 0; n < plain.size(); ++n)
        QVERIFY(!readSnapshot(std::string_view(plain).substr(0, n), go));
    const std::string packed = *storage::zstdCompress(plain, 1);
    for (std::size_t n = 0; n < packed.size(); ++n)
        QVERIFY(!readSnapshot(std::string_view(packed).substr(0, n), go));
}

void TestSnapshot::nonsense_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("another version") << R"({"v":2,"seq":1,"now":2,"city":"x","cases":[]})";
    QTest::newRow("no cases") << R"({"v":1,"seq":1,"now":2,"city":"x"})";
    QTest::newRow("cases not a list") << R"({"v":1,"seq":1,"now":2,"city":"x","cases":{}})";
    QTest::newRow("a case that is none") << R"({"v":1,"seq":1,"now":2,"city":"x","cases":[1]})";
    QTest::newRow("an empty case") << R"({"v":1,"seq":1,"now":2,"city":"x","cases":[{}]})";
    QTest::newRow("no seq") << R"({"v":1,"now":2,"city":"x","cases":[]})";
    QTest::newRow("brackets") << QString(100'000, u'[');
    QTest::newRow("list") << "[]";
}

void TestSnapshot::nonsense()
{
    QFETCH(QString, text);
    const auto read = readSnapshot(text.toStdString(), go);
    QVERIFY(!read);
    QCOMPARE(read.error().code, std::string("snapshot.form"));
}

void TestSnapshot::stopsWhenAsked()
{
    const std::atomic<bool> stop = true;
    QCOMPARE(readSnapshot(encoded(testkit::manyCases(3)), stop).error().code, std::string("snapshot.stopped"));
}

void TestSnapshot::aHundredThousandCases()
{
    const auto cases = testkit::manyCases(100'000);
    const std::string plain = encoded(cases);
    const std::string packed = *storage::zstdCompress(plain, 1);
    QElapsedTimer timer;
    timer.start();
    const auto read = readSnapshot(packed, go);
    qInfo("snapshot of 100,000 cases: %.1f MB, packed %.1f MB, read in %lld ms", double(plain.size()) / 1e6,
          double(packed.size()) / 1e6, timer.elapsed());
    QVERIFY(read);
    QCOMPARE(read->cases.size(), cases.size());
    QCOMPARE(read->cases.back(), cases.back());
}
