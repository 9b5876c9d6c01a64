#include "tests/integration/console/Seat.h"

#include "ui/cases/CaseActions.h"
#include "ui/cases/DetailPanel.h"
#include "ui/cases/dialogs/PickList.h"
#include "ui/cases/sheet/SheetModel.h"
#include "ui/duties/DutyForm.h"
#include "ui/routing/RoutingPanel.h"

#include <QComboBox>
#include <QDateTimeEdit>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>

namespace zs::testkit {

using cases::Action;
using cases::CaseActions;

namespace {

void pressKey(QWidget& on, const QString& key)
{
    const QKeyCombination keys = QKeySequence(key)[0];
    QTest::keyClick(&on, keys.key(), keys.keyboardModifiers());
}

/// Types what is looked for and takes the first line that is left.
QString pick(cases::PickList& list, const QString& wanted)
{
    auto* filter = list.findChild<QLineEdit*>(list.objectName() + QStringLiteral("Filter"));
    auto* lines = list.findChild<QListView*>(list.objectName() + QStringLiteral("List"));
    if (!filter || !lines) return QStringLiteral("%1 isn't whole").arg(list.objectName());
    filter->setText(wanted);
    if (lines->model()->rowCount() == 0) return QStringLiteral("%1 has no \"%2\"").arg(list.objectName(), wanted);
    QTest::keyClick(filter, Qt::Key_Down);
    QTest::keyClick(filter, Qt::Key_Up);
    return {};
}

QString fillOne(QWidget& field, const QVariant& value)
{
    if (auto* list = qobject_cast<cases::PickList*>(&field)) {
        if (value.typeId() != QMetaType::QStringList) return pick(*list, value.toString());
        for (const QString& one : value.toStringList()) {
            if (QString problem = pick(*list, one); !problem.isEmpty()) return problem;
            QTest::keyClick(list->findChild<QLineEdit*>(list->objectName() + QStringLiteral("Filter")), Qt::Key_Return);
        }
        return {};
    }
    if (auto* many = qobject_cast<duties::ManyPicker*>(&field)) {
        auto* search = many->findChild<QLineEdit*>(QStringLiteral("manySearch"));
        for (const QString& one : value.toStringList()) {
            search->setText(one);
            const auto lines = many->list().findItems(one, Qt::MatchContains);
            if (lines.isEmpty()) return QStringLiteral("%1 has no \"%2\"").arg(field.objectName(), one);
            lines.back()->setCheckState(Qt::Checked);
        }
        return {};
    }
    if (auto* text = qobject_cast<QPlainTextEdit*>(&field)) text->setPlainText(value.toString());
    else if (auto* line = qobject_cast<QLineEdit*>(&field)) line->setText(value.toString());
    else if (auto* number = qobject_cast<QSpinBox*>(&field)) number->setValue(value.toInt());
    else if (auto* when = qobject_cast<QDateTimeEdit*>(&field))
        value.typeId() == QMetaType::QDate ? when->setDate(value.toDate()) : when->setDateTime(value.toDateTime());
    else if (auto* box = qobject_cast<QComboBox*>(&field)) {
        const int at = value.typeId() == QMetaType::QString ? box->findText(value.toString()) : value.toInt();
        if (at < 0 || at >= box->count()) return QStringLiteral("%1 has no %2").arg(box->objectName(), value.toString());
        box->setCurrentIndex(at);
        Q_EMIT box->activated(at);
    } else return QStringLiteral("%1 is no field that this test knows").arg(field.objectName());
    return {};
}

} // namespace

Seat::Seat(Stand& stand, const QString& name)
{
    console::Options options;
    options.gateway = stand.url();
    options.pkiDir = QString::fromStdString(stand.pki().folder().string());
    options.name = name;
    options.cityDir = stand.cityFolder();
    options.cacheDir = stand.deskFolder(name);
    options.map = map::SurfaceKind::Painter;
    m_console = std::make_unique<console::Console>(options, stand.city(), stand.themes, stand.translations, stand.time());
    m_console->show();
}

void Seat::open(CaseId id)
{
    // Opening it again would ask for its events again.
    if (m_console->selection().selectedCase() != id) m_console->selection().openCase(id);
    m_console->window().panels().focusPanel(cases::DetailPanel::panelInfo().id);
}

QDialog* Seat::dialog()
{
    for (QDialog* dialog : m_console->window().findChildren<QDialog*>())
        if (dialog->isVisible()) return dialog;
    return nullptr;
}

void Seat::leave()
{
    while (QDialog* left = dialog()) {
        left->close();
        delete left;
    }
}

QDialog* Seat::ask(CaseId id, Action action)
{
    open(id);
    pressKey(*find<QWidget>("detailPanel"), CaseActions::key(action));
    return dialog();
}

QString Seat::whyNot(CaseId id, Action action)
{
    open(id);
    QTest::keyClick(find<QWidget>("detailPanel"), Qt::Key_Period);
    auto* menu = find<QMenu>("caseMenu");
    const auto* item = menu->findChild<QAction*>(QStringLiteral("caseAction_") + QLatin1String(cases::specOf(action)->id));
    const QString reason = !item ? QStringLiteral("it isn't in the menu") : item->isEnabled() ? QString() : item->toolTip();
    menu->close();
    delete menu;
    return reason;
}

QString Seat::said()
{
    auto* label = find<QLabel>("detailSaid");
    return label->isVisible() ? label->text() : QString();
}

QString Seat::newest(CaseId id)
{
    open(id);
    const auto* lines = find<QListView>("detailTimeline")->model();
    return lines->rowCount() > 0 ? lines->index(0, 0).data().toString() : QString();
}

QString Seat::routing(CaseId id)
{
    m_console->selection().openCase(id);
    auto& panel = show<routing::RoutingPanel>(routing::RoutingPanel::panelInfo().id);
    QStringList lines;
    for (int row = 0; row < panel.model().rowCount(); ++row) lines << panel.model().at(row)->spoken;
    return lines.join(u'\n');
}

QString fill(QDialog& form, const Filled& fields)
{
    for (const auto& [name, value] : fields) {
        auto* field = form.findChild<QWidget*>(QLatin1String(name));
        if (!field) return QStringLiteral("%1 has no field %2").arg(form.objectName(), QLatin1String(name));
        if (QString problem = fillOne(*field, value); !problem.isEmpty()) return problem;
    }
    return {};
}

QString press(QDialog& form)
{
    auto* ok = form.findChild<QPushButton*>(QStringLiteral("dialogOk"));
    auto* verdict = form.findChild<QLabel*>(QStringLiteral("dialogVerdict"));
    if (!ok) {
        ok = form.findChild<QPushButton*>(QStringLiteral("formOk"));
        verdict = form.findChild<QLabel*>(QStringLiteral("formVerdict"));
    }
    if (!ok || !verdict) return form.objectName() + QStringLiteral(" has no button");
    if (!ok->isEnabled()) return QStringLiteral("%1 says: %2").arg(form.objectName(), verdict->text());
    const QPointer<QDialog> guard(&form);
    QTest::mouseClick(ok, Qt::LeftButton);
    return guard && guard->isVisible() ? QStringLiteral("%1 stays: %2").arg(form.objectName(), verdict->text()) : QString();
}

QString arrives(Seat& by, Seat& other, CaseId id)
{
    const auto state = by->stateOf(id);
    if (!state || *state == session::CommandState::Refused) return QStringLiteral("nothing is pending");
    const domain::Case* before = by->cases().confirmed(id);
    const std::uint32_t version = before ? before->version : 0;
    const QString mine = by.newest(id);
    if (!mine.contains(QStringLiteral(" — "))) return QStringLiteral("the timeline doesn't show it as pending: ") + mine;
    const auto settled = [&] { return !by->stateOf(id) || by->stateOf(id) == session::CommandState::Refused; };
    if (!QTest::qWaitFor(settled, patience)) return QStringLiteral("no answer");
    if (by->stateOf(id)) return QString::fromStdString(by->outbox().back().rejection->sentence.zh);
    const auto same = [&] {
        const domain::Case *here = by->cases().confirmed(id), *there = other->cases().confirmed(id);
        return here && there && here->version > version && *here == *there;
    };
    if (!QTest::qWaitFor(same, patience)) return QStringLiteral("the other desk holds something else");
    const auto told = [&] {
        const QString line = by.newest(id);
        return !line.isEmpty() && line == other.newest(id) && line != mine;
    };
    if (!QTest::qWaitFor(told, patience))
        return QStringLiteral("the desks name other events: \"%1\" and \"%2\"").arg(by.newest(id), other.newest(id));
    return {};
}

QString done(Seat& by, Seat& other, CaseId id, Action action, const Filled& fields)
{
    const QString what = QLatin1String(cases::specOf(action)->id) + QStringLiteral(": ");
    QDialog* form = by.ask(id, action);
    const bool asks = cases::specOf(action)->form || cases::specOf(action)->open;
    if (asks && !form) return what + QStringLiteral("no form; ") + by.whyNot(id, action);
    if (!asks && form) return what + QStringLiteral("a form that nobody needs");
    if (form) {
        if (const QString problem = fill(*form, fields); !problem.isEmpty()) return what + problem;
        if (const QString problem = press(*form); !problem.isEmpty()) return what + problem;
    } else if (const QString refused = by.said(); !refused.isEmpty()) {
        return what + refused;
    }
    const QString problem = arrives(by, other, id);
    return problem.isEmpty() ? problem : what + problem;
}

} // namespace zs::testkit
