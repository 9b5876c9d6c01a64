#include "ui/shell/LayoutMenu.h"

#include "ui/shell/LayoutBook.h"
#include "ui/shell/PanelHost.h"

#include <QActionGroup>
#include <QDockWidget>
#include <QInputDialog>

namespace zs::shell {

LayoutMenu::LayoutMenu(PanelHost& host, LayoutBook& book, QWidget* parent)
    : QMenu(parent), m_host(host), m_book(book) {
    setObjectName(QStringLiteral("layoutMenu"));
    connect(this, &QMenu::aboutToShow, this, &LayoutMenu::fill);
}

void LayoutMenu::setCurrent(const QString& name) {
    if (name != m_current) {
        m_current = name;
        Q_EMIT currentChanged(name);
    }
}

void LayoutMenu::fill() {
    clear();
    auto* group = new QActionGroup(this);
    QAction* standard = addAction(tr("Default layout"));
    standard->setObjectName(QStringLiteral("layoutDefault"));
    standard->setCheckable(true);
    standard->setChecked(m_current.isEmpty());
    group->addAction(standard);
    connect(standard, &QAction::triggered, this, [this] {
        m_host.resetLayout();
        setCurrent(QString());
    });
    for (const QString& name : m_book.names()) {
        QAction* action = addAction(name);
        action->setCheckable(true);
        action->setChecked(name == m_current);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, name] { apply(name); });
    }
    addSeparator();
    connect(addAction(tr("Save layout as…")), &QAction::triggered, this, &LayoutMenu::askName);
    if (!m_current.isEmpty()) {
        const QString name = m_current;
        connect(addAction(tr("Save \"%1\" as it is now").arg(name)), &QAction::triggered, this,
                [this, name] { saveAs(name); });
        connect(addAction(tr("Delete \"%1\"").arg(name)), &QAction::triggered, this, [this, name] {
            m_book.remove(name);
            if (const auto saved = m_book.save(); !saved) {
                Q_EMIT problem(QString::fromStdString(saved.error().sentence));
            }
            setCurrent(QString());
        });
    }
    addSeparator();
    QMenu* panels = addMenu(tr("Panels"));
    for (const QString& id : m_host.panelIds()) {
        QAction* action = panels->addAction(m_host.info(id).title);
        action->setCheckable(true);
        action->setChecked(m_host.isShown(id));
        action->setEnabled(m_host.lock() == Lock::Free);
        connect(action, &QAction::toggled, this, [this, id](bool on) { m_host.showPanel(id, on); });
    }
    QAction* lock = addAction(tr("Lock panels"));
    lock->setCheckable(true);
    lock->setChecked(m_host.lock() == Lock::Locked);
    connect(lock, &QAction::toggled, this,
            [this](bool on) { m_host.setLock(on ? Lock::Locked : Lock::Free); });
    connect(addAction(tr("Bring windows back")), &QAction::triggered, this, &LayoutMenu::bringBackRequested);
}

void LayoutMenu::saveAs(const QString& name) {
    const QString trimmed = name.trimmed();
    if (trimmed.isEmpty()) {
        return;
    }
    m_book.put(trimmed, m_host.layoutState());
    if (const auto saved = m_book.save(); !saved) {
        Q_EMIT problem(QString::fromStdString(saved.error().sentence));
    }
    setCurrent(trimmed);
}

void LayoutMenu::apply(const QString& name) {
    if (const auto restored = m_host.restoreLayout(m_book.layout(name)); !restored) {
        setCurrent(QString());
        Q_EMIT problem(tr("The layout \"%1\" can't be read; the default layout is shown.").arg(name));
        return;
    }
    setCurrent(name);
}

void LayoutMenu::askName() {
    auto* dialog = new QInputDialog(parentWidget());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Save layout"));
    dialog->setLabelText(tr("Name of the layout"));
    dialog->setTextValue(m_current);
    connect(dialog, &QInputDialog::textValueSelected, this, &LayoutMenu::saveAs);
    dialog->open();
}

} // namespace zs::shell
