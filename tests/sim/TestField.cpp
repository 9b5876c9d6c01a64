// Movement, new cases and the way a case takes through desk, agency and field, without a network: a small
// gateway stands in that decides with the domain's own code.
#include "geo/Distance.h"
#include "geo/Polygon.h"
#include "protocol/Limits.h"
#include "sim/field/CaseMaker.h"
#include "sim/field/Reactions.h"
#include "sim/live/CaseSource.h"
#include "tests/sim/SmallCity.h"

#include <QTest>
#include <cmath>
#include <map>
#include <set>

using namespace zs;
using namespace zs::sim;
using namespace zs::domain;

namespace {

/// Who may hand in cases under a channel.
Role receiver(Channel channel) {
    switch (channel) {
    case Channel::GridApp:
    case Channel::NightVisit: return Role::FieldApp;
    case Channel::WalkIn: return Role::DutyOfficer;
    default: return Role::Intake;
    }
}

/// Decides and folds like the gateway, in memory.
class Office final : public Surroundings {
public:
    explicit Office(std::shared_ptr<const City> city) : m_city(city), m_graph(city) {}
    int openCasesOf(PersonId person) const override {
        int n = 0;
        for (const auto& [id, c] : cases)
            n += c.isOpen() && c.handler == person;
        return n;
    }
    GridId gridAt(GeoPoint p) const override {
        const auto g = m_graph.gridAt(p);
        return g ? m_city->grids[*g].id : GridId{};
    }
    const Case* find(CaseId id) const override {
        const auto it = cases.find(id);
        return it == cases.end() ? nullptr : &it->second;
    }
    std::optional<RecordedEvent> post(Role role, CaseId id, const CaseCommand& command, TimePoint now) {
        const Actor actor{std::string(enumNames(role)[static_cast<std::size_t>(role)]), role};
        const Case before = cases[id];
        const auto event = decide(before, command, Context{now, actor, *m_city, *this});
        if (!event) {
            lastRefusal = event.error().sentence.en;
            return std::nullopt;
        }
        RecordedEvent recorded{++seq, id, before.version + 1, now, actor.name, *event};
        evolve(cases[id], recorded);
        return recorded;
    }

    std::map<CaseId, Case> cases;
    Seq seq = 0;
    std::string lastRefusal;

private:
    std::shared_ptr<const City> m_city;
    CityGraph m_graph;
};

} // namespace

class TestField : public QObject {
    Q_OBJECT
    std::shared_ptr<City> m_city;
    std::shared_ptr<CityGraph> m_graph;

private Q_SLOTS:
    void init() {
        QTest::failOnWarning(QRegularExpression(".*"));
        m_city = smallCity();
        m_graph = std::make_shared<CityGraph>(m_city);
    }

    void neighboursShareABorder() {
        QCOMPARE(m_graph->neighbours(0), (std::vector<std::size_t>{1, 4}));
        QCOMPARE(m_graph->neighbours(5).size(), 4u); // not the diagonal ones
        const GeoPoint from = m_city->grids[0].label, to = m_city->grids[15].label;
        const auto way = m_graph->route(from, to);
        QCOMPARE(way.front(), from);
        QCOMPARE(way.back(), to);
        QVERIFY(way.size() > 4);
        QVERIFY(geo::lengthMetres(way) < 1.5 * geo::distanceMetres(from, to));
        QCOMPARE(m_graph->route(from, {0, 0}).size(), 2u);
    }

    void onlyThoseOnDutyAreSeen() {
        Crowd crowd(m_city, m_graph, 1, 1);
        crowd.advance(morning());
        const auto frames = crowd.frames(morning());
        QCOMPARE(frames.size(), 1u);
        QCOMPARE(frames[0].positions.size(), 16u);
        for (const auto& p : frames[0].positions) {
            QVERIFY(isOnDuty(m_city->person(p.person)->shift, morning(), m_city->utcOffset));
            QVERIFY(geo::contains(m_city->grid(m_city->person(p.person)->homeGrid)->shape, p.place()));
        }
        QVERIFY(!crowd.place(PersonId(1)) && crowd.place(PersonId(2)));
        const TimePoint evening = morning() + std::chrono::hours(12);
        crowd.advance(evening);
        std::size_t left = 0, here = 0;
        const auto then = crowd.frames(evening);
        for (const auto& p : then[0].positions)
            (p.flags == protocol::positionOffDuty ? left : here) += 1;
        QCOMPARE(left, 16u);
        QCOMPARE(here, 16u);
        QCOMPARE(crowd.frames(evening)[0].positions.size(), 16u); // it is said once
    }

