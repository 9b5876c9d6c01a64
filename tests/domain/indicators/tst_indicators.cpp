// Every indicator against what a person computed by hand from the sixteen cases of GoldenCases.cpp, and what may never happen
// again: one column used twice, two labels swapped.
#include "tests/domain/indicators/GoldenCases.h"
#include "tests/testkit/TestCase.h"

#include <chrono>
#include <random>
#include <set>

using namespace std::chrono_literals;
using namespace zs;
using namespace zs::domain;
using namespace zs::domain::indicators;
using namespace zs::domain::indicators::test;

namespace {

using Ids = std::vector<std::uint64_t>;

Ids numbers(const std::vector<CaseId>& ids)
{
    Ids all;
    for (const CaseId id : ids) all.push_back(id.value);
    return all;
}

QByteArray text(const Ids& ids)
{
    QByteArray all;
    for (const auto id : ids) all += QByteArray::number(quint64(id)) + ' ';
    return all;
}

Windows wholeDay() { return windowsOf(Span{hour(0), hour(24)}, 0min); }

Report goldenReport()
{
    const Golden golden = goldenCases();
    return report(golden.cases, wholeDay(), twoTowns(), golden.deadlines, golden.zeroReports);
}

struct Row {
    IndicatorId id;
    Ids numerator, denominator; ///< the very cases, each once
    double value;               ///< a number, a share, or minutes
    std::uint32_t numeratorCount, denominatorCount; ///< of whistles and steps: more than cases
};

/// By hand, from the comments in GoldenCases.cpp. Due in the day: 1 2 3 4 10 11 16.
std::vector<Row> byHand()
{
    using I = IndicatorId;
    const auto cases = [](I id, Ids in, Ids of, double value) {
        const auto n = static_cast<std::uint32_t>(in.size()), d = static_cast<std::uint32_t>(of.size());
        return Row{id, std::move(in), std::move(of), value, n, d};
    };
    const Ids received{1, 2, 3, 4, 5, 6, 7, 13, 16};
    const Ids due{1, 2, 3, 4, 10, 11, 16};
    const Ids responded{1, 2, 3, 4, 5, 7, 10, 16}; // after 60 180 60 120 120 30 90 0 min
    return {
        cases(I::Received, received, received, 9),
        cases(I::Dissolved, {1, 10}, {1, 2, 10, 16}, 2.0 / 4),
        cases(I::ClosedInTime, {1, 2, 10, 16}, due, 4.0 / 7),
        cases(I::Handled, {3}, {3, 4}, 1.0 / 2),
        cases(I::RoutedRight, {1, 3, 4, 10}, {1, 2, 3, 4, 10, 16}, 4.0 / 6),
        cases(I::RoutedNoRework, {1, 2, 4, 10, 11, 16}, due, 6.0 / 7),
        cases(I::Reworked, {3}, {1, 2, 3, 5, 10, 16}, 1.0 / 6),
        cases(I::Overdue, {4, 11}, {4, 11}, 2),
        cases(I::Satisfied, {1, 3}, {1, 2, 3}, 2.0 / 3),
        cases(I::FollowedUp, {1}, {1, 2}, 1.0 / 2),
        {I::ReportedIn, {11}, {11}, 1.0 / 2, 1, 2},
        cases(I::FirstResponse, responded, responded, (60 + 90) / 2.0),
        {I::ZeroReportsMissing, {}, {}, 2, 2, 4},
        cases(I::FiledRight, {1, 2, 3, 4, 16}, {1, 2, 3, 4, 5, 6, 16}, 5.0 / 7),
        cases(I::Closed, {1, 2, 3, 10, 16}, due, 5.0 / 7),
        cases(I::ClosedAsSet, {1, 10, 16}, due, 3.0 / 7),
        {I::Supervised, {11}, {11}, 5, 5, 5},
        {I::Reminders, {11}, {11}, 1, 1, 1},
        {I::Urges, {11}, {11}, 1, 1, 1},
        {I::Orders, {11}, {11}, 2, 2, 2},
        {I::Circulars, {}, {}, 0, 0, 0},
        {I::Summonses, {}, {}, 0, 0, 0},
        {I::Listed, {11}, {11}, 1, 1, 1},
        {I::Answered, {11}, {11}, 1.0 / 2, 1, 2},
    };
}

double shown(const Figure& figure, const Definition& d)
{
    return d.unit == Unit::Duration ? *figure.value / 60'000 : *figure.value;
}

/// A city's worth of cases with everything in them, for properties and speed. Seeded.
Golden manyCases(std::size_t count, unsigned seed, double spreadHours)
{
    std::mt19937 random(seed);
    const auto pick = [&](unsigned n) { return static_cast<unsigned>(random() % n); };
    Golden golden;
    golden.cases.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        Case& c = golden.cases.emplace_back();
        c.id = CaseId(i + 1);
        c.kind = static_cast<CaseKind>(pick(3));
        c.channel = static_cast<Channel>(pick(12));
        c.phase = static_cast<Phase>(1 + pick(13));
        c.grid = GridId(1 + pick(5));
        c.lead = AgencyId(static_cast<std::uint16_t>(pick(30)));
        c.matter = MatterId(static_cast<std::uint16_t>(pick(475)));
        const double at = -spreadHours + pick(1'000'000) * 1e-6 * (spreadHours + 24);
        c.receivedAt = c.clockAt = hour(at);
        c.classifiedAt = hour(at + 0.5);
        c.respondedAt = hour(at + 1 + pick(4));
        c.finishedAt = c.phaseAt = hour(at + 3 + pick(40));
        c.outcome = static_cast<Outcome>(pick(4));
        c.routings = static_cast<std::uint16_t>(pick(3));
        c.returns = static_cast<std::uint16_t>(pick(5) == 0);
        c.reworks = static_cast<std::uint16_t>(pick(9) == 0);
        c.rating = static_cast<Satisfaction>(pick(4));
        c.ratedAt = hour(at + 45);
        c.followUp = static_cast<FollowUpResult>(pick(4));
        c.followedUpAt = hour(at + 50);
        if (pick(20) == 0) {
            WhistleCall& call = c.whistles.emplace_back();
            call.agency = AgencyId(static_cast<std::uint16_t>(1 + pick(29)));
            call.at = hour(at + 2);
            if (pick(2) == 0)
                call.reportedAt = hour(at + 2.5 + pick(2));
        }
    }
    return golden;
}

