// The panels on a real session over TLS: intake, registration, route, acceptance and dispatch by keyboard, confirmed by
// the gateway; and the same while it is away.
#include "tests/session/Desk.h"
#include "tests/session/FakeGateway.h"
#include "tests/testkit/GuiTest.h"
#include "ui/cases/DetailPanel.h"
#include "ui/cases/QueuePanel.h"
#include "ui/cases/QueueView.h"
#include "protocol/vocab/Calendar.h"
#include "ui/cases/SessionDesk.h"
#include "ui/dispatch/OutboxModel.h"
#include "ui/dispatch/OutboxPanel.h"
#include "ui/people/PeoplePanel.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>

using namespace zs;
using namespace std::chrono_literals;
using domain::Phase;
using session::LinkState;

class PanelsOnSession : public testkit::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void aCaseByKeyboardAlone();
    void offlineWorkIsSentLater();

private:
    testkit::TestPki m_pki;
};

namespace {

session::Session& openWithCalendar(testkit::Desk& desk)
{
    desk.config.calendar = protocol::shippedCalendar().value();
    return desk.open();
}

struct Console {
    Console(const testkit::TestPki& pki, const QUrl& url, const Clock& clock)
        : desk(pki, url, clock), session(openWithCalendar(desk)), caseDesk(session), themes(kit::builtinThemes().value()),
          place{caseDesk, themes, translations, selection, QStringLiteral("console-1")}, queue(place), detail(place),
          outbox(place), staff(place)
    {
        for (QWidget* panel : {static_cast<QWidget*>(&queue), static_cast<QWidget*>(&detail), static_cast<QWidget*>(&outbox),
                               static_cast<QWidget*>(&staff)}) {
            panel->resize(500, 700);
            panel->show();
        }
    }
    template <class T>
    T* child(QWidget& in, const char* name)
    {
        return in.findChild<T*>(QLatin1String(name));
    }
    void enter(const char* dialog, QWidget& in)
    {
        QTest::keyClick(child<QDialog>(in, dialog), Qt::Key_Return, Qt::ControlModifier);
    }
    Phase phase(CaseId id)
    {
        const domain::Case* c = session.cases().confirmed(id);
        return c ? c->phase : Phase::None;
    }

    testkit::Desk desk;
    session::Session& session;
    cases::SessionDesk caseDesk;
    kit::ThemeManager themes;
    kit::Translations translations;
    cases::Selection selection;
    cases::Workplace place;
    cases::QueuePanel queue;
    cases::DetailPanel detail;
    dispatch::OutboxPanel outbox;
    people::PeoplePanel staff;
};

} // namespace

void PanelsOnSession::aCaseByKeyboardAlone()
{
    SystemClock clock;
    testkit::FakeGateway gateway(m_pki, testkit::smallCity(), clock);
    Console console(m_pki, gateway.url(), clock);
    QAbstractItemModelTester tester(&console.queue.model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QAbstractItemModelTester staffTester(&console.staff.model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QTRY_COMPARE(int(console.session.link().state), int(LinkState::Online));
    QTRY_COMPARE(int(console.queue.status().state), int(sdk::PanelState::Empty));

    console.queue.runAction(QStringLiteral("receive"));
    auto* intake = console.child<QDialog>(console.queue, "intakeDialog");
    QVERIFY(intake);
    console.child<QLineEdit>(*intake, "intakeTitle")->setFocus();
    QTest::keyClicks(console.child<QLineEdit>(*intake, "intakeTitle"), QStringLiteral("manhole cover gone"));
    QTest::keyClicks(console.child<QLineEdit>(*intake, "intakePlace"), QStringLiteral("113.715, 23.005"));
    console.enter("intakeDialog", console.queue);
    QTRY_COMPARE(console.session.cases().size(), std::size_t(1));
    const CaseId id = console.session.cases().row(0).id;
    QTRY_COMPARE(int(console.queue.status().state), int(sdk::PanelState::Ready));

    QTest::keyClick(&console.queue.view(), Qt::Key_J);
    QCOMPARE(console.selection.selectedCase(), id);
    QCOMPARE(console.detail.caseId(), id);
    QTest::mouseClick(console.child<QPushButton>(console.detail, "actionClassify"), Qt::LeftButton);
    auto* classify = console.child<QDialog>(console.detail, "classifyDialog");
    QVERIFY(classify);
    QTest::keyClicks(console.child<QLineEdit>(*classify, "mattersFilter"), QStringLiteral("101"));
    console.enter("classifyDialog", console.detail);
    QTRY_COMPARE(console.phase(id), Phase::Classified);

    QTest::keyClick(&console.queue.view(), Qt::Key_1); // the first lane: urban management
    QTRY_COMPARE(console.phase(id), Phase::Routed);
    QTRY_VERIFY(console.child<QPushButton>(console.detail, "actionAccept")->isEnabled());
    QTest::mouseClick(console.child<QPushButton>(console.detail, "actionAccept"), Qt::LeftButton);
    QTRY_COMPARE(console.phase(id), Phase::Accepted);
    QTest::keyClick(&console.queue.view(), Qt::Key_D);
    QTest::keyClicks(console.child<QLineEdit>(*console.child<QDialog>(console.queue, "dispatchDialog"), "peopleFilter"),
                     QStringLiteral("P2"));
    console.enter("dispatchDialog", console.queue);
    QTRY_COMPARE(console.phase(id), Phase::Dispatched);
    QCOMPARE(gateway.state(id).handler, PersonId(2));

    // All five events in the timeline, from the gateway.
    auto* timeline = console.child<QListView>(console.detail, "detailTimeline");
    QTRY_COMPARE(timeline->model()->rowCount(), 5);
    // Confirmed ones leave the outbox by themselves.
    QTRY_COMPARE(console.outbox.model().rowCount(), 0);
}

void PanelsOnSession::offlineWorkIsSentLater()
{
    SystemClock clock;
    testkit::FakeGateway gateway(m_pki, testkit::smallCity(), clock);
    const CaseId id = gateway.receives();
    gateway.does(id, domain::Classify{domain::MatterId(1), domain::Priority::High});
    Console console(m_pki, gateway.url(), clock);
    QTRY_VERIFY(console.session.cases().find(id));
    gateway.commands = testkit::FakeGateway::Commands::CutBefore;
    console.selection.selectCase(id);
    QTest::keyClick(&console.queue.view(), Qt::Key_1);
    // Shown as done at once, dashed, and in the outbox until the gateway has it.
    QCOMPARE(console.session.cases().find(id)->phase, Phase::Routed);
    QCOMPARE(console.outbox.model().rowCount(), 1);
    QVERIFY(console.caseDesk.stateOf(id).has_value());
    QCOMPARE(console.queue.model().order().countOf(cases::Segment::Unsent), std::size_t(1));
    gateway.commands = testkit::FakeGateway::Commands::Answer;
    console.session.reconnectNow();
    QTRY_COMPARE_WITH_TIMEOUT(console.phase(id), Phase::Routed, 20000);
    QTRY_COMPARE(console.queue.model().order().countOf(cases::Segment::Unsent), std::size_t(0));
    QCOMPARE(gateway.state(id).lead, AgencyId(2));
}

ZS_GUI_TEST_MAIN(PanelsOnSession)
#include "TestPanelsOnSession.moc"
