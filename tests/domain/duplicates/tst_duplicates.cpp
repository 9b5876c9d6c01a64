// Candidates for the same matter: the reasons are right, the index finds exactly what looking at every case finds, and nothing
// that a person can type upsets it.
#include "base/Utf8.h"
#include "base/storage/Compress.h"
#include "domain/duplicates/DuplicateIndex.h"
#include "tests/domain/CityFixture.h"
#include "tests/testkit/TempDir.h"
#include "tests/testkit/TestCase.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <chrono>
#include <random>

using namespace std::chrono_literals;
using namespace zs;
using namespace zs::domain;
using namespace zs::domain::duplicates;

namespace {

const TimePoint now = fromUnixMillis(1'795'392'000'000);
constexpr GeoPoint square{113.7500, 23.0200};

/// A place so many metres east and north.
GeoPoint off(GeoPoint from, double east, double north)
{
    const double perLat = 111'195.08;
    return {from.lon + east / (perLat * std::cos(from.lat * 3.14159265358979 / 180)), from.lat + north / perLat};
}

Case noise()
{
    Case c;
    c.id = CaseId(412);
    c.phase = Phase::Accepted;
    c.kind = CaseKind::Dispute;
    c.matter = MatterId(1);
    c.title = "东门工地夜间施工噪声";
    c.detail = "凌晨一点仍在打桩，居民无法休息。";
    c.place = square;
    c.receivedAt = now - 3h;
    c.reporter = {"王*", "138****5678"};
    return c;
}

Probe sameNoise()
{
    Probe p;
    p.place = off(square, 120, 0);
    p.at = now;
    p.kind = CaseKind::Dispute;
    p.title = "夜间施工噪声扰民";
    p.detail = "工地打桩。";
    return p;
}

std::optional<Candidate> judge(const Probe& probe, const Case& state, DuplicateRules rules = {})
{
    static const City city = test::smallCity();
    return Comparison(probe, rules, city).judge(state);
}

const char* const titles[] = {"夜间施工噪声", "东门工地夜间施工噪声扰民", "路面积水约四十厘米", "下水道堵塞积水", "拖欠工资", "欠薪纠纷三人",
                              "Noise at night", "noise from the building site", "占用消防通道", "楼道堆放杂物", "邻里漏水", "积水"};

std::vector<Case> someCases(std::size_t count, GeoPoint middle, double metres, unsigned seed)
{
    std::mt19937 random(seed);
    const auto within = [&](double range) { return (static_cast<double>(random() % 200'001) / 100'000 - 1) * range; };
    std::vector<Case> cases(count);
    for (std::size_t i = 0; i < count; ++i) {
        Case& c = cases[i];
        c.id = CaseId(i + 1);
        c.phase = static_cast<Phase>(1 + random() % 13);
        c.kind = static_cast<CaseKind>(random() % 3);
        c.matter = MatterId(static_cast<std::uint16_t>(random() % 3));
        c.title = titles[random() % std::size(titles)];
        c.place = off(middle, within(metres), within(metres));
        c.receivedAt = now - Millis(static_cast<std::int64_t>(random() % (120 * 3600)) * 1000) + 10h;
        if (random() % 3 == 0)
            c.reporter = {"王*", "138****567" + std::to_string(random() % 3)};
    }
    return cases;
}

Probe probeFrom(const Case& c, std::mt19937& random)
{
    Probe p;
    p.place = off(c.place, static_cast<double>(random() % 300) - 150, static_cast<double>(random() % 300) - 150);
    p.at = now;
    p.kind = c.kind;
    p.matter = random() % 2 ? c.matter : MatterId();
    p.title = titles[random() % std::size(titles)];
    p.reporter = random() % 2 ? c.reporter : MaskedReporter{};
    return p;
}

bool same(const Candidate& a, const Candidate& b)
{
    return a.id == b.id && a.score == b.score && a.metres == b.metres && a.reasons == b.reasons;
}

} // namespace

class DuplicatesTest : public testkit::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void pairsOfCharacters();
    void reasonsInWords();
    void whatIsNoCandidate();
    void nobodyIsFoundByName();
    void indexEqualsLookingAtEveryCase_data();
    void indexEqualsLookingAtEveryCase();
    void aCrowdIsBounded();
    void naughtyStrings();
    void speed();
};