/// Limits by arithmetic, so that 100,000 of them cost nothing.
class PlainDeadlines final : public Deadlines {
public:
    TimePoint report(const Case& state) const override { return state.clockAt + 20h; }
    TimePoint reportAsSet(const Case& state) const override { return state.clockAt + 20h; }
    TimePoint followUp(const Case& state) const override { return state.finishedAt + 72h; }
    TimePoint reportIn(const Case&, const WhistleCall& call) const override { return call.at + 1h; }
    TimePoint answer(const Case&, const SupervisionStep& step) const override { return step.at + 1h; }
};

} // namespace

class IndicatorsTest : public testkit::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void everyIndicatorIsWhatAPersonComputed();
    void comparedWithBeforeAndLastYear();
    void checksOfThePublicFormulas();
    void noColumnIsUsedTwice();
    void noLabelIsSwapped();
    void noDataIsNotZero();
    void callsBelongToWhomTheyCalled();
    void zeroReportsBelongToGrids();
    void everyDimensionAddsUp();
    void piecesMakeTheSameReport();
    void changes();
    void wordsAreComplete();
    void speed();
};

void IndicatorsTest::everyIndicatorIsWhatAPersonComputed()
{
    const Report all = goldenReport();
    const DimensionRow city = all.city();
    const std::vector<Row> table = byHand();
    QCOMPARE(table.size(), indicatorCount);
    for (std::size_t i = 0; i < table.size(); ++i) {
        const Row& row = table[i];
        QCOMPARE(static_cast<std::size_t>(row.id), i); // none is forgotten
        const Definition& d = definition(row.id);
        const Figure figure = city.of(row.id);
        QVERIFY2(figure.value.has_value(), d.code.data());
        QVERIFY2(std::abs(shown(figure, d) - row.value) < 1e-9,
                 qPrintable(QString::fromUtf8(d.code.data()) + u' ' + QString::number(shown(figure, d))));
        QCOMPARE(figure.numerator, row.numeratorCount);
        QCOMPARE(figure.denominator, row.denominatorCount);
        const Members members = all.members(row.id, Window::Current);
        QCOMPARE(text(numbers(members.numerator)), text(row.numerator));
        QCOMPARE(text(numbers(members.denominator)), text(row.denominator));
    }
}

