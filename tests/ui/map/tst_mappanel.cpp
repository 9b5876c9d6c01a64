// The map panel on the sample desk: marks, selection, drag, menu, follow. Pictures go to $ZS_PICTURES.
#include "tests/testkit/GuiTest.h"
#include "tests/ui/cases/PanelBench.h"
#include "ui/cases/CaseDrag.h"
#include "ui/kit/HintCard.h"
#include "ui/map/CityGround.h"
#include "ui/map/painter/PainterSurface.h"
#include "ui/map/panel/MapPanel.h"

#include <QDragEnterEvent>
#include <QMenu>
#include <QMimeData>
#include <QSignalSpy>
#include <QToolButton>

#include <algorithm>
#include <random>

namespace zs::map::test {

namespace {

SurfaceFactories painterOnly()
{
    SurfaceFactories factories;
    factories.painter = [](QWidget* parent) -> MapSurface* { return new PainterSurface(parent); };
    return factories;
}

} // namespace

class MapPanelTest final : public testkit::TestCase {
    Q_OBJECT

    std::unique_ptr<testkit::PanelBench> m_bench;
    std::unique_ptr<MapPanel> m_panel;

    /// An open case that someone may be sent to now.
    CaseId dispatchable() const
    {
        const auto& store = m_bench->desk.cases();
        for (std::size_t i = 0; i < store.size(); ++i)
            if (m_bench->desk.check(store.row(i).id, domain::Dispatch{m_bench->desk.anyOnDuty(), {}}))
                return store.row(i).id;
        return {};
    }
    /// A case nobody may be sent to, whoever it is.
    CaseId notDispatchable() const
    {
        const auto& store = m_bench->desk.cases();
        for (std::size_t i = 0; i < store.size(); ++i)
            if (store.row(i).isOpen() && m_panel->drops().legalPeople(store.row(i).id).empty())
                return store.row(i).id;
        return {};
    }
    Hit personHit(PersonId person) const
    {
        const session::Fix* fix = m_bench->desk.people().fix(person);
        return {Hit::Kind::Person, person.value, fix ? fix->place() : GeoPoint{}};
    }
    PersonId someLegal(CaseId id) const
    {
        const auto legal = m_panel->drops().legalPeople(id);
        return legal.empty() ? PersonId() : legal.front();
    }
    void settle(const QString& name)
    {
        QImage image;
        m_panel->surface().capture([&](QImage i) { image = std::move(i); });
        QTRY_VERIFY(!image.isNull());
        m_bench->picture(*m_panel, QSize(1030, 738), name);
    }

private Q_SLOTS:
    void init()
    {
        TestCase::init();
        m_bench = std::make_unique<testkit::PanelBench>();
        testkit::fillBelievably(m_bench->desk);
        m_panel = std::make_unique<MapPanel>(m_bench->place, makeGround(m_bench->desk.city(), {}), painterOnly(), SurfaceKind::Auto);
        m_panel->resize(1030, 738);
        m_panel->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
    }
    void cleanup()
    {
        m_panel.reset();
        m_bench.reset();
    }

