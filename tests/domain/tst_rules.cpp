// Rules of a case that once were wrong, each with who may do it, who may not and what the refusal is called.
#include "domain/cases/Answerable.h"
#include "domain/cases/PersonalNumbers.h"
#include "domain/sla/Limits.h"
#include "tests/domain/Life.h"
#include "tests/testkit/MockClock.h"
#include "tests/testkit/TestCase.h"

using namespace std::chrono_literals;
using namespace zs;
using namespace zs::domain;
using namespace zs::domain::test;

class RulesTest : public testkit::TestCase {
    Q_OBJECT

    City city = lifeCity();
    FixedSurroundings around = lifeSurroundings();
    testkit::MockClock clock;
    const WorkCalendar calendar;

    const Actor desk{"console-1", Role::Dispatcher}, other{"console-2", Role::Dispatcher}, duty{"duty-1", Role::DutyOfficer};
    const Actor supervisor{"supervisor-1", Role::Supervisor}, field{"field-1", Role::FieldApp}, intake{"intake-1", Role::Intake};
    const Actor townDesk{"town-1", Role::Dispatcher, Level::Town, {}, TownId(1)}, townDuty{"town-2", Role::DutyOfficer, Level::Town, {}, TownId(1)};
    const Actor nextTown{"next-1", Role::Dispatcher, Level::Town, {}, TownId(2)};
    const Actor justice{"justice-1", Role::Agency, Level::City, AgencyId(2)}, court{"court-1", Role::Agency, Level::City, AgencyId(3)};
    const Actor police{"police-1", Role::Agency, Level::City, AgencyId(4)}, agencies{"agency-1", Role::Agency};

    const Receive walkIn{CaseKind::Dispute, Channel::WalkIn, "噪声", "夜间施工", {113.5, 22.9}, {}, Priority::Normal, "王小明", "13812345678"};
    Receive by(Channel channel) const
    {
        Receive receive = walkIn;
        receive.channel = channel;
        return receive;
    }
    const Classify asDispute{MatterId(1), Priority::Normal}, asHazard{MatterId(2), Priority::High};
    const Route toJustice{AgencyId(2), {}, ""};
    const Dispatch toFirst{PersonId(1), ""}, toSecond{PersonId(2), ""};

    std::string code(const Case& state, const Actor& actor, const CaseCommand& command) const
    {
        const auto event = decide(state, command, {clock.now(), actor, city, around});
        return event ? "legal" : event.error().code;
    }
    Case step(Case state, const Actor& actor, const CaseCommand& command)
    {
        const auto event = decide(state, command, {clock.now(), actor, city, around});
        if (!event)
            QTest::qFail(event.error().sentence.en.c_str(), __FILE__, __LINE__);
        else
            evolve(state, {Seq(state.version) + 1, CaseId(7), state.version + 1, clock.now(), actor.name, *event});
        clock.advance(1min);
        return state;
    }
    Case after(std::initializer_list<CaseCommand> commands, Case state = {})
    {
        for (const CaseCommand& command : commands)
            state = step(std::move(state), desk, command);
        return state;
    }
    Case accepted() { return after({walkIn, asDispute, toJustice, Accept{}}); }
    Case onScene() { return after({toFirst, Acknowledge{PersonId(1)}, Arrive{PersonId(1)}}, accepted()); }
    Limit limit(const Case& state, LimitKind kind) const { return limitsOf(state, calendar, clock.now())[static_cast<std::size_t>(kind)]; }

private Q_SLOTS:
    // 属地管理: what the city receives is the town's where it lies.
    void theTownActsOnWhatTheCityReceives()
    {
        for (const Actor& receiver : {desk, intake, townDesk}) {
            const Case c = step({}, receiver, receiver.role == Role::Intake ? by(Channel::Hotline12345) : walkIn);
            QCOMPARE(c.level, Level::Town);
            QCOMPARE(code(c, townDesk, Note{"已联系"}), std::string("legal"));
            QCOMPARE(code(c, townDesk, asDispute), std::string("legal"));
            QCOMPARE(code(c, desk, asDispute), std::string("legal"));
            QCOMPARE(code(c, nextTown, Note{"已联系"}), std::string("scope.town"));
        }
        const Case up = step(after({walkIn, asDispute}), desk, Escalate{Level::City, "跨镇"});
        QCOMPARE(code(up, townDesk, Note{"已联系"}), std::string("scope.level"));
    }
    void aCityWithoutTownCentresHasOneLevel()
    {
        city.levels = {Level::City};
        QCOMPARE(step({}, desk, walkIn).level, Level::City);
        city.levels = {Level::Town, Level::City};
    }

