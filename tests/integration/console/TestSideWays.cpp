#include "tests/integration/console/TestSideWays.h"

#include "ui/approvals/ApprovalPanel.h"
#include "ui/cases/sheet/SheetView.h"
#include "ui/supervision/SupervisionPanel.h"

#include <QComboBox>
#include <QDateTime>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QTest>

using namespace zs;
using namespace zs::domain;
using namespace zs::testkit;
using cases::Action;
using session::LinkState;

/// The dispatcher and the supervisor of the city; others come when they are needed.
struct TestSideWays::Desks {
    Stand stand;
    Seat dispatcher{stand, QStringLiteral("console-1")};
    Seat supervisor{stand, QStringLiteral("supervisor-1")};
    std::optional<Seat> urban;
};

void TestSideWays::initTestCase()
{
    d = std::make_shared<Desks>();
    QTRY_VERIFY_WITH_TIMEOUT(d->dispatcher.isOnline() && d->supervisor.isOnline(), patience);
}

void TestSideWays::cleanup()
{
    for (Seat* seat : {&d->dispatcher, &d->supervisor, d->urban ? &*d->urban : nullptr})
        if (seat) seat->leave();
}

void TestSideWays::cleanupTestCase() { d.reset(); }

AgencyId TestSideWays::agency(const char* code) const { return d->stand.city()->agencyByCode(code)->id; }

bool TestSideWays::submit(Seat& by, CaseId id, const CaseCommand& command)
{
    const auto sent = by->submit(id, command);
    if (!sent) {
        qWarning("refused: %s", sent.error().sentence.en.c_str());
        return false;
    }
    return QTest::qWaitFor([&] { return id.isNone() ? by->outbox().empty() : !by->stateOf(id); }, patience);
}

CaseId TestSideWays::begin(const char* title, CaseKind kind, const char* code, Channel channel)
{
    Seat& desk = d->dispatcher;
    const std::size_t before = desk->cases().size();
    Receive received;
    received.kind = kind;
    received.channel = channel;
    received.title = title;
    received.grid = d->stand.city()->grids.front().id;
    received.place = d->stand.city()->grids.front().label;
    received.reporterName = "王小明";
    received.reporterPhone = "13812345678";
    if (!submit(desk, {}, received) || !QTest::qWaitFor([&] { return desk->cases().size() > before; }, patience)) return {};
    const CaseId id = desk->cases().row(before).id;
    if (code) {
        const auto& matters = d->stand.city()->matters;
        const auto matter = std::ranges::find_if(matters, [&](const Matter& m) { return m.kind == kind; });
        if (!submit(desk, id, Classify{matter->id, Priority::Normal}) || !submit(desk, id, Route{agency(code), {}, {}}) ||
            !submit(desk, id, Accept{}))
            return {};
    }
    if (!QTest::qWaitFor([&] { return d->supervisor->cases().find(id) && d->supervisor->cases().find(id)->version == desk->cases().find(id)->version
                               && desk->cases().confirmed(id)->version == desk->cases().find(id)->version; }, patience))
        return {};
    return id;
}

