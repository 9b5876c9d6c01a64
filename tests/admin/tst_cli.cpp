// zhongshu-admin as its user meets it: exit status, sentences, help.
#include "admin/cli/Command.h"
#include "tests/testkit/MockClock.h"
#include "tests/testkit/TempDir.h"
#include "tests/testkit/TestCase.h"

#include <algorithm>
#include <iterator>
#include <sstream>

using namespace zs;
using namespace zs::admin;
using testkit::MockClock;
using testkit::TempDir;

class CliTest : public testkit::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void wrongCallsEndWithASentence_data();
    void wrongCallsEndWithASentence();
    void everyCommandHasHelp();
    void valuesInBothForms();
    void pkiFromInitToRevocation();
    void ifMissingKeepsAGoodCertificate();

private:
    struct Answer {
        int status;
        std::string out;
        std::string err;
    };
    Answer call(const std::vector<std::string>& arguments);

    MockClock m_clock;
};

CliTest::Answer CliTest::call(const std::vector<std::string>& arguments)
{
    std::ostringstream out;
    std::ostringstream err;
    const int status = run(commands(), arguments, {m_clock, out}, err);
    return {status, out.str(), err.str()};
}

void CliTest::wrongCallsEndWithASentence_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("unknown") << QStringList{"fly"} << "There is no command \"fly\"";
    QTest::newRow("unknown in group") << QStringList{"pki", "fly"} << "There is no command \"pki fly\"";
    QTest::newRow("flag") << QStringList{"pki", "list", "--fly", "x"} << "There is no flag \"--fly\" here.";
    QTest::newRow("missing") << QStringList{"pki", "list"} << "--dir is missing.";
    QTest::newRow("value") << QStringList{"pki", "list", "--dir"} << "--dir needs a value (DIR).";
    QTest::newRow("empty") << QStringList{"pki", "list", "--dir="} << "--dir needs a value (DIR).";
    QTest::newRow("flag as value") << QStringList{"pki", "issue", "--dir", "--role"} << "--dir needs a value (DIR).";
    QTest::newRow("twice") << QStringList{"pki", "list", "--dir", "a", "--dir", "b"} << "--dir is given twice.";
    QTest::newRow("stray") << QStringList{"pki", "list", "a"} << "\"a\" is not expected here.";
    QTest::newRow("switch") << QStringList{"pki", "issue", "--if-missing=no"} << "--if-missing takes no value.";
    QTest::newRow("role") << QStringList{"pki", "issue", "--dir", "a", "--role", "king", "--name", "k"}
                          << "\"king\" is no role";
}

void CliTest::wrongCallsEndWithASentence()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, sentence);
    std::vector<std::string> words;
    for (const QString& word : arguments) words.push_back(word.toStdString());
    const Answer answer = call(words);
    QCOMPARE(answer.status, 2);
    QVERIFY2(QString::fromStdString(answer.err).contains(sentence), answer.err.c_str());
    QCOMPARE(std::count(answer.err.begin(), answer.err.end(), '\n'), 1);
}

void CliTest::everyCommandHasHelp()
{
    const Answer overview = call({"--help"});
    QCOMPARE(overview.status, 0);
    QCOMPARE(call({}).status, 2);
    for (const Command& command : commands()) {
        QVERIFY(overview.out.find(command.name) != std::string::npos);
        std::istringstream in{std::string(command.name)};
        std::vector<std::string> words{std::istream_iterator<std::string>(in), {}};
        words.emplace_back("--help");
        const Answer help = call(words);
        QCOMPARE(help.status, 0);
        for (const Flag& flag : command.flags) QVERIFY(help.out.find(flag.name) != std::string::npos);
    }
    QCOMPARE(call({"pki"}).status, 2);
    QCOMPARE(call({"pki", "--help"}).status, 0);
}

void CliTest::valuesInBothForms()
{
    const std::vector<Flag> flags{{"--one", Takes::Value, Need::Optional, "X", ""},
                                  {"--many", Takes::Values, Need::Optional, "X", ""},
                                  {"--yes", Takes::Nothing, Need::Optional, "", ""}};
    const std::vector<std::string> arguments{"--many", "a", "--one=b=c", "--many=d", "--yes"};
    const auto options = Options::read(flags, arguments);
    QVERIFY(options);
    QCOMPARE(options->value("--one"), std::string("b=c"));
    QCOMPARE(options->values("--many"), (std::vector<std::string>{"a", "d"}));
    QVERIFY(options->has("--yes"));
    QCOMPARE(options->value("--none", "otherwise"), std::string("otherwise"));
}

void CliTest::pkiFromInitToRevocation()
{
    const TempDir dir;
    const std::string folder = (dir / "pki").string();
    QCOMPARE(call({"pki", "init", "--dir", folder, "--host", "gw.example.cn"}).status, 0);
    const Answer issued = call({"pki", "issue", "--dir", folder, "--role", "dispatcher", "--name", "console-1"});
    QCOMPARE(issued.status, 0);
    QVERIFY(issued.out.starts_with("console-1  dispatcher  until 2027-04-03  serial "));
    QCOMPARE(call({"pki", "revoke", "--dir", folder, "--name", "console-1"}).status, 0);
    const Answer list = call({"pki", "list", "--dir", folder});
    QCOMPARE(list.status, 0);
    QVERIFY(list.out.find("REVOKED") != std::string::npos);
    QVERIFY(list.out.find("gw.example.cn") != std::string::npos);
    QCOMPARE(std::count(list.out.begin(), list.out.end(), '\n'), 2);
    const Answer unknown = call({"pki", "revoke", "--dir", folder, "--name", "nobody"});
    QCOMPARE(unknown.status, 1);
    QCOMPARE(call({"pki", "revoke", "--dir", folder}).status, 2);
    QCOMPARE(call({"pki", "list", "--dir", (dir / "nowhere").string()}).status, 1);
    QVERIFY(unknown.err.find("There is no certificate \"nobody\"") != std::string::npos);
}

void CliTest::ifMissingKeepsAGoodCertificate()
{
    const TempDir dir;
    const std::string folder = (dir / "pki").string();
    const std::vector<std::string> issue{"pki",    "issue",  "--dir",     folder,        "--role",
                                         "intake", "--name", "channel-1", "--if-missing"};
    QCOMPARE(call({"pki", "init", "--dir", folder}).status, 0);
    const Answer first = call(issue);
    QCOMPARE(first.status, 0);
    QCOMPARE(call(issue).out, first.out);
    m_clock.advance(std::chrono::days(380));
    QVERIFY(call(issue).out != first.out);
}

ZS_TEST_MAIN(CliTest)
#include "tst_cli.moc"
