#include "domain/catalogue/CityMatters.h"
#include "domain/catalogue/Validate.h"
#include "protocol/vocab/Catalogue.h"
#include "sim/city/Agencies.h"
#include "tests/testkit/TempDir.h"
#include "tests/testkit/TestCase.h"

#include <QFile>
#include <QTemporaryDir>

#include <algorithm>
#include <map>
#include <set>

using namespace zs;
using namespace zs::domain;

class VocabCatalogueTest : public testkit::TestCase {
    Q_OBJECT

    const std::shared_ptr<const Catalogue> shipped = protocol::shippedCatalogue();

private Q_SLOTS:
    void theShippedCatalogueIsTheFileOfTheSources()
    {
        QFile file(QString::fromStdString(testkit::sourceRoot().string()) + QStringLiteral("/resources/vocab/routing/catalogue.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY(bytes == QByteArray(protocol::shippedCatalogueText.data(), qsizetype(protocol::shippedCatalogueText.size())));
        QVERIFY(protocol::writeCatalogue(*shipped) == bytes.toStdString()); // sorted, one record a line
    }

    void itHolds18DepartmentsAnd475GridMatters()
    {
        QCOMPARE(shipped->departments.size(), 18u);
        std::map<std::string, int> perDepartment;
        std::set<std::string> zh, en;
        int grid = 0, disputes = 0;
        for (const CatalogueMatter& m : shipped->matters) {
            ++(m.list == MatterList::Grid ? grid : disputes);
            if (m.list == MatterList::Grid)
                ++perDepartment[m.department];
            QVERIFY2(zh.insert(m.name.zh).second, m.name.zh.c_str());
            QVERIFY2(en.insert(m.name.en).second, m.name.en.c_str());
            QVERIFY2(m.list == MatterList::Grid || m.kind == CaseKind::Dispute, m.code.c_str());
            QVERIFY2(!m.keywords.empty(), m.code.c_str());
        }
        QCOMPARE(grid, 475);
        QCOMPARE(disputes, 22);
        QCOMPARE(perDepartment.size(), 18u);
        for (const auto& [department, count] : perDepartment)
            QVERIFY2(count >= 10, department.c_str());
    }

    /// Matters are about places and services, never about kinds of people (PRIVACY.md).
    void itNamesNoKindsOfPeople()
    {
        for (const CatalogueMatter& m : shipped->matters)
            for (const char* word : {"刑满", "刑释", "安置帮教", "社区矫正", "吸毒", "精神障碍", "上访人", "重点人员", "信教"}) {
                QVERIFY2(m.name.zh.find(word) == std::string::npos, m.name.zh.c_str());
                for (const std::string& keyword : m.keywords)
                    QVERIFY2(keyword.find(word) == std::string::npos, (m.code + ": " + keyword).c_str());
            }
    }

    void itFitsTheAgenciesOfTheDemoCity()
    {
        City city;
        sim::addAgencies(city);
        for (const Fault& fault : faultsOf(*shipped, city))
            qWarning("%s", fault.sentence.en.c_str());
        sim::addMatters(city);
        QCOMPARE(city.matters.size(), shipped->matters.size());
        for (const Matter& m : city.matters) {
            QVERIFY2(!m.limits.report.isNone() && !m.limits.response.isNone() && !m.limits.onScene.isNone(), m.code.c_str());
            if (m.priority == Priority::Urgent)
                QVERIFY2(m.limits.onScene.unit == LimitUnit::Minutes && m.limits.onScene.amount <= 60, m.code.c_str());
        }
    }

    void readingWhatWasWrittenGivesTheSame()
    {
        const auto again = protocol::readCatalogue(protocol::writeCatalogue(*shipped));
        QVERIFY(again.has_value());
        QVERIFY(**again == *shipped);
    }

    void aFileIsReadAndItsFaultsAreSaid()
    {
        QTemporaryDir dir;
        const std::filesystem::path path = dir.filePath(QStringLiteral("c.json")).toStdString();
        QCOMPARE(protocol::readCatalogueFile(path).error().code, std::string("catalogue.file"));
        QFile file(QString::fromStdString(path.string()));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray::fromStdString(std::string(protocol::shippedCatalogueText)));
        file.close();
        QVERIFY(protocol::readCatalogueFile(path).has_value());
    }

    void whatIsWrongIsRefused_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::newRow("format") << "zhongshu-routing-catalogue" << "other";
        QTest::newRow("kind") << "\"kind\":\"hazard\"" << "\"kind\":\"weather\"";
        QTest::newRow("level") << "\"level\":\"any\"" << "\"level\":\"moon\"";
        QTest::newRow("amount") << "\"amount\":30," << "\"amount\":-30,";
        QTest::newRow("unit") << "\"unit\":\"working_days\"" << "\"unit\":\"moons\"";
        QTest::newRow("code") << "\"code\":\"fire-001\"" << ("\"code\":\"" + QString(49, QLatin1Char('x')) + "\"");
        QTest::newRow("keyword") << "\"keywords\":[" << "\"keywords\":[1,";
        QTest::newRow("control") << "\"lead\":\"fire\"" << "\"lead\":\"fi\\u0001re\"";
        QTest::newRow("section") << "\"rules\":[" << "\"tools\":[";
    }

    void whatIsWrongIsRefused()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QString json = QString::fromStdString(std::string(protocol::shippedCatalogueText));
        QVERIFY(json.contains(from));
        json.replace(json.indexOf(from), from.size(), to);
        const auto read = protocol::readCatalogue(json.toStdString());
        QVERIFY(!read.has_value());
        QCOMPARE(read.error().code, std::string("catalogue.field"));
        QVERIFY(read.error().sentence.ends_with("."));
    }

    void whatIsNoJsonOrTooLongIsRefused()
    {
        QCOMPARE(protocol::readCatalogue("{").error().code, std::string("catalogue.json"));
        QCOMPARE(protocol::readCatalogue("[]").error().code, std::string("catalogue.field"));
        QCOMPARE(protocol::readCatalogue(std::string(protocol::kMaxCatalogueBytes + 1, ' ')).error().code, std::string("catalogue.size"));
    }
};

ZS_TEST_MAIN(VocabCatalogueTest)
#include "TestCatalogue.moc"