void DuplicatesTest::pairsOfCharacters()
{
    const auto alike = [](const char* a, const char* b) {
        const double there = similarity(bigramsOf(normalised(a, 80)), bigramsOf(normalised(b, 80)));
        const double back = similarity(bigramsOf(normalised(b, 80)), bigramsOf(normalised(a, 80)));
        return there == back ? there : -1;
    };
    QCOMPARE(alike("积水", "积水"), 1.0);          // two characters are enough
    QCOMPARE(alike("施工噪声", "施工噪音"), 4.0 / 6); // 施工 工噪 of 施工 工噪 噪声 | 施工 工噪 噪音
    QCOMPARE(alike("积水", "漏水"), 0.0);
    QCOMPARE(alike("ＮＯＩＳＥ　１２", "noise 12"), 1.0); // full width, case
    QCOMPARE(alike("噪声，施工", "噪声施工"), 2 * 2.0 / 5); // a mark of punctuation parts: 声施 is no pair of the first
    QCOMPARE(alike("", ""), 0.0);
    QCOMPARE(alike("，。！", "，。！"), 0.0); // nothing that counts
    QCOMPARE(alike("水", "水"), 1.0);
    QCOMPARE(toUtf8(normalised("𠀀水A", 80)), std::string("𠀀水a"));
    QCOMPARE(normalised("\xff\xc0\xaf水", 80).back(), U'水'); // what isn't UTF-8 counts for nothing
    QCOMPARE(normalised("水水水", 2).size(), std::size_t(2));
    QCOMPARE(toUtf8(longestShared(U"东门工地夜间施工噪声", U"夜间施工噪声扰民")), std::string("夜间施工噪声"));
    QVERIFY(longestShared(U"积水", U"漏水").empty()); // one character says nothing
    const std::u32string parted{U'积', 0, U'水'};
    QVERIFY(longestShared(parted, parted).empty());
}

void DuplicatesTest::reasonsInWords()
{
    const auto found = judge(sameNoise(), noise());
    QVERIFY(found);
    QVERIFY(std::abs(found->metres - 120) < 0.5);
    QCOMPARE(found->apart, Millis(3h));
    QVERIFY(found->isOpen);
    std::string zh, en;
    for (const LocalText& reason : found->reasons) {
        zh += reason.zh + "|";
        en += reason.en + "|";
    }
    QVERIFY2(zh.find("共有“夜间施工噪声”") != std::string::npos, zh.c_str());
    QVERIFY2(zh.find("3 小时前受理") != std::string::npos, zh.c_str());
    QVERIFY2(zh.find("相距约 120 米") != std::string::npos, zh.c_str());
    QVERIFY2(zh.find("同为纠纷") != std::string::npos, zh.c_str());
    QVERIFY2(en.find("about 120 m away") != std::string::npos, en.c_str());
    QVERIFY2(en.find("received 3 h earlier") != std::string::npos, en.c_str());
    QVERIFY2(found->reasons.front().en.starts_with("text "), en.c_str()); // the strongest comes first
    Probe more = sameNoise();
    more.place = square;
    more.matter = MatterId(1);
    more.reporter = {"王*", "138****5678"};
    const auto surer = judge(more, noise());
    QVERIFY(surer && surer->score > found->score);
    zh.clear();
    for (const LocalText& reason : surer->reasons) zh += reason.zh + "|";
    QVERIFY2(zh.find("同一地点") != std::string::npos, zh.c_str());
    QVERIFY2(zh.find("同一事项：噪声纠纷") != std::string::npos, zh.c_str());
    QVERIFY2(zh.find("138****5678") != std::string::npos, zh.c_str());
    // The same text at the same place and time, of the same matter and reporter, is certain.
    Probe twin;
    const Case c = noise();
    twin.place = c.place;
    twin.at = c.receivedAt;
    twin.kind = c.kind;
    twin.matter = c.matter;
    twin.title = c.title;
    twin.detail = c.detail;
    twin.reporter = c.reporter;
    QVERIFY(std::abs(judge(twin, c)->score - 1) < 1e-9);
}

