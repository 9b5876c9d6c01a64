// The indicators panel: what it shows is what the domain counts, a figure opens its very cases in the queue, and the four states.
#include "tests/testkit/GuiTest.h"
#include "tests/testkit/TempDir.h"
#include "tests/ui/cases/PanelBench.h"
#include "ui/cases/QueuePanel.h"
#include "ui/indicators/FigureCsv.h"
#include "ui/indicators/FigureView.h"
#include "ui/indicators/FigureWords.h"
#include "ui/indicators/IndicatorsPanel.h"
#include "ui/kit/PanelFrame.h"

#include <QAbstractItemModelTester>
#include <QAbstractButton>
#include <QComboBox>
#include <QDateEdit>
#include <QFileDialog>
#include <QLabel>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QVBoxLayout>

using namespace zs;
using namespace zs::testkit;
using namespace zs::domain::indicators;
using indicators::FigureModel;
using indicators::FigureView;
using indicators::FigureWords;
using indicators::IndicatorsPanel;

namespace {

/// Cases of two days, so that there is something in every column.
void fill(SampleDesk& desk)
{
    std::vector<domain::Case> all = manyCases(desk.city(), 400, desk.clock.now(), 23);
    for (domain::Case& c : all) {
        // A quarter of them a year and a week ago, and one long before, so that there is something to compare with.
        if (c.id.value % 4 == 0) c.receivedAt -= std::chrono::days(c.id.value % 8 == 0 ? 364 : 7);
        if (c.id.value == 400) c.receivedAt -= std::chrono::days(400);
        c.clockAt = c.receivedAt;
        c.respondedAt = c.phase >= domain::Phase::Routed ? c.receivedAt + std::chrono::minutes(3 + c.id.value % 12) : TimePoint{};
        c.classifiedAt = c.receivedAt + std::chrono::minutes(2);
        c.routings = c.phase >= domain::Phase::Routed ? 1 + c.id.value % 7 / 6 : 0;
        if (c.id.value % 3 == 0) {
            c.phase = domain::Phase::Rated;
            c.finishedAt = c.phaseAt = c.receivedAt + std::chrono::hours(1 + c.id.value % 90);
            c.outcome = c.id.value % 2 ? domain::Outcome::Settled : domain::Outcome::Resolved;
            c.rating = static_cast<domain::Satisfaction>(1 + c.id.value % 10 / 4);
            c.ratedAt = c.finishedAt;
        }
        c.limits.report = {static_cast<std::uint32_t>(600 + c.id.value % 9 * 300), domain::LimitUnit::Minutes};
    }
    desk.reset(std::move(all));
}

class Shown {
public:
    explicit Shown(PanelBench& bench) : panel(bench.place)
    {
        panel.resize(520, 860);
        panel.show();
        wait();
    }
    void wait()
    {
        if (!m_spy.isEmpty() || m_spy.wait(10'000)) m_spy.clear();
        else QFAIL("no count came");
    }
    FigureView& table() { return *panel.findChild<FigureView*>(QStringLiteral("indicatorTable")); }
    FigureView& breakdown() { return *panel.findChild<FigureView*>(QStringLiteral("indicatorBreakdown")); }
    QString cell(const FigureView& view, int row, int column) const { return view.model()->index(row, column).data().toString(); }

    IndicatorsPanel panel;

private:
    QSignalSpy m_spy{&panel, &IndicatorsPanel::presented};
};

} // namespace

class IndicatorsPanelTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void showsWhatTheDomainCounts();
    void followsTheDesk();
    void breaksDownWorstFirst();
    void aFigureOpensItsCases();
    void menuCountsTheCases();
    void saysWhatItMeans();
    void figuresInWords();
    void fileForASpreadsheet();
    void anyDaysCanBeAskedFor();
    void everyStateSaysWhatIs();
    void pictures_data();
    void pictures();
};

void IndicatorsPanelTest::showsWhatTheDomainCounts()
{
    PanelBench bench;
    fill(bench.desk);
    Shown shown(bench);
    QAbstractItemModelTester tester(shown.table().model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(shown.table().model()->rowCount(), int(indicatorCount));
    std::vector<domain::Case> cases;
    for (std::size_t i = 0; i < bench.desk.cases().size(); ++i) cases.push_back(bench.desk.cases().row(i));
    const CalendarDeadlines deadlines(bench.desk.calendar());
    for (const Period period : {Period::Week, Period::Month, Period::SinceYesterdayMorning, Period::Today}) {
        shown.panel.setPeriod(period);
        shown.wait();
        const auto windows = windowsOf(period, bench.desk.clock.now(), bench.desk.city().utcOffset);
        const DimensionRow city = report(cases, windows, bench.desk.city(), deadlines).city();
        for (const Definition& d : definitions()) {
            const int row = static_cast<int>(d.id);
            QCOMPARE(shown.cell(shown.table(), row, FigureModel::NameColumn), QString::fromStdString(d.name.en));
            QCOMPARE(shown.cell(shown.table(), row, FigureModel::ValueColumn), FigureWords::value(d.id, city.of(d.id)));
        }
    }
}

void IndicatorsPanelTest::followsTheDesk()
{
    PanelBench bench;
    fill(bench.desk);
    Shown shown(bench);
    const QString before = shown.cell(shown.table(), 0, FigureModel::ValueColumn);
    shown.table().choose(IndicatorId::Overdue, 0);
    domain::Received more;
    more.title = "新来的";
    more.grid = bench.desk.city().grids.front().id;
    bench.desk.stream(CaseId(9001), more);
    bench.desk.clock.advance(std::chrono::seconds(6)); // counts at most every five seconds
    shown.wait();
    QCOMPARE(shown.cell(shown.table(), 0, FigureModel::ValueColumn), QString::number(before.toInt() + 1));
    QCOMPARE(shown.table().current()->id, IndicatorId::Overdue); // what was chosen stays chosen
    bench.desk.reset({});
    bench.desk.clock.advance(std::chrono::seconds(6));
    shown.wait();
    QCOMPARE(shown.panel.status().state, sdk::PanelState::Empty);
}

void IndicatorsPanelTest::breaksDownWorstFirst()
{
    PanelBench bench;
    fill(bench.desk);
    Shown shown(bench);
    QVERIFY(!shown.breakdown().isVisible());
    shown.panel.setPeriod(Period::Month);
    shown.wait();
    shown.table().choose(IndicatorId::Satisfied, 0);
    auto* by = shown.panel.findChild<QComboBox*>(QStringLiteral("indicatorDimension"));
    by->setCurrentIndex(static_cast<int>(Dimension::Agency));
    Q_EMIT by->activated(static_cast<int>(Dimension::Agency));
    shown.wait();
    QVERIFY(shown.breakdown().isVisible());
    QAbstractItemModelTester tester(shown.breakdown().model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    auto& model = *static_cast<FigureModel*>(shown.breakdown().model());
    QVERIFY(model.rowCount() > 3);
    const auto sorted = [&](auto before) {
        for (int r = 1; r < model.rowCount(); ++r) {
            const auto a = model.at(r - 1)->now.value, b = model.at(r)->now.value;
            if (a && b && before(*b, *a)) return false;
            if (!a && b) return false; // no data comes last
        }
        return true;
    };
    QVERIFY(sorted(std::less<>())); // more is better: the least satisfied agency first
    model.sortBy(FigureModel::ValueColumn);
    QVERIFY(sorted(std::greater<>()));
    shown.table().choose(IndicatorId::Overdue, 0); // less is better
    model.sortBy(FigureModel::ValueColumn);
    QVERIFY(sorted(std::greater<>()));
    std::uint32_t sum = 0;
    for (int r = 0; r < model.rowCount(); ++r) sum += model.at(r)->now.numerator;
    QCOMPARE(sum, shown.table().current()->now.numerator);
}

void IndicatorsPanelTest::aFigureOpensItsCases()
{
    PanelBench bench;
    fill(bench.desk);
    cases::QueuePanel queue(bench.place);
    queue.show();
    Shown shown(bench);
    shown.panel.setPeriod(Period::Month);
    shown.wait();
    shown.table().setFocus();
    shown.table().choose(IndicatorId::Satisfied, 0);
    const indicators::FigureRow satisfied = *shown.table().current();
    QVERIFY(satisfied.now.numerator > 0 && satisfied.now.numerator < satisfied.now.denominator);
    QTest::keyClick(&shown.table(), Qt::Key_Return);
    // Rated cases are closed: the queue shows them all the same, because it was asked for exactly these.
    QCOMPARE(queue.model().shown(), std::size_t(satisfied.now.numerator));
    for (int r = 0; r < queue.model().rowCount(); ++r)
        if (const CaseId id = queue.model().caseAt(r)) {
            const auto rating = bench.desk.cases().find(id)->rating;
            QVERIFY(rating == domain::Satisfaction::Satisfied || rating == domain::Satisfaction::Basically);
        }
    QVERIFY(queue.findChild<QLabel*>(QStringLiteral("queueFooter"))->text().contains(QStringLiteral("Satisfaction")));
    QTest::keyClick(&shown.table(), Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(queue.model().shown(), std::size_t(satisfied.now.denominator - satisfied.now.numerator));
    auto* clear = queue.findChild<QPushButton*>(QStringLiteral("queueClear"));
    QVERIFY(clear->isVisible());
    clear->click();
    QCOMPARE(queue.model().shown(), queue.model().order().countOf(cases::Segment::All));
    QVERIFY(queue.model().listTitle().isEmpty());
    // Open ones keep their groups and follow the stream; what isn't of the list doesn't come in.
    shown.table().choose(IndicatorId::Overdue, 0);
    const std::size_t late = shown.table().current()->now.numerator;
    QVERIFY(late > 0);
    QTest::keyClick(&shown.table(), Qt::Key_Return);
    QCOMPARE(queue.model().shown(), late);
    domain::Received more;
    more.title = "新来的";
    more.grid = bench.desk.city().grids.front().id;
    bench.desk.stream(CaseId(9001), more);
    QCOMPARE(queue.model().shown(), late);
    // A row of the breakdown opens its own.
    shown.panel.setDimension(Dimension::Town);
    shown.wait();
    shown.breakdown().setFocus();
    QTest::keyClick(&shown.breakdown(), Qt::Key_J);
    QTest::keyClick(&shown.breakdown(), Qt::Key_Return);
    QCOMPARE(queue.model().shown(), std::size_t(shown.breakdown().current()->now.numerator));
}

void IndicatorsPanelTest::menuCountsTheCases()
{
    PanelBench bench;
    fill(bench.desk);
    Shown shown(bench);
    shown.panel.setPeriod(Period::Month);
    shown.wait();
    shown.table().choose(IndicatorId::Closed, 0);
    const indicators::FigureRow row = *shown.table().current();
    QMenu menu;
    shown.panel.fillMenu(menu);
    QCOMPARE(menu.actions().size(), 3);
    QVERIFY(menu.actions()[0]->text().contains(QString::number(row.now.numerator)));
    QVERIFY(menu.actions()[1]->text().contains(QString::number(row.now.denominator - row.now.numerator)));
    QSignalSpy asked(&bench.selection, &cases::Selection::casesShown);
    menu.actions()[2]->trigger();
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked[0][0].value<cases::CaseList>().ids.size(), std::size_t(row.now.denominator));
}

void IndicatorsPanelTest::saysWhatItMeans()
{
    PanelBench bench;
    fill(bench.desk);
    Shown shown(bench);
    auto* text = shown.panel.findChild<QPlainTextEdit*>(QStringLiteral("indicatorExplanation"));
    for (const auto language : {kit::Language::English, kit::Language::Chinese}) {
        bench.translations.setLanguage(language);
        QCoreApplication::processEvents();
        for (const Definition& d : definitions()) {
            shown.table().choose(d.id, 0);
            const QString tip = shown.table().model()->index(static_cast<int>(d.id), 0).data(Qt::ToolTipRole).toString();
            for (const domain::LocalText* words : {&d.formula, &d.numerator, &d.denominator, &d.exclusions, &d.note}) {
                QVERIFY(text->toPlainText().contains(bench.place.text(*words)));
                QVERIFY(tip.contains(bench.place.text(*words).toHtmlEscaped()));
            }
        }
    }
}

void IndicatorsPanelTest::figuresInWords()
{
    using I = IndicatorId;
    const auto share = [](double v) { return FigureWords::value(I::Closed, Figure{v, 0, 0}); };
    QCOMPARE(share(911.0 / 972), QStringLiteral("93.7 %"));
    QCOMPARE(share(1), QStringLiteral("100.0 %"));
    QCOMPARE(share(0.99999), QStringLiteral("99.9 %")); // one case in a hundred thousand isn't rounded away
    QCOMPARE(share(0.00001), QStringLiteral("0.1 %"));
    QCOMPARE(share(0), QStringLiteral("0.0 %"));
    QCOMPARE(FigureWords::value(I::Closed, Figure{}), QStringLiteral("no data"));
    QCOMPARE(FigureWords::value(I::Received, Figure{12846.0, 12846, 12846}), QStringLiteral("12,846"));
    QCOMPARE(FigureWords::value(I::FirstResponse, Figure{192'000.0, 3, 3}), QStringLiteral("3:12"));
    QCOMPARE(FigureWords::parts(I::Closed, Figure{0.9, 911, 1972}), QStringLiteral("911 / 1,972"));
    QVERIFY(FigureWords::parts(I::Received, Figure{3.0, 3, 3}).isEmpty());
    const auto change = [](I id, double now, double before) {
        return FigureWords::change(id, changeOf(id, Figure{now, 0, 0}, Figure{before, 0, 0}));
    };
    QCOMPARE(change(I::Closed, 0.937, 0.9), QStringLiteral("+3.7 pt"));
    QCOMPARE(change(I::Overdue, 18, 24), QString(QChar(0x2212)) + QStringLiteral("25.0 %"));
    QCOMPARE(change(I::Overdue, 24, 24), QStringLiteral("±0"));
    QCOMPARE(change(I::Overdue, 2, 0), QString(QChar(0x2014)));
    QCOMPARE(FigureWords::changeTone(I::Overdue, changeOf(I::Overdue, Figure{30.0, 0, 0}, Figure{24.0, 0, 0})), kit::Tone::Warn);
    QCOMPARE(FigureWords::changeTone(I::Received, changeOf(I::Received, Figure{30.0, 0, 0}, Figure{24.0, 0, 0})), kit::Tone::Secondary);
}

void IndicatorsPanelTest::fileForASpreadsheet()
{
    QCOMPARE(indicators::csvCell(QStringLiteral("=HYPERLINK(\"x\")")), QByteArray("\"'=HYPERLINK(\"\"x\"\")\""));
    for (const char* evil : {"+1", "-1", "@x", "\tx", "=1"})
        QCOMPARE(indicators::csvCell(QLatin1String(evil)), QByteArray("'") + evil);
    QCOMPARE(indicators::csvCell(QStringLiteral("\rx")), QByteArray("\"'\rx\""));
    QCOMPARE(indicators::csvCell(QStringLiteral("a,b")), QByteArray("\"a,b\""));
    PanelBench bench;
    fill(bench.desk);
    Shown shown(bench);
    shown.panel.setDimension(Dimension::Kind);
    shown.wait();
    auto* action = shown.panel.findChild<QAction*>(QStringLiteral("indicatorExport"));
    QVERIFY(action->isEnabled());
    action->trigger();
    auto* dialog = shown.panel.findChild<QFileDialog*>(QStringLiteral("indicatorFile"));
    QVERIFY(dialog);
    const TempDir dir;
    const QString path = dir.filePath(QStringLiteral("figures.csv"));
    QSignalSpy exported(&shown.panel, &IndicatorsPanel::exported);
    Q_EMIT dialog->fileSelected(path);
    QVERIFY(exported.wait());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = file.readAll().split('\n');
    QVERIFY(lines.front().startsWith("\xEF\xBB\xBFrow,indicator,"));
    QCOMPARE(lines.size(), 1 + int(indicatorCount) * (1 + 3) + 1); // the city, three kinds, and the end
    QVERIFY(lines[1].contains(",received,Received,"));
    dialog->close();
}

void IndicatorsPanelTest::anyDaysCanBeAskedFor()
{
    PanelBench bench;
    fill(bench.desk);
    Shown shown(bench);
    auto* from = shown.panel.findChild<QDateEdit*>(QStringLiteral("indicatorFrom"));
    auto* to = shown.panel.findChild<QDateEdit*>(QStringLiteral("indicatorTo"));
    QVERIFY(!from->isVisible());
    shown.panel.findChild<QAbstractButton*>(QStringLiteral("segment_dates"))->click();
    shown.wait();
    QVERIFY(from->isVisible());
    QCOMPARE(from->date(), QDate(2026, 3, 1)); // yesterday
    from->setDate(QDate(2026, 2, 20));
    to->setDate(QDate(2026, 2, 25));
    // 20 February 0:00 to 26 February 0:00 of the city.
    const Span span{fromUnixMillis(1771516800000), fromUnixMillis(1772035200000)};
    std::size_t received = 0;
    for (std::size_t i = 0; i < bench.desk.cases().size(); ++i) received += span.has(bench.desk.cases().row(i).receivedAt);
    const int row = static_cast<int>(IndicatorId::Received);
    QTRY_COMPARE(shown.cell(shown.table(), row, indicators::FigureModel::ValueColumn), QString::number(received));
    shown.panel.setPeriod(Period::Today);
    QVERIFY(!from->isVisible());
}

void IndicatorsPanelTest::everyStateSaysWhatIs()
{
    PanelBench bench;
    bench.desk.setLoaded(false);
    IndicatorsPanel panel(bench.place);
    panel.show();
    QCOMPARE(panel.status().state, sdk::PanelState::Loading);
    bench.desk.setLoaded(true);
    fill(bench.desk);
    QCOMPARE(panel.status().state, sdk::PanelState::Loading);
    QVERIFY(panel.status().freshness.contains(QStringLiteral("400")));
    QSignalSpy presented(&panel, &IndicatorsPanel::presented);
    QVERIFY(presented.wait());
    QCOMPARE(panel.status().state, sdk::PanelState::Ready);
    QVERIFY(panel.status().freshness.contains(QStringLiteral("counted")));
    bench.desk.setLink(session::LinkState::Offline);
    QCOMPARE(panel.status().state, sdk::PanelState::Partial);
    bench.desk.setLink(session::LinkState::Online);
    bench.desk.setLoaded(false);
    bench.desk.setLink(session::LinkState::Refused);
    QCOMPARE(panel.status().state, sdk::PanelState::Error);
}

void IndicatorsPanelTest::pictures_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<bool>("chinese");
    QTest::addColumn<double>("scale");
    for (const double scale : {1.0, 2.0})
        for (const bool dark : {false, true})
            for (const bool chinese : {false, true})
                QTest::addRow("%s-%s-%d", dark ? "dark" : "light", chinese ? "zh" : "en", int(scale * 100)) << dark << chinese << scale;
}

void IndicatorsPanelTest::pictures()
{
    QFETCH(const bool, dark);
    QFETCH(const bool, chinese);
    QFETCH(const double, scale);
    PanelBench bench;
    bench.themes.setMode(dark ? kit::Mode::Dark : kit::Mode::Light);
    bench.themes.setScale(scale);
    bench.translations.setLanguage(chinese ? kit::Language::Chinese : kit::Language::English);
    fill(bench.desk);
    QWidget window;
    auto* panel = new IndicatorsPanel(bench.place);
    auto* column = new QVBoxLayout(&window);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(new kit::PanelTitle(bench.themes, *panel, &window));
    column->addWidget(new kit::PanelFrame(bench.themes, panel, &window), 1);
    window.show();
    QSignalSpy presented(panel, &IndicatorsPanel::presented);
    panel->setPeriod(Period::Week);
    QVERIFY(presented.wait());
    const auto shoot = [&](const char* name, QSize size) {
        window.resize(size * scale);
        bench.picture(window, size * scale, QLatin1String(name) + u'-' + QLatin1String(QTest::currentDataTag()));
    };
    shoot("indicators", {456, 738});
    presented.clear();
    panel->setDimension(Dimension::Agency);
    panel->findChild<FigureView*>(QStringLiteral("indicatorTable"))->choose(IndicatorId::ClosedInTime, 0);
    while (presented.isEmpty()) QVERIFY(presented.wait());
    shoot("indicators-agency", {560, 860});
    if (!chinese) return;
    static const QRegularExpression word(QStringLiteral("[A-Za-z]{4,}"));
    for (const QLabel* label : window.findChildren<QLabel*>()) QVERIFY2(!word.match(label->text()).hasMatch(), qPrintable(label->text()));
    for (const QAbstractButton* button : window.findChildren<QAbstractButton*>())
        QVERIFY2(!word.match(button->text()).hasMatch(), qPrintable(button->text()));
    for (const FigureView* view : window.findChildren<FigureView*>())
        for (int r = 0; r < view->model()->rowCount(); ++r)
            for (int c = 0; c < FigureModel::ColumnCount; ++c)
                QVERIFY2(!word.match(view->model()->index(r, c).data().toString()).hasMatch(),
                         qPrintable(view->model()->index(r, c).data().toString()));
}

ZS_GUI_TEST_MAIN(IndicatorsPanelTest)
#include "TestIndicatorsPanel.moc"