void IndicatorsTest::comparedWithBeforeAndLastYear()
{
    const Report all = goldenReport();
    const DimensionRow city = all.city();
    // Yesterday: 8, 11 and 14 came in; 14 was due and closed in time, rated.
    QCOMPARE(text(numbers(all.members(IndicatorId::Received, Window::Previous).denominator)), text({8, 11, 14}));
    QCOMPARE(city.of(IndicatorId::ClosedInTime, Window::Previous), (Figure{1.0, 1, 1}));
    QCOMPARE(city.of(IndicatorId::Satisfied, Window::Previous), (Figure{1.0, 1, 1}));
    // 60 min of 8, 60 of 11, 60 of 14.
    QCOMPARE(city.of(IndicatorId::FirstResponse, Window::Previous), (Figure{3'600'000.0, 3, 3}));
    // A year ago: 15, closed, but late.
    QCOMPARE(city.of(IndicatorId::Received, Window::LastYear), (Figure{1.0, 1, 1}));
    QCOMPARE(city.of(IndicatorId::Closed, Window::LastYear), (Figure{1.0, 1, 1}));
    QCOMPARE(city.of(IndicatorId::ClosedInTime, Window::LastYear), (Figure{0.0, 0, 1}));
    QCOMPARE(city.of(IndicatorId::Dissolved, Window::LastYear), (Figure{1.0, 1, 1}));
    // What ended after the former time was still open in it.
    Golden golden = goldenCases();
    golden.deadlines.byCase[CaseId(14)].due = golden.deadlines.byCase[CaseId(14)].asSet = hour(-4);
    golden.cases[13].finishedAt = golden.cases[13].phaseAt = hour(3);
    const Report later = report(golden.cases, wholeDay(), twoTowns(), golden.deadlines);
    QCOMPARE(text(numbers(later.members(IndicatorId::Overdue, Window::Previous).numerator)), text({14}));
    QCOMPARE(later.city().of(IndicatorId::Closed, Window::Previous), (Figure{0.0, 0, 1}));
    QCOMPARE(text(numbers(later.members(IndicatorId::Overdue, Window::Current).numerator)), text({4, 11}));
}

void IndicatorsTest::checksOfThePublicFormulas()
{
    // 972 due: 737 closed within the limit as first set, 174 later, 61 not at all.
    Golden golden;
    for (std::uint64_t i = 1; i <= 972; ++i) {
        Case& c = golden.cases.emplace_back();
        c.id = CaseId(i);
        c.grid = GridId(1);
        c.receivedAt = c.clockAt = hour(0);
        c.phase = i <= 911 ? Phase::Finished : Phase::Accepted;
        if (i <= 911)
            c.finishedAt = c.phaseAt = hour(i <= 737 ? 5 : 9);
        golden.deadlines.byCase[c.id] = {hour(8), hour(8), {}};
    }
    const DimensionRow city = report(golden.cases, wholeDay(), twoTowns(), golden.deadlines).city();
    QCOMPARE(city.of(IndicatorId::Closed).numerator, 911u);
    QCOMPARE(city.of(IndicatorId::Closed).denominator, 972u);
    QCOMPARE(QString::number(*city.of(IndicatorId::Closed).value * 100, 'f', 2), QStringLiteral("93.72"));
    QCOMPARE(city.of(IndicatorId::ClosedAsSet).numerator, 737u);
    QCOMPARE(QString::number(*city.of(IndicatorId::ClosedAsSet).value * 100, 'f', 2), QStringLiteral("75.82"));
}