void TestSideWays::fromIntakeToTheArchive()
{
    Seat &desk = d->dispatcher, &other = d->supervisor;
    const std::size_t before = desk->cases().size();
    desk.find<QAction>("queueReceive")->trigger();
    QDialog* intake = desk.dialog();
    QVERIFY(intake);
    const GeoPoint at = d->stand.city()->grids.front().label;
    WENT(fill(*intake, {{"intakeTitle", zh("路口井盖缺失")}, {"intakeKind", int(CaseKind::Hazard)},
                        {"intakePlace", QStringLiteral("%1, %2").arg(at.lon, 0, 'f', 6).arg(at.lat, 0, 'f', 6)},
                        {"intakeDetail", zh("路口东侧，已放警示牌")}, {"intakeReporter", zh("王小明")}, {"intakePhone", "13812345678"}}));
    WENT(press(*intake));
    QTRY_VERIFY_WITH_TIMEOUT(desk->cases().size() == before + 1 && other->cases().size() == before + 1, patience);
    const CaseId id = desk->cases().row(before).id;
    QCOMPARE(QString::fromStdString(other.at(id).reporter.name), zh("王*")); // no desk but the one that took it in knows more
    WENT(done(desk, other, id, Action::Classify, {{"matters", zh("井盖")}}));
    WENT(done(desk, other, id, Action::Route, {{"agencies", zh("城管")}}));
    WENT(done(desk, other, id, Action::Accept));
    WENT(done(desk, other, id, Action::Dispatch, {{"dispatchNote", zh("带警示牌")}}));
    WENT(done(desk, other, id, Action::Acknowledge));
    WENT(done(desk, other, id, Action::Arrive));
    WENT(done(desk, other, id, Action::Finish, {{"text", zh("已更换井盖")}}));
    QVERIFY(other.routing(id).contains(zh("办结")));
    QVERIFY(desk.whyNot(id, Action::Rate).contains(zh("不能由办结人代填")));
    Seat duty(d->stand, QStringLiteral("duty-1"));
    QTRY_VERIFY_WITH_TIMEOUT(duty.isOnline() && duty->cases().find(id), patience);
    WENT(done(duty, desk, id, Action::Rate, {{"satisfaction", 0}, {"text", zh("很快")}}));
    QTRY_VERIFY_WITH_TIMEOUT(other.at(id).phase == Phase::Rated, patience);
    QVERIFY(desk.whyNot(id, Action::FollowUp).contains(zh("经办人以外的人")));
    WENT(done(other, desk, id, Action::FollowUp, {{"result", 0}, {"text", zh("路面已平整")}}));
    QVERIFY(!other.ask(id, Action::Archive)); // nothing to explain: the citizen was reached
    WENT(arrives(other, desk, id));
    QCOMPARE(desk.at(id).phase, Phase::Archived);
}

void TestSideWays::moreTimeIsAskedForAndApprovedInTheTray()
{
    Seat &desk = d->dispatcher, &supervisor = d->supervisor;
    const CaseId id = begin("工地夜间施工噪声", CaseKind::Request, "urban");
    QVERIFY(id);
    const auto deadline = [&](Seat& seat) {
        return limitsOf(seat.at(id), supervisor.console().place().desk.calendar(), d->stand.clock.now())[std::size_t(LimitKind::Report)].deadline;
    };
    const TimePoint before = deadline(desk);
    if (!d->urban) d->urban.emplace(d->stand, QStringLiteral("urban-1"));
    Seat& urban = *d->urban;
    QTRY_VERIFY_WITH_TIMEOUT(urban.isOnline() && urban->cases().find(id), patience);
    WENT(done(urban, supervisor, id, Action::AskExtension, {{"spanAmount", 2}, {"spanUnit", 2}, {"text", zh("须等检测报告")}}));
    // Who asked may not decide, and an agency never does.
    QVERIFY2(urban.whyNot(id, Action::Approve).contains(zh("调度员、督办员或领导")), qPrintable(urban.whyNot(id, Action::Approve)));

    auto& tray = supervisor.show<approvals::ApprovalPanel>(approvals::ApprovalPanel::panelInfo().id);
    auto* sheet = tray.findChild<cases::SheetView*>(QStringLiteral("approvalSheet"));
    const auto key = [&]() -> quint64 {
        for (int row = 0; row < tray.model().rowCount(); ++row)
            if (tray.model().at(row)->caseId == id) return tray.model().at(row)->key;
        return 0;
    };
    QTRY_VERIFY_WITH_TIMEOUT(key() != 0, patience);
    sheet->setCurrentKey(key());
    QVERIFY(supervisor.find<QLabel>("decisionWhy")->text().contains(zh("须等检测报告")));
    QVERIFY(!supervisor.find<QLabel>("decisionEffect")->text().isEmpty());
    supervisor.find<QLineEdit>("decisionReason")->setText(zh("同意，抓紧"));
    QTest::keyClick(supervisor.find<QLineEdit>("decisionReason"), Qt::Key_Return, Qt::ControlModifier);
    WENT(arrives(supervisor, urban, id));
    QTRY_COMPARE_WITH_TIMEOUT(desk.at(id).extensions.size(), std::size_t{1}, patience);
    QVERIFY(deadline(desk) > before);
    QTRY_VERIFY_WITH_TIMEOUT(urban.newest(id).contains(zh("同意，抓紧")), patience);
    QTRY_VERIFY_WITH_TIMEOUT(key() == 0, patience); // no longer in the tray
}

