#include "protocol/vocab/Catalogue.h"
#include "suggest/Lbfgs.h"
#include "suggest/Matters.h"
#include "suggest/ModelFile.h"
#include "suggest/Train.h"
#include "tests/testkit/TestCase.h"

#include <QTemporaryDir>

#include <algorithm>
#include <random>

using namespace zs;
using namespace zs::suggest;

namespace {

struct Topic {
    const char* label;
    std::vector<const char*> words;
};

const std::vector<Topic> topics{{"labour", {"拖欠工资", "加班费", "劳动合同", "工伤赔偿"}},
                                {"housing", {"房屋漏水", "物业收费", "电梯故障", "外墙脱落"}},
                                {"urban", {"占道经营", "垃圾堆放", "违法搭建", "小广告"}}};
const std::vector<const char*> fillers{"请尽快处理", "多次反映未果", "希望有关部门核实", "影响居民生活", "谢谢"};

/// Letters of three topics, written by chance with a fixed seed; every tenth goes astray.
std::vector<Example> letters(std::size_t count, std::uint64_t seed)
{
    std::mt19937_64 random(seed);
    const auto any = [&](const auto& list) { return list[random() % list.size()]; };
    std::vector<Example> out;
    for (std::size_t i = 0; i < count; ++i) {
        const Topic& topic = topics[random() % topics.size()];
        Example e;
        e.label = random() % 10 == 0 ? topics[random() % topics.size()].label : topic.label;
        e.message.title = std::string("关于") + any(topic.words) + "的投诉";
        e.message.text = std::string(any(fillers)) + "，" + any(topic.words) + "，" + any(fillers) + "。";
        e.at = fromUnixMillis(1'700'000'000'000 + static_cast<std::int64_t>(i) * 3'600'000);
        out.push_back(std::move(e));
    }
    return out;
}

Trained trained(const std::vector<Example>& examples)
{
    auto t = train(examples, {});
    if (!t)
        qFatal("%s", t.error().sentence.c_str());
    return *std::move(t);
}

} // namespace

