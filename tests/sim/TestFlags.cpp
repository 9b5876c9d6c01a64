#include "sim/Flags.h"

#include <QTest>

using namespace zs;
using namespace zs::sim;

namespace {
constexpr FlagSpec kSpecs[] = {{"--out", "DIR", "where", FlagSpec::Need::Required},
                               {"--seed", "N", "which"},
                               {"--rate", "X", "how many"},
                               {"--quiet", "", "say nothing"}};

Result<Flags> parse(std::vector<std::string_view> arguments) {
    return Flags::parse(arguments, kSpecs);
}
} // namespace

class TestFlags : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }

    void reads() {
        const auto flags = parse({"--out", "x", "--seed=42", "--quiet", "--rate", "1.5"});
        QVERIFY(flags);
        QCOMPARE(flags->text("--out"), std::string("x"));
        QCOMPARE(*flags->integer("--seed", 7, 0, 100), 42);
        QCOMPARE(*flags->real("--rate", 0, 0, 9), 1.5);
        QVERIFY(flags->has("--quiet"));
        QCOMPARE(*parse({"--out", "x"})->integer("--seed", 7, 0, 100), 7);
    }

    void refuses() {
        for (const auto& arguments :
             std::vector<std::vector<std::string_view>>{{},
                                                        {"--out"},
                                                        {"--out", "x", "--sed", "1"},
                                                        {"--out", "x", "--quiet=1"},
                                                        {"x"},
                                                        {"--out", "x", "--out", "y"}}) {
            const auto flags = parse(arguments);
            QVERIFY(!flags);
            QCOMPARE(flags.error().code, std::string("flags"));
        }
        QVERIFY(!parse({"--out", "x", "--seed", "7x"})->integer("--seed", 7, 0, 100));
        QVERIFY(!parse({"--out", "x", "--seed", "101"})->integer("--seed", 7, 0, 100));
        QVERIFY(!parse({"--out", "x", "--rate", "nan"})->real("--rate", 7, 0, 100));
    }

    void helpNamesThemAll() {
        const std::string help = describe(kSpecs);
        QVERIFY(help.find("--out DIR") != std::string::npos && help.find("(required)") != std::string::npos);
    }
};

QTEST_APPLESS_MAIN(TestFlags)
#include "TestFlags.moc"