    // The officer confirms at 17:25, and the shift ends at 17:30.
    void whoConfirmedCanBeReplaced()
    {
        const Case confirmed = after({toFirst, Acknowledge{PersonId(1)}}, accepted()), there = onScene();
        for (const Case& c : {confirmed, there}) {
            QCOMPARE(code(c, desk, toSecond), std::string("dispatch.reason"));
            QCOMPARE(code(c, desk, Dispatch{PersonId(1), "换人"}), std::string("dispatch.same"));
            QCOMPARE(code(c, court, Dispatch{PersonId(2), "换人"}), std::string("scope.agency"));
            const Case replaced = step(c, desk, Dispatch{PersonId(2), "交班"});
            QCOMPARE(replaced.phase, Phase::Dispatched);
            QCOMPARE(replaced.handler, PersonId(2));
            QCOMPARE(code(replaced, field, Acknowledge{PersonId(1)}), std::string("case.other_handler"));
        }
    }
    void whoConfirmedCanGiveItBack()
    {
        for (const Case& c : {after({toFirst}, accepted()), after({toFirst, Acknowledge{PersonId(1)}}, accepted()), onScene()}) {
            QCOMPARE(code(c, justice, Return{"不属本单位"}), std::string("legal"));
            const Case returned = step(c, desk, Return{"不属本单位"});
            QCOMPARE(returned.phase, Phase::Classified);
            QVERIFY(returned.handler.isNone() && returned.lead.isNone());
            const Case rerouted = step(c, desk, Reroute{AgencyId(1), {}, "改由中心"});
            QCOMPARE(rerouted.phase, Phase::Routed);
            QVERIFY(rerouted.handler.isNone());
        }
        // The centre sent somebody itself: nobody can give it back, but it can be routed.
        const Case own = after({walkIn, asDispute, toFirst, Acknowledge{PersonId(1)}});
        QCOMPARE(code(own, desk, Return{"x"}), std::string("case.phase"));
        QCOMPARE(code(own, desk, Reroute{AgencyId(2), {}, "需司法主办"}), std::string("legal"));
    }
    void replacingSomebodyBuysNoTime()
    {
        const Case there = onScene();
        const Limit first = limit(there, LimitKind::OnScene), response = limit(there, LimitKind::Response);
        QCOMPARE(first.state, LimitState::Met);
        clock.advance(2h);
        Case c = step(there, desk, Dispatch{PersonId(2), "交班"});
        c = after({Acknowledge{PersonId(2)}, Arrive{PersonId(2)}}, c);
        QCOMPARE(limit(c, LimitKind::OnScene).metAt, first.metAt); // somebody had been there in time
        QCOMPARE(limit(c, LimitKind::Response).metAt, response.metAt);
        QCOMPARE(limit(c, LimitKind::Report).start, c.receivedAt);
        const Case away = step(after({toFirst, Acknowledge{PersonId(1)}}, accepted()), desk, Reroute{AgencyId(1), {}, "改由中心"});
        QVERIFY(limit(away, LimitKind::OnScene).isRunning());
        QVERIFY(limit(away, LimitKind::Acceptance).start == away.routedAt || away.limits.acceptance.isNone());
    }

