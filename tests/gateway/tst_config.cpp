#include "tests/gateway/tst_config.h"

#include "gateway/config/Config.h"
#include "gateway/config/DataFolder.h"
#include "tests/testkit/TempDir.h"

#include <map>

using namespace zs;
using namespace zs::gateway;

namespace {

using Variables = std::map<std::string, std::string>;

Environment from(Variables variables)
{
    return [variables = std::move(variables)](const std::string& name) -> std::optional<std::string> {
        const auto found = variables.find(name);
        return found == variables.end() ? std::nullopt : std::optional(found->second);
    };
}

const std::vector<std::string> needed{"--data", "/d", "--city", "/c", "--pki", "/p"};

std::vector<std::string> with(std::vector<std::string> more)
{
    more.insert(more.begin(), needed.begin(), needed.end());
    return more;
}

} // namespace

void ConfigTest::allThreeWaysSayTheSame()
{
    const testkit::TempDir dir;
    const auto file = dir.write("gateway.json", R"({"data":"/d","city":"/c","pki":"/p","calendar":"/w","listen":"0.0.0.0:9000","threads":4,
        "max-connections":"50","handshake-timeout":1000,"request-timeout":2000,"stream-idle":3000,"client-backlog":1000000})");
    const std::vector<std::string> flags{"--data=/d", "--city", "/c", "--pki", "/p", "--calendar=/w", "--listen", "0.0.0.0:9000", "--threads",
                                         "4", "--max-connections=50", "--handshake-timeout", "1000", "--request-timeout",
                                         "2000", "--stream-idle", "3000", "--client-backlog", "1000000"};
    const Variables variables{{"ZHONGSHU_DATA", "/d"}, {"ZHONGSHU_CITY", "/c"}, {"ZHONGSHU_PKI", "/p"},
                              {"ZHONGSHU_CALENDAR", "/w"}, {"ZHONGSHU_LISTEN", "0.0.0.0:9000"}, {"ZHONGSHU_THREADS", "4"},
                              {"ZHONGSHU_MAX_CONNECTIONS", "50"}, {"ZHONGSHU_HANDSHAKE_TIMEOUT", "1000"},
                              {"ZHONGSHU_REQUEST_TIMEOUT", "2000"}, {"ZHONGSHU_STREAM_IDLE", "3000"},
                              {"ZHONGSHU_CLIENT_BACKLOG", "1000000"}};
    for (const auto& parsed : {readConfig(flags, from({})), readConfig({}, from(variables)),
                               readConfig({"--config", file.string()}, from({})),
                               readConfig({}, from({{"ZHONGSHU_CONFIG", file.string()}}))}) {
        QVERIFY2(parsed, parsed ? "" : parsed.error().sentence.c_str());
        const Config& c = parsed->config;
        QCOMPARE(c.data.string(), std::string("/d"));
        QCOMPARE(c.city.string(), std::string("/c"));
        QCOMPARE(c.pki.string(), std::string("/p"));
        QCOMPARE(c.calendar.string(), std::string("/w"));
        QCOMPARE(c.address, std::string("0.0.0.0"));
        QCOMPARE(c.port, 9000);
        QCOMPARE(c.threads, 4u);
        QCOMPARE(c.maxConnections, 50u);
        QCOMPARE(c.handshakeTimeout.count(), 1000);
        QCOMPARE(c.requestTimeout.count(), 2000);
        QCOMPARE(c.streamIdle.count(), 3000);
        QCOMPARE(c.clientBacklog, 1'000'000u);
    }
}

void ConfigTest::aFlagWinsOverAVariableOverTheFile()
{
    const testkit::TempDir dir;
    const auto file = dir.write("g.json", R"({"data":"/file","city":"/file","pki":"/file"})");
    const auto parsed = readConfig({"--config", file.string(), "--data", "/flag"},
                                   from({{"ZHONGSHU_DATA", "/variable"}, {"ZHONGSHU_CITY", "/variable"}}));
    QVERIFY(parsed);
    QCOMPARE(parsed->config.data.string(), std::string("/flag"));
    QCOMPARE(parsed->config.city.string(), std::string("/variable"));
    QCOMPARE(parsed->config.pki.string(), std::string("/file"));
}

