// The generator, its pack and its base map, as a whole.
#include "base/storage/Sqlite.h"
#include "geo/GridIndex.h"
#include "geo/Polygon.h"
#include "maps/basemap/Tiler.h"
#include "protocol/citypack/CityPack.h"
#include "sim/city/DemoCity.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>
#include <set>

using namespace zs;
using namespace zs::sim;
using namespace zs::domain;

class TestDemoCity : public QObject {
    Q_OBJECT
    DemoCity m_demo;

    geo::GridIndex gridIndex() const {
        std::vector<const GeoShape*> shapes;
        for (const Grid& g : m_demo.city.grids)
            shapes.push_back(&g.shape);
        return geo::GridIndex(shapes);
    }

private Q_SLOTS:
    void initTestCase() {
        QElapsedTimer timer;
        timer.start();
        m_demo = makeDemoCity(7);
        qInfo("made in %lld ms", static_cast<long long>(timer.elapsed()));
    }
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }

    void hasTheSizeOfARealCity() {
        const City& c = m_demo.city;
        QCOMPARE(c.towns.size(), 33u);
        QCOMPARE(c.communities.size(), 609u);
        QCOMPARE(c.grids.size(), 2927u);
        QCOMPARE(c.people.size(), 10291u);
        QVERIFY(c.matters.size() >= 60);
        double area = 0;
        for (const Town& t : c.towns)
            area += geo::areaSquareMetres(t.shape) / 1e6;
        QVERIFY2(area > 2300 && area < 2650, std::to_string(area).c_str());
        QVERIFY(c.bounds.west > 113 && c.bounds.east < 114.5 && c.bounds.south > 22 && c.bounds.north < 23.5);
    }

    void theOtherSeedIsAnotherCity() {
        const DemoCity other = makeDemoCity(8);
        QCOMPARE(other.city.grids.size(), 2927u);
        QCOMPARE(other.city.people.size(), 10291u);
        QVERIFY(other.city.grids[0].shape != m_demo.city.grids[0].shape);
    }

    void gridsFillTheirTown() {
        std::vector<double> sum(m_demo.city.towns.size(), 0);
        for (const Grid& g : m_demo.city.grids) {
            sum[g.town.value - 1] += geo::areaSquareMetres(g.shape);
            const Town& town = *m_demo.city.town(g.town);
            QVERIFY2(geo::contains(town.shape, g.label), g.name.zh.c_str());
            QCOMPARE(m_demo.city.community(g.community)->town, g.town);
            QVERIFY(g.code.starts_with(m_demo.city.community(g.community)->code));
        }
        for (std::size_t t = 0; t < sum.size(); ++t) {
            const double town = geo::areaSquareMetres(m_demo.city.towns[t].shape);
            QVERIFY2(std::abs(sum[t] - town) / town < 1e-3, m_demo.city.towns[t].name.zh.c_str());
        }
    }

    void everyLabelIsFoundInItsGrid() {
        const geo::GridIndex index = gridIndex();
        for (std::size_t i = 0; i < m_demo.city.grids.size(); ++i)
            QCOMPARE(index.find(m_demo.city.grids[i].label), std::optional(i));
    }

    void everyPointOfATownHasAGrid() {
        const geo::GridIndex index = gridIndex();
        const GeoBounds b = m_demo.city.bounds;
        std::size_t asked = 0, none = 0, twice = 0;
        for (double lon = b.west; lon < b.east; lon += 0.0037) {
            for (double lat = b.south; lat < b.north; lat += 0.0041) {
                std::size_t towns = 0;
                for (const Town& t : m_demo.city.towns)
                    towns += geo::contains(t.shape, {lon, lat});
                twice += towns > 1;
                if (towns > 0) {
                    ++asked;
                    none += !index.find({lon, lat});
                }
            }
        }
        QVERIFY(asked > 10000);
        QCOMPARE(twice, 0u);
        QCOMPARE(none, 0u);
    }

    void namesAndCodesAreUnique() {
        std::set<std::string> codes, names, english;
        for (const Town& t : m_demo.city.towns)
            QVERIFY(codes.insert(t.code).second && names.insert(t.name.zh).second && t.code.size() == 9);
        for (const Community& c : m_demo.city.communities)
            QVERIFY(codes.insert(c.code).second && names.insert(c.name.zh).second && c.code.size() == 12);
        for (const Grid& g : m_demo.city.grids)
            QVERIFY(codes.insert(g.code).second && names.insert(g.name.zh).second &&
                    english.insert(g.name.en).second);
    }

    void someoneIsAlwaysOnDuty() {
        for (int minute = 0; minute < 1440; minute += 10) {
            const TimePoint now = fromUnixMillis((1'700'006'400LL + minute * 60) * 1000);
            std::size_t people = 0, police = 0;
            for (const Person& p : m_demo.city.people) {
                if (isOnDuty(p.shift, now, m_demo.city.utcOffset)) {
                    ++people;
                    police += p.role == PersonRole::PoliceOfficer;
                }
            }
            QVERIFY2(people >= 1000 && police >= 400, qPrintable(QString::number(people)));
        }
    }

    void agenciesAndMattersFitTogether() {
        const City& c = m_demo.city;
        QVERIFY(c.centre());
        const char* lanes[] = {"police", "justice",   "court",  "housing", "urban",
                               "labour", "emergency", "market", "health"};
        for (std::size_t i = 0; i < std::size(lanes); ++i)
            QCOMPARE(c.agencies[i + 1].code, std::string(lanes[i]));
        QCOMPARE(c.agencyByCode("court")->mediation, MediationRule::Required);
        for (const Matter& m : c.matters) {
            const Agency* lead = c.agency(m.lead);
            QVERIFY2(std::ranges::find(lead->takes, m.kind) != lead->takes.end(), m.name.en.c_str());
            QVERIFY(!m.limits.registration.isNone() && !m.limits.response.isNone() && !m.limits.acceptance.isNone());
            QVERIFY(!m.limits.onScene.isNone() && !m.limits.report.isNone() && !m.limits.followUp.isNone());
            for (const AgencyId a : m.assisting)
                QVERIFY(a != m.lead && c.agency(a));
        }
    }

    void packAndTilesAreTheSameEveryTime() {
        QTemporaryDir one, two;
        for (const QTemporaryDir* dir : {&one, &two}) {
            const DemoCity again = makeDemoCity(7);
            QVERIFY(protocol::writeCityPack(dir->path().toStdString(), again.city));
            QElapsedTimer timer;
            timer.start();
            const auto stats =
                basemap::writeMbtiles(dir->filePath("basemap.mbtiles").toStdString(), again.basemap);
            QVERIFY(stats);
            qInfo("base map: %llu tiles in %lld ms", static_cast<unsigned long long>(stats->tiles),
                  static_cast<long long>(timer.elapsed()));
        }
        const QStringList files = QDir(one.path()).entryList(QDir::Files);
        QCOMPARE(files.size(), 8);
        for (const QString& name : files) {
            QFile a(one.filePath(name)), b(two.filePath(name));
            QVERIFY(a.open(QIODevice::ReadOnly) && b.open(QIODevice::ReadOnly));
            QVERIFY2(a.readAll() == b.readAll(), qPrintable(name));
        }
        QElapsedTimer timer;
        timer.start();
        const auto read = protocol::readCityPack(one.path().toStdString());
        qInfo("pack read in %lld ms", static_cast<long long>(timer.elapsed()));
        QVERIFY2(read, read ? "" : read.error().sentence.c_str());
        QCOMPARE((*read)->grids.back().shape, m_demo.city.grids.back().shape);
        QCOMPARE((*read)->people.back().name, m_demo.city.people.back().name);
        auto db = storage::Database::open(one.filePath("basemap.mbtiles").toStdString(),
                                          storage::Database::Mode::ReadOnly);
        QVERIFY(db);
        auto zooms = db->prepare("SELECT min(zoom_level), max(zoom_level) FROM tiles");
        QVERIFY(*zooms->step() == storage::Statement::Step::Row);
        QCOMPARE(zooms->integer(0), 6);
        QCOMPARE(zooms->integer(1), 14);
    }
};

QTEST_APPLESS_MAIN(TestDemoCity)
#include "TestDemoCity.moc"