void IndicatorsTest::noColumnIsUsedTwice()
{
    // Two indicators may share a cohort, never both lists: in cases as varied as the golden ones that means one was copied.
    const Report all = goldenReport();
    std::set<std::pair<Ids, Ids>> seen;
    for (const Definition& d : definitions()) {
        if (d.shape == Shape::PlainCount || d.id == IndicatorId::ZeroReportsMissing || d.id == IndicatorId::Answered)
            continue;
        const Members m = all.members(d.id, Window::Current);
        QVERIFY2(seen.insert({numbers(m.numerator), numbers(m.denominator)}).second, d.code.data());
        QVERIFY2(d.unit == Unit::Duration || numbers(m.numerator) != numbers(m.denominator)
                     || d.id == IndicatorId::ReportedIn,
                 d.code.data()); // a share of 100 % in the golden cases would prove nothing
    }
    // The numerator never holds what the denominator doesn't, in any window, on cases of every kind.
    const Golden many = manyCases(3000, 5, 24 * 20);
    const PlainDeadlines plain;
    const Report big = report(many.cases, wholeDay(), twoTowns(), plain);
    for (const Definition& d : definitions())
        for (std::size_t w = 0; w < windowCount; ++w) {
            const Members m = big.members(d.id, static_cast<Window>(w));
            QVERIFY2(std::ranges::includes(m.denominator, m.numerator), d.code.data());
        }
}

void IndicatorsTest::noLabelIsSwapped()
{
    // One case with one fact each: the figure with that name moves, and moves in the direction its name says.
    const auto cityOf = [](const std::function<void(Case&)>& change) {
        Golden golden;
        Case& c = golden.cases.emplace_back();
        c.id = CaseId(1);
        c.grid = GridId(1);
        c.phase = Phase::Rated;
        c.kind = CaseKind::Dispute;
        c.receivedAt = c.clockAt = hour(1);
        c.finishedAt = c.phaseAt = hour(5);
        c.ratedAt = hour(6);
        c.reporter.phone = "138****5678";
        change(c);
        golden.deadlines.byCase[c.id] = {hour(10), hour(10), hour(12)};
        return report(golden.cases, wholeDay(), twoTowns(), golden.deadlines).city();
    };
    const auto satisfaction = [&](Satisfaction rating) {
        return cityOf([&](Case& c) { c.rating = rating; }).of(IndicatorId::Satisfied).value;
    };
    QCOMPARE(satisfaction(Satisfaction::Satisfied), 1.0);
    QCOMPARE(satisfaction(Satisfaction::Basically), 1.0);
    QCOMPARE(satisfaction(Satisfaction::Dissatisfied), 0.0);
    QVERIFY(!satisfaction(Satisfaction::None));
    const auto followedUp = [&](FollowUpResult result) {
        return cityOf([&](Case& c) {
                   c.followUp = result;
                   c.followedUpAt = result == FollowUpResult::None ? TimePoint{} : hour(7);
               }).of(IndicatorId::FollowedUp).value;
    };
    QCOMPARE(followedUp(FollowUpResult::Satisfied), 1.0);
    QCOMPARE(followedUp(FollowUpResult::Dissatisfied), 1.0);
    QCOMPARE(followedUp(FollowUpResult::Unreachable), 0.0);
    QCOMPARE(followedUp(FollowUpResult::None), 0.0);
    const auto dissolved = [&](Outcome outcome) {
        return cityOf([&](Case& c) { c.outcome = outcome; }).of(IndicatorId::Dissolved).value;
    };
    QCOMPARE(dissolved(Outcome::Settled), 1.0);
    QCOMPARE(dissolved(Outcome::Resolved), 0.0);
    QCOMPARE(dissolved(Outcome::Referred), 0.0);
    QVERIFY(!dissolved(Outcome::NotFound));
    // Each rung has its own figure and its own word.
    const IndicatorId rungs[] = {IndicatorId::Reminders, IndicatorId::Urges,     IndicatorId::Orders,
                                 IndicatorId::Circulars, IndicatorId::Summonses, IndicatorId::Listed};
    const char* words[] = {"提醒", "催办", "督办", "通报", "约谈", "挂牌督办"};
    for (std::size_t r = 0; r < std::size(rungs); ++r) {
        const DimensionRow city = cityOf([&](Case& c) {
            SupervisionStep& step = c.supervision.emplace_back();
            step.rung = static_cast<SupervisionRung>(r);
            step.at = hour(2);
        });
        for (std::size_t other = 0; other < std::size(rungs); ++other)
            QCOMPARE(city.of(rungs[other]).numerator, other == r ? 1u : 0u);
        QCOMPARE(city.of(IndicatorId::Supervised).numerator, 1u);
        QCOMPARE(definition(rungs[r]).name.zh, std::string(words[r]));
    }
    // Better and worse.
    QCOMPARE(definition(IndicatorId::Overdue).direction, Direction::LowerIsBetter);
    QCOMPARE(definition(IndicatorId::Reworked).direction, Direction::LowerIsBetter);
    QCOMPARE(definition(IndicatorId::FirstResponse).direction, Direction::LowerIsBetter);
    QCOMPARE(definition(IndicatorId::ZeroReportsMissing).direction, Direction::LowerIsBetter);
    QCOMPARE(definition(IndicatorId::Satisfied).direction, Direction::HigherIsBetter);
    QCOMPARE(definition(IndicatorId::ClosedInTime).direction, Direction::HigherIsBetter);
}