    void theTownDoesNotHandACaseUpByItself()
    {
        const Case c = after({walkIn, asDispute});
        QCOMPARE(code(c, townDuty, Escalate{Level::City, "难"}), std::string("role.forbidden"));
        QCOMPARE(code(c, townDesk, Escalate{Level::City, "难"}), std::string("escalate.level"));
        QCOMPARE(code(c, townDuty, AskEscalation{Level::City, "难"}), std::string("legal"));
        QCOMPARE(code(c, desk, Escalate{Level::City, "跨镇"}), std::string("legal"));
        const Case asked = step(c, townDesk, AskEscalation{Level::City, "难"});
        QCOMPARE(code(asked, townDesk, Approve{""}), std::string("request.own"));
        QCOMPARE(code(asked, desk, Escalate{Level::City, "跨镇"}), std::string("request.undecided"));
        QCOMPARE(step(asked, desk, Approve{""}).level, Level::City);
    }
    void whoAskedForAPauseDoesNotTakeIt()
    {
        const TimePoint until = clock.now() + 48h;
        const Case asked = step(accepted(), desk, AskSuspension{until, "外出"});
        for (const Actor& anyone : {desk, supervisor})
            QCOMPARE(code(asked, anyone, Suspend{"外出", until}), std::string("request.undecided"));
        QVERIFY(step(asked, supervisor, Approve{""}).isSuspended());
        // Another request is neither in the way nor lost.
        const Case extension = step(accepted(), desk, AskExtension{{3, LimitUnit::WorkingDays}, "待鉴定"});
        QVERIFY(step(extension, supervisor, Suspend{"外出", until}).request);
    }

    void aHelperNeitherFinishesNorRedirectsTheCaseOfAnother()
    {
        const Case helped = after({walkIn, asDispute, Route{AgencyId(2), {AgencyId(4)}, ""}, Accept{}});
        const Case whistled = step(accepted(), desk, Whistle{{AgencyId(4)}, {30}, "联合处置"});
        for (const Case& c : {helped, whistled}) {
            QCOMPARE(code(c, police, Note{"到了"}), std::string("legal"));
            const Case sent = after({toFirst}, c), there = after({Acknowledge{PersonId(1)}, Arrive{PersonId(1)}}, sent);
            QCOMPARE(code(sent, police, toSecond), std::string("agency.not_lead"));
            QCOMPARE(code(there, police, Dispatch{PersonId(2), "换人"}), std::string("agency.not_lead"));
            QCOMPARE(code(there, police, Finish{PersonId(1), Outcome::Resolved, "办了"}), std::string("agency.not_lead"));
            QCOMPARE(code(there, justice, Finish{PersonId(1), Outcome::Resolved, "办了"}), std::string("legal"));
            QCOMPARE(code(there, field, Finish{PersonId(1), Outcome::Resolved, "办了"}), std::string("legal"));
        }
    }
    void anAgencySendsNobodyToACaseThatWasNeverRouted()
    {
        const Case c = after({walkIn, asDispute}), own = after({toFirst}, c);
        QCOMPARE(code(c, agencies, toFirst), std::string("agency.no_lead"));
        QCOMPARE(code(own, agencies, toSecond), std::string("agency.no_lead"));
        QCOMPARE(code(step(c, desk, Whistle{{AgencyId(4)}, {30}, "联合处置"}), police, toFirst), std::string("agency.no_lead"));
        QCOMPARE(code(c, desk, toFirst), std::string("legal"));
    }

