// Every panel about cases, painted in both themes and both languages from the same believable data. With ZS_PICTURES=DIR
// the pictures are kept to be looked at; without, this still paints everything under the warning guard and checks that
// no text of a label is cut and no English is left in Chinese.
#include "tests/testkit/GuiTest.h"
#include "tests/ui/cases/Framed.h"
#include "ui/cases/DetailPanel.h"
#include "ui/cases/QueuePanel.h"
#include "ui/cases/QueueView.h"
#include "ui/dispatch/LanesPanel.h"
#include "ui/dispatch/OutboxPanel.h"
#include "ui/people/PeoplePanel.h"
#include "ui/people/PeopleView.h"

#include <QDialog>
#include <QPushButton>

using namespace zs;
using namespace zs::testkit;

class PanelPictures : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void paint_data();
    void paint();
};

void PanelPictures::paint_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<bool>("chinese");
    QTest::addColumn<double>("scale");
    for (const double scale : {1.0, 2.0})
        for (const bool dark : {false, true})
            for (const bool chinese : {false, true})
                QTest::addRow("%s-%s-%d", dark ? "dark" : "light", chinese ? "zh" : "en", int(scale * 100)) << dark << chinese << scale;
}

void PanelPictures::paint()
{
    QFETCH(const bool, dark);
    QFETCH(const bool, chinese);
    QFETCH(const double, scale);
    PanelBench bench;
    bench.themes.setMode(dark ? kit::Mode::Dark : kit::Mode::Light);
    bench.themes.setScale(scale);
    bench.translations.setLanguage(chinese ? kit::Language::Chinese : kit::Language::English);
    fillBelievably(bench.desk);

    auto* queue = new cases::QueuePanel(bench.place);
    auto* detail = new cases::DetailPanel(bench.place);
    auto* lanes = new dispatch::LanesPanel(bench.place);
    auto* outbox = new dispatch::OutboxPanel(bench.place);
    auto* staff = new people::PeoplePanel(bench.place);
    Framed queueFrame(bench, queue), detailFrame(bench, detail), lanesFrame(bench, lanes), outboxFrame(bench, outbox),
        staffFrame(bench, staff);
    bench.selection.selectCase(CaseId(412));
    auto* timeline = detail->findChild<QAbstractItemView*>(QStringLiteral("detailTimeline"));
    QTRY_VERIFY(timeline->model()->rowCount() >= 4);

    queueFrame.shoot("queue", {456, 738});
    detailFrame.shoot("detail", {432, 738});
    staffFrame.shoot("people", {560, 738});
    lanesFrame.shoot("lanes", {1920, 232});
    bench.selection.setDraggedCase(CaseId(412));
    lanesFrame.shoot("lanes-drag", {1920, 232});
    staffFrame.shoot("people-drag", {560, 738});
    bench.selection.setDraggedCase({});

    bench.desk.setLink(session::LinkState::Offline);
    bench.desk.clock.advance(std::chrono::seconds(192));
    const auto justice = bench.desk.agency("justice");
    const Uuid refused = bench.desk.submit(CaseId(401), domain::Note{"已电话联系"}).value();
    bench.desk.refuse(refused, {"route.kind", {"公安已于 09:39 接收（第 9 版），你据第 8 版转办。",
                                               "Police accepted it at 09:39 (version 9); yours rests on version 8."}, justice});
    const Uuid lost = bench.desk.submit(CaseId(405), domain::Dispatch{bench.desk.person("何强"), {}}).value();
    bench.desk.loseAnswer(lost);
    QVERIFY(bench.desk.submit(CaseId(412), domain::Dispatch{bench.desk.person("李伟"), {}}));
    QVERIFY(bench.desk.submit(CaseId(421), domain::Route{justice, {}, {}}));
    QVERIFY(bench.desk.submit(CaseId(418), domain::Classify{domain::MatterId(8), domain::Priority::Normal}));
    bench.desk.setLink(session::LinkState::Offline);
    queueFrame.shoot("queue-offline", {456, 738});
    detailFrame.shoot("detail-offline", {432, 738});
    outboxFrame.shoot("outbox-offline", {855, 232});
    lanesFrame.shoot("lanes-offline", {1065, 232});
    bench.desk.setLink(session::LinkState::Online);

    detail->actions().run(CaseId(420), cases::Action::Dispatch, detail);
    auto* dialog = detail->findChild<QDialog*>(QStringLiteral("dispatchDialog"));
    QVERIFY(dialog);
    bench.picture(*dialog, dialog->sizeHint(), QStringLiteral("dispatch-dialog-") + QLatin1String(QTest::currentDataTag()));
    queue->actions().receive(queue, GeoPoint{113.75, 23.006});
    auto* intake = queue->findChild<QDialog*>(QStringLiteral("intakeDialog"));
    QVERIFY(intake);
    bench.picture(*intake, intake->sizeHint(), QStringLiteral("intake-dialog-") + QLatin1String(QTest::currentDataTag()));
    if (chinese)
        for (Framed* frame : {&queueFrame, &detailFrame, &lanesFrame, &outboxFrame, &staffFrame})
            QVERIFY2(leftInEnglish(frame->window()).isEmpty(), qPrintable(leftInEnglish(frame->window()).join(u'|')));
    // One-line labels show all they say at this scale.
    for (Framed* frame : {&queueFrame, &outboxFrame, &staffFrame})
        for (const QPushButton* button : frame->window().findChildren<QPushButton*>())
            if (button->isVisible()) QVERIFY2(button->width() >= button->minimumSizeHint().width(), qPrintable(button->objectName()));
}

ZS_GUI_TEST_MAIN(PanelPictures)
#include "PanelPictures.moc"