    void peopleMoveAtTheirSpeedAndStayInTheirGrid() {
        Crowd crowd(m_city, m_graph, 3, 1);
        TimePoint now = morning();
        crowd.advance(now);
        std::map<std::uint32_t, GeoPoint> before;
        std::set<std::uint32_t> moved;
        for (int i = 0; i < 1500; ++i) {
            now += Millis(200);
            crowd.advance(now);
            const auto current = crowd.frames(now);
            for (const auto& p : current[0].positions) {
                if (before.contains(p.person.value)) {
                    const double d = geo::distanceMetres(before[p.person.value], p.place());
                    QVERIFY(d < 2.0); // 10 m/s
                    if (d > 0.01)
                        moved.insert(p.person.value);
                }
                before[p.person.value] = p.place();
            }
        }
        QVERIFY(moved.size() > 12);
        for (const auto& [id, at] : before)
            QVERIFY(geo::contains(m_city->grid(m_city->person(PersonId(id))->homeGrid)->shape, at));
    }

    void theSameSeedMovesTheSame() {
        const auto play = [this](std::uint64_t seed) {
            Crowd crowd(m_city, m_graph, seed, 2);
            for (int i = 0; i < 100; ++i)
                crowd.advance(morning() + Millis(200 * i));
            return crowd.frames(morning())[0];
        };
        QCOMPARE(play(5), play(5));
        QVERIFY(!(play(5) == play(6)));
    }

    void whoIsSentArrives() {
        Crowd crowd(m_city, m_graph, 1, 1);
        TimePoint now = morning();
        crowd.advance(now);
        const GeoPoint to = m_city->grids[15].label;
        crowd.send(PersonId(2), to);
        int seconds = 0;
        std::vector<PersonId> arrived;
        for (; arrived.empty() && seconds < 2000; ++seconds) {
            now += std::chrono::seconds(1);
            crowd.advance(now);
            arrived = crowd.arrivals();
        }
        QCOMPARE(arrived, std::vector<PersonId>{PersonId(2)});
        QVERIFY2(seconds > 200 && seconds < 1400, qPrintable(QString::number(seconds)));
        QCOMPARE(*crowd.place(PersonId(2)), to);
        crowd.send(PersonId(999), to); // nobody
    }

    void newCasesAreBelievable() {
        CaseMaker maker(m_city, 9);
        std::set<std::string> titles;
        std::set<Channel> channels;
        Office office(m_city);
        for (std::uint64_t i = 1; i <= 500; ++i) {
            const MadeCase made = maker.make();
            const auto event = office.post(receiver(made.receive.channel), CaseId(i), made.receive, morning());
            QVERIFY2(event, office.lastRefusal.c_str());
            QCOMPARE(office.cases[CaseId(i)].grid, made.receive.grid);
            QCOMPARE(office.gridAt(made.receive.place), made.receive.grid);
            QCOMPARE(m_city->matter(made.what)->kind, made.receive.kind);
            titles.insert(made.receive.title);
            channels.insert(made.receive.channel);
        }
        QVERIFY(titles.size() > 150 && channels.size() >= 9);
    }

    void chanceKeepsItsRate() {
        ChanceSource source(m_city, 4, 600, 300);
        int n = 0;
        for (int s = 0; s < 25; ++s) {
            while (source.next(morning() + std::chrono::seconds(s)))
                ++n;
        }
        QVERIFY2(n > 180 && n < 300, qPrintable(QString::number(n)));
        while (source.next(morning() + std::chrono::hours(1)))
            ++n;
        QCOMPARE(n, 300);
        QVERIFY(source.isOver());
    }

