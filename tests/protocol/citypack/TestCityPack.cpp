#include "protocol/citypack/CityPack.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace zs;
using namespace zs::domain;

namespace {

City smallCity() {
    City c;
    c.id = "test-1";
    c.name = {"试市", "Test"};
    c.centreName = {"试市中心", "Test Centre"};
    c.duplicates = {400, std::chrono::hours(48)};
    c.remark = {"引号\"与\\反斜", "quote \" and \\"};
    c.bounds = {113, 22, 114, 23};
    const GeoRing outer{{113, 22}, {114, 22}, {114, 23}, {113, 23}};
    const GeoRing hole{{113.4, 22.4}, {113.4, 22.6}, {113.6, 22.6}, {113.6, 22.4}};
    c.towns.push_back({TownId(1), "449900001", {"甲镇", "Jia"}, {113.2, 22.2}, {{outer, hole}}});
    c.communities.push_back({CommunityId(1), "449900001001", {"乙村", "Yi"}, TownId(1)});
    c.grids.push_back({GridId(1),
                       "44990000100101",
                       {"乙01", "Yi 01"},
                       TownId(1),
                       CommunityId(1),
                       {113.2, 22.2},
                       {{outer}, {{{-113.000001, -22.5}, {-112, -22.5}, {-112, -22}}}}});
    c.agencies.push_back({AgencyId(1),
                          "centre",
                          {"中心", "Centre"},
                          {"中", "C"},
                          AgencyKind::Centre,
                          {CaseKind::Hazard, CaseKind::Request},
                          MediationRule::None});
    c.agencies.push_back({AgencyId(2),
                          "court",
                          {"法院", "Court"},
                          {"法", "Ct"},
                          AgencyKind::Court,
                          {CaseKind::Dispute},
                          MediationRule::Required});
    c.matters.push_back({MatterId(1),
                         "M001",
                         {"噪声", "Noise"},
                         CaseKind::Dispute,
                         Priority::High,
                         AgencyId(2),
                         {AgencyId(1)},
                         {.registration = {3}, .response = {5}, .onScene = {60, LimitUnit::WorkingMinutes}, .report = {2, LimitUnit::WorkingDays}, .followUp = {5, LimitUnit::NaturalDays}}});
    c.people.push_back(
        {PersonId(1), {"王伟", "Wang Wei"}, PersonRole::Mediator, AgencyId(2), GridId(1), {1320, 360}, 3, 2});
    return c;
}

void replaceIn(const QString& path, const QByteArray& from, const QByteArray& to) {
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QByteArray bytes = file.readAll();
    QVERIFY2(bytes.contains(from), from.constData());
    bytes.replace(from, to);
    file.resize(0);
    file.seek(0);
    file.write(bytes);
}

} // namespace