void TestSideWays::aRequestIsDeniedWithItsReason()
{
    Seat &desk = d->dispatcher, &supervisor = d->supervisor;
    const CaseId id = begin("占道经营", CaseKind::Request, "urban");
    QVERIFY(id);
    const QDateTime until(QDate(2026, 3, 5), QTime(18, 0), Qt::UTC);
    WENT(done(desk, supervisor, id, Action::AskSuspension, {{"until", until}, {"text", zh("等待摊主返回")}}));
    QVERIFY2(desk.whyNot(id, Action::Approve).contains(zh("须由派遣单位的另一人批复")), qPrintable(desk.whyNot(id, Action::Approve)));
    QVERIFY2(desk.whyNot(id, Action::AskExtension).contains(zh("已有一项申请等待批复")), qPrintable(desk.whyNot(id, Action::AskExtension)));
    WENT(done(supervisor, desk, id, Action::Deny, {{"text", zh("可先行劝离")}}));
    QVERIFY(!desk.at(id).request);
    WENT(done(desk, supervisor, id, Action::AskSuspension, {{"until", until}, {"text", zh("摊主住院")}}));
    WENT(done(supervisor, desk, id, Action::Approve, {{"text", zh("同意")}}));
    QVERIFY(desk.at(id).isSuspended());
    QCOMPARE(desk.at(id).pauses.back().until, fromUnixMillis(1772704800000)); // 18:00 in the city
}

void TestSideWays::aTownsCaseIsEscalated()
{
    Seat townDesk(d->stand, QStringLiteral("town-1"));
    Seat& city = d->supervisor;
    QTRY_VERIFY_WITH_TIMEOUT(townDesk.isOnline() && townDesk->isLoaded(), patience);
    const std::size_t before = townDesk->cases().size();
    Receive received;
    received.kind = CaseKind::Dispute;
    received.channel = Channel::WalkIn;
    received.title = "两村水渠之争";
    received.grid = d->stand.city()->grids.front().id;
    received.place = d->stand.city()->grids.front().label;
    QVERIFY(submit(townDesk, {}, received));
    QTRY_VERIFY_WITH_TIMEOUT(townDesk->cases().size() > before && city->cases().size() == townDesk->cases().size(), patience);
    const CaseId id = townDesk->cases().row(before).id;
    QCOMPARE(city.at(id).level, Level::Town);
    QVERIFY(townDesk.whyNot(id, Action::Escalate).contains(zh("先分类登记")));
    WENT(done(townDesk, city, id, Action::Classify, {{"matters", QString()}}));
    WENT(done(townDesk, city, id, Action::AskEscalation, {{"text", zh("两镇都牵涉")}}));
    QVERIFY2(!townDesk.whyNot(id, Action::Approve).isEmpty(), "who asked decides");
    WENT(done(city, townDesk, id, Action::Deny, {{"text", zh("先由镇里调解一次")}}));
    // The town asks, the city decides; from then on it is the city's.
    QVERIFY2(townDesk.whyNot(id, Action::Escalate).contains(zh("请提出升级申请")), qPrintable(townDesk.whyNot(id, Action::Escalate)));
    WENT(done(townDesk, city, id, Action::AskEscalation, {{"text", zh("调解不成")}}));
    WENT(done(city, townDesk, id, Action::Approve, {{"text", zh("市级接办")}}));
    QCOMPARE(city.at(id).level, Level::City);
    QVERIFY2(townDesk.whyNot(id, Action::Note).contains(zh("市级中心负责")), qPrintable(townDesk.whyNot(id, Action::Note)));
}

void TestSideWays::suspendedAndResumed()
{
    Seat &desk = d->dispatcher, &supervisor = d->supervisor;
    const CaseId id = begin("围墙倾斜", CaseKind::Request, "housing");
    QVERIFY(id);
    WENT(done(desk, supervisor, id, Action::Suspend, {{"text", zh("等鉴定")}}));
    QVERIFY(supervisor.at(id).isSuspended());
    QVERIFY(desk.whyNot(id, Action::Dispatch).contains(zh("已挂起")));
    d->stand.clock.advance(std::chrono::hours(2));
    WENT(done(supervisor, desk, id, Action::Resume, {{"text", zh("鉴定已出")}}));
    QVERIFY(!desk.at(id).isSuspended());
    QCOMPARE(desk.at(id).pauses.back().to - desk.at(id).pauses.back().from, Millis(std::chrono::hours(2)));
}