    void whatStaysWithThePoliceIsTheQuickest()
    {
        const Case fresh = step({}, intake, by(Channel::PoliceHandover));
        const Case registered = step(step(fresh, duty, RulePolice{CallNature::Civil, Priority::Normal, "普通"}), duty, asDispute);
        for (const Case& c : {fresh, registered})
            for (const RulePolice& ruling : {RulePolice{CallNature::PoliceMatter, Priority::High, "有人受伤"},
                                             RulePolice{CallNature::Civil, Priority::Urgent, "矛盾激化"}}) {
                const Case ruled = step(c, duty, ruling);
                QCOMPARE(ruled.limits.response, (LimitSpan{5, LimitUnit::Minutes}));
                QCOMPARE(ruled.limits.acceptance, (LimitSpan{10, LimitUnit::Minutes}));
                QCOMPARE(ruled.limits.onScene, (LimitSpan{30, LimitUnit::Minutes}));
                QCOMPARE(ruled.limits.report, c.limits.report);
                QVERIFY(limit(ruled, LimitKind::OnScene).isRunning());
            }
    }
    void nothingIsDoneWithACallBeforeItIsRuledOn()
    {
        const Case fresh = step({}, intake, by(Channel::PoliceHandover));
        QCOMPARE(code(fresh, desk, asDispute), std::string("police.unruled"));
        QCOMPARE(code(fresh, desk, Decline{DeclineGround::NotOurDuty, "请向法院起诉"}), std::string("police.unruled"));
        QCOMPARE(code(fresh, desk, Merge{parentCase, "同一件事"}), std::string("police.unruled"));
        // Given back by the police: registered, and to be ruled on again.
        Case back = step(step(fresh, duty, RulePolice{CallNature::Civil, Priority::Normal, "普通"}), duty, asDispute);
        back = step(step(back, duty, RulePolice{CallNature::PoliceMatter, Priority::High, "有人受伤"}), police, Return{"不属警情"});
        QCOMPARE(back.phase, Phase::Classified);
        for (const CaseCommand& command : std::vector<CaseCommand>{toJustice, toFirst, Whistle{{AgencyId(4)}, {30}, "联合处置"},
                 Suspend{"等", clock.now() + 48h}, Escalate{Level::City, "难"}, Decline{DeclineGround::Other, "无"},
                 OpenMediation{MediationKind::Police, MediationForce::FullTime, PersonId(4), Consent::BothSides}})
            QCOMPARE(code(back, desk, command), std::string("police.unruled"));
        QCOMPARE(code(back, desk, Note{"已回电"}), std::string("legal"));
    }

    void theCourtTakesWhatWasMediated()
    {
        const Route toCourt{AgencyId(3), {}, ""};
        const OpenMediation open{MediationKind::People, MediationForce::FullTime, PersonId(4), Consent::BothSides};
        const Case c = after({walkIn, asDispute});
        QCOMPARE(code(c, desk, toCourt), std::string("route.mediation_first"));
        QCOMPARE(code(after({walkIn, asDispute, open}), desk, toCourt), std::string("route.mediation_open"));
        for (const MediationResult result : {MediationResult::Failed, MediationResult::Settled, MediationResult::Withdrawn})
            QCOMPARE(code(after({walkIn, asDispute, open, CloseMediation{result, "见笔录"}}), desk, toCourt), std::string("legal"));
        Case failed = after({toJustice, Accept{}, open, CloseMediation{MediationResult::Failed, "未达成"}}, c);
        failed = after({Reroute{AgencyId(3), {}, "引导诉讼"}, Accept{}}, failed);
        QCOMPARE(code(failed, court, Finish{{}, Outcome::Referred, "已立案"}), std::string("legal"));
    }
    void theCourtRecordsItsOwnConfirmation()
    {
        const OpenMediation open{MediationKind::People, MediationForce::FullTime, PersonId(4), Consent::BothSides};
        const Case asked = after({open, CloseMediation{MediationResult::Settled, "分期履行"}, AskConfirmation{}}, accepted());
        QCOMPARE(code(asked, court, RecordConfirmation{Confirmation::Confirmed}), std::string("legal"));
        QCOMPARE(code(asked, justice, RecordConfirmation{Confirmation::Confirmed}), std::string("legal"));
        QCOMPARE(code(asked, court, toFirst), std::string("agency.not_lead"));
        QCOMPARE(code(asked, police, RecordConfirmation{Confirmation::Confirmed}), std::string("scope.agency"));
        const Case done = step(asked, court, RecordConfirmation{Confirmation::Confirmed});
        QCOMPARE(code(done, court, RecordConfirmation{Confirmation::Refused}), std::string("scope.agency"));
    }

