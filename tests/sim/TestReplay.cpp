#include "base/Utf8.h"
#include "base/storage/Compress.h"
#include "sim/replay/Csv.h"
#include "sim/replay/Mapping.h"
#include "sim/replay/Table.h"
#include "tests/sim/SmallCity.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace zs;
using namespace zs::sim;

namespace {

using Rows = std::vector<std::vector<std::string>>;

Rows readAll(std::string_view text) {
    Rows rows;
    CsvReader reader(text);
    while (const auto row = reader.next())
        rows.push_back(row->problem.empty() ? row->fields : std::vector<std::string>{"!" + row->problem});
    return rows;
}

void write(const QString& path, const QByteArray& bytes) {
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

const QByteArray kMapping =
    R"({"columns":{"time":"when","category":"what","lat":"lat","lon":"lon","agency":"who","status":"state","id":"id"},
 "regions":{"":[-72,42,-71,43]},"categories":[["noise","police-001"],["rat","health-004"],["secret",""]],"other_matter":"urban-006",
 "agencies":{"PD":"police","CT":"court"},"closed":["Closed"],"left_out":["Duplicate"]})";

Result<Mapping> mappingOf(const QByteArray& json) {
    QTemporaryDir dir;
    write(dir.filePath("m.json"), json);
    return readMapping(dir.filePath("m.json").toStdString());
}

} // namespace

