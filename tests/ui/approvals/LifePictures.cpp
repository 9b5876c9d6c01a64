// Routing, supervision, approvals and the dialogs of the whole life, painted in both themes and both languages. With
// ZS_PICTURES=DIR the pictures are kept to be looked at; without, everything is still painted under the warning guard, and no
// English may be left in Chinese, no button be cut.
#include "tests/testkit/GuiTest.h"
#include "tests/ui/cases/Framed.h"
#include "ui/approvals/ApprovalPanel.h"
#include "ui/cases/DetailPanel.h"
#include "ui/cases/sheet/SheetView.h"
#include "ui/routing/RoutingPanel.h"
#include "ui/supervision/SupervisionPanel.h"

#include <QDialog>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace zs;
using namespace zs::testkit;

class LifePictures : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void paint_data();
    void paint();
};

void LifePictures::paint_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<bool>("chinese");
    QTest::addColumn<double>("scale");
    for (const double scale : {1.0, 2.0})
        for (const bool dark : {false, true})
            for (const bool chinese : {false, true})
                QTest::addRow("%s-%s-%d", dark ? "dark" : "light", chinese ? "zh" : "en", int(scale * 100)) << dark << chinese << scale;
}

void LifePictures::paint()
{
    QFETCH(const bool, dark);
    QFETCH(const bool, chinese);
    QFETCH(const double, scale);
    PanelBench bench;
    bench.themes.setMode(dark ? kit::Mode::Dark : kit::Mode::Light);
    bench.themes.setScale(scale);
    bench.translations.setLanguage(chinese ? kit::Language::Chinese : kit::Language::English);
    fillLife(bench.desk);

    auto* routing = new routing::RoutingPanel(bench.place);
    auto* supervision = new supervision::SupervisionPanel(bench.place);
    auto* tray = new approvals::ApprovalPanel(bench.place);
    auto* detail = new cases::DetailPanel(bench.place);
    Framed routingFrame(bench, routing), supervisionFrame(bench, supervision), trayFrame(bench, tray), detailFrame(bench, detail);
    bench.selection.selectCase(CaseId(398));
    QTRY_VERIFY(routing->model().rowCount() > 20);
    routingFrame.shoot("routing", {480, 738});
    detailFrame.shoot("life-detail", {432, 738});
    auto* board = supervision->findChild<cases::SheetView*>(QStringLiteral("supervisionSheet"));
    board->setCurrentKey(quint64(398) << 16 | bench.desk.agency("emergency").value);
    supervisionFrame.shoot("supervision", {640, 738});
    supervision->findChild<QAbstractButton*>(QStringLiteral("segment_history"))->click();
    supervisionFrame.shoot("supervision-history", {640, 738});
    auto* sheet = tray->findChild<cases::SheetView*>(QStringLiteral("approvalSheet"));
    sheet->setCurrentKey(quint64(406) << 3);
    trayFrame.shoot("approvals", {560, 738});
    tray->findChild<QAbstractButton*>(QStringLiteral("segment_all"))->click();
    sheet->setCurrentKey(quint64(411) << 3);
    trayFrame.shoot("approvals-all", {560, 738});
    bench.selection.selectCase(CaseId(391));
    routingFrame.shoot("routing-mediation", {480, 738});

    const QStringList names{QStringLiteral("zhou.j"), QStringLiteral("gongan-03"),    QStringLiteral("gongan-110"), QStringLiteral("renshe-02"),
                            QStringLiteral("chengguan-01"), QStringLiteral("zhujian-01"), QStringLiteral("intake-02"),
                            QStringLiteral("field-app"),    QStringLiteral("Enter"),      QStringLiteral("Shift"),
                            QStringLiteral("Ctrl")};
    for (Framed* frame : {&routingFrame, &supervisionFrame, &trayFrame, &detailFrame}) {
        if (chinese) QVERIFY2(leftInEnglish(frame->window(), names).isEmpty(), qPrintable(leftInEnglish(frame->window(), names).join(u'|')));
        for (const QPushButton* button : frame->window().findChildren<QPushButton*>())
            if (button->isVisible()) QVERIFY2(button->width() >= button->minimumSizeHint().width(), qPrintable(button->objectName()));
    }

    // A dialog of each family.
    const auto dialog = [&](CaseId id, cases::Action action, const char* name) {
        detail->actions().run(id, action, detail);
        const auto dialogs = detail->findChildren<QDialog*>();
        QVERIFY2(!dialogs.isEmpty(), name);
        QDialog& shown = *dialogs.last();
        if (auto* text = shown.findChild<QPlainTextEdit*>(QStringLiteral("text"))) text->setPlainText(QStringLiteral("联合处置，须三方到场"));
        bench.picture(shown, shown.sizeHint(), QLatin1String(name) + u'-' + QLatin1String(QTest::currentDataTag()));
        if (chinese) QVERIFY2(leftInEnglish(shown, names + QStringList{QStringLiteral("photo")}).isEmpty(), qPrintable(leftInEnglish(shown, names).join(u'|')));
        delete &shown;
    };
    dialog(CaseId(403), cases::Action::Whistle, "dialog-whistle");
    dialog(CaseId(398), cases::Action::Supervise, "dialog-supervise");
    dialog(CaseId(430), cases::Action::RulePolice, "dialog-police");
    dialog(CaseId(418), cases::Action::Decline, "dialog-decline");
    dialog(CaseId(403), cases::Action::AskExtension, "dialog-extension");
    dialog(CaseId(403), cases::Action::Suspend, "dialog-suspend");
    dialog(CaseId(415), cases::Action::Merge, "dialog-merge");
    dialog(CaseId(415), cases::Action::Attach, "dialog-attach");
    dialog(CaseId(402), cases::Action::OpenMediation, "dialog-mediation");
    dialog(CaseId(406), cases::Action::Deny, "dialog-deny");
    dialog(CaseId(431), cases::Action::FollowUp, "dialog-followup");

    QMenu menu;
    detail->actions().fillMenu(menu, CaseId(398), detail);
    bench.picture(menu, menu.sizeHint(), QStringLiteral("case-menu-") + QLatin1String(QTest::currentDataTag()));
    if (chinese)
        for (const QAction* item : menu.findChildren<QAction*>()) {
            static const QRegularExpression word(QStringLiteral("[A-Za-z]{4,}"));
            const QString label = item->text().section(u'\t', 0, 0);
            QVERIFY2(!word.match(label).hasMatch(), qPrintable(label));
        }
}

ZS_GUI_TEST_MAIN(LifePictures)
#include "LifePictures.moc"