class TestCityPack : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }

    void whatIsWrittenIsRead() {
        QTemporaryDir dir;
        const City c = smallCity();
        QVERIFY(protocol::writeCityPack(dir.path().toStdString(), c));
        const auto read = protocol::readCityPack(dir.path().toStdString());
        QVERIFY2(read, read ? "" : read.error().sentence.c_str());
        const City& r = **read;
        QCOMPARE(r.id, c.id);
        QCOMPARE(r.remark, c.remark);
        QVERIFY(r.duplicates == c.duplicates);
        QCOMPARE(r.utcOffset, std::chrono::minutes(480));
        QCOMPARE(r.towns[0].shape, c.towns[0].shape);
        QCOMPARE(r.grids[0].shape, c.grids[0].shape);
        QCOMPARE(r.grids[0].label, c.grids[0].label);
        QCOMPARE(r.communities[0].name, c.communities[0].name);
        QCOMPARE(r.agencies[1].takes, c.agencies[1].takes);
        QCOMPARE(r.agencies[1].mediation, MediationRule::Required);
        QCOMPARE(r.matters[0].limits, c.matters[0].limits);
        QCOMPARE(r.matters[0].assisting, c.matters[0].assisting);
        QCOMPARE(r.people[0].shift.startMinute, 1320);
        QCOMPARE(r.people[0].role, PersonRole::Mediator);
        QCOMPARE(r.people[0].members, 2);
        QCOMPARE(r.centre(), &r.agencies[0]);
    }

    void aDamagedPackSaysWhere_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QByteArray>("named");
        const auto row = [](const char* name, const char* file, const char* from, const char* to,
                            const char* named) {
            QTest::newRow(name) << QString(file) << QByteArray(from) << QByteArray(to) << QByteArray(named);
        };
        row("not JSON", "people.json", "[", "{", "people.json");
        row("other format", "city.json", "zhongshu-city-pack", "zip", "\"format\"");
        row("newer version", "city.json", "\"version\":2", "\"version\":3", "\"version\"");
        row("name too long", "towns.geojson", "甲镇", QByteArray("甲").repeated(41).constData(), "\"name\"");
        row("empty name", "agencies.json", "\"zh\":\"中心\"", "\"zh\":\"\"", "\"name\"");
        row("control character", "communities.json", "乙村", "乙\\u0007村", "\"name\"");
        row("not UTF-8", "communities.json", "乙村", "\xff\xfe", "communities.json");
        row("unknown word", "agencies.json", "\"court\",\"name\"", "\"court\",\"nam\"", "\"name\"");
        row("unknown kind", "agencies.json", "\"kind\":\"court\"", "\"kind\":\"courtt\"", "\"kind\"");
        row("agency that isn't", "matters.json", "\"lead\":\"court\"", "\"lead\":\"navy\"", "\"lead\"");
        row("grid that isn't", "people.json", "\"grid\":1", "\"grid\":2", "\"grid\"");
        row("negative shift", "people.json", "[1320,360]", "[-1,360]", "\"shift\"");
        row("id out of order", "people.json", "\"id\":1", "\"id\":7", "\"id\"");
        row("open ring", "grids.geojson", "[113,22]]]", "[113,22.5]]]", "\"geometry\"");
        row("latitude beyond the pole", "towns.geojson", "[113.2,22.2]", "[113.2,122.2]", "\"label\"");
        row("number as text", "people.json", "\"capacity\":3", "\"capacity\":\"3\"", "\"capacity\"");
        row("two agencies with one code", "agencies.json", "\"court\",\"name\"", "\"centre\",\"name\"",
            "\"code\"");
        row("no centre", "agencies.json", "\"kind\":\"centre\"", "\"kind\":\"society\"", "\"kind\"");
    }

    void aDamagedPackSaysWhere() {
        QFETCH(QString, file);
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QByteArray, named);
        QTemporaryDir dir;
        QVERIFY(protocol::writeCityPack(dir.path().toStdString(), smallCity()));
        replaceIn(dir.filePath(file), from, to);
        const auto read = protocol::readCityPack(dir.path().toStdString());
        QVERIFY(!read);
        QVERIFY2(read.error().sentence.find(file.toStdString()) != std::string::npos,
                 read.error().sentence.c_str());
        QVERIFY2(read.error().sentence.find(named.toStdString()) != std::string::npos,
                 read.error().sentence.c_str());
    }

    void aMissingFileSaysWhich() {
        QTemporaryDir dir;
        QVERIFY(protocol::writeCityPack(dir.path().toStdString(), smallCity()));
        QVERIFY(QFile::remove(dir.filePath("grids.geojson")));
        const auto read = protocol::readCityPack(dir.path().toStdString());
        QVERIFY(!read);
        QCOMPARE(read.error().code, std::string("citypack.file"));
        QVERIFY(read.error().sentence.find("grids.geojson") != std::string::npos);
        QVERIFY(!protocol::readCityPack("/nowhere/at/all"));
    }

    void aFileThatIsTooLargeIsRefusedUnread() {
        QTemporaryDir dir;
        QVERIFY(protocol::writeCityPack(dir.path().toStdString(), smallCity()));
        QFile file(dir.filePath("people.json"));
        QVERIFY(file.resize(65LL << 20)); // sparse
        const auto read = protocol::readCityPack(dir.path().toStdString());
        QVERIFY(!read);
        QVERIFY(read.error().sentence.find("64 MB") != std::string::npos);
    }
};

QTEST_APPLESS_MAIN(TestCityPack)
#include "TestCityPack.moc"