    void whoIsSupervisedMayAlwaysAnswer()
    {
        const Supervise urge{SupervisionRung::Urge, AgencyId(2), {30}, "超期"};
        const AnswerSupervision answer{AgencyId(2), "已安排专人"};
        const Case supervised = step(accepted(), supervisor, urge);
        const Case whistled = step(after({Whistle{{AgencyId(2)}, {30}, "联合处置"}}, after({walkIn, asDispute})), supervisor, urge);
        for (const Case& c : {supervised, step(supervised, desk, Reroute{AgencyId(1), {}, "改由中心"}),
                              step(supervised, justice, Return{"不属本单位"}), step(whistled, desk, StandDown{AgencyId(2), ""}),
                              step(supervised, desk, Finish{{}, Outcome::Resolved, "办了"})}) {
            QVERIFY(owesAnswer(c, AgencyId(2)));
            QCOMPARE(code(c, justice, answer), std::string("legal"));
        }
        const Case gone = step(step(supervised, desk, Reroute{AgencyId(1), {}, "改由中心"}), justice, answer);
        QCOMPARE(code(gone, justice, answer), std::string("scope.agency"));
        QCOMPARE(code(step(supervised, desk, Reroute{AgencyId(1), {}, "改由中心"}), justice, Accept{}), std::string("agency.not_lead"));
    }

    // 协办改主办: an assistant becomes the lead and is no assistant of its own.
    void aHelperCanBecomeTheLead()
    {
        const Case c = after({walkIn, asDispute, Route{AgencyId(1), {AgencyId(2), AgencyId(4)}, ""}, Accept{}});
        const Case rerouted = step(c, desk, Reroute{AgencyId(2), c.assisting, "协办改主办"});
        QCOMPARE(rerouted.lead, AgencyId(2));
        QCOMPARE(rerouted.assisting, std::vector{AgencyId(4)});
        QCOMPARE(after({walkIn, asDispute, Route{AgencyId(2), {AgencyId(2)}, ""}}).assisting, std::vector<AgencyId>{});
    }

    void onlyADisputeIsSettledAndNotAfterItsMediationFailed()
    {
        const Finish settled{{}, Outcome::Settled, "双方和解"};
        const OpenMediation open{MediationKind::People, MediationForce::FullTime, PersonId(4), Consent::BothSides};
        QCOMPARE(code(accepted(), desk, settled), std::string("legal")); // agreed on the spot
        QCOMPARE(code(onScene(), desk, Finish{PersonId(1), Outcome::Settled, "双方和解"}), std::string("legal"));
        const Case hazard = after({walkIn, asHazard, Route{AgencyId(1), {}, ""}, Accept{}});
        QCOMPARE(code(hazard, desk, settled), std::string("finish.settled_kind"));
        const Case failed = after({open, CloseMediation{MediationResult::Failed, "未达成"}}, accepted());
        QCOMPARE(code(failed, desk, settled), std::string("finish.unsettled"));
        QCOMPARE(code(failed, desk, Finish{{}, Outcome::Referred, "引导诉讼"}), std::string("legal"));
        QCOMPARE(code(after({open, CloseMediation{MediationResult::Settled, "和解"}}, failed), desk, settled), std::string("legal"));
        // Of a former round nothing is known.
        Case again = after({Finish{{}, Outcome::Referred, "引导诉讼"}, Reopen{"又来反映"}, toJustice, Accept{}}, failed);
        QCOMPARE(code(again, desk, settled), std::string("legal"));
    }

