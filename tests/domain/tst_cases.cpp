#include "domain/cases/Commands.h"
#include "domain/cases/Masking.h"
#include "tests/domain/CityFixture.h"
#include "tests/testkit/MockClock.h"
#include "tests/testkit/TestCase.h"

#include <deque>
#include <set>

using namespace zs;
using namespace zs::domain;
using namespace zs::domain::test;

class CasesTest : public testkit::TestCase {
    Q_OBJECT

    City city = smallCity();
    FixedSurroundings around;
    testkit::MockClock clock;
    Actor console{"duty-01", Role::Dispatcher};

    Context context(const Actor& actor) const { return {clock.now(), actor, city, around}; }
    Context context() const { return context(console); }

    /// Folds the commands one by one; each must be legal.
    Case after(std::initializer_list<CaseCommand> commands)
    {
        Case state;
        for (const CaseCommand& command : commands)
            step(state, command);
        return state;
    }
    void step(Case& state, const CaseCommand& command)
    {
        auto event = decide(state, command, context());
        QVERIFY2(event, event ? "" : event.error().sentence.en.c_str());
        evolve(state, {Seq(state.version) + 1, CaseId(7), state.version + 1, clock.now(), console.name, *event});
        clock.advance(std::chrono::minutes(1));
    }
    std::string refusal(const Case& state, const CaseCommand& command)
    {
        const auto event = decide(state, command, context());
        return event ? "legal" : event.error().code;
    }

    const Receive receive = std::get<Receive>(everyCommand().front());

private Q_SLOTS:
    void aCaseFromIntakeToItsEnd()
    {
        Case c = after({receive, Classify{MatterId(1), Priority::Urgent}, Route{AgencyId(2), {}, ""}, Accept{},
                        Dispatch{PersonId(1), ""}, Acknowledge{PersonId(1)}, Arrive{PersonId(1)}, Note{"到了"},
                        Finish{PersonId(1), Outcome::Settled, "和解"}});
        QCOMPARE(c.phase, Phase::Finished);
        QCOMPARE(c.version, 9u);
        QCOMPARE(c.lead, AgencyId(2));
        QCOMPARE(c.handler, PersonId(1));
        QCOMPARE(c.firstReceiver, std::string("duty-01"));
        QCOMPARE(c.outcome, Outcome::Settled);
        QCOMPARE(c.notes, std::uint16_t(1));
        QVERIFY(c.receivedAt < c.respondedAt && c.respondedAt < c.arrivedAt && c.arrivedAt < c.finishedAt);
        QCOMPARE(refusal(c, Dispatch{PersonId(2), ""}), std::string("case.finished"));
    }

    void theReportersIdentityIsMaskedInTheEvent()
    {
        const auto event = decide(Case{}, CaseCommand(receive), context());
        const auto& received = std::get<Received>(*event);
        QCOMPARE(received.reporter.name, std::string("王*"));
        QCOMPARE(received.reporter.phone, std::string("138****5678"));
    }