void ConfigTest::wrongOnesAreRefusedWithASentence_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("names");
    QTest::newRow("unknown") << QStringList{"--port", "1"} << "--port";
    QTest::newRow("no dashes") << QStringList{"data"} << "data";
    QTest::newRow("no value") << QStringList{"--threads"} << "--threads";
    QTest::newRow("text for a number") << QStringList{"--threads", "many"} << "many";
    QTest::newRow("zero threads") << QStringList{"--threads", "0"} << "1 to 64";
    QTest::newRow("negative") << QStringList{"--max-connections", "-5"} << "-5";
    QTest::newRow("half a number") << QStringList{"--stream-idle", "10s"} << "10s";
    QTest::newRow("too short") << QStringList{"--request-timeout", "1"} << "100 to 600000";
    QTest::newRow("no port") << QStringList{"--listen", "127.0.0.1"} << "ADDRESS:PORT";
    QTest::newRow("port too high") << QStringList{"--listen", "127.0.0.1:70000"} << "65535";
    QTest::newRow("empty folder") << QStringList{"--data="} << "folder";
    QTest::newRow("no such file") << QStringList{"--config", "/nowhere/x.json"} << "/nowhere/x.json";
}

void ConfigTest::wrongOnesAreRefusedWithASentence()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, names);
    std::vector<std::string> all;
    for (const QString& a : arguments)
        all.push_back(a.toStdString());
    const auto parsed = readConfig(with(all), from({}));
    QVERIFY(!parsed);
    const QString sentence = QString::fromStdString(parsed.error().sentence);
    QVERIFY2(sentence.contains(names) && sentence.endsWith('.'), qPrintable(sentence));
    QVERIFY(!readConfig({}, from({})));
    const auto variable = readConfig(needed, from({{"ZHONGSHU_THREADS", "x"}}));
    QVERIFY(!variable && variable.error().sentence.starts_with("ZHONGSHU_THREADS "));
}

void ConfigTest::wrongFilesAreRefused_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("no json") << QByteArray("data=/d");
    QTest::newRow("a list") << QByteArray("[]");
    QTest::newRow("unknown entry") << QByteArray(R"({"dta":"/d"})");
    QTest::newRow("twice") << QByteArray(R"({"data":"/d","data":"/e"})");
    QTest::newRow("a truth") << QByteArray(R"({"threads":true})");
    QTest::newRow("a fraction") << QByteArray(R"({"threads":1.5})");
}

void ConfigTest::wrongFilesAreRefused()
{
    QFETCH(QByteArray, content);
    const testkit::TempDir dir;
    const auto file = dir.write("g.json", content.toStdString());
    const auto parsed = readConfig(with({"--config", file.string()}), from({}));
    QVERIFY(!parsed);
    QVERIFY(parsed.error().sentence.find(file.string()) != std::string::npos);
}

void ConfigTest::addressesAreRead()
{
    const auto parsed = readConfig(with({"--listen", "[::1]:8443"}), from({}));
    QVERIFY(parsed);
    QCOMPARE(parsed->config.address, std::string("::1"));
    QCOMPARE(readConfig(with({"--listen", "127.0.0.1:0"}), from({}))->config.port, 0);
}

void ConfigTest::helpListsEveryOption()
{
    QVERIFY(readConfig({"--help"}, from({}))->asked == Asked::Help);
    QVERIFY(readConfig({"--version"}, from({}))->asked == Asked::Version);
    const std::string help = configHelp();
    for (const char* name : {"--data", "--city", "--pki", "--listen", "--config", "ZHONGSHU_CLIENT_BACKLOG", "SIGHUP"})
        QVERIFY2(help.find(name) != std::string::npos, name);
}

void ConfigTest::oneFolderHasOneGateway()
{
    const testkit::TempDir dir;
    {
        const auto first = DataFolder::lock(dir / "data");
        QVERIFY(first);
        QCOMPARE(std::filesystem::status(dir / "data").permissions(), std::filesystem::perms::owner_all);
        const auto second = DataFolder::lock(dir / "data");
        QVERIFY(!second);
        QCOMPARE(second.error().code, std::string("data.locked"));
    }
    QVERIFY(DataFolder::lock(dir / "data"));
    QVERIFY(!DataFolder::lock(dir.write("file", "x") / "data"));
}
