// Commands, events and states of duties through both parsers.
#include "tests/domain/CityFixture.h"
#include "tests/domain/duties/DutyStory.h"
#include "tests/protocol/BothEnds.h"
#include "tests/testkit/TestCase.h"

using namespace zs;
using namespace zs::domain;
using namespace zs::protocol;
using namespace zs::protocol::test;

namespace {

const auto asDutyCommand = [](const auto& v) { return readDutyCommand(v); };
const auto asDutyEvent = [](const auto& v) { return readDutyEvent(v); };
const auto asAnyCommand = [](const auto& v) { return readAnyCommand(v); };

const Uuid someId(std::array<std::uint8_t, 16>{7});

std::string replaced(std::string text, const std::string& what, const std::string& with)
{
    const auto at = text.find(what);
    if (at == std::string::npos)
        qFatal("%s isn't in %s", what.c_str(), text.c_str());
    return text.replace(at, what.size(), with);
}

/// The events of the story, and the states they lead to.
struct Told {
    Told()
    {
        const City city = domain::test::smallCity();
        domain::test::FixedDuties duties;
        Seq seq = 0;
        std::map<SubjectKind, std::uint64_t> numbers;
        for (const auto& step : domain::test::dutyStory()) {
            const Actor actor{.name = "leader-1", .role = Role::Leader};
            auto decided = decide(duties.of(step.subject), step.command, {step.at, actor, city, duties});
            if (!decided)
                qFatal("%s", decided.error().code.c_str());
            Subject subject = step.subject;
            if (subject.number == 0)
                subject.number = ++numbers[subject.kind];
            DutyState& state = duties.all.try_emplace(subject, blankDuty(subject)).first->second;
            events.push_back({++seq, subject, versionOf(state) + 1, step.at, actor.name, std::move(*decided)});
            if (!evolve(state, events.back()))
                qFatal("the story doesn't fold");
        }
        for (const auto& [subject, state] : duties.all)
            if (versionOf(state) > 0)
                states.push_back(state);
    }
    std::vector<RecordedDutyEvent> events;
    std::vector<DutyState> states;
};

} // namespace

class DutyCodecTest : public testkit::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void everyCommandGoesRound()
    {
        for (const auto& step : domain::test::dutyStory()) {
            const DutyEnvelope sent{someId, step.subject, 3u, step.command};
            const std::string text = encodeCommand(sent);
            QCOMPARE(atConsole<DutyEnvelope>(text, asDutyCommand).value(), sent);
            QCOMPARE(atGateway<DutyEnvelope>(text, asDutyCommand).value(), sent);
            QCOMPARE(std::get<DutyEnvelope>(atGateway<AnyEnvelope>(text, asAnyCommand).value()), sent);
            for (const auto& [what, with] : {std::pair{R"("data":{)", R"("data":{"extra":1,)"}, {R"({"v":1,)", R"({"v":1,"extra":1,)"},
                                             {R"("kind":")", R"("kind":"case_)"}, {R"("v":1)", R"("v":2)"}}) {
                const std::string bad = replaced(text, what, with);
                QVERIFY2(!atConsole<DutyEnvelope>(bad, asDutyCommand), bad.c_str());
                QVERIFY2(!atGateway<DutyEnvelope>(bad, asDutyCommand), bad.c_str());
            }
        }
    }

    void everyEventAndStateGoesRound()
    {
        const Told told;
        for (const RecordedDutyEvent& sent : told.events) {
            std::string text;
            appendEvent(text, sent);
            QCOMPARE(atConsole<RecordedDutyEvent>(text, asDutyEvent).value(), sent);
            QCOMPARE(atGateway<RecordedDutyEvent>(text, asDutyEvent).value(), sent);
        }
        for (const DutyState& state : told.states) {
            std::string text;
            appendDutyState(text, state);
            const auto read = [&](const auto& v) { return readDutyState(subjectOf(state).kind, v); };
            QCOMPARE(atConsole<DutyState>(text, read).value(), state);
            QCOMPARE(atGateway<DutyState>(text, read).value(), state);
        }
    }

    void aStreamCarriesBothInOneMessage()
    {
        const Told told;
        std::string first, second;
        appendEvent(first, RecordedEvent{8, CaseId(4), 2, fromUnixMillis(6), "b", Noted{"x"}});
        RecordedDutyEvent duty = told.events.front();
        duty.seq = 9;
        appendEvent(second, duty);
        const auto message = atConsole<StreamMessage>(encodeEvents({first, second}), asStream);
        QVERIFY(message);
        QCOMPARE(message->events.size(), 1u);
        QCOMPARE(message->duties.size(), 1u);
        QCOMPARE(message->duties.front(), duty);
    }

    void whatDoesNotFitIsRefused()
    {
        const DutyEnvelope sent{someId, {SubjectKind::NightVisit, 4}, {}, BeginNight{}};
        const std::string text = encodeCommand(sent);
        for (const std::string& bad : {replaced(text, "night_visit", "campaign"), replaced(text, R"("number":4)", R"("number":9007199254740992)"),
                                       replaced(text, R"("number":4)", R"("number":-1)"), replaced(text, "begin_night", "begin"),
                                       replaced(text, R"("subject":{"kind":"night_visit","number":4})", R"("subject":4)")}) {
            QVERIFY2(!atConsole<AnyEnvelope>(bad, asAnyCommand), bad.c_str());
            QVERIFY2(!atGateway<AnyEnvelope>(bad, asAnyCommand), bad.c_str());
        }
        // A command on a case stays what it was.
        const CommandEnvelope onCase{someId, CaseId(4), 2u, Note{"x"}};
        QCOMPARE(std::get<CommandEnvelope>(atGateway<AnyEnvelope>(encodeCommand(onCase), asAnyCommand).value()), onCase);
    }

    void theLongestIsTakenAndOneMoreIsNot()
    {
        PlanNight plan{{TownId(1), 20'000, std::string(100, 'a'), std::string(200, 'b'), std::vector<PersonId>(NightVisit::maxTeam, PersonId(1)), {}, 30}};
        const auto read = [&] { return atGateway<DutyEnvelope>(encodeCommand(DutyEnvelope{someId, {SubjectKind::NightVisit, 0}, {}, plan}), asDutyCommand); };
        QVERIFY(read());
        plan.focus += 'b';
        QVERIFY(!read());
        plan.focus.pop_back();
        plan.team.push_back(PersonId(2));
        QVERIFY(!read());
        Publish publish{{ReferenceKind::Catalogue, 1, std::string(64, 'a'), static_cast<std::uint32_t>(maxReferenceBytes), "x"},
                        std::string(maxReferenceBytes, '"')};
        const std::string largest = encodeCommand(DutyEnvelope{someId, referenceSubject(ReferenceKind::Catalogue), {}, publish});
        QVERIFY(largest.size() <= maxBody); // every quote escaped, and it still fits a request
        QVERIFY(atGateway<DutyEnvelope>(largest, asDutyCommand));
    }
};

QTEST_APPLESS_MAIN(DutyCodecTest)
#include "tst_duty_codec.moc"