void DuplicatesTest::whatIsNoCandidate()
{
    const auto changed = [](const std::function<void(Case&)>& change) {
        Case c = noise();
        change(c);
        return judge(sameNoise(), c).has_value();
    };
    QVERIFY(changed([](Case&) {}));
    QVERIFY(!changed([](Case& c) { c.place = off(square, 371, 0); })); // 251 m
    QVERIFY(!changed([](Case& c) { c.receivedAt = now - 73h; }));
    QVERIFY(!changed([](Case& c) { c.receivedAt = now + 73h; }));
    QVERIFY(!changed([](Case& c) { c.phase = Phase::Merged; }));   // its parent is the candidate
    QVERIFY(!changed([](Case& c) { c.phase = Phase::Declined; }));
    QVERIFY(!changed([](Case& c) { c.title = "拖欠工资"; c.detail = "三个月"; })); // another thing in the same street
    QVERIFY(!changed([](Case& c) { c.place = {std::nan(""), 23}; }));
    QVERIFY(changed([](Case& c) { c.phase = Phase::Finished; })); // history is looked up, too
    QVERIFY(!judge(sameNoise(), noise(), {100, std::chrono::hours(72)})); // radius and hours are the city's
    QVERIFY(!judge(sameNoise(), noise(), {250, std::chrono::hours(2)}));
    Probe itself = sameNoise();
    itself.self = CaseId(412);
    QVERIFY(!judge(itself, noise()));
}

void DuplicatesTest::nobodyIsFoundByName()
{
    // The same person with another thing, near or far: a name alone never makes a candidate, a number only near by.
    Case other = noise();
    other.title = "拖欠工资";
    other.detail = "三个月";
    other.kind = CaseKind::Request;
    other.matter = {};
    Probe p = sameNoise();
    p.reporter = {"王*", ""};
    QVERIFY(!judge(p, other));
    p.reporter = {"王*", "138****5678"};
    other.place = off(square, 5000, 0);
    QVERIFY(!judge(p, other));
    // A number too short to be told apart is none.
    Case a = noise();
    a.reporter = {"", "****"};
    Probe b = sameNoise();
    b.reporter = {"", "****"};
    const auto found = judge(b, a);
    QVERIFY(found);
    for (const LocalText& reason : found->reasons) QVERIFY(reason.zh.find("反映人") == std::string::npos);
}

void DuplicatesTest::indexEqualsLookingAtEveryCase_data()
{
    QTest::addColumn<double>("lat");
    QTest::addColumn<double>("radius");
    QTest::addColumn<int>("hours");
    QTest::newRow("Dongguan") << 23.02 << 250.0 << 72;
    QTest::newRow("equator") << 0.0001 << 100.0 << 24;
    QTest::newRow("far north") << 68.0 << 400.0 << 72;
    QTest::newRow("south") << -45.0 << 1000.0 << 200;
    QTest::newRow("out of range") << 23.02 << 0.0 << 0; // becomes 10 m, 1 h
}

void DuplicatesTest::indexEqualsLookingAtEveryCase()
{
    QFETCH(const double, lat);
    QFETCH(const double, radius);
    QFETCH(const int, hours);
    const City city = test::smallCity();
    const GeoPoint middle{lat < 0 ? -70.0 : 113.75, lat};
    const std::vector<Case> cases = someCases(2000, middle, radius < 200 ? 1000 : radius < 500 ? 2500 : 4000, 7);
    DuplicateIndex index({radius, std::chrono::hours(hours)});
    for (const Case& c : cases) index.add(c);
    QCOMPARE(index.size(), cases.size());
    const auto lookup = [&](CaseId id) { return &cases[id.value - 1]; };
    std::mt19937 random(3);
    std::size_t seen = 0;
    for (int round = 0; round < 300; ++round) {
        const Probe probe = probeFrom(cases[random() % cases.size()], random);
        const Comparison comparison(probe, index.rules(), city);
        std::vector<Candidate> naive;
        for (const Case& c : cases)
            if (auto candidate = comparison.judge(c)) naive.push_back(*candidate);
        std::ranges::sort(naive, isBetter);
        if (naive.size() > 7) naive.resize(7);
        const std::vector<Candidate> found = index.find(probe, lookup, city, 7);
        QCOMPARE(found.size(), naive.size());
        for (std::size_t i = 0; i < found.size(); ++i) QVERIFY(same(found[i], naive[i]));
        seen += found.size();
    }
    if (radius > 0) QVERIFY(seen > 100);
}