    void numbersOfPeople_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("masked");
        const auto same = [](const char* name, const char* text) { QTest::newRow(name) << text << text; };
        QTest::newRow("mobile") << "请联系13900008000王女士" << "请联系139****8000王女士";
        QTest::newRow("spaces") << "电话 138 1234 5678。" << "电话 138 **** 5678。";
        QTest::newRow("dashes") << "138-1234-5678" << "138-****-5678";
        QTest::newRow("country") << "+86 13812345678" << "+86 138****5678";
        QTest::newRow("country, joined") << "8613812345678" << "86138****5678";
        QTest::newRow("full width") << "电话１３８１２３４５６７８" << "电话１３８****５６７８";
        QTest::newRow("after a date") << "2026-11-26 13812345678" << "2026-11-26 138****5678";
        QTest::newRow("two") << "13812345678、13912345678" << "138****5678、139****5678";
        QTest::newRow("land line") << "0769-22331234" << "0769-******34";
        QTest::newRow("land line, brackets") << "（0769）22331234" << "（0769）******34";
        QTest::newRow("identity") << "身份证440101199001011234" << "身份证44****************";
        QTest::newRow("identity with X") << "44010119900101123X号" << "44****************号";
        QTest::newRow("identity, parted") << "440101 19900101 123x" << "44**** ******** ****";
        same("nothing", "夜间施工噪声");
        same("date and time", "2026-11-26 15:30");
        same("date and hours", "2026-11-26 15 30");
        same("grid", "网格441900001001001");
        same("order", "工单DG20261126001234");
        same("coordinate", "113.75138123456789, 22.13912345678");
        same("public numbers", "12345、110、400-800-1234");
        same("rooms", "1501 1502 1503 1504");
        same("eighteen digits, no date", "123456789012345678");
        same("twelve digits", "138123456789");
    }
    void numbersOfPeople()
    {
        QFETCH(QString, text);
        QFETCH(QString, masked);
        const MaskedNumbers m = maskNumbers(text.toStdString());
        QCOMPARE(QString::fromStdString(m.text), masked);
        QCOMPARE(holdsPersonalNumber(text.toStdString()), text != masked);
        QCOMPARE(m.count > 0, text != masked);
    }
    void aDeskPutsANumberWhereItBelongs()
    {
        const std::string number = "联系13900008000";
        Receive titled = walkIn, detailed = walkIn;
        titled.title = detailed.detail = number;
        QCOMPARE(code({}, desk, titled), std::string("text.personal"));
        QCOMPARE(code({}, desk, detailed), std::string("text.personal"));
        QCOMPARE(code({}, desk, walkIn), std::string("legal")); // the reporter's own fields
        const auto why = decide(Case{}, CaseCommand(detailed), {clock.now(), desk, city, around});
        QCOMPARE(why.error().sentence.zh, std::string("内容里不能有电话或证件号码；反映人的号码请填在反映人信息里。"));
        const Case c = after({walkIn, asDispute}), taken = accepted(), done = step(onScene(), field, Finish{PersonId(1), Outcome::Resolved, "办了"});
        QCOMPARE(code(c, desk, Note{number}), std::string("text.personal"));
        QCOMPARE(code(c, desk, toFirst), std::string("legal"));
        QCOMPARE(code(c, desk, Dispatch{PersonId(1), number}), std::string("text.personal"));
        QCOMPARE(code(c, desk, Decline{DeclineGround::Other, number}), std::string("text.personal"));
        QCOMPARE(code(c, desk, Suspend{number, clock.now() + 48h}), std::string("text.personal"));
        QCOMPARE(code(taken, justice, Return{number}), std::string("text.personal"));
        QCOMPARE(code(taken, justice, Finish{{}, Outcome::Resolved, number}), std::string("text.personal"));
        QCOMPARE(code(onScene(), field, Finish{PersonId(1), Outcome::Resolved, number}), std::string("text.personal"));
        QCOMPARE(code(done, desk, Rate{Satisfaction::Satisfied, number}), std::string("text.personal"));
        QCOMPARE(code(done, duty, FollowUp{FollowUpResult::Satisfied, number}), std::string("text.personal"));
        QCOMPARE(code(done, desk, Attach{number + ".jpg", "image/jpeg", 1, std::string(64, 'a')}), std::string("text.personal"));
        const OpenMediation open{MediationKind::People, MediationForce::FullTime, PersonId(4), Consent::BothSides};
        QCOMPARE(code(after({open}, taken), justice, CloseMediation{MediationResult::Failed, number}), std::string("text.personal"));
        QCOMPARE(code(step(taken, supervisor, Supervise{SupervisionRung::Urge, AgencyId(2), {30}, "超期"}), justice,
                      AnswerSupervision{AgencyId(2), number}),
                 std::string("text.personal"));
    }
    void whatAnotherSystemSendsIsMaskedAndNotLost()
    {
        Receive sent = by(Channel::Hotline12345);
        sent.title = "反映人13900008000";
        sent.detail = "家属电话 138 1234 5678，身份证44010119900101123X";
        const auto event = std::get<Received>(*decide(Case{}, CaseCommand(sent), {clock.now(), intake, city, around}));
        QCOMPARE(event.title, std::string("反映人139****8000"));
        QCOMPARE(event.detail, std::string("家属电话 138 **** 5678，身份证44****************"));
        QCOMPARE(event.masked, std::uint16_t(3));
        const Case c = step({}, intake, sent);
        QCOMPARE(std::get<Noted>(*decide(c, CaseCommand(Note{"补充13900008000"}), {clock.now(), intake, city, around})).text,
                 std::string("补充139****8000"));
        const Case done = step(onScene(), field, Finish{PersonId(1), Outcome::Resolved, "办了"});
        QCOMPARE(std::get<Rated>(*decide(done, CaseCommand(Rate{Satisfaction::Satisfied, "回电13900008000"}), {clock.now(), intake, city, around})).masked,
                 std::uint16_t(1));
    }

    void aSystemClaimsNoChannelThatIsNotItsOwn()
    {
        for (const Channel channel : {Channel::CourtReferral, Channel::WalkIn, Channel::PoliceHandover, Channel::Hotline12345, Channel::QrCode})
            QCOMPARE(code({}, field, by(channel)), std::string("receive.channel"));
        for (const Channel channel : {Channel::GridApp, Channel::CitizenPhoto, Channel::NightVisit})
            QCOMPARE(code({}, field, by(channel)), std::string("legal"));
        for (const Channel channel : {Channel::WalkIn, Channel::GridApp, Channel::NightVisit})
            QCOMPARE(code({}, intake, by(channel)), std::string("receive.channel"));
        for (const Channel channel : {Channel::CourtReferral, Channel::PoliceHandover, Channel::CitizenPhoto, Channel::QrCode})
            QCOMPARE(code({}, intake, by(channel)), std::string("legal"));
        QCOMPARE(code({}, desk, by(Channel::CourtReferral)), std::string("legal")); // a person saw the letter
    }
    void nobodyRatesTheirOwnWork()
    {
        const Case done = step(onScene(), field, Finish{PersonId(1), Outcome::Resolved, "办了"});
        QCOMPARE(code(done, field, Rate{Satisfaction::Satisfied, ""}), std::string("role.forbidden"));
        QCOMPARE(code(done, desk, Rate{Satisfaction::Satisfied, ""}), std::string("legal"));
        const Case own = after({Finish{{}, Outcome::Resolved, "电话答复"}}, accepted());
        QCOMPARE(code(own, desk, Rate{Satisfaction::Satisfied, ""}), std::string("rate.self"));
        QCOMPARE(code(own, other, Rate{Satisfaction::Satisfied, ""}), std::string("legal"));
    }
    void theUnsatisfiedAreAskedAgain()
    {
        Receive anonymous = by(Channel::QrCode);
        anonymous.reporterPhone.clear();
        Case c = step(step({}, intake, anonymous), desk, asDispute);
        c = after({toJustice, Accept{}, Finish{{}, Outcome::Resolved, "办了"}}, c);
        QCOMPARE(code(c, desk, Archive{}), std::string("legal"));
        QCOMPARE(code(step(c, intake, Rate{Satisfaction::Satisfied, ""}), desk, Archive{}), std::string("legal"));
        const Case rated = step(c, intake, Rate{Satisfaction::Dissatisfied, ""});
        QCOMPARE(code(rated, desk, Archive{}), std::string("archive.follow_up"));
        for (const CaseCommand& way : std::vector<CaseCommand>{Rework{"重新核实"}, Reopen{"不满意"}, FollowUp{FollowUpResult::Satisfied, ""}})
            QCOMPARE(code(rated, supervisor, way), std::string("legal"));
    }
    void oneCallThatNobodyAnsweredIsNotEnough()
    {
        const Case done = step(onScene(), field, Finish{PersonId(1), Outcome::Resolved, "办了"});
        const FollowUp missed{FollowUpResult::Unreachable, ""};
        const Case once = step(done, duty, missed);
        QCOMPARE(code(once, duty, Archive{}), std::string("archive.unreached"));
        QCOMPARE(code(once, duty, Archive{"号码已停机"}), std::string("legal"));
        QCOMPARE(code(step(once, duty, missed), duty, Archive{}), std::string("archive.unreached")); // the same day
        clock.advance(24h);
        QCOMPARE(code(step(once, duty, missed), duty, Archive{}), std::string("legal"));
        QCOMPARE(code(step(once, duty, FollowUp{FollowUpResult::Satisfied, ""}), duty, Archive{}), std::string("legal"));
    }
    void theCitizenOfADuplicateIsFollowedUp()
    {
        const Case merged = step(after({walkIn, asDispute}), desk, Merge{parentCase, "同一件事"});
        const FollowUp pleased{FollowUpResult::Satisfied, ""}, angry{FollowUpResult::Dissatisfied, "没有解决"};
        QCOMPARE(code(merged, duty, pleased), std::string("follow_up.parent"));
        Case& parent = around.cases[parentCase];
        parent.phase = Phase::Finished;
        parent.finishedBy = duty.name;
        QCOMPARE(code(merged, duty, pleased), std::string("follow_up.self"));
        QCOMPARE(code(merged, justice, pleased), std::string("scope.agency"));
        parent.finishedBy = field.name;
        const Case asked = step(merged, duty, pleased);
        QCOMPARE(asked.phase, Phase::Merged);
        QCOMPARE(asked.followUp, FollowUpResult::Satisfied);
        QCOMPARE(code(asked, duty, pleased), std::string("follow_up.phase"));
        // Not satisfied: it goes on alone.
        const Case again = step(merged, duty, angry);
        QVERIFY(again.isOpen() && again.mergedInto.isNone() && again.beforeMerge == Phase::None);
        QCOMPARE(again.reopens, std::uint16_t(1));
        around = lifeSurroundings();
    }
    void whoSupervisesDoesNotAnswer()
    {
        const Case c = step(accepted(), desk, Supervise{SupervisionRung::Urge, AgencyId(2), {30}, "超期"});
        const AnswerSupervision answer{AgencyId(2), "已安排专人"};
        QCOMPARE(code(c, desk, answer), std::string("supervise.own"));
        QCOMPARE(code(c, other, answer), std::string("legal"));
        QCOMPARE(code(c, justice, answer), std::string("legal"));
    }
    void aCaseHoldsFiveHundredNotes()
    {
        Case c = after({walkIn});
        c.notes = 499;
        c = step(c, desk, Note{"回电"});
        QCOMPARE(code(c, desk, Note{"回电"}), std::string("note.many"));
    }

    void whatIsClassifiedAsUrgentHasMinutes()
    {
        const Case usual = after({walkIn, asDispute}), urgent = after({Classify{MatterId(1), Priority::Urgent}}, usual);
        QCOMPARE(usual.limits.response, (LimitSpan{15, LimitUnit::Minutes}));
        QCOMPARE(urgent.limits.response, (LimitSpan{5, LimitUnit::Minutes}));
        QCOMPARE(urgent.limits.acceptance, (LimitSpan{10, LimitUnit::Minutes}));
        QCOMPARE(urgent.limits.onScene, (LimitSpan{30, LimitUnit::Minutes}));
        QCOMPARE(urgent.limits.report, usual.limits.report);
        QCOMPARE(after({asDispute}, urgent).limits, usual.limits); // classified anew: the matter's own again
        city.matters[0].limits.response = {3, LimitUnit::Minutes};
        QCOMPARE(after({walkIn, Classify{MatterId(1), Priority::Urgent}}).limits.response, (LimitSpan{3, LimitUnit::Minutes}));
        city.matters[0].limits.response = {15, LimitUnit::Minutes};
    }
    void anEscalationLeavesTheClocks()
    {
        const Case c = after({walkIn, asDispute}), up = step(c, desk, Escalate{Level::City, "跨镇"});
        QCOMPARE(up.limits, c.limits);
        QCOMPARE(up.clockAt, c.clockAt);
    }
};

QTEST_APPLESS_MAIN(RulesTest)
#include "tst_rules.moc"