    void showsStaffOnDutyOnly()
    {
        const auto& desk = m_bench->desk;
        const auto marks = peopleMarks(desk.city(), desk.cases(), desk.people(), desk.serverNow());
        QVERIFY(!marks.empty());
        for (const Mark& m : marks) {
            const domain::Person* person = desk.city().person(PersonId(static_cast<std::uint32_t>(m.id)));
            QVERIFY(domain::isOnDuty(person->shift, desk.serverNow(), desk.city().utcOffset));
        }
        // A fix of somebody off duty stays unseen, though the store holds it.
        const auto& people = desk.city().people;
        const auto off = std::find_if(people.begin(), people.end(), [&](const domain::Person& p) {
            return !domain::isOnDuty(p.shift, desk.serverNow(), desk.city().utcOffset);
        });
        QVERIFY(off != people.end());
        m_bench->desk.fixAt(off->id, {113.75, 23.02}, Millis(0));
        const auto again = peopleMarks(desk.city(), desk.cases(), desk.people(), desk.serverNow());
        QVERIFY(std::none_of(again.begin(), again.end(), [&](const Mark& m) { return m.id == off->id.value; }));
    }
    void fadesByTheAgeOfTheFix()
    {
        using namespace std::chrono_literals;
        const PersonId person = m_bench->desk.anyOnDuty();
        m_bench->desk.fixAt(person, {113.75, 23.02}, Millis(0));
        const TimePoint start = m_bench->desk.clock.now();
        const auto freshness = [&](Millis age) {
            m_bench->desk.clock.set(start + age);
            const auto marks = peopleMarks(m_bench->desk.city(), m_bench->desk.cases(), m_bench->desk.people(), m_bench->desk.serverNow());
            const auto found = std::find_if(marks.begin(), marks.end(), [&](const Mark& m) { return m.id == person.value; });
            return kit::symbolOf(found->symbol).freshness;
        };
        QCOMPARE(freshness(10s), kit::Freshness::Fresh);
        QCOMPARE(freshness(4min), kit::Freshness::Minutes5);
        QCOMPARE(freshness(14min), kit::Freshness::Minutes15);
        QCOMPARE(freshness(16min), kit::Freshness::Stale);
    }
    void casesAtOnePlaceAreOneSymbol()
    {
        auto cases = testkit::manyCases(m_bench->desk.city(), 20, m_bench->desk.serverNow(), 1);
        std::erase_if(cases, [](const domain::Case& c) { return !c.isOpen(); });
        QVERIFY(cases.size() >= 5);
        cases.resize(5);
        for (std::size_t i = 1; i < 3; ++i)
            cases[i].place = cases[0].place;
        session::CaseStore store;
        (void)store.reset(session::CaseStore::prepare(cases, store.calendar()));
        CaseMarks made;
        QVERIFY(made.read(store, m_bench->desk.serverNow(), std::chrono::seconds(9)));
        QCOMPARE(made.open(), std::size_t(5));
        QCOMPARE(made.marks().size(), std::size_t(3));
        QVERIFY(std::ranges::any_of(made.marks(), [](const Mark& m) { return kit::symbolOf(m.symbol).badge == 3; }));
        // The selected one is the one that is drawn.
        for (std::size_t i = 0; i < 3; ++i) {
            made.setShown(store, cases[i].id);
            QVERIFY(std::ranges::any_of(made.marks(), [&](const Mark& m) { return m.id == cases[i].id.value; }));
        }
    }
    void marksFollowEveryChange_data()
    {
        QTest::addColumn<unsigned>("seed");
        for (unsigned seed = 1; seed <= 5; ++seed)
            QTest::addRow("%u", seed) << seed;
    }
    void marksFollowEveryChange()
    {
        using namespace std::chrono_literals;
        QFETCH(unsigned, seed);
        std::mt19937 random(seed);
        const domain::City& city = m_bench->desk.city();
        TimePoint now = m_bench->desk.serverNow();
        auto cases = testkit::manyCases(city, 300, now, seed);
        for (domain::Case& c : cases)
            c.place = cases[random() % 40].place;
        session::CaseStore store;
        (void)store.reset(session::CaseStore::prepare(cases, store.calendar()));
        CaseMarks kept;
        while (!kept.read(store, now, 0us)) {}
        const auto sorted = [](const CaseMarks& marks) {
            std::vector<std::tuple<double, double, std::uint64_t, quint32>> all;
            for (const Mark& m : marks.marks())
                all.emplace_back(m.x, m.y, m.id, m.symbol);
            std::ranges::sort(all);
            return all;
        };
        for (int step = 0; step < 400; ++step) {
            const auto row = static_cast<std::uint32_t>(random() % store.size());
            const domain::Case& state = store.row(row);
            std::vector<std::uint32_t> rows{row};
            switch (random() % 6) {
            case 0: store.setPending(state.id, domain::Noted{"x"}, now, "me"); break;
            case 1: store.clearPending(state.id); break;
            case 2: store.apply({0, state.id, store.confirmed(state.id)->version + 1, now, "x", domain::Finished{state.handler, {}, "done"}}); break;
            case 3: now += std::chrono::minutes(random() % 90); rows.clear(); break;
            case 4: kept.setShown(store, state.id); rows.clear(); break;
            case 5: {
                domain::Received received;
                received.place = cases[random() % 40].place;
                const CaseId id(5000U + static_cast<unsigned>(step));
                rows = {store.apply({0, id, 1, now, "x", received}).row};
                break;
            }
            }
            kept.change(store, rows, now);
            kept.tick(store, now);
            QVERIFY(kept.read(store, now, 9s));
            if (step % 20 != 0)
                continue;
            CaseMarks fresh;
            QVERIFY(fresh.read(store, now, 9s));
            for (const Mark& m : kept.marks()) // the one that was chosen last is drawn
                if (const CaseId id(m.id); kept.shown() == id)
                    fresh.setShown(store, id);
            QCOMPARE(kept.open(), fresh.open());
            QCOMPARE(kept.closed(), fresh.closed());
            QCOMPARE(sorted(kept), sorted(fresh));
        }
    }
    void theQueuesFilterMutesTheOtherGrids()
    {
        const auto pictureOf = [this](const QString& name) {
            QImage image;
            m_panel->surface().capture([&](QImage i) { image = std::move(i); });
            [&] { QTRY_VERIFY(!image.isNull()); }();
            m_bench->picture(*m_panel, QSize(1030, 738), name);
            return image;
        };
        const auto& grids = m_bench->desk.city().grids;
        const auto pixelIn = [this](const QImage& image, const domain::Grid& grid) {
            return image.pixelColor(m_panel->surface().toWidget(grid.label).toPoint());
        };
        m_panel->surface().setLayerShown(MapLayer::People, false);
        m_panel->surface().setLayerShown(MapLayer::Cases, false);
        m_panel->surface().setLayerShown(MapLayer::Labels, false);
        m_panel->surface().setCamera({grids[0].label, 15});
        const kit::Theme& t = m_bench->themes.theme();
        const QColor plain = pixelIn(pictureOf(QStringLiteral("map-all")), grids[0]);
        QVERIFY(plain != t.map.landAlt);
        m_bench->selection.setFilteredGrids(std::vector{grids[1].id});
        QCOMPARE(pixelIn(pictureOf(QStringLiteral("map-filtered")), grids[0]), t.map.landAlt);
        QVERIFY(m_panel->status().hidden.contains(QStringLiteral("outside the queue's filter")));
        m_bench->selection.setFilteredGrids(std::vector{grids[0].id, grids[1].id});
        QCOMPARE(pixelIn(pictureOf(QStringLiteral("map-filtered-in")), grids[0]), plain);
        m_bench->selection.setFilteredGrids(std::nullopt);
        QVERIFY(!m_panel->status().hidden.contains(QStringLiteral("outside the queue's filter")));
    }
    void dropOnAPersonDispatches()
    {
        const CaseId id = dispatchable();
        const PersonId person = someLegal(id);
        QVERIFY(!id.isNone() && !person.isNone());
        const auto mime = cases::encodeCase(id);
        QVERIFY(m_panel->accepts(*mime));
        m_bench->selection.setDraggedCase(id);
        QVERIFY(m_panel->dragOver(*mime, personHit(person), QPoint(400, 300)));
        auto* hint = m_panel->findChild<kit::HintCard*>();
        QVERIFY(hint && hint->isVisible());
        QVERIFY(hint->accessibleName().contains(m_panel->drops().personName(person)));
        QVERIFY(m_panel->drop(*mime, personHit(person)));
        m_bench->selection.setDraggedCase({});
        QCOMPARE(m_bench->desk.submitted.size(), std::size_t(1));
        QCOMPARE(m_bench->desk.submitted[0].first, id);
        QCOMPARE(std::get<domain::Dispatch>(m_bench->desk.submitted[0].second).person, person);
        QVERIFY(!hint->isVisible());
    }
    void illegalDropSaysWhyAndDoesNothing()
    {
        const CaseId id = notDispatchable();
        QVERIFY(!id.isNone());
        const auto mime = cases::encodeCase(id);
        const PersonId person = m_bench->desk.anyOnDuty();
        const auto verdict = m_bench->desk.check(id, domain::Dispatch{person, {}});
        QVERIFY(!verdict);
        QVERIFY(!m_panel->dragOver(*mime, personHit(person), QPoint(400, 300)));
        auto* hint = m_panel->findChild<kit::HintCard*>();
        QVERIFY(hint->accessibleName().contains(m_bench->place.text(verdict.error().sentence)));
        QVERIFY(!m_panel->drop(*mime, personHit(person)));
        QVERIFY(m_bench->desk.submitted.empty());
        m_panel->dragLeft();
        QVERIFY(!hint->isVisible());
    }
    void dropOnAGridTakesItsOwnOfficer()
    {
        const CaseId id = dispatchable();
        const auto& desk = m_bench->desk;
        int legal = 0;
        for (const domain::Grid& grid : desk.city().grids) {
            const DropPlan plan = m_panel->drops().onGrid(id, grid.id);
            if (!plan.legal) {
                QVERIFY(!plan.headline.isEmpty() && !plan.detail.isEmpty());
                continue;
            }
            ++legal;
            QCOMPARE(desk.city().person(plan.person)->homeGrid, grid.id);
            const int load = desk.cases().openCasesOf(plan.person);
            for (const domain::Person& other : desk.city().people)
                if (other.homeGrid == grid.id && desk.check(id, domain::Dispatch{other.id, {}}))
                    QVERIFY(load <= desk.cases().openCasesOf(other.id));
        }
        QVERIFY(legal > 0);
    }
    void foreignDataIsNotAccepted()
    {
        QMimeData text;
        text.setText(QStringLiteral("C-0412"));
        QVERIFY(!m_panel->accepts(text));
        const auto unknown = cases::encodeCase(CaseId(99'999'999));
        QVERIFY(!m_panel->accepts(*unknown));
    }
    void menuOffersWhatADropDoes()
    {
        const CaseId id = dispatchable();
        const PersonId person = someLegal(id);
        m_bench->selection.selectCase(id);
        // What Qt's offscreen platform says of any popup.
        QTest::ignoreMessage(QtWarningMsg, "This plugin does not support grabbing the keyboard");
        Q_EMIT m_panel->surface().contextMenuAt(personHit(person), QPoint(300, 300));
        auto* menu = m_panel->findChild<QMenu*>(QStringLiteral("mapMenu"));
        QVERIFY(menu);
        QAction* dispatchAction = menu->actions().constFirst();
        QVERIFY2(dispatchAction->text().contains(m_panel->drops().personName(person)), qPrintable(dispatchAction->text()));
        QVERIFY(dispatchAction->isEnabled());
        dispatchAction->trigger();
        QCOMPARE(m_bench->desk.submitted.size(), std::size_t(1));
        QCOMPARE(std::get<domain::Dispatch>(m_bench->desk.submitted[0].second).person, person);
        menu->close();
    }
    void clickSelects()
    {
        const CaseId id = dispatchable();
        Q_EMIT m_panel->surface().clicked({Hit::Kind::Case, id.value, {}});
        QCOMPARE(m_bench->selection.selectedCase(), id);
        const PersonId person = m_bench->desk.anyOnDuty();
        Q_EMIT m_panel->surface().clicked(personHit(person));
        QCOMPARE(m_bench->selection.selectedPerson(), person);
    }
    void spaceFollows()
    {
        const CaseId id = dispatchable();
        m_bench->selection.selectCase(id);
        QTest::keyClick(&m_panel->surface(), Qt::Key_Space);
        QVERIFY(m_panel->follows());
        const GeoPoint place = m_bench->desk.cases().find(id)->place;
        QVERIFY(std::abs(m_panel->surface().camera().centre.lon - place.lon) < 1e-6);
        const PersonId person = m_bench->desk.anyOnDuty();
        m_bench->desk.fixAt(person, {113.741, 23.013}, Millis(0));
        m_bench->selection.selectPerson(person);
        QTRY_VERIFY(std::abs(m_panel->surface().camera().centre.lon - 113.741) < 1e-6);
        QTest::keyClick(&m_panel->surface(), Qt::Key_Space);
        QVERIFY(!m_panel->follows());
    }
    void failedSurfaceIsReplaced()
    {
        SurfaceFactories factories = painterOnly();
        factories.web = factories.painter;
        MapPanel panel(m_bench->place, makeGround(m_bench->desk.city(), {}), factories, SurfaceKind::Web);
        panel.resize(600, 400);
        panel.show();
        QCOMPARE(panel.surfaceKind(), SurfaceKind::Web);
        const Camera camera{{113.75, 23.02}, 13};
        panel.surface().setCamera(camera);
        MapSurface* before = &panel.surface();
        Q_EMIT before->failed(QStringLiteral("gone"));
        QTRY_COMPARE(panel.surfaceKind(), SurfaceKind::Painter);
        QVERIFY(&panel.surface() != before);
        QCOMPARE(panel.surface().camera(), camera);
        QTRY_COMPARE(panel.surface().hitTest(panel.surface().toWidget(camera.centre)).kind != Hit::Kind::Nothing, true);
    }
    void toolsHaveNames()
    {
        const auto buttons = m_panel->findChildren<QToolButton*>();
        QVERIFY(buttons.size() >= 8);
        for (const QToolButton* button : buttons)
            QVERIFY(!button->accessibleName().isEmpty() && !button->toolTip().isEmpty());
    }
    void pictures_data()
    {
        QTest::addColumn<int>("mode");
        QTest::addColumn<int>("language");
        QTest::addRow("light") << int(kit::Mode::Light) << int(kit::Language::Chinese);
        QTest::addRow("dark") << int(kit::Mode::Dark) << int(kit::Language::Chinese);
        QTest::addRow("light-en") << int(kit::Mode::Light) << int(kit::Language::English);
    }
    void pictures()
    {
        QFETCH(int, mode);
        QFETCH(int, language);
        m_bench->translations.setLanguage(static_cast<kit::Language>(language));
        m_bench->themes.setMode(static_cast<kit::Mode>(mode));
        QEvent change(QEvent::LanguageChange);
        QCoreApplication::sendEvent(m_panel.get(), &change);
        const QString name = QStringLiteral("map-") + QString::fromLatin1(QTest::currentDataTag());
        settle(name);
        const CaseId id = dispatchable();
        const PersonId person = someLegal(id);
        m_bench->selection.selectCase(id);
        m_bench->selection.setDraggedCase(id);
        const auto mime = cases::encodeCase(id);
        const QPoint at = m_panel->surface().toWidget(personHit(person).place).toPoint();
        QVERIFY(m_panel->dragOver(*mime, personHit(person), at));
        settle(name + QStringLiteral("-drag"));
        QVERIFY(m_panel->findChild<QWidget*>(QStringLiteral("mapMode"))->isVisible());
        m_bench->selection.setDraggedCase({});
    }
};

} // namespace zs::map::test

using namespace zs::map::test;
ZS_GUI_TEST_MAIN(MapPanelTest)
#include "tst_mappanel.moc"