    void aCaseTakesItsWayToTheEnd() {
        Crowd crowd(m_city, m_graph, 1, 10);
        Reactions reactions(m_city, crowd, 1, {10, 1, 1});
        Office office(m_city);
        CaseMaker maker(m_city, 2);
        TimePoint now = morning();
        crowd.advance(now);
        for (std::uint64_t i = 1; i <= 30; ++i) {
            MadeCase made = maker.make();
            const auto event = office.post(receiver(made.receive.channel), CaseId(i), made.receive, now);
            if (i % 2) { // the answer may come before or after the event
                reactions.happened(*event, now);
                reactions.classifyLater(CaseId(i), made.what, {}, now);
            } else {
                reactions.classifyLater(CaseId(i), made.what, {}, now);
                reactions.happened(*event, now);
            }
        }
        std::set<std::string> refusals;
        for (int tick = 0; tick < 6000; ++tick) {
            now += Millis(200);
            crowd.advance(now);
            for (const DueCommand& due : reactions.due(now)) {
                QCOMPARE(due.base, office.cases[due.caseId].version);
                if (const auto event = office.post(due.as, due.caseId, due.command, now)) {
                    reactions.happened(*event, now);
                } else {
                    refusals.insert(office.lastRefusal);
                    reactions.refused(due);
                }
            }
        }
        std::size_t finished = 0;
        for (const auto& [id, c] : office.cases)
            finished += c.phase != Phase::None && !c.isOpen();
        QVERIFY2(finished >= 28,
                 qPrintable(QString::number(finished) + ' ' +
                            (refusals.empty() ? QString() : QString::fromStdString(*refusals.begin()))));
        QCOMPARE(reactions.openCases(), office.cases.size() - finished);
    }

    void muchHappensBesideTheStraightWay() {
        Crowd crowd(m_city, m_graph, 1, 30);
        Reactions reactions(m_city, crowd, 5, {30, 1, 0.6, 1});
        Office office(m_city);
        CaseMaker maker(m_city, 9);
        TimePoint now = morning();
        crowd.advance(now);
        std::map<std::string_view, int> kinds;
        int refused = 0, done = 0;
        std::uint64_t made = 0;
        for (int tick = 0; tick < 9000; ++tick) {
            now += Millis(200);
            if (tick % 10 == 0 && made < 400) {
                MadeCase next = maker.make();
                const auto event = office.post(receiver(next.receive.channel), CaseId(++made), next.receive, now);
                reactions.happened(*event, now);
                reactions.classifyLater(CaseId(made), next.what, {}, now);
            }
            crowd.advance(now);
            for (const DueCommand& due : reactions.due(now)) {
                if (const auto event = office.post(due.as, due.caseId, due.command, now)) {
                    ++done;
                    ++kinds[nameOf(event->event)];
                    reactions.happened(*event, now);
                } else {
                    ++refused;
                    reactions.refused(due);
                }
            }
        }
        QString said;
        for (const auto& [kind, n] : kinds)
            said += QStringLiteral(" %1=%2").arg(QLatin1String(kind.data(), qsizetype(kind.size()))).arg(n);
        qInfo("%d done, %d refused:%s", done, refused, qPrintable(said));
        for (const char* kind : {"extension_asked", "approved", "whistled", "reported_in", "supervised", "rated", "followed_up",
                                 "archived", "police_ruled"})
            QVERIFY2(kinds[kind] > 0, kind);
        QVERIFY(kinds.size() >= 24);
        QVERIFY(refused * 5 < done);
        std::map<Phase, int> phases;
        for (const auto& [id, c] : office.cases)
            ++phases[c.phase];
        QVERIFY(phases[Phase::Archived] > 100);
    }

    void whoIsCalledOffTurnsBack() {
        Crowd crowd(m_city, m_graph, 1, 1);
        Reactions reactions(m_city, crowd, 1, {1, 0, 0});
        TimePoint now = morning();
        crowd.advance(now);
        Case state;
        state.id = CaseId(1);
        state.version = 4;
        state.phase = Phase::Dispatched;
        state.handler = PersonId(2);
        state.place = m_city->grids[15].label;
        reactions.adopt(state, now);
        now += std::chrono::seconds(30);
        const auto due = reactions.due(now);
        QCOMPARE(due.size(), 1u);
        QCOMPARE(due[0].as, Role::FieldApp);
        QVERIFY(std::holds_alternative<Acknowledge>(due[0].command));
        reactions.happened({1, CaseId(1), 5, now, "x", Dispatched{PersonId(4), {}}}, now); // to somebody else
        now += std::chrono::seconds(30);
        const auto next = reactions.due(now);
        QCOMPARE(next.size(), 1u);
        QCOMPARE(std::get<Acknowledge>(next[0].command).person, PersonId(4));
        for (int s = 0; s < 1200; ++s) {
            now += std::chrono::seconds(1);
            crowd.advance(now);
            QVERIFY2(reactions.due(now).empty(), "nobody was acknowledged, so nobody may arrive");
        }
    }
};

QTEST_APPLESS_MAIN(TestField)
#include "TestField.moc"