void DuplicatesTest::aCrowdIsBounded()
{
    // Ten thousand reports from one square in one hour: the nearest are compared, in time.
    const City city = test::smallCity();
    std::vector<Case> cases;
    std::mt19937 random(2);
    for (std::uint64_t i = 1; i <= 10'000; ++i) {
        Case c = noise();
        c.id = CaseId(i);
        c.place = off(square, static_cast<double>(random() % 200), 0);
        cases.push_back(c);
    }
    cases[5000].place = off(square, 120, 0.01);
    DuplicateIndex index({});
    for (const Case& c : cases) index.add(c);
    std::size_t looked = 0;
    const auto found = index.find(sameNoise(), [&](CaseId id) {
        ++looked;
        return &cases[id.value - 1];
    }, city);
    QCOMPARE(looked, DuplicateIndex::crowd);
    QCOMPARE(found.size(), std::size_t(5));
    for (const Candidate& c : found) QVERIFY(c.metres < 5);
    QVERIFY(index.find(sameNoise(), [](CaseId) { return nullptr; }, city).empty()); // gone meanwhile
}

void DuplicatesTest::naughtyStrings()
{
    const QDir shared(qEnvironmentVariable("ZS_SHARED_DATA", QStringLiteral(ZS_SHARED_DATA)) + QStringLiteral("/naughty"));
    QFile file(shared.filePath(QStringLiteral("blns.json.gz")));
    QStringList strings{QString(), QString(QChar(0)), QStringLiteral("\u202e\u2066abc"), QString(5000, QChar(0x6c34)), QStringLiteral("水\u0300水")};
    if (file.open(QIODevice::ReadOnly)) {
        const QByteArray packed = file.readAll();
        const auto json = storage::gunzip({packed.constData(), static_cast<std::size_t>(packed.size())}, 1 << 22);
        QVERIFY(json);
        for (const QJsonValue& v : QJsonDocument::fromJson(QByteArray::fromStdString(*json)).array()) strings << v.toString();
        QVERIFY(strings.size() > 400);
    } else {
        qInfo("no list of naughty strings beside this checkout: only our own are tried");
    }
    for (const QString& string : strings) {
        const std::string text = string.toStdString();
        Case c = noise();
        c.title = text;
        c.detail = text;
        Probe p = sameNoise();
        p.title = text;
        p.detail = text;
        const auto found = judge(p, c);
        QVERIFY(found.has_value() == !bigramsOf(normalised(text, 80)).empty());
        if (!found) continue;
        QVERIFY(std::abs(found->text - 1) < 1e-12);
        for (const LocalText& reason : found->reasons) {
            QVERIFY(isValidUtf8(reason.zh) && isValidUtf8(reason.en));
            QVERIFY(!hasControlCharacters(reason.zh));
        }
        // Bytes cut anywhere are survived.
        for (std::size_t cut = 1; cut < std::min<std::size_t>(text.size(), 12); ++cut) {
            c.title = text.substr(cut);
            judge(p, c);
        }
    }
}

void DuplicatesTest::speed()
{
    const City city = test::smallCity();
    const std::vector<Case> cases = someCases(100'000, square, 8000, 5);
    DuplicateIndex index({});
    const auto t0 = std::chrono::steady_clock::now();
    for (const Case& c : cases) index.add(c);
    const auto t1 = std::chrono::steady_clock::now();
    std::mt19937 random(9);
    std::vector<double> times;
    for (int i = 0; i < 200; ++i) {
        const Probe probe = probeFrom(cases[random() % cases.size()], random);
        const auto a = std::chrono::steady_clock::now();
        (void)index.find(probe, [&](CaseId id) { return &cases[id.value - 1]; }, city);
        times.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - a).count());
    }
    std::ranges::sort(times);
    qInfo("100,000 cases: built in %.1f ms; a search takes %.3f ms (median), %.3f ms (worst of 200)",
          std::chrono::duration<double, std::milli>(t1 - t0).count(), times[100], times.back());
    QVERIFY(times[100] < 50); // a debug build on a busy machine; the figure is printed
}

ZS_TEST_MAIN(DuplicatesTest)
#include "tst_duplicates.moc"