    void masking_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("maskedName");
        QTest::addColumn<QString>("phone");
        QTest::addColumn<QString>("maskedPhone");
        QTest::newRow("usual") << "王小明" << "王*" << "13812345678" << "138****5678";
        QTest::newRow("none") << "" << "" << "" << "";
        QTest::newRow("latin, spaces") << "John Smith" << "J*" << "138 1234 5678" << "138****5678";
        QTest::newRow("short") << "李" << "李*" << "8801" << "****";
        QTest::newRow("landline") << "欧阳修" << "欧*" << "0769-2233" << "****33";
        QTest::newRow("no digits") << "a" << "a*" << "call me" << "****";
    }
    void masking()
    {
        QFETCH(QString, name);
        QFETCH(QString, maskedName);
        QFETCH(QString, phone);
        QFETCH(QString, maskedPhone);
        QCOMPARE(QString::fromStdString(maskName(name.toStdString())), maskedName);
        QCOMPARE(QString::fromStdString(maskPhone(phone.toStdString())), maskedPhone);
    }

    void refusalsSayWhy()
    {
        Case received = after({receive});
        QCOMPARE(refusal(received, Route{AgencyId(2), {}, ""}), std::string("route.unclassified"));
        QCOMPARE(refusal(received, Dispatch{PersonId(1), ""}), std::string("dispatch.unclassified"));
        QCOMPARE(refusal(received, receive), std::string("case.exists"));
        QCOMPARE(refusal(received, Classify{MatterId(99), Priority::Normal}), std::string("matter.unknown"));
        QCOMPARE(refusal({}, Note{"?"}), std::string("case.unknown"));

        Receive outside = receive;
        outside.place = {0, 0};
        QCOMPARE(refusal({}, outside), std::string("case.outside"));
        Receive untitled = receive;
        untitled.title.clear();
        QCOMPARE(refusal({}, untitled), std::string("text.empty"));
        untitled.title = "a\x01";
        QCOMPARE(refusal({}, untitled), std::string("text.form"));
        untitled.title = std::string("\xff");
        QCOMPARE(refusal({}, untitled), std::string("text.form"));

        Case classified = after({receive, Classify{MatterId(1), Priority::High}});
        const auto court = decide(classified, CaseCommand(Route{AgencyId(3), {}, ""}), context());
        QCOMPARE(court.error().code, std::string("route.mediation_first"));
        QCOMPARE(court.error().instead, AgencyId(2));
        QCOMPARE(refusal(classified, Dispatch{PersonId(3), ""}), std::string("person.off_duty"));
        around.open[PersonId(2)] = 2;
        QCOMPARE(refusal(classified, Dispatch{PersonId(2), ""}), std::string("person.full"));
        around.open.clear();

        Case routed = after({receive, Classify{MatterId(1), Priority::High}, Route{AgencyId(2), {}, ""}});
        QCOMPARE(refusal(routed, Dispatch{PersonId(1), ""}), std::string("dispatch.not_accepted"));
        QCOMPARE(refusal(routed, Route{AgencyId(2), {}, ""}), std::string("route.same"));
        QCOMPARE(refusal(routed, Return{""}), std::string("text.empty"));
        Case hazard = after({receive, Classify{MatterId(2), Priority::High}});
        QCOMPARE(refusal(hazard, Route{AgencyId(2), {}, ""}), std::string("route.kind"));
        QCOMPARE(refusal(hazard, Route{AgencyId(1), {AgencyId(1)}, ""}), std::string("route.twice"));

        Case dispatched = after({receive, Classify{MatterId(1), Priority::High}, Dispatch{PersonId(1), ""}});
        QCOMPARE(refusal(dispatched, Acknowledge{PersonId(2)}), std::string("case.other_handler"));
        QCOMPARE(refusal(dispatched, Dispatch{PersonId(1), ""}), std::string("dispatch.same"));
        QCOMPARE(refusal(dispatched, Dispatch{PersonId(2), ""}), std::string("legal"));
    }

    void aReturnedCaseIsRoutedAnew()
    {
        Case c = after({receive, Classify{MatterId(1), Priority::High}, Route{AgencyId(2), {AgencyId(1)}, ""}, Return{"不属本单位"}});
        QCOMPARE(c.phase, Phase::Classified);
        QVERIFY(c.lead.isNone() && c.assisting.empty());
        QCOMPARE(c.returns, std::uint16_t(1));
        step(c, Route{AgencyId(1), {}, ""});
        QCOMPARE(c.lead, AgencyId(1));
    }

    void aRoleMayOnlyDoWhatItsCommandsSay()
    {
        const Actor field{"field", Role::FieldApp};
        Case c = after({receive, Classify{MatterId(1), Priority::High}});
        QCOMPARE(decide(c, CaseCommand(Dispatch{PersonId(1), ""}), context(field)).error().code, std::string("role.forbidden"));
        QVERIFY(isAllowed(Role::FieldApp, Note{"x"}));
        QVERIFY(!isAllowed(Role::Intake, Finish{}));
    }

    // Every state that can be reached, every command, every role: each is legal or refused with a code and a sentence in both
    // languages, and every open state has a way to the end.
    void everyReachableStateIsExplored()
    {
        const auto key = [](const Case& c) {
            return std::tuple(c.phase, c.matter, c.lead, c.handler, c.assisting.size());
        };
        std::map<decltype(key(Case{})), Case> seen;
        std::map<decltype(key(Case{})), std::set<decltype(key(Case{}))>> next;
        std::deque<Case> todo{Case{}};
        seen[key(Case{})] = Case{};
        std::size_t transitions = 0, refusals = 0;
        while (!todo.empty()) {
            const Case state = todo.front();
            todo.pop_front();
            for (const Role role : {Role::Dispatcher, Role::Agency, Role::FieldApp, Role::Intake}) {
                const Actor actor{"x", role};
                for (const CaseCommand& command : everyCommand()) {
                    const auto event = decide(state, command, context(actor));
                    if (!event) {
                        ++refusals;
                        const Rejection& why = event.error();
                        QVERIFY(!why.code.empty() && !why.sentence.zh.empty() && !why.sentence.en.empty());
                        continue;
                    }
                    ++transitions;
                    Case after = state;
                    evolve(after, {1, CaseId(1), state.version + 1, clock.now(), "x", *event});
                    QVERIFY(!after.firstReceiver.empty()); // someone is answerable (首访负责制)
                    next[key(state)].insert(key(after));
                    if (seen.try_emplace(key(after), after).second)
                        todo.push_back(after);
                }
            }
        }
        // States from which the end can be reached, backwards.
        std::set<decltype(key(Case{}))> ends;
        for (const auto& [k, c] : seen)
            if (c.phase == Phase::Finished)
                ends.insert(k);
        QVERIFY(!ends.empty());
        for (std::size_t before = 0; before != ends.size();) {
            before = ends.size();
            for (const auto& [from, tos] : next)
                for (const auto& to : tos)
                    if (ends.contains(to))
                        ends.insert(from);
        }
        QCOMPARE(ends.size(), seen.size());
        qInfo("explored %zu states, %zu transitions, %zu refusals", seen.size(), transitions, refusals);
    }
};

QTEST_APPLESS_MAIN(CasesTest)
#include "tst_cases.moc"
