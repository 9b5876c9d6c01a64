// The arrows of the design, kept: every include and every link of this tree, and the checker itself.
#include "tests/architecture/ArrowCheck.h"
#include "tests/testkit/TempDir.h"
#include "tests/testkit/TestCase.h"

#include <cstdio>

using namespace zs;
using namespace zs::architecture;
using testkit::TempDir;

class ArchitectureTest : public testkit::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void arrowsOfThisTree();
    void linksOfThisTree();
    void chartsStandInOneTarget();
    void noWidgetUnderSrc();
    void arrowThatRunsBackIsReported();
    void unknownThingsAreReported();
    void longFileIsReported();
    void commentsAndGeneratedHeadersDontCount();
    void tableWithACircleIsRefused();
    void tableThatNamesNobodyIsRefused();
    void linkThatRunsBackIsReported();

private:
    ArrowTable tableOfTheTree();
    Tree fixture(const TempDir& dir);
};

namespace {

const std::string smallTable = R"(
[includes]
src
.
[libraries]
qtcore    | QtCore/     | Qt6::Core
qtwidgets | QtWidgets/  | Qt6::Widgets
sqlite    | sqlite3.h   | PkgConfig::SQLITE3
[targets]
base   | src/base   | -           | qtcore
domain | src/domain | base        | -
store  | src/base/store | base    | sqlite
panel  | ui/panel   | domain      | qtcore qtwidgets
)";

QString joined(const std::vector<std::string>& problems)
{
    QString text;
    for (const std::string& problem : problems) text += QString::fromStdString(problem) + u'\n';
    return text;
}

/// One line each: QtTest cuts a long message short.
void report(const std::vector<std::string>& problems)
{
    for (const std::string& problem : problems) std::fprintf(stderr, "%s\n", problem.c_str());
}

ArrowTable tableFrom(const std::string& text)
{
    const auto table = ArrowTable::read(text);
    if (!table) qFatal("%s", table.error().sentence.c_str());
    return *table;
}

} // namespace

ArrowTable ArchitectureTest::tableOfTheTree()
{
    return tableFrom(testkit::contentOf(testkit::sourceRoot() / "tests/architecture/arrows.txt"));
}

Tree ArchitectureTest::fixture(const TempDir& dir)
{
    dir.write("qt/QtCore/QString", "");
    dir.write("qt/QtWidgets/QLabel", "");
    dir.write("src/base/Text.h", "#include <QString>\n#include <string>\n");
    dir.write("src/base/store/Store.cpp", "#include \"base/Text.h\"\n#include <sqlite3.h>\n");
    dir.write("src/domain/Case.h", "#include \"base/Text.h\"\n");
    dir.write("ui/panel/Panel.cpp", "#include \"Panel.h\"\n#include \"domain/Case.h\"\n#include \"base/Text.h\"\n");
    dir.write("ui/panel/Panel.h", "#include <QLabel>\n");
    return {dir.path(), {"src", "ui"}, dir / "qt"};
}

void ArchitectureTest::arrowsOfThisTree()
{
    const Tree tree{testkit::sourceRoot(), {"src", "ui", "plugins", "maps", "resources", "tests"}, ZS_QT_HEADERS};
    QVERIFY(std::filesystem::exists(tree.qtHeaders / "QtCore/QString"));
    const auto problems = checkSources(tableOfTheTree(), tree);
    report(problems);
    QVERIFY(problems.empty());
}

void ArchitectureTest::linksOfThisTree()
{
    const std::string targets = testkit::contentOf(ZS_TARGETS_FILE);
    QVERIFY(targets.find("zs_base|") != std::string::npos);
    const auto problems = checkLinks(tableOfTheTree(), targets);
    report(problems);
    QVERIFY(problems.empty());
}

void ArchitectureTest::chartsStandInOneTarget()
{
    const ArrowTable table = tableOfTheTree();
    const Library* charts = table.libraryOfHeader("QtCharts/QChart");
    QVERIFY(charts);
    QVERIFY(table.mayUse(*table.rowNamed("charts"), *charts));
    for (const char* path : {"ui/shell/MainWindow.cpp", "ui/kit/Theme.cpp", "ui/briefing/Page.cpp", "ui/main.cpp",
                             "plugins/sdk/src/Panel.cpp", "src/session/Session.cpp"}) {
        const Row* row = table.rowOf(path);
        QVERIFY2(!row || !table.mayUse(*row, *charts), path);
    }
}

void ArchitectureTest::noWidgetUnderSrc()
{
    const ArrowTable table = tableOfTheTree();
    const Library* widgets = table.libraryOfHeader("QtWidgets/QWidget");
    QVERIFY(widgets);
    for (const char* folder : {"base", "base/storage", "domain", "geo", "protocol", "link", "session", "gateway",
                               "gateway/main.cpp", "sim", "sim/main.cpp", "admin", "admin/main.cpp"}) {
        const Row* row = table.rowOf(std::string("src/") + folder);
        QVERIFY2(row && !table.mayUse(*row, *widgets), folder);
    }
    QVERIFY(!table.mayUse(*table.rowNamed("gateway"), *table.rowNamed("session")));
    QVERIFY(!table.mayUse(*table.rowNamed("session"), *table.rowNamed("gateway")));
}