class TestReplay : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }

    void csvAsTheRfcSays() {
        QCOMPARE(readAll("a,b\r\n1,2\r\n"), (Rows{{"a", "b"}, {"1", "2"}}));
        QCOMPARE(readAll("\xef\xbb\xbf"
                         "a,\"b\"\"c\"\n"),
                 (Rows{{"a", "b\"c"}}));
        QCOMPARE(readAll("\"x\r\ny\",z"), (Rows{{"x\r\ny", "z"}}));
        QCOMPARE(readAll("a,,\n\n,\n"), (Rows{{"a", "", ""}, {"", ""}}));
        QCOMPARE(readAll("a\rb\r"), (Rows{{"a"}, {"b"}}));
        QCOMPARE(readAll(""), Rows{});
    }

    void aBadRowDoesNotEndTheTable() {
        const Rows rows = readAll("a,b\n1,x\"y\n\"2\"z,3\n4,5\n\"never closed,6\n7,8\n");
        QCOMPARE(rows.size(), 6u);
        QVERIFY(rows[1][0].starts_with("!") && rows[2][0].starts_with("!"));
        QCOMPARE(rows[3], (std::vector<std::string>{"4", "5"}));
        QVERIFY(rows[4][0].find("isn't closed") != std::string::npos);
        QCOMPARE(rows[5], (std::vector<std::string>{"7", "8"}));
    }

    void linesAreCountedThroughQuotes() {
        CsvReader reader("h\n\"a\nb\nc\"\nlast\n");
        QCOMPARE(reader.next()->line, 1u);
        QCOMPARE(reader.next()->line, 2u);
        QCOMPARE(reader.next()->line, 5u);
    }

    void lengthsAreLimited() {
        const std::string longField(70 * 1024, 'x'), manyFields(600, ',');
        QVERIFY(readAll(longField)[0][0].starts_with("!"));
        QVERIFY(readAll('"' + longField + "\"\n1")[0][0].starts_with("!"));
        QVERIFY(readAll(manyFields)[0][0].starts_with("!"));
    }

    void packedFiles() {
        QTemporaryDir dir;
        const std::string text = "a,b\n1,2\n";
        const auto zst = storage::zstdCompress(text, 3), gz = storage::gzip(text);
        write(dir.filePath("t.csv.zst"), QByteArray::fromStdString(*zst));
        write(dir.filePath("t.csv.gz"), QByteArray::fromStdString(*gz));
        write(dir.filePath("bad.zst"), "nonsense");
        QCOMPARE(*readPacked(dir.filePath("t.csv.zst").toStdString(), 1 << 20), text);
        QCOMPARE(*readPacked(dir.filePath("t.csv.gz").toStdString(), 1 << 20), text);
        QVERIFY(!readPacked(dir.filePath("t.csv.zst").toStdString(), 4));
        QVERIFY(!readPacked(dir.filePath("bad.zst").toStdString(), 1 << 20));
        QVERIFY(!readPacked(dir.filePath("none").toStdString(), 1 << 20));
    }

    void times() {
        const auto same = [](std::string_view a, std::string_view b) {
            return parseTime(a) && parseTime(a) == parseTime(b);
        };
        QVERIFY(same("2018-04-12T11:11:26", "04/12/2018 11:11:26 AM"));
        QVERIFY(same("2018-04-12 00:30:00", "4/12/2018 12:30:00 AM"));
        QVERIFY(same("2018-04-12 12:30", "04/12/2018 12:30:00 PM"));
        QVERIFY(same("2018-04-12T11:11:26Z", "2018-04-12 13:11:26.5+02:00"));
        QCOMPARE(toUnixMillis(*parseTime("1970-01-02")), 86'400'000);
        for (const char* bad : {"", "yesterday", "2018-13-01", "2018-02-30", "2018-04-12 25:00:00",
                                "2018-04-12x", "13:00 PM", "2018-04-12 11:11:26 XM", "99999999999999"})
            QVERIFY2(!parseTime(bad), bad);
    }

    void mappings() {
        QVERIFY2(mappingOf(kMapping), "the good one");
        for (const char* bad :
             {"[]", "{", "{}", R"({"columns":{"time":"t"}})",
              R"({"columns":{"time":"t","category":"c","lat":"a","lon":"o"},"regions":{"":[1,2,1,3]}})",
              R"({"columns":{"time":"t","category":"c","lat":"a","lon":"o"},"regions":{"":[1,2,3,4]}})",
              R"({"columns":{"time":"t","category":"c","lat":"a","lon":"o","colour":"x"}})"})
            QVERIFY2(!mappingOf(bad), bad);
        const auto city = smallCity();
        Mapping wrong = *mappingOf(kMapping);
        wrong.otherMatter = "M999";
        QCOMPARE(readTable("when,what,lat,lon,who,state,id\n", wrong, *city).error().code,
                 std::string("mapping.matter"));
        QCOMPARE(readTable("when,what\n", *mappingOf(kMapping), *city).error().code,
                 std::string("replay.columns"));
    }

    void everyRowIsPlayedOrReported() {
        const auto city = smallCity();
        const auto table = readTable("when,what,lat,lon,who,state,id\n"
                                     "2020-01-01T10:05:00,Loud Noise,42.5,-71.5,PD,Closed,2\n"
                                     "2020-01-01T10:00:00,Rat seen,42.1,-71.1,XX,Open,1\n"
                                     "never,Noise,42.5,-71.5,PD,Open,3\n"
                                     "2020-01-01T10:06:00,Noise,39,-77,PD,Open,4\n"
                                     "2020-01-01T10:07:00,Noise,,,PD,Open,5\n"
                                     "2020-01-01T10:08:00,Noise,42.5,-71.5,PD,Duplicate,6\n"
                                     "2020-01-01T10:09:00,secret thing,42.5,-71.5,PD,Open,7\n"
                                     "2020-01-01T10:10:00,Noise\n"
                                     "2020-01-01T10:11:00,No\xff"
                                     "ise,42.5,-71.5,PD,Open,8\n"
                                     "2020-01-01T10:12:00,Noise,42.5,-71.5,CT,Closed,9\n"
                                     "2020-01-01T10:13:00,\"Two\nlines of rubbish\",43,-72,,Closed,10\n",
                                     *mappingOf(kMapping), *city);
        QVERIFY(table);
        QCOMPARE(table->rows, 11u);
        QCOMPARE(table->cases.size() + table->bad.size(), table->rows);
        QCOMPARE(table->cases.size(), 4u);
        std::vector<std::size_t> lines;
        for (const BadRow& b : table->bad)
            lines.push_back(b.line);
        QCOMPARE(lines, (std::vector<std::size_t>{4, 5, 6, 7, 8, 9, 10}));

        const RecordedCase &rat = table->cases[0], &noise = table->cases[1], &court = table->cases[2],
                           &rubbish = table->cases[3];
        QCOMPARE(rat.line, 3u); // sorted by time
        QCOMPARE(city->matter(noise.arrival.made.what)->code, std::string("police-001"));
        QCOMPARE(noise.arrival.next.onward, Onward::Route);
        QCOMPARE(noise.arrival.next.lead, city->agencyByCode("police")->id);
        QCOMPARE(rat.arrival.next.onward, Onward::Leave);
        QVERIFY2(!court.arrival.next.lead, "a court takes nothing that wasn't mediated");
        QVERIFY(rubbish.arrival.made.receive.title.find('\n') == std::string::npos);
        QVERIFY(!hasControlCharacters(rubbish.arrival.made.receive.detail));
        const GeoPoint p =
            noise.arrival.made.receive.place; // the middle of the box is the middle of the city
        QVERIFY(std::abs(p.lon - city->bounds.centre().lon) < 1e-9 &&
                std::abs(p.lat - city->bounds.centre().lat) < 1e-9);
        for (const RecordedCase& c : table->cases)
            QVERIFY(c.arrival.made.receive.grid && city->bounds.contains(c.arrival.made.receive.place));
        const std::string report = reportOf(*table);
        QCOMPARE(readAll(report).size(), 8u);
        QVERIFY(report.find("4,\"the time \"\"never\"\" can't be read\"") != std::string::npos);
    }

    void playsFasterThanRecorded() {
        auto table = std::make_shared<Table>();
        for (int i = 0; i < 3; ++i)
            table->cases.push_back({std::size_t(i + 2), fromUnixMillis(i * 600'000), {}});
        TableSource source(table, 600, -1);
        const TimePoint start = morning();
        QVERIFY(source.next(start) && !source.next(start));
        QVERIFY(!source.next(start + Millis(999)));
        QVERIFY(source.next(start + Millis(1000)));
        QVERIFY(!source.isOver());
        QVERIFY(source.next(start + Millis(5000)));
        QVERIFY(source.isOver() && !source.next(start + Millis(9000)));
        QVERIFY(TableSource(table, 1, 0).isOver());
    }
};

QTEST_APPLESS_MAIN(TestReplay)
#include "TestReplay.moc"
