#include "tests/ui/panels/TestPictures.h"

#include "tests/ui/cases/Framed.h"
#include "tests/ui/panels/Everything.h"
#include "ui/calendar/CalendarPanel.h"
#include "ui/calendar/YearView.h"
#include "ui/cases/DetailPanel.h"
#include "ui/catalogue/CataloguePanel.h"
#include "ui/catalogue/EntryTable.h"
#include "ui/catalogue/MoveTable.h"
#include "ui/duties/DutyBoard.h"
#include "ui/duties/ZeroPanel.h"
#include "ui/kit/ElidedLabel.h"

#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>

using namespace zs;
using namespace zs::testkit;

namespace {

/// Names and codes of the sample that stand in Latin letters in Chinese, too, and keys.
const QStringList latin{QStringLiteral("zhou.j"),       QStringLiteral("gongan-03"),  QStringLiteral("gongan-110"), QStringLiteral("renshe-02"),
                        QStringLiteral("chengguan-01"), QStringLiteral("zhujian-01"), QStringLiteral("intake-02"),  QStringLiteral("field-app"),
                        QStringLiteral("Enter"),        QStringLiteral("Shift"),      QStringLiteral("Ctrl"),       QStringLiteral("Backspace"),
                        QStringLiteral("https"),        QStringLiteral("photo"),      QStringLiteral("Zhongshu"),   QStringLiteral("WGS84"),
                        QStringLiteral("Map"),
                        QStringLiteral("emergency-001"), QStringLiteral("zhengceku"), QStringLiteral("zhengce"), QStringLiteral("content")};

/// What is cut: buttons and one-line labels that are narrower than what they say.
QStringList cut(QWidget& in)
{
    QStringList found;
    for (const QPushButton* button : in.findChildren<QPushButton*>())
        if (button->isVisible() && button->width() < button->minimumSizeHint().width()) found << button->objectName() + u' ' + button->text();
    for (const QLabel* label : in.findChildren<QLabel*>())
        if (label->isVisible() && !label->wordWrap() && !qobject_cast<const kit::ElidedLabel*>(label) && label->pixmap().isNull()
            && label->width() + 1 < label->sizeHint().width() && label->toolTip().isEmpty())
            found << label->objectName() + u' ' + label->text();
    return found;
}

QString row() { return QLatin1String(QTest::currentDataTag()); }

} // namespace

void TestPictures::looks()
{
    QTest::addColumn<int>("mode");
    QTest::addColumn<int>("language");
    QTest::addColumn<double>("scale");
    for (const double scale : {1.0, 2.0})
        for (const kit::Mode mode : {kit::Mode::Light, kit::Mode::Dark})
            for (const kit::Language language : {kit::Language::Chinese, kit::Language::English}) {
                // Without anybody to look at them two looks are enough, in which every theme, language and scale comes once.
                const bool isOne = (scale > 1) == (mode == kit::Mode::Dark) && (scale > 1) == (language == kit::Language::English);
                if (!isOne && !qEnvironmentVariableIsSet("ZS_PICTURES")) continue;
                QTest::addRow("%s-%s-%d", mode == kit::Mode::Dark ? "dark" : "light", language == kit::Language::Chinese ? "zh" : "en", int(100 * scale))
                    << int(mode) << int(language) << scale;
            }
}

#define LOOK()                                                                                                       \
    QFETCH(const int, mode);                                                                                         \
    QFETCH(const int, language);                                                                                     \
    QFETCH(const double, scale);                                                                                     \
    const bool chinese = static_cast<kit::Language>(language) == kit::Language::Chinese;                             \
    Everything all({static_cast<kit::Mode>(mode), static_cast<kit::Language>(language), scale})

#define CHECK(widget, what)                                                                                          \
    do {                                                                                                             \
        const QStringList narrow = cut(widget);                                                                      \
        QVERIFY2(narrow.isEmpty(), qPrintable(QString(what) + QStringLiteral(" cuts ") + narrow.join(u'|')));        \
        const QStringList english = chinese ? leftInEnglish(widget, latin) : QStringList();                          \
        QVERIFY2(english.isEmpty(), qPrintable(QString(what) + QStringLiteral(" says ") + english.join(u'|')));      \
    } while (false)

