#include "domain/cases/Answerable.h"
#include "domain/cases/Commands.h"
#include "domain/cases/Masking.h"
#include "domain/cases/Seat.h"
#include "tests/domain/CityFixture.h"
#include "tests/domain/Life.h"
#include "tests/testkit/MockClock.h"
#include "tests/testkit/TestCase.h"

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
        QCOMPARE(refusal(hazard, Route{AgencyId(1), {AgencyId(2), AgencyId(2)}, ""}), std::string("route.twice"));

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

    void whatIsApprovedIsGrantedAndWhatIsDeniedIsNot_data()
    {
        QTest::addColumn<int>("kind");
        for (const RequestKind kind : {RequestKind::Extension, RequestKind::Suspension, RequestKind::Escalation})
            QTest::newRow(enumNames(kind)[static_cast<std::size_t>(kind)].data()) << static_cast<int>(kind);
    }
    /// A public system once had its labels "agree" and "refuse" swapped: words and effects, side by side.
    void whatIsApprovedIsGrantedAndWhatIsDeniedIsNot()
    {
        QFETCH(int, kind);
        const TimePoint until = clock.now() + std::chrono::hours(48);
        const CaseCommand asks[] = {AskExtension{{3, LimitUnit::WorkingDays}, "待鉴定"}, AskSuspension{until, "外出"},
                                    AskEscalation{Level::City, "跨镇"}};
        const Actor town{"town-1", Role::Dispatcher, Level::Town}, supervisor{"supervisor-1", Role::Supervisor};
        console = town;
        Case before = after({receive, Classify{MatterId(1), Priority::High}, Route{AgencyId(2), {}, ""}, Accept{},
                             asks[static_cast<std::size_t>(kind)]});
        console = {"duty-01", Role::Dispatcher};
        QVERIFY(before.request && before.request->kind == static_cast<RequestKind>(kind));
        const auto decided = [&](const CaseCommand& command, Case& to) {
            const auto event = decide(to, command, context(supervisor)).value();
            evolve(to, {1, CaseId(7), to.version + 1, clock.now(), supervisor.name, event});
            return event;
        };
        Case approved = before, denied = before;
        const CaseEvent yes = decided(Approve{"同意"}, approved), no = decided(Deny{"理由不足"}, denied);
        QCOMPARE(std::string(nameOf(yes)), std::string("approved"));
        QCOMPARE(std::string(nameOf(no)), std::string("denied"));
        QCOMPARE(std::string(Approve::verb.zh), std::string("批准申请"));
        QCOMPARE(std::string(Deny::verb.zh), std::string("驳回申请"));
        QVERIFY(!approved.request && !denied.request);
        // Denied: nothing but the request is gone.
        Case unchanged = before;
        unchanged.request.reset();
        unchanged.version = denied.version;
        QCOMPARE(denied, unchanged);
        QCOMPARE(approved.extensions.size(), kind == 0 ? 1u : 0u);
        QCOMPARE(approved.isSuspended(), kind == 1);
        QCOMPARE(approved.level, kind == 2 ? Level::City : Level::Town);
        if (kind == 0)
            QCOMPARE(approved.extensions.front(), (LimitSpan{3, LimitUnit::WorkingDays}));
        if (kind == 1)
            QCOMPARE(approved.pauses.back().until, until);
    }

    void aCertificateMakesASeat()
    {
        const City life = lifeCity();
        const auto seat = [&](const SeatSubject& s) { return seatOf(s, life); };
        const Actor town = seat({"town-1", "dispatcher", "town:441900002", "Zhongshu"}).value();
        QCOMPARE(town.role, Role::Dispatcher);
        QCOMPARE(town.level, Level::Town);
        QCOMPARE(town.town, TownId(2));
        QVERIFY(town.agency.isNone());
        const Actor city1 = seat({"duty-1", "duty-officer", "", "Zhongshu"}).value();
        QVERIFY(city1.level == Level::City && city1.town.isNone());
        QCOMPARE(seat({"justice-1", "agency", "", "justice"})->agency, AgencyId(2));
        QVERIFY(seat({"agency-1", "agency", "", "Zhongshu"})->agency.isNone());
        // Only an agency is bound by O.
        QVERIFY(seat({"console-1", "dispatcher", "", "justice"})->agency.isNone());
        const auto code = [&](const SeatSubject& s) { return seat(s) ? std::string() : seat(s).error().code; };
        QCOMPARE(code({"", "dispatcher", "", ""}), std::string("seat.name"));
        QCOMPARE(code({"a b", "dispatcher", "", ""}), std::string("seat.name"));
        QCOMPARE(code({"a", "console", "", ""}), std::string("seat.role"));
        QCOMPARE(code({"a", "dispatcher", "nation", ""}), std::string("seat.level"));
        QCOMPARE(code({"a", "dispatcher", "town:441900009", ""}), std::string("seat.town"));
        QCOMPARE(code({"a", "dispatcher", "city:441900002", ""}), std::string("seat.town"));
        QCOMPARE(code({"a", "agency", "", "nowhere"}), std::string("seat.agency"));
    }

    void whoAskedDoesNotDecide()
    {
        Case c = after({receive, Classify{MatterId(1), Priority::High}, Route{AgencyId(2), {}, ""}, Accept{},
                        AskExtension{{3, LimitUnit::WorkingDays}, "待鉴定"}});
        QCOMPARE(refusal(c, Approve{""}), std::string("request.own"));
        const Actor agency{"justice-1", Role::Agency, Level::City, AgencyId(2)};
        const auto byAgency = decide(c, CaseCommand(Approve{""}), context(agency));
        QCOMPARE(byAgency.error().code, std::string("role.decide"));
        QCOMPARE(byAgency.error().sentence.zh, std::string("延期须由派遣单位批准：调度员、督办员或领导。"));
    }

    void whatIsFiledAsADuplicateIsMergedInTheSameEvent()
    {
        const City life = lifeCity();
        const FixedSurroundings others = lifeSurroundings();
        const auto file = [&](CaseId original, Role role) {
            Receive command = receive;
            command.duplicateOf = original;
            if (role == Role::FieldApp)
                command.channel = Channel::GridApp;
            const Actor actor{"desk-1", role};
            return decide(Case{}, CaseCommand(command), Context{clock.now(), actor, life, others});
        };
        const auto folded = [&](const CaseEvent& event) {
            Case state;
            evolve(state, {1, CaseId(7), 1, clock.now(), "desk-1", event});
            return state;
        };
        const Case merged = folded(*file(parentCase, Role::DutyOfficer));
        QVERIFY(merged.phase == Phase::Merged && merged.mergedInto == parentCase && merged.beforeMerge == Phase::Received);
        Case back = merged;
        step(back, Unmerge{"不是同一件"});
        QVERIFY(back.phase == Phase::Received && back.mergedInto.isNone());
        // Filed in any case: what was closed meanwhile takes nothing in.
        for (const CaseId over : {closedCase, mergedCase}) {
            const Case repeated = folded(*file(over, Role::DutyOfficer));
            QVERIFY(repeated.phase == Phase::Received);
            QCOMPARE(repeated.links, (std::vector<CaseLink>{{over, LinkKind::Repeat}}));
        }
        QCOMPARE(file(CaseId(5), Role::DutyOfficer).error().code, std::string("merge.unknown"));
        QCOMPARE(file(parentCase, Role::FieldApp).error().code, std::string("role.forbidden"));
    }

    void turnsAreKeptWithWhatTheyTookBack()
    {
        Case c = after({receive, Classify{MatterId(1), Priority::High}, Route{AgencyId(2), {}, ""}, Return{"不属本单位"}, Route{AgencyId(1), {}, ""},
                        Accept{}, Dispatch{PersonId(1), ""}, Acknowledge{PersonId(1)}, Arrive{PersonId(1)}, Finish{PersonId(1), Outcome::NotFound, "未发现"}});
        const TimePoint ended = c.finishedAt;
        QCOMPARE(c.turns.size(), 2u);
        QVERIFY(c.turns[0].kind == TurnKind::Returned && c.turns[1].kind == TurnKind::Rerouted && c.turns[1].at == c.routedAt);
        console.name = "duty-02"; // who finished it doesn't rate it
        step(c, Rate{Satisfaction::Dissatisfied, ""});
        const TimePoint rated = c.ratedAt;
        step(c, Reopen{"又来反映"});
        const Turn& reopened = c.turns.back();
        QVERIFY(reopened.kind == TurnKind::Reopened && reopened.from == Phase::Rated && reopened.outcome == Outcome::NotFound);
        QVERIFY(reopened.endedAt == ended && reopened.ratedAt == rated && reopened.rating == Satisfaction::Dissatisfied);
        QVERIFY(reopened.startedAt == c.receivedAt && reopened.respondedAt != TimePoint{});
        for (int i = 0; i < 80; ++i) {
            step(c, Route{AgencyId(2), {}, ""});
            step(c, Return{"不属本单位"});
        }
        QCOMPARE(c.turns.size(), 64u);
        QCOMPARE(c.turns.back().kind, TurnKind::Returned);
    }

    // Random lives with every command: whatever a case has gone through, a merge that is taken back changes nothing.
    void mergeAndUnmergeIsTheIdentity()
    {
        const City life = lifeCity();
        const FixedSurroundings others = lifeSurroundings();
        const auto commands = lifeCommands(clock.now());
        const auto actors = lifeActors();
        std::mt19937 random(20261125);
        std::set<Phase> phases;
        int merged = 0;
        for (int n = 0; n < 400; ++n) {
            Case state;
            for (int steps = 0; steps < 400; ++steps) {
                const Actor& actor = actors[random() % actors.size()];
                const auto event = decide(state, commands[random() % commands.size()].command, {clock.now(), actor, life, others});
                if (!event || std::holds_alternative<Merged>(*event) || std::holds_alternative<Declined>(*event))
                    continue;
                evolve(state, {1, CaseId(1), state.version + 1, clock.now(), actor.name, *event});
                clock.advance(std::chrono::seconds(1));
                const Actor supervisor{"supervisor-9", Role::Supervisor};
                const auto merge = decide(state, CaseCommand(Merge{parentCase, "同一件事"}), {clock.now(), supervisor, life, others});
                if (!merge)
                    continue;
                Case back = state;
                evolve(back, {1, CaseId(1), back.version + 1, clock.now(), supervisor.name, *merge});
                QCOMPARE(answerable(back).parent, parentCase);
                clock.advance(std::chrono::hours(1));
                const auto unmerge = decide(back, CaseCommand(Unmerge{"不是同一件"}), {clock.now(), supervisor, life, others});
                QVERIFY(unmerge);
                evolve(back, {1, CaseId(1), back.version + 1, clock.now(), supervisor.name, *unmerge});
                back.version = state.version;
                QCOMPARE(back, state);
                phases.insert(state.phase);
                ++merged;
            }
        }
        QVERIFY(merged > 1000);
        QCOMPARE(phases.size(), 7u); // Received … OnScene
    }
};

QTEST_APPLESS_MAIN(CasesTest)
#include "tst_cases.moc"
