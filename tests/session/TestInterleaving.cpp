// Any interleaving of two consoles' commands: both show pending changes at once, events and answers come late and in any order
// of the two, and in the end both hold exactly what the gateway holds.
#include "TestInterleaving.h"

#include "session/DeskCommands.h"
#include "tests/domain/Life.h"

#include <deque>

using namespace zs;
using namespace zs::domain;
using session::CaseStore;
using session::CommandMoved;
using session::CommandState;
using session::DeskCommand;
using session::DeskCommands;

namespace {

const TimePoint noon = fromUnixMillis(1'772'440'860'000);
constexpr std::uint64_t cases = 6;

struct Around : Surroundings {
    int openCasesOf(PersonId) const override { return 0; }
    GridId gridAt(GeoPoint) const override { return GridId(1); }
};

struct Asked {
    Uuid id;
    CaseId caseId;
    CaseCommand command;
    std::uint32_t base = 0;
};

class Console final : public Around {
public:
    Console(const City& itsCity, Actor itsActor)
        : city(itsCity), actor(std::move(itsActor)),
          desk(store, [this](const Case& c, const CaseCommand& k) { return decide(c, k, context()); }, actor.name)
    {
    }
    const Case* find(CaseId id) const override { return store.find(id); }
    Context context() const { return {noon, actor, city, *this}; }

    void ask(CaseId id, const CaseCommand& command)
    {
        const Case* shown = store.find(id);
        if (!shown || desk.stateOf(id)) // one open command a case at a time, as the worker sends them
            return;
        auto event = decide(*shown, command, context());
        if (!event)
            return;
        const DeskCommand asked{Uuid::random(), id, command, shown->version, noon, CommandState::Waiting, std::nullopt, 0};
        desk.add(asked, std::move(*event), rows);
        sent.push_back({asked.id, id, command, asked.base});
    }
    bool hear(bool answerFirst)
    {
        if (!answers.empty() && (answerFirst || events.empty())) {
            const CommandMoved moved = answers.front();
            answers.pop_front();
            desk.apply(moved, rows);
            if (moved.state == CommandState::Refused)
                desk.remove(moved.id, rows);
            return true;
        }
        if (events.empty())
            return false;
        const RecordedEvent event = events.front();
        events.pop_front();
        store.apply(event);
        desk.onConfirmedEvent(event, rows);
        return true;
    }

    const City& city;
    Actor actor;
    CaseStore store;
    DeskCommands desk;
    DeskCommands::Rows rows;
    std::deque<Asked> sent;
    std::deque<CommandMoved> answers;
    std::deque<RecordedEvent> events;
};

class Gateway final : public Around {
public:
    explicit Gateway(const City& itsCity) : city(itsCity) {}
    const Case* find(CaseId id) const override
    {
        const auto it = states.find(id);
        return it == states.end() ? nullptr : &it->second;
    }
    /// Decides what one console has sent; both hear of it.
    void take(Console& from, Console& other)
    {
        if (from.sent.empty())
            return;
        const Asked asked = from.sent.front();
        from.sent.pop_front();
        Case& state = states[asked.caseId];
        CommandMoved answer{asked.id, CommandState::Refused, Rejection{"case.version", {"x", "x"}, {}}, state.version};
        if (needsBase(asked.command) == NeedsBase::No || asked.base == state.version) {
            auto event = decide(state, asked.command, {noon, from.actor, city, *this});
            if (event) {
                const RecordedEvent recorded{++seq, asked.caseId, state.version + 1, noon, from.actor.name, *event};
                evolve(state, recorded);
                from.events.push_back(recorded);
                other.events.push_back(recorded);
                answer = {asked.id, CommandState::Confirmed, std::nullopt, state.version};
                ++done;
            } else {
                answer.rejection = event.error();
            }
        }
        refused += answer.state == CommandState::Refused ? 1 : 0;
        from.answers.push_back(answer);
    }

    const City& city;
    std::map<CaseId, Case> states;
    Seq seq = 0;
    int done = 0, refused = 0;
};

} // namespace

void TestInterleaving::twoConsolesAndTheGatewayEndAlike_data()
{
    QTest::addColumn<unsigned>("seed");
    for (unsigned seed = 1; seed <= 30; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void TestInterleaving::twoConsolesAndTheGatewayEndAlike()
{
    QFETCH(unsigned, seed);
    std::mt19937 random(seed);
    const City city = test::lifeCity();
    auto commands = test::lifeCommands(noon);
    for (std::uint64_t id = 1; id <= cases; ++id) {
        commands.push_back({test::Family::Relations, Merge{CaseId(id), ""}});
        commands.push_back({test::Family::Relations, Link{CaseId(id), LinkKind::Related}});
    }
    const auto actors = test::lifeActors();
    Gateway gateway(city);
    Console one(city, {"console-1", Role::Dispatcher}), two(city, {"supervisor-1", Role::Supervisor});
    // Cases that are there from the start, in the middle of their lives.
    std::vector<Case> start;
    for (std::uint64_t id = 1; id <= cases; ++id) {
        Case state;
        for (int step = 0; step < 200 || state.version == 0; ++step) {
            const Actor& actor = actors[random() % actors.size()];
            const auto event = decide(state, commands[random() % commands.size()].command, {noon, actor, city, gateway});
            if (event)
                evolve(state, {1, CaseId(id), state.version + 1, noon, actor.name, *event});
        }
        gateway.states[CaseId(id)] = state;
        start.push_back(state);
    }
    for (Console* console : {&one, &two})
        (void)console->store.reset(CaseStore::prepare(start, console->store.calendar()));
    for (int step = 0; step < 4000; ++step) {
        const bool first = random() % 2 == 0;
        Console& console = first ? one : two;
        // Consoles hear late, so that they often speak about what has changed already.
        const auto what = random() % 16;
        if (what < 10)
            console.ask(CaseId(1 + random() % cases), commands[random() % commands.size()].command);
        else if (what < 15)
            gateway.take(console, first ? two : one);
        else
            console.hear(random() % 2 == 0);
    }
    for (; !one.sent.empty();)
        gateway.take(one, two);
    for (; !two.sent.empty();)
        gateway.take(two, one);
    for (Console* console : {&one, &two})
        while (console->hear(random() % 2 == 0)) {
        }
    QVERIFY(gateway.done > 20);
    for (const auto& [id, state] : gateway.states)
        for (const Console* console : {&one, &two}) {
            QVERIFY(!console->store.isPending(id));
            QVERIFY(*console->store.find(id) == state);
        }
    if (seed == 1)
        qInfo("seed 1: %d commands done, %d refused on the way", gateway.done, gateway.refused);
}