class SuggestTest : public testkit::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void writingIsMadePlain_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::newRow("case") << "KTV噪音" << "ktv噪音";
        QTest::newRow("full width") << "ＫＴＶ１２３（）" << "ktv123()";
        QTest::newRow("ligature, through ICU") << "ﬁre é" << "fire é";
        QTest::newRow("cut") << "一二三四五六七八九十十一" << "一二三四五六七八九十";
    }

    void writingIsMadePlain()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QCOMPARE(QString::fromStdString(normalised(from.toStdString(), 10)), to);
    }

    void whatIsNoUtf8IsNothing()
    {
        QCOMPARE(normalised("ab\xff\xfe", 100), std::string());
        QCOMPARE(normalised("\xe4\xb8", 100), std::string());
    }

    void termsStandWhereTheyAreSaid()
    {
        const Fields fields = fieldsOf({"Rat-Control", "占道", "KTV太吵，12栋", {}});
        std::vector<Term> terms;
        termsOf(fields, terms);
        std::vector<std::string> any;
        for (const Term& t : terms) {
            const std::string& text = t.field == Field::Category ? fields.category : fields.any;
            QVERIFY(t.begin < t.end && t.end <= text.size());
            if (t.field == Field::Any)
                any.push_back(text.substr(t.begin, t.end - t.begin));
        }
        QCOMPARE(any, (std::vector<std::string>{"占", "占道", "道", "ktv", "太", "太吵", "吵", "栋"})); // no house number
    }

    void namesAreTakenOut_data()
    {
        QTest::addColumn<QString>("written");
        QTest::addColumn<QString>("left");
        QTest::newRow("form of address") << "邻居王建国先生半夜敲墙" << "邻居 先生半夜敲墙";
        QTest::newRow("surname alone") << "物业陈主任不管" << "物业 主任不管";
        QTest::newRow("two characters") << "欧阳娜女士投诉" << " 女士投诉";
        QTest::newRow("some Zhang") << "张某某拖欠工资" << " 拖欠工资";
        QTest::newRow("introduced") << "投诉人：李小红，反映漏水" << "投诉人: ,反映漏水";
        QTest::newRow("before a number") << "请联系赵明13800000000" << "请联系 13800000000";
        QTest::newRow("a school") << "高中老师补课收费" << "高中老师补课收费";
        QTest::newRow("nobody") << "工地夜间施工噪声" << "工地夜间施工噪声";
    }

    void namesAreTakenOut()
    {
        QFETCH(QString, written);
        QFETCH(QString, left);
        const Fields fields = fieldsOf({{}, written.toStdString(), {}, {}});
        const std::string plain = normalised(written.toStdString(), 100);
        QCOMPARE(fields.titleEnd, plain.size()); // byte for byte, so that words can be pointed at
        QString kept = QString::fromStdString(fields.any.substr(0, fields.titleEnd)).simplified();
        kept.replace(QLatin1Char(' '), QString());
        QCOMPARE(kept, left.remove(QLatin1Char(' ')).replace(QStringLiteral("："), QStringLiteral(":")).replace(QStringLiteral("，"), QStringLiteral(",")));
    }

    /// A name that no pattern knows, written again and again by its owner at one place.
    void whatOnePersonRepeatsIsNoTerm()
    {
        std::vector<Example> examples = letters(300, 11);
        for (std::size_t i = 0; i < examples.size(); ++i)
            examples[i].message.areas = {"town", "grid-" + std::to_string(i % 40)};
        for (int i = 0; i < 30; ++i) {
            Example e = examples[static_cast<std::size_t>(i)];
            e.label = "urban";
            e.message.text = "覃斯年又来反映第" + std::string(static_cast<std::size_t>(i % 3), 'a') + "次";
            e.message.areas = {"town", "grid-7"};
            examples.push_back(e);
        }
        const Trained t = trained(examples);
        std::vector<Hit> hits;
        std::vector<Term> terms;
        termsOf(fieldsOf({{}, {}, "覃斯年又", {}}), terms);
        QVERIFY(!terms.empty());
        t.model.text().hits(terms, hits);
        QVERIFY(hits.empty());
        for (const Suggestion& s : t.model.suggest({{}, "占道经营", "覃斯年又来反映", {"town", "grid-7"}})) {
            for (const std::string& word : s.words)
                QVERIFY2(word.find("斯年") == std::string::npos, word.c_str());
        }
        // Who stands behind many places is no one person: the same words count.
        for (std::size_t i = 300; i < examples.size(); ++i)
            examples[i].message.areas[1] = "grid-" + std::to_string(i);
        trained(examples).model.text().hits(terms, hits);
        QVERIFY(!hits.empty());
    }

    void theChannelSpeaksAndIsNamed()
    {
        std::vector<Example> examples;
        for (int i = 0; i < 400; ++i) {
            const bool app = i % 2 == 0;
            examples.push_back({{"dead animal", {}, {}, {"grid-" + std::to_string(i / 2 % 50)}, app ? "app" : "call"}, app ? "state" : "road", fromUnixMillis(1'700'000'000'000 + i * 1000LL)});
        }
        const Trained t = trained(examples);
        const auto offered = t.model.suggest({"dead animal", {}, {}, {"grid-3"}, "app"});
        QCOMPARE(offered[0].label, std::string("state"));
        QVERIFY(std::ranges::find(offered[0].grounds, Ground::Channel) != offered[0].grounds.end());
        QCOMPARE(t.model.suggest({"dead animal", {}, {}, {"grid-3"}, "call"})[0].label, std::string("road"));
    }

    void aConvexValleyIsFound()
    {
        std::vector<double> at{5, -3, 0};
        minimise(at, 100, [](const std::vector<double>& x, std::vector<double>& g) {
            const double target[] = {1, 2, 3}, bend[] = {1, 10, 100};
            double sum = 0;
            for (std::size_t i = 0; i < 3; ++i) {
                g[i] = bend[i] * (x[i] - target[i]);
                sum += 0.5 * bend[i] * (x[i] - target[i]) * (x[i] - target[i]);
            }
            return sum;
        });
        QVERIFY(std::abs(at[0] - 1) < 1e-3 && std::abs(at[1] - 2) < 1e-3 && std::abs(at[2] - 3) < 1e-3);
    }

    void itLearnsAndSaysWhy()
    {
        const Trained t = trained(letters(600, 1));
        const auto offered = t.model.suggest({{}, "工地拖欠工资三个月", "老板不付加班费", {}});
        QCOMPARE(offered.size(), 3u);
        QCOMPARE(offered[0].label, std::string("labour"));
        QVERIFY(offered[0].confidence > 0.6 && offered[0].confidence < 1);
        QVERIFY(!offered[0].words.empty());
        const bool said = std::ranges::any_of(offered[0].words, [](const std::string& w) { return w.find("工资") != std::string::npos || w.find("加班费") != std::string::npos; });
        QVERIFY2(said, offered[0].words[0].c_str());
        double sum = 0;
        for (const double p : t.model.probabilities({{}, "垃圾堆放", "", {}}))
            sum += p;
        QVERIFY(std::abs(sum - 1) < 1e-9);
    }

    void itsConfidenceIsMeasured()
    {
        const Trained t = trained(letters(2000, 2));
        const Scores scores = evaluate(t.model, letters(2000, 3));
        QVERIFY2(scores.top1 > 0.9 && scores.top1 < 0.97, std::to_string(scores.top1).c_str()); // a tenth goes astray by chance, a third of it home again
        QCOMPARE(scores.top3, 1.0);
        QVERIFY2(scores.reliability.error() < 0.03, scores.reliability.text().c_str());
        QCOMPARE(t.manifest.heldOut.cases(), 300u);
    }

    void theSameExamplesGiveTheSameBytes()
    {
        std::vector<Example> examples = letters(300, 4);
        const Trained first = trained(examples);
        std::mt19937_64 random(5);
        std::ranges::shuffle(examples, random);
        const Trained second = trained(examples);
        QVERIFY(modelBytes(first.model) == modelBytes(second.model));
        QCOMPARE(first.manifest.inputHash, second.manifest.inputHash);
        QCOMPARE(manifestJson(first.manifest), manifestJson(second.manifest));
        examples[0].message.title += "！";
        QVERIFY(trained(examples).manifest.inputHash != first.manifest.inputHash);
    }

    void onlyTheWindowCounts()
    {
        std::vector<Example> examples = letters(300, 6);
        examples[0].at -= std::chrono::days(3000);
        examples[1].label.clear();
        const Trained t = trained(examples);
        QCOMPARE(t.manifest.leftOut, 2u);
        QCOMPARE(t.manifest.examples, 298u);
        QCOMPARE(train(letters(49, 7), {}).error().code, std::string("suggest.few"));
    }

    void precedentsNearbyAreTrustedAsFarAsTheyGo()
    {
        std::vector<Example> examples;
        for (int i = 0; i < 400; ++i) { // dead animals go to the roads, but beside the park to the park
            const bool park = i % 8 == 0;
            examples.push_back({{"dead animal", {}, {}, {park ? "town-1" : "town-2", park ? "grid-1" : "grid-2"}}, park ? "park" : "road",
                                fromUnixMillis(1'700'000'000'000 + i * 1000LL)});
        }
        const Trained t = trained(examples);
        const auto beside = t.model.suggest({"Dead Animal", {}, {}, {"town-1", "grid-1"}});
        QCOMPARE(beside[0].label, std::string("park"));
        QCOMPARE(beside[0].precedents.zh, std::string("附近同类事件 50 件中 50 件转到这里。同类事件 400 件中 50 件转到这里。"));
        QCOMPARE(t.model.suggest({"dead animal", {}, {}, {"town-9"}})[0].label, std::string("road"));
        QCOMPARE(t.model.suggest({"dead animal", {}, {}, {}})[0].label, std::string("road"));
        QVERIFY(t.model.suggest({"nothing known", {}, {}, {}})[0].precedents.zh.empty());
    }

    void aModelSurvivesItsFile()
    {
        const Trained t = trained(letters(300, 8));
        QTemporaryDir dir;
        const std::filesystem::path file = dir.filePath(QStringLiteral("routes.model")).toStdString();
        QVERIFY(writeModel(file, t).has_value());
        QVERIFY(std::filesystem::exists(file.string() + ".json"));
        const auto read = readModelFile(file);
        QVERIFY(read.has_value());
        QVERIFY(modelBytes(**read) == modelBytes(t.model));
        const Message m{{}, "物业收费不合理", "", {}};
        QCOMPARE((*read)->suggest(m)[0].confidence, t.model.suggest(m)[0].confidence);
        QCOMPARE(readModelFile(file.string() + "x").error().code, std::string("suggest.file"));
        const std::string bytes = modelBytes(t.model);
        for (std::size_t size = 0; size < bytes.size(); size += 1 + bytes.size() / 97)
            QCOMPARE(readModel(std::string_view(bytes).substr(0, size)).error().code, std::string("suggest.model"));
        QVERIFY(!readModel(bytes + "x"));
    }

    void mattersAreFoundByTheCataloguesWords_data()
    {
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("matter");
        QTest::newRow("wages") << "工地拖欠工资，老板不发工资" << "欠薪纠纷";
        QTest::newRow("fire lane") << "小区消防通道被堵塞" << "占用消防通道";
        QTest::newRow("stray dog") << "村里有流浪狗咬人" << "流浪动物处置";
        QTest::newRow("manhole") << "路上井盖缺失很危险" << "井盖缺失";
        QTest::newRow("lift") << "电梯困人，有人被困电梯" << "电梯故障困人";
    }

    void mattersAreFoundByTheCataloguesWords()
    {
        QFETCH(QString, title);
        QFETCH(QString, matter);
        const MatterFinder finder(protocol::shippedCatalogue());
        const auto offers = finder.find({{}, title.toStdString(), {}, {}});
        QVERIFY(!offers.empty());
        QVERIFY2(std::ranges::any_of(offers, [&](const MatterOffer& o) { return o.matter->name.zh == matter.toStdString(); }), offers[0].matter->name.zh.c_str());
        for (const MatterOffer& offer : offers)
            QVERIFY(!offer.words.empty());
        QVERIFY(finder.find({{}, "zzz", {}, {}}).empty());
    }
};

ZS_TEST_MAIN(SuggestTest)
#include "tst_suggest.moc"