void TestSideWays::aDisputeIsMediatedAndConfirmed()
{
    Seat &desk = d->dispatcher, &supervisor = d->supervisor;
    const CaseId id = begin("欠薪纠纷", CaseKind::Dispute, "justice");
    QVERIFY(id);
    QVERIFY(desk.whyNot(id, Action::AskConfirmation).contains(zh("只有达成协议的调解")));
    // Without the consent of both sides the form says so and doesn't send.
    QDialog* form = desk.ask(id, Action::OpenMediation);
    QVERIFY(form);
    WENT(fill(*form, {{"mediator", QString()}, {"kind", 0}, {"force", 1}}));
    QVERIFY(press(*form).contains(zh("双方同意")));
    WENT(fill(*form, {{"consent", 1}}));
    WENT(press(*form));
    WENT(arrives(desk, supervisor, id));
    QTRY_VERIFY_WITH_TIMEOUT(!supervisor.at(id).mediations.empty(), patience);
    QCOMPARE(supervisor.at(id).mediations.back().force, MediationForce::Lawyer);
    WENT(done(desk, supervisor, id, Action::CloseMediation, {{"result", 0}, {"text", zh("分三期付清")}}));
    WENT(done(desk, supervisor, id, Action::AskConfirmation));
    QVERIFY(supervisor.routing(id).contains(zh("司法确认")));
    WENT(done(desk, supervisor, id, Action::RecordConfirmation, {{"confirmation", 0}}));
    QCOMPARE(supervisor.at(id).mediations.back().confirmation, Confirmation::Confirmed);
}