void TestPictures::panels()
{
    LOOK();
    const QSize whole = QSize(1920, 1080) * scale;
    const auto shoot = [&](const QString& id, const char* name) {
        sdk::Panel& panel = all.show(id);
        all.bench.picture(all.window(), whole, QLatin1String(name) + u'-' + row());
        CHECK(panel, name);
    };
    // Edits and choices first, so that every part has something in it.
    auto& catalogue = static_cast<catalogue::CataloguePanel&>(all.show(catalogue::CataloguePanel::panelInfo().id));
    all.find<QTableView>("catalogueRules")->setCurrentIndex(catalogue.rules().index(0, 0));
    auto* lead = all.find<QComboBox>("ruleLead");
    lead->setCurrentIndex(lead->currentIndex() == 1 ? 2 : 1);
    Q_EMIT lead->activated(lead->currentIndex());
    QTRY_VERIFY(!catalogue.moves().isRunning());
    shoot(catalogue::CataloguePanel::panelInfo().id, "catalogue-rules");
    catalogue.setView(catalogue::CataloguePanel::View::Matters);
    all.find<QTableView>("catalogueMatters")->setCurrentIndex(catalogue.table(catalogue::CataloguePanel::View::Matters).index(2, 0));
    all.find<QPushButton>("catalogueAdd")->click();
    shoot(catalogue::CataloguePanel::panelInfo().id, "catalogue-matters");
    catalogue.setView(catalogue::CataloguePanel::View::Departments);
    all.find<QTableView>("catalogueDepartments")->setCurrentIndex(catalogue.table(catalogue::CataloguePanel::View::Departments).index(1, 0));
    shoot(catalogue::CataloguePanel::panelInfo().id, "catalogue-departments");

    auto& calendar = static_cast<calendar::CalendarPanel&>(all.show(calendar::CalendarPanel::panelInfo().id));
    calendar.year().setCurrent(*domain::parseIsoDay("2026-03-07"));
    all.find<QWidget>("calendarDayChoice")->findChildren<QAbstractButton*>()[1]->click();
    all.find<QLineEdit>("calendarDayReason")->setText(QStringLiteral("汛期值守"));
    QTest::keyClick(all.find<QLineEdit>("calendarDayReason"), Qt::Key_Return);
    shoot(calendar::CalendarPanel::panelInfo().id, "calendar");

    shoot(QStringLiteral("duties.zero"), "zero-towns");
    auto& zero = static_cast<duties::ZeroPanel&>(all.show(QStringLiteral("duties.zero")));
    zero.table().setCurrentIndex(zero.model().index(0, 0));
    QTest::keyClick(&zero.table(), Qt::Key_Return);
    shoot(QStringLiteral("duties.zero"), "zero-grids");
    for (const QString& id : all.ids())
        if (!id.startsWith(QStringLiteral("catalogue.")) && !id.startsWith(QStringLiteral("calendar.")) && id != QLatin1String("duties.zero")
            && id != QLatin1String("map.none"))
            shoot(id, qPrintable(id.section(u'.', 1) + u'-' + id.section(u'.', 0, 0)));
    all.show(QStringLiteral("cases.queue"));
    all.find<QAction>("keySheet")->trigger();
    all.bench.picture(all.window(), whole, QStringLiteral("sheet-") + row());
}

void TestPictures::dialogs()
{
    LOOK();
    auto& detail = static_cast<cases::DetailPanel&>(all.show(cases::DetailPanel::panelInfo().id));
    const session::CaseStore& store = all.bench.desk.cases();
    int shown = 0;
    for (const cases::ActionSpec& spec : cases::actionTable()) {
        if (!spec.form && !spec.open) continue;
        // The first case with which somebody may do it.
        CaseId id;
        for (const auto role : {domain::Role::Dispatcher, domain::Role::Supervisor}) {
            all.bench.desk.actor.role = role;
            for (std::size_t i = 0; i < store.size() && id.isNone(); ++i)
                if (detail.actions().legality(store.row(i).id, spec.action).legal) id = store.row(i).id;
            if (!id.isNone()) break;
        }
        if (id.isNone()) continue;
        detail.actions().run(id, spec.action, &detail);
        auto* dialog = detail.findChildren<QDialog*>().value(0);
        if (!dialog && spec.action == cases::Action::Archive) continue; // asks only where the citizen wasn't reached
        QVERIFY2(dialog, spec.id);
        if (auto* text = dialog->findChild<QPlainTextEdit*>(QStringLiteral("text"))) text->setPlainText(QStringLiteral("联合处置，须三方到场"));
        all.bench.picture(*dialog, dialog->sizeHint(), QStringLiteral("dialog-") + QLatin1String(spec.id) + u'-' + row());
        CHECK(*dialog, spec.id);
        delete dialog;
        ++shown;
    }
    QVERIFY2(shown >= 26, qPrintable(QString::number(shown)));
}

void TestPictures::dutyForms()
{
    LOOK();
    int shown = 0;
    const auto shootAll = [&](sdk::Panel& panel) {
        QStringList names;
        for (const QPushButton* button : all.window().findChildren<QPushButton*>())
            if (button->isVisible() && button->isEnabled() && button->text().contains(QChar(0x2026)) && button->objectName() != QLatin1String("actionMore"))
                names << button->objectName();
        for (const QString& name : names) {
            auto* button = all.window().findChild<QPushButton*>(name);
            if (!button) continue;
            button->click();
            auto* form = panel.findChildren<QDialog*>().value(0);
            if (!form) continue;
            all.bench.picture(*form, form->sizeHint(), QStringLiteral("form-") + form->objectName() + u'-' + row());
            CHECK(*form, form->objectName());
            delete form;
            ++shown;
        }
    };
    for (const char* id : {"duties.zero", "duties.night", "duties.consultation", "duties.campaign"}) {
        if (!all.ids().contains(QLatin1String(id))) continue;
        sdk::Panel& panel = all.show(QLatin1String(id));
        auto* board = qobject_cast<duties::DutyBoard*>(&panel);
        const int rows = board ? board->list().model()->rowCount() : 1;
        for (int i = 0; i < rows; ++i) { // each stage has forms of its own
            if (board) board->list().setCurrentIndex(board->list().model()->index(i, 0));
            shootAll(panel);
        }
    }
    QVERIFY2(shown >= 12, qPrintable(QString::number(shown)));
}