void IndicatorsTest::noDataIsNotZero()
{
    const PlainDeadlines plain;
    const Report nothing = report({}, wholeDay(), twoTowns(), plain);
    for (const Definition& d : definitions()) {
        QVERIFY2(!nothing.city().of(d.id).value, d.code.data());
        QCOMPARE(nothing.city().of(d.id).denominator, 0u);
    }
    QVERIFY(nothing.table(Dimension::Town).empty());
    // Records that begin today say nothing about yesterday: not even that nothing came in.
    const Golden golden = goldenCases();
    const std::span today(golden.cases.data(), 7);
    const Report young = report(today, wholeDay(), twoTowns(), golden.deadlines);
    QCOMPARE(young.coverage(Window::Current), Coverage::Partial);
    QCOMPARE(young.coverage(Window::Previous), Coverage::None);
    QVERIFY(!young.city().of(IndicatorId::Received, Window::Previous).value);
    // Where the records are known to reach back, nothing is a real 0.
    ReportBuilder builder(wholeDay());
    builder.setKnownFrom(hour(-24));
    const Report old = builder.finish();
    QCOMPARE(old.city().of(IndicatorId::Received, Window::Previous).value, 0.0);
    QCOMPARE(old.city().of(IndicatorId::Overdue).value, 0.0);
    QVERIFY(!old.city().of(IndicatorId::Received, Window::LastYear).value);
    QVERIFY(!old.city().of(IndicatorId::Closed).value);             // nothing was due
    QVERIFY(!old.city().of(IndicatorId::Satisfied).value);          // nobody rated
    QVERIFY(!old.city().of(IndicatorId::FirstResponse).value);
    QVERIFY(!old.city().of(IndicatorId::ZeroReportsMissing).value); // no duties were told
    ReportBuilder duties(wholeDay());
    duties.addZeroReports({});
    QVERIFY(!duties.finish().city().of(IndicatorId::ZeroReportsMissing).value); // none was due
}

void IndicatorsTest::callsBelongToWhomTheyCalled()
{
    const Report all = goldenReport();
    std::map<std::uint32_t, Figure> reportedIn, answered;
    for (const DimensionRow& row : all.table(Dimension::Agency)) {
        reportedIn[row.key] = row.of(IndicatorId::ReportedIn);
        answered[row.key] = row.of(IndicatorId::Answered);
    }
    QCOMPARE(reportedIn[3], (Figure{1.0, 1, 1}));
    QCOMPARE(reportedIn[4], (Figure{0.0, 0, 1}));
    QCOMPARE(reportedIn[2], (Figure{std::nullopt, 0, 0})); // the lead of the case wasn't whistled for
    QCOMPARE(answered[4], (Figure{0.5, 1, 2}));
    QCOMPARE(text(numbers(all.members(IndicatorId::ReportedIn, Window::Current, Dimension::Agency, 4).denominator)), text({11}));
}