void TestSideWays::linkedAttachedMergedAndApartAgain()
{
    Seat &desk = d->dispatcher, &supervisor = d->supervisor;
    const CaseId first = begin("油烟扰民", CaseKind::Request, "urban");
    const CaseId second = begin("餐馆油烟扰民", CaseKind::Request);
    QVERIFY(first && second);
    WENT(done(desk, supervisor, first, Action::Link, {{"other", zh("餐馆油烟")}, {"kind", 1}}));
    QCOMPARE(supervisor.at(first).links.back().other, second);
    WENT(done(desk, supervisor, first, Action::Unlink));
    QVERIFY(supervisor.at(first).links.empty());

    TempDir files;
    const QString path = QString::fromStdString(files.write("现场照片.jpg", std::string(300'000, 'x')).string());
    QDialog* attach = desk.ask(first, Action::Attach);
    QVERIFY(attach);
    WENT(fill(*attach, {{"attachPath", path}}));
    QTRY_VERIFY_WITH_TIMEOUT(attach->findChild<QWidget*>(QStringLiteral("dialogOk"))->isEnabled(), patience);
    WENT(press(*attach));
    WENT(arrives(desk, supervisor, first));
    QCOMPARE(supervisor.at(first).attachments.back().size, std::uint64_t{300'000});

    const Case before = supervisor.at(second);
    WENT(done(desk, supervisor, second, Action::Merge, {{"mergeCases", zh("油烟扰民")}, {"mergeReason", zh("同一家")}}));
    QCOMPARE(supervisor.at(second).phase, Phase::Merged);
    QVERIFY2(desk.whyNot(second, Action::Classify).contains(zh("已并入")), qPrintable(desk.whyNot(second, Action::Classify)));
    WENT(done(supervisor, desk, second, Action::Unmerge, {{"text", zh("是另一家")}}));
    Case after = desk.at(second);
    after.version = before.version;
    QVERIFY(after == before); // with its own clock, as if nothing had been
}

void TestSideWays::whistledAndWhoDoesNotComeIsSupervised()
{
    Seat &desk = d->dispatcher, &supervisor = d->supervisor;
    const CaseId id = begin("占用消防通道", CaseKind::Request, "housing");
    QVERIFY(id);
    QVERIFY2(supervisor.whyNot(id, Action::Whistle).contains(zh("值班员、调度员或领导")), qPrintable(supervisor.whyNot(id, Action::Whistle)));
    WENT(done(desk, supervisor, id, Action::Whistle,
              {{"agencies", QStringList{zh("城管"), zh("消防")}}, {"withinAmount", 30}, {"withinUnit", 0}, {"text", zh("联合清理")}}));
    QCOMPARE(supervisor.at(id).whistles.size(), std::size_t{2});
    if (!d->urban) d->urban.emplace(d->stand, QStringLiteral("urban-1"));
    Seat& urban = *d->urban;
    QTRY_VERIFY_WITH_TIMEOUT(urban.isOnline() && urban->cases().find(id), patience);
    d->stand.clock.advance(std::chrono::minutes(10));
    WENT(done(urban, desk, id, Action::ReportIn, {{"text", zh("两人到场")}}));
    QVERIFY2(urban.whyNot(id, Action::ReportIn).contains(zh("没有未报到的吹哨")) || urban.whyNot(id, Action::ReportIn).contains(zh("不能替别的单位")),
             qPrintable(urban.whyNot(id, Action::ReportIn)));

    // The other doesn't come: the ladder suggests its first rung, the supervisor issues it with one key.
    d->stand.clock.advance(std::chrono::minutes(25));
    auto& board = supervisor.show<supervision::SupervisionPanel>(supervision::SupervisionPanel::panelInfo().id);
    auto* sheet = board.findChild<cases::SheetView*>(QStringLiteral("supervisionSheet"));
    const quint64 key = id.value << 16 | agency("fire").value;
    QTRY_VERIFY_WITH_TIMEOUT(board.book().find(key) && board.book().find(key)->due, patience);
    QTRY_VERIFY_WITH_TIMEOUT(board.model().rowOf(key) >= 0, patience);
    sheet->setCurrentKey(key);
    QTest::keyClick(sheet, Qt::Key_S);
    WENT(arrives(supervisor, desk, id));
    const SupervisionStep step = desk.at(id).supervision.back();
    QCOMPARE(step.rung, SupervisionRung::Reminder);
    QCOMPARE(step.agency, agency("fire"));
    QVERIFY(desk.routing(id).contains(zh("提醒")));
    WENT(done(desk, supervisor, id, Action::AnswerSupervision, {{"agency", zh("消防")}, {"text", zh("十分钟内到场")}}));
    QVERIFY(supervisor.at(id).supervision.back().answeredAt != TimePoint{});
    // By hand to the lead, and what a dispatcher may not: a circular.
    QDialog* form = desk.ask(id, Action::Supervise);
    QVERIFY(form);
    WENT(fill(*form, {{"agency", zh("住建")}, {"rung", int(SupervisionRung::Circular)}, {"text", zh("多次催办未动")}}));
    QVERIFY(press(*form).contains(zh("须由督办员或领导发出")));
    form->reject();
    WENT(done(supervisor, desk, id, Action::Supervise, {{"agency", zh("住建")}, {"rung", int(SupervisionRung::Circular)}, {"text", zh("多次催办未动")}}));
    WENT(done(desk, supervisor, id, Action::StandDown, {{"text", zh("已由城管办妥")}}));
}

void TestSideWays::reworkedReopenedAndDeclined()
{
    Seat &desk = d->dispatcher, &supervisor = d->supervisor;
    const CaseId id = begin("绿化带垃圾", CaseKind::Request, "urban");
    QVERIFY(id);
    WENT(done(desk, supervisor, id, Action::Finish, {{"outcome", 0}, {"text", zh("已清理")}}));
    WENT(done(supervisor, desk, id, Action::Rework, {{"text", zh("只清了一半")}}));
    QCOMPARE(desk.at(id).phase, Phase::Accepted);
    WENT(done(desk, supervisor, id, Action::Finish, {{"outcome", 0}, {"text", zh("全部清理")}}));
    // Dissatisfied: the same event reopens it.
    d->stand.clock.advance(std::chrono::hours(1));
    WENT(done(supervisor, desk, id, Action::FollowUp, {{"result", 1}, {"text", zh("仍有异味")}}));
    QVERIFY(desk.at(id).isOpen());
    QCOMPARE(desk.at(id).clockAt, d->stand.clock.now());
    WENT(done(desk, supervisor, id, Action::Decline, {{"ground", 0}, {"text", zh("属物业合同，请向物业反映")}}));
    QVERIFY(desk.whyNot(id, Action::Route).contains(zh("先重开")));
    WENT(done(supervisor, desk, id, Action::Reopen, {{"text", zh("物业已撤场")}}));
    QCOMPARE(desk.at(id).phase, Phase::Classified);
    WENT(done(desk, supervisor, id, Action::Route, {{"agencies", zh("城管")}}));
    WENT(done(desk, supervisor, id, Action::Return, {{"text", zh("属住建")}}));
    WENT(done(desk, supervisor, id, Action::Route, {{"agencies", zh("住建")}}));
    WENT(done(desk, supervisor, id, Action::Reroute, {{"agencies", zh("城管")}, {"routeReason", zh("会商结果")}}));
    WENT(done(desk, supervisor, id, Action::Note, {{"text", zh("已电话告知")}}));
}

void TestSideWays::theCallFromThePoliceIsRuledOn()
{
    Seat &desk = d->dispatcher, &supervisor = d->supervisor;
    const CaseId civil = begin("楼上楼下争吵", CaseKind::Dispute, nullptr, Channel::PoliceHandover);
    QVERIFY(civil);
    QVERIFY(supervisor.whyNot(civil, Action::RulePolice).contains(zh("值班员或调度员")));
    QVERIFY2(desk.whyNot(civil, Action::Classify).contains(zh("须先由值班员或调度员认定")), qPrintable(desk.whyNot(civil, Action::Classify)));
    WENT(done(desk, supervisor, civil, Action::RulePolice, {{"nature", 0}, {"urgency", 0}, {"text", zh("邻里纠纷，不紧急")}}));
    QCOMPARE(supervisor.at(civil).police, PoliceRuling::Released);
    WENT(done(desk, supervisor, civil, Action::Classify, {{"matters", QString()}}));
    WENT(done(desk, supervisor, civil, Action::Route, {{"agencies", zh("司法")}}));

    const CaseId urgent = begin("持械对峙", CaseKind::Dispute, nullptr, Channel::PoliceHandover);
    WENT(done(desk, supervisor, urgent, Action::RulePolice, {{"nature", 1}, {"urgency", 2}, {"text", zh("警情")}}));
    QCOMPARE(supervisor.at(urgent).lead, agency("police"));
    QCOMPARE(supervisor.at(urgent).phase, Phase::Routed);
}

void TestSideWays::whatIsForbiddenSaysWhy()
{
    Seat &desk = d->dispatcher, &supervisor = d->supervisor;
    const CaseId id = begin("噪声", CaseKind::Dispute, "urban");
    QVERIFY(id);
    const struct {
        Seat& seat;
        Action action;
        const char* says;
    } wanted[] = {{supervisor, Action::AskExtension, "值班员、调度员或责任单位"},
                  {supervisor, Action::Dispatch, "值班员、调度员或责任单位"},
                  {desk, Action::Archive, "只有办结的事件可以归档"},
                  {desk, Action::Rework, "只有办结后"},
                  {desk, Action::FollowUp, "可以回访"},
                  {desk, Action::Unmerge, "没有并入"},
                  {desk, Action::Resume, "没有挂起"},
                  {desk, Action::Decline, "先由承办单位退回"},
                  {desk, Action::RulePolice, "110"},
                  {desk, Action::Classify, "登记"}};
    for (const auto& w : wanted) {
        const QString reason = w.seat.whyNot(id, w.action);
        QVERIFY2(reason.contains(zh(w.says)), qPrintable(QLatin1String(cases::specOf(w.action)->id) + QStringLiteral(": ") + reason));
        // By its key the same sentence stands below the case, unless the key means another action that is legal.
        const std::string key = cases::specOf(w.action)->key;
        if (std::ranges::count(cases::actionTable(), key, &cases::ActionSpec::key) > 1) continue;
        QVERIFY(!w.seat.ask(id, w.action));
        QCOMPARE(w.seat.said(), reason);
    }
}