void ArchitectureTest::arrowThatRunsBackIsReported()
{
    const TempDir dir;
    const Tree tree = fixture(dir);
    QCOMPARE(joined(checkSources(tableFrom(smallTable), tree)), QString());

    dir.write("src/base/Bad.cpp", "#include <string>\n\n#include \"domain/Case.h\"\n");
    dir.write("src/domain/Bad.cpp", "  #  include <QLabel>\n#include \"ui/panel/Panel.h\"\n");
    dir.write("src/domain/Sql.cpp", "#include \"base/store/Store.cpp\"\n#include <sqlite3.h>\n");
    QCOMPARE(joined(checkSources(tableFrom(smallTable), tree)),
             QStringLiteral("src/base/Bad.cpp:3: base may not use domain (\"domain/Case.h\").\n"
                            "src/domain/Bad.cpp:1: domain may not use qtwidgets (<QLabel>).\n"
                            "src/domain/Bad.cpp:2: domain may not use panel (\"ui/panel/Panel.h\").\n"
                            "src/domain/Sql.cpp:1: domain may not use store (\"base/store/Store.cpp\").\n"
                            "src/domain/Sql.cpp:2: domain may not use sqlite (<sqlite3.h>).\n"));
}

void ArchitectureTest::unknownThingsAreReported()
{
    const TempDir dir;
    const Tree tree = fixture(dir);
    dir.write("src/new/A.cpp", "#include <vector>\n");
    dir.write("src/base/B.cpp", "#include <curl/curl.h>\n#include \"nowhere.h\"\n#include <QNowhere>\n");
    QCOMPARE(joined(checkSources(tableFrom(smallTable), tree)),
             QStringLiteral("src/base/B.cpp:1: <curl/curl.h> belongs to no library of arrows.txt.\n"
                            "src/base/B.cpp:2: \"nowhere.h\" is not in this tree; headers of others are written <…>.\n"
                            "src/base/B.cpp:3: <QNowhere> belongs to no library of arrows.txt.\n"
                            "src/new/A.cpp:1: no target of arrows.txt owns this file.\n"));
}

void ArchitectureTest::longFileIsReported()
{
    const TempDir dir;
    const Tree tree = fixture(dir);
    dir.write("src/base/Long.cpp", std::string(600, '\n'));
    QCOMPARE(joined(checkSources(tableFrom(smallTable), tree)), QString());
    dir.write("src/base/Long.cpp", std::string(601, '\n'));
    dir.write("ui/panel/page.ts", std::string(601, '\n'));
    QCOMPARE(checkSources(tableFrom(smallTable), tree).size(), std::size_t(2));
}

void ArchitectureTest::commentsAndGeneratedHeadersDontCount()
{
    const auto found = includesOf("// #include <a>\n/* #include <b>\n#include <c> */ #include <d>\n"
                                  "#include <e> // why\nauto s = \"#include <f>\";\n#if 0\n#include \"g.h\"\n#endif");
    QCOMPARE(found.size(), std::size_t(3));
    QCOMPARE(found[0].header, std::string("d"));
    QCOMPARE(found[0].line, 3);
    QCOMPARE(found[1].header, std::string("e"));
    QCOMPARE(found[2].header, std::string("g.h"));
    QVERIFY(found[2].quoted);

    const TempDir dir;
    const Tree tree = fixture(dir);
    dir.write("ui/panel/Form.cpp", "#include \"ui_Form.h\"\n#include \"Form.moc\"\n#include \"moc_Form.cpp\"\n");
    QCOMPARE(joined(checkSources(tableFrom(smallTable), tree)), QString());
}

void ArchitectureTest::tableWithACircleIsRefused()
{
    const auto table = ArrowTable::read("[targets]\na | src/a | b | -\nb | src/b | c | -\nc | src/c | a | -\n");
    QVERIFY(!table);
    QCOMPARE(table.error().code, std::string("arrows.circle"));
}

void ArchitectureTest::tableThatNamesNobodyIsRefused()
{
    QCOMPARE(ArrowTable::read("[targets]\na | src/a | b | -\n").error().code, std::string("arrows.unknown"));
    QCOMPARE(ArrowTable::read("[targets]\na | src/a | - | qt\n").error().code, std::string("arrows.unknown"));
    QCOMPARE(ArrowTable::read("[targets]\na | src/a | -\n").error().sentence,
             std::string("arrows.txt:2: a target has four cells: name | places | may use | libraries."));
}

void ArchitectureTest::linkThatRunsBackIsReported()
{
    const ArrowTable table = tableFrom(smallTable);
    const std::string good = "zs_base|src/base/Text.cpp|Qt6::Core\nzs_domain|src/domain/Case.cpp|zs_base\n"
                             "zs_panel|ui/panel/Panel.cpp|zs_domain Qt6::Widgets\n";
    QCOMPARE(joined(checkLinks(table, good)), QString());
    QCOMPARE(joined(checkLinks(table, good + "zs_extra|src/domain/Extra.cpp|zs_panel Qt6::Widgets Qt6::Quick\n"
                                             "zs_lost|src/lost/Lost.cpp|zs_base\n")),
             QStringLiteral("zs_extra links zs_panel: domain may not use panel.\n"
                            "zs_extra links Qt6::Widgets: domain may not use qtwidgets.\n"
                            "zs_extra links Qt6::Quick, which no library of arrows.txt is.\n"
                            "zs_lost (src/lost/Lost.cpp): no target of arrows.txt owns it.\n"));
}

ZS_TEST_MAIN(ArchitectureTest)
#include "tst_architecture.moc"