void IndicatorsTest::zeroReportsBelongToGrids()
{
    const Report all = goldenReport();
    std::map<std::uint32_t, Figure> towns;
    for (const DimensionRow& row : all.table(Dimension::Town)) towns[row.key] = row.of(IndicatorId::ZeroReportsMissing);
    QCOMPARE(towns[1], (Figure{0.0, 0, 2}));
    QCOMPARE(towns[2], (Figure{2.0, 2, 2}));
    const Members owing = all.members(IndicatorId::ZeroReportsMissing, Window::Current);
    QVERIFY(owing.grids == std::vector({GridId(2), GridId(5)}));
    QVERIFY(owing.numerator.empty());
    for (const DimensionRow& row : all.table(Dimension::Channel)) QVERIFY(!row.of(IndicatorId::ZeroReportsMissing).value);
    QVERIFY(!all.table(Dimension::Agency).empty());
}

void IndicatorsTest::everyDimensionAddsUp()
{
    const Golden many = manyCases(5000, 11, 24 * 3);
    const PlainDeadlines plain;
    const Report all = report(many.cases, wholeDay(), twoTowns(), plain, goldenCases().zeroReports);
    const DimensionRow city = all.city();
    for (std::size_t dimension = 0; dimension < dimensionCount; ++dimension) {
        const auto by = static_cast<Dimension>(dimension);
        const std::vector<DimensionRow> rows = all.table(by);
        for (const Definition& d : definitions()) {
            if (d.id == IndicatorId::ZeroReportsMissing && by != Dimension::City && by != Dimension::Town && by != Dimension::Grid)
                continue;
            for (std::size_t w = 0; w < windowCount; ++w) {
                std::uint32_t numerator = 0, denominator = 0;
                for (const DimensionRow& row : rows) {
                    numerator += row.figures[w][static_cast<std::size_t>(d.id)].numerator;
                    denominator += row.figures[w][static_cast<std::size_t>(d.id)].denominator;
                }
                QCOMPARE(numerator, city.figures[w][static_cast<std::size_t>(d.id)].numerator);
                QCOMPARE(denominator, city.figures[w][static_cast<std::size_t>(d.id)].denominator);
            }
        }
    }
    // A figure and its cases are the same number.
    for (const DimensionRow& row : all.table(Dimension::Agency)) {
        const Members closed = all.members(IndicatorId::Closed, Window::Current, Dimension::Agency, row.key);
        QCOMPARE(closed.numerator.size(), std::size_t(row.of(IndicatorId::Closed).numerator));
        QCOMPARE(closed.denominator.size(), std::size_t(row.of(IndicatorId::Closed).denominator));
    }
}

void IndicatorsTest::piecesMakeTheSameReport()
{
    const Golden golden = goldenCases();
    const City city = twoTowns();
    std::vector<CaseMeasure> measures;
    for (const Case& c : golden.cases) measures.push_back(measure(c, city, golden.deadlines));
    ReportBuilder builder(wholeDay());
    const std::span all(measures);
    builder.add(all.first(5));
    builder.addZeroReports(golden.zeroReports);
    builder.add(all.subspan(5, 1));
    builder.add(all.subspan(6));
    const DimensionRow one = goldenReport().city(), other = builder.finish().city();
    for (std::size_t w = 0; w < windowCount; ++w) QVERIFY(one.figures[w] == other.figures[w]);
}

