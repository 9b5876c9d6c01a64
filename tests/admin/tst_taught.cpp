// What ./run does before it opens the console: a past is made, models learn from it, and new messages are answered.
#include "admin/suggest/Examples.h"
#include "protocol/JsonWriter.h"
#include "sim/field/CaseMaker.h"
#include "sim/field/History.h"
#include "suggest/ModelFile.h"
#include "tests/sim/SmallCity.h"
#include "tests/testkit/TempDir.h"
#include "tests/testkit/TestCase.h"

#include <algorithm>
#include <fstream>

using namespace zs;
using namespace zs::admin;

class TaughtTest : public testkit::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_city = sim::smallCity();
        std::vector<domain::Matter> some; // of all departments; few enough to be quick
        for (std::size_t i = 0; i < m_city->matters.size(); i += m_city->matters.size() / 12) {
            some.push_back(m_city->matters[i]);
            some.back().id = domain::MatterId(static_cast<std::uint16_t>(some.size())); // a city numbers them one by one
        }
        m_city->matters = some;
        m_history = m_dir.path() / "history.jsonl";
        std::ofstream out(m_history, std::ios::binary);
        for (const domain::PastRouting& past : sim::makeHistory(m_city, 1, 1200)) {
            std::string line;
            protocol::JsonWriter(line).value(past);
            out << line << '\n';
        }
    }

    void theSamePastIsMadeAgain()
    {
        QVERIFY(sim::makeHistory(m_city, 3, 50) == sim::makeHistory(m_city, 3, 50));
        QVERIFY(!(sim::makeHistory(m_city, 3, 50) == sim::makeHistory(m_city, 4, 50)));
        const auto past = sim::makeHistory(m_city, 3, 50);
        QVERIFY(std::ranges::is_sorted(past, {}, &domain::PastRouting::at));
    }

    void newMessagesAreAnswered_data()
    {
        QTest::addColumn<bool>("matter");
        QTest::newRow("agency") << false;
        QTest::newRow("matter") << true;
    }

    void newMessagesAreAnswered()
    {
        QFETCH(bool, matter);
        const auto examples = examplesOfHistory(m_history, matter ? Learn::Matter : Learn::Agency, Categories::Both);
        QVERIFY(examples);
        const auto trained = suggest::train(*examples, {}), again = suggest::train(*examples, {});
        QVERIFY(trained && again);
        QVERIFY(suggest::modelBytes(trained->model) == suggest::modelBytes(again->model));
        sim::CaseMaker maker(m_city, 77); // a day that the past doesn't hold
        int right = 0, explained = 0;
        constexpr int asked = 200;
        for (int i = 0; i < asked; ++i) {
            const sim::MadeCase made = maker.make();
            const domain::Matter& what = *m_city->matter(made.what);
            const auto offered = trained->model.suggest({{}, made.receive.title, made.receive.detail, {}, {}});
            QCOMPARE(offered.size(), 3u);
            right += offered[0].label == (matter ? what.code : m_city->agency(what.lead)->code);
            explained += !offered[0].words.empty();
            for (const suggest::Suggestion& s : offered) {
                for (const std::string& word : s.words)
                    QVERIFY2(word.find(made.receive.reporterName) == std::string::npos, word.c_str());
            }
        }
        QVERIFY2(right >= asked * 95 / 100, std::to_string(right).c_str());
        QVERIFY2(explained >= asked * 95 / 100, std::to_string(explained).c_str());
    }

private:
    testkit::TempDir m_dir;
    std::shared_ptr<domain::City> m_city;
    std::filesystem::path m_history;
};

ZS_TEST_MAIN(TaughtTest)
#include "tst_taught.moc"
