#include "TestDeskCommands.h"

#include "session/DeskCommands.h"
#include "tests/session/SmallCity.h"

#include <memory>

using namespace zs;
using namespace zs::domain;
using session::CaseStore;
using session::CommandMoved;
using session::CommandState;
using session::DeskCommand;
using session::DeskCommands;

namespace {

const TimePoint noon = fromUnixMillis(1772440860000);

struct Desk final : Surroundings {
    std::shared_ptr<const City> city = testkit::smallCity();
    CaseStore store;
    Actor actor{"me", Role::Dispatcher};
    DeskCommands commands{store, [this](const Case& c, const CaseCommand& k) { return decide(c, k, {noon, actor, *city, *this}); }, "me"};
    DeskCommands::Rows rows;

    Desk()
    {
        Case c;
        c.id = CaseId{7};
        c.version = 2;
        c.phase = Phase::Classified;
        (void)store.reset(CaseStore::prepare({c}, store.calendar()));
    }
    int openCasesOf(PersonId person) const override { return store.openCasesOf(person); }
    GridId gridAt(GeoPoint) const override { return GridId{1}; }
    const Case* find(CaseId id) const override { return store.find(id); }

    Uuid submit(const CaseCommand& command)
    {
        const Case& shown = *store.find(CaseId{7});
        const auto event = decide(shown, command, {noon, actor, *city, *this});
        if (!event)
            qFatal("%s", event.error().sentence.en.c_str());
        DeskCommand asked{Uuid::random(), CaseId{7}, command, shown.version, noon, CommandState::Waiting, std::nullopt, 0};
        commands.add(asked, *event, rows);
        return asked.id;
    }
    void arrives(RecordedEvent event)
    {
        store.apply(event);
        commands.onConfirmedEvent(event, rows);
    }
    const Case& shown() { return *store.find(CaseId{7}); }
};

const CaseCommand toOne = Dispatch{PersonId{1}, ""};

} // namespace

void TestDeskCommands::replyFirstThenEvent()
{
    Desk desk;
    const Uuid id = desk.submit(toOne);
    QCOMPARE(desk.shown().handler, PersonId{1});
    QCOMPARE(desk.commands.stateOf(CaseId{7}), std::optional(CommandState::Waiting));
    desk.commands.apply({id, CommandState::Sent, {}, 0}, desk.rows);
    QCOMPARE(desk.commands.stateOf(CaseId{7}), std::optional(CommandState::Sent));
    desk.commands.apply({id, CommandState::Confirmed, {}, 3}, desk.rows);
    QVERIFY(desk.commands.list().empty());
    QVERIFY(desk.store.isPending(CaseId{7})); // its event is still on its way: nothing jumps back
    QCOMPARE(desk.shown().handler, PersonId{1});
    desk.arrives({9, CaseId{7}, 3, noon, "me", Dispatched{PersonId{1}, ""}});
    QVERIFY(!desk.store.isPending(CaseId{7}));
    QCOMPARE(desk.shown().version, 3u);
}

void TestDeskCommands::eventFirstThenReply()
{
    Desk desk;
    const Uuid id = desk.submit(toOne);
    desk.arrives({9, CaseId{7}, 3, noon, "me", Dispatched{PersonId{1}, ""}});
    QVERIFY(!desk.store.isPending(CaseId{7}));
    QCOMPARE(desk.shown().version, 3u);
    QCOMPARE(desk.commands.list().size(), std::size_t{1});
    desk.commands.apply({id, CommandState::Confirmed, {}, 3}, desk.rows);
    QVERIFY(desk.commands.list().empty());
    QVERIFY(!desk.store.isPending(CaseId{7}));
}

void TestDeskCommands::refusedComesOffAndStaysInTheList()
{
    Desk desk;
    const Uuid id = desk.submit(toOne);
    desk.commands.apply({id, CommandState::Refused, Rejection{"case.version", {"已变", "moved on"}, {}}, 9}, desk.rows);
    QVERIFY(!desk.store.isPending(CaseId{7}));
    QCOMPARE(desk.shown().handler, PersonId{});
    QCOMPARE(desk.commands.list().front().rejection->code, std::string("case.version"));
    QCOMPARE(desk.commands.list().front().currentVersion, 9u);
    QCOMPARE(desk.commands.stateOf(CaseId{7}), std::optional(CommandState::Refused));
    desk.commands.remove(id, desk.rows);
    QCOMPARE(desk.commands.stateOf(CaseId{7}), std::nullopt);
}

void TestDeskCommands::aChainIsLaidInOrder()
{
    Desk desk;
    const Uuid first = desk.submit(Note{"look first"});
    desk.submit(toOne);
    QCOMPARE(desk.shown().version, 4u);
    QCOMPARE(desk.commands.list()[1].base, 3u);
    desk.commands.apply({first, CommandState::Confirmed, {}, 3}, desk.rows);
    desk.arrives({9, CaseId{7}, 3, noon, "me", Noted{"look first"}});
    QVERIFY(desk.store.isPending(CaseId{7}));
    QCOMPARE(desk.shown().version, 4u);
    QCOMPARE(desk.shown().notes, std::uint16_t{1});
}

void TestDeskCommands::whatIsNoLongerLegalIsntShown()
{
    Desk desk;
    desk.submit(toOne);
    desk.arrives({9, CaseId{7}, 3, noon, "other", Routed{AgencyId{2}, {}, ""}});
    QVERIFY(!desk.store.isPending(CaseId{7})); // it must be accepted first; the gateway will refuse and say why
    QVERIFY(desk.shown().phase == Phase::Routed);
    QCOMPARE(desk.commands.list().size(), std::size_t{1});
}

void TestDeskCommands::leftFromTheLastRunIsShownAgain()
{
    Desk desk;
    DeskCommand waiting{Uuid::random(), CaseId{7}, toOne, 2, noon, CommandState::Unknown, std::nullopt, 0};
    DeskCommand refused{Uuid::random(), CaseId{7}, Note{"x"}, 2, noon, CommandState::Refused, Rejection{}, 0};
    desk.commands.load({refused, waiting}, desk.rows);
    QCOMPARE(desk.shown().handler, PersonId{1});
    QCOMPARE(desk.shown().notes, std::uint16_t{0});
    QCOMPARE(desk.commands.list().size(), std::size_t{2});
    QCOMPARE(desk.commands.stateOf(CaseId{7}), std::optional(CommandState::Unknown));
}

void TestDeskCommands::aResetLaysAllAgain()
{
    Desk desk;
    desk.submit(toOne);
    Case c = *desk.store.confirmed(CaseId{7});
    c.version = 8;
    c.notes = 4;
    (void)desk.store.reset(CaseStore::prepare({c}, desk.store.calendar()));
    QVERIFY(!desk.store.isPending(CaseId{7}));
    desk.commands.layAll();
    QCOMPARE(desk.shown().handler, PersonId{1});
    QCOMPARE(desk.shown().version, 9u);
    QCOMPARE(desk.store.openCasesOf(PersonId{1}), 1);
}