void IndicatorsTest::changes()
{
    using V = Change::Verdict;
    const auto change = [](IndicatorId id, std::optional<double> now, std::optional<double> before) {
        return changeOf(id, Figure{now, 0, 0}, Figure{before, 0, 0});
    };
    // Shares differ by points, numbers by a part of the former one.
    QVERIFY(std::abs(*change(IndicatorId::Closed, 0.9372, 0.9).value - 0.0372) < 1e-12);
    QCOMPARE(change(IndicatorId::Closed, 0.9372, 0.9).verdict, V::Better);
    QCOMPARE(change(IndicatorId::Reworked, 0.2, 0.1).verdict, V::Worse);
    QCOMPARE(change(IndicatorId::Overdue, 30, 24).value, 0.25);
    QCOMPARE(change(IndicatorId::Overdue, 30, 24).verdict, V::Worse);
    QCOMPARE(change(IndicatorId::FirstResponse, 300, 600).verdict, V::Better);
    QCOMPARE(change(IndicatorId::Received, 30, 24).verdict, V::Neutral);
    QCOMPARE(change(IndicatorId::Received, 30, 30).verdict, V::Same);
    QVERIFY(!change(IndicatorId::Overdue, 3, 0).value);  // no per cent of nothing
    QCOMPARE(change(IndicatorId::Overdue, 0, 0).value, 0.0);
    QVERIFY(!change(IndicatorId::Closed, 0.5, std::nullopt).value);
    QVERIFY(!change(IndicatorId::Closed, std::nullopt, 0.5).value);
}

void IndicatorsTest::wordsAreComplete()
{
    std::set<std::string> names, codes;
    for (const Definition& d : definitions()) {
        QVERIFY(&definition(d.id) == &d);
        for (const LocalText* words : {&d.name, &d.formula, &d.numerator, &d.exclusions}) {
            QVERIFY2(!words->zh.empty() && !words->en.empty(), d.code.data());
            QVERIFY2(words->zh != words->en, d.code.data());
        }
        QCOMPARE(d.denominator.zh.empty(), d.shape == Shape::PlainCount);
        QCOMPARE(d.note.zh.empty(), d.note.en.empty());
        QVERIFY2(names.insert(d.name.zh).second && names.insert(d.name.en).second, d.code.data());
        QVERIFY2(codes.insert(std::string(d.code)).second, d.code.data());
        if (d.otherReading) {
            QVERIFY2(*d.otherReading != d.id, d.code.data());
            QVERIFY2(!d.note.zh.empty(), d.code.data()); // whoever offers another reading says why
        }
    }
}

void IndicatorsTest::speed()
{
    // All cases in the three windows' reach, every indicator, every dimension. The bar is loose here (a debug build on a busy
    // machine); the figure is printed.
    const Golden many = manyCases(100'000, 3, 24 * 2);
    const PlainDeadlines plain;
    City city = twoTowns();
    city.grids.clear();
    for (std::uint32_t g = 1; g <= 3000; ++g)
        city.grids.push_back({GridId(g), "g", {"格", "Grid"}, TownId(static_cast<std::uint16_t>(1 + g % 33)), {}, {}, {}});
    std::vector<CaseMeasure> measures;
    measures.reserve(many.cases.size());
    const auto t0 = std::chrono::steady_clock::now();
    for (const Case& c : many.cases) {
        measures.push_back(measure(c, city, plain));
        measures.back().grid = GridId(1 + static_cast<std::uint32_t>(c.id.value % 3000));
    }
    const auto t1 = std::chrono::steady_clock::now();
    ReportBuilder builder(windowsOf(Span{hour(-24), hour(24)}, 0min));
    builder.add(measures);
    const Report all = builder.finish();
    const auto t2 = std::chrono::steady_clock::now();
    std::size_t rows = 0;
    for (std::size_t d = 0; d < dimensionCount; ++d) rows += all.table(static_cast<Dimension>(d)).size();
    const auto t3 = std::chrono::steady_clock::now();
    const auto ms = [](auto a, auto b) { return std::chrono::duration<double, std::milli>(b - a).count(); };
    qInfo("100,000 cases: measure %.1f ms, judge %.1f ms, %zu rows of 7 dimensions %.1f ms", ms(t0, t1), ms(t1, t2), rows,
          ms(t2, t3));
    QVERIFY(all.city().of(IndicatorId::Received).numerator > 50'000);
    QVERIFY(ms(t1, t3) < 2000);
}

ZS_TEST_MAIN(IndicatorsTest)
#include "tst_indicators.moc"
