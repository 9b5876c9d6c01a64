#include "ui/shell/MainWindow.h"

#include "ui/kit/ThemeManager.h"
#include "ui/shell/LayoutMenu.h"
#include "ui/shell/ShortcutSheet.h"

#include <QAction>
#include <QCloseEvent>
#include <QGuiApplication>
#include <QScreen>
#include <QVBoxLayout>

namespace zs::shell {

MainWindow::MainWindow(kit::ThemeManager& themes, kit::Translations& translations, LayoutBook& book, Now now,
                       QWidget* parent)
    : QWidget(parent), m_themes(themes), m_translations(translations), m_book(book),
      m_topBar(new TopBar(themes, std::move(now), this)), m_alarmSlot(new AlarmSlot(themes, this)),
      m_panels(new PanelHost(themes, this)), m_statusBar(new StatusBar(themes, this)),
      m_layouts(new LayoutMenu(*m_panels, book, this)), m_sheet(new ShortcutSheet(themes, this)) {
    setObjectName(QStringLiteral("mainWindow"));
    setLocale(translations.locale());
    m_statusBar->setLanguage(translations.language());
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_topBar);
    layout->addWidget(m_alarmSlot);
    layout->addWidget(m_panels, 1);
    layout->addWidget(m_statusBar);
    m_topBar->setLayoutMenu(m_layouts);

    connect(m_layouts, &LayoutMenu::currentChanged, m_topBar, &TopBar::setLayoutName);
    connect(m_layouts, &LayoutMenu::problem, this, &MainWindow::notice);
    connect(m_layouts, &LayoutMenu::bringBackRequested, this, [this] {
        m_panels->bringBack();
        bringToScreen(*this);
    });
    connect(m_topBar, &TopBar::searchRequested, this, &MainWindow::searchRequested);
    connect(m_topBar, &TopBar::seatRequested, this, &MainWindow::seatRequested);
    connect(m_statusBar, &StatusBar::languageRequested, this, &MainWindow::languageRequested);
    connect(m_statusBar, &StatusBar::themeRequested, this, &MainWindow::themeRequested);
    connect(&translations, &kit::Translations::changed, this, [this] {
        setLocale(m_translations.locale());
        m_statusBar->setLanguage(m_translations.language());
    });
    makeKeys();
    retranslate();
}

MainWindow::~MainWindow() = default;

Result<void> MainWindow::restoreLast() {
    const LayoutBook::Last last = m_book.last(LayoutBook::screenKey());
    if (last.geometry.isEmpty() || !restoreGeometry(last.geometry)) {
        // The first start: the whole of the screen, as a desk is used.
        const QRect screen = QGuiApplication::primaryScreen()->availableGeometry();
        setGeometry(screen);
        setWindowState(windowState() | Qt::WindowMaximized);
    }
    bringToScreen(*this);
    if (last.panels.isEmpty()) {
        m_panels->resetLayout();
        m_panels->focusNth(1);
        return {};
    }
    m_layouts->setCurrent(last.name);
    const Result<void> restored = m_panels->restoreLayout(last.panels);
    if (!restored) {
        m_layouts->setCurrent(QString());
        Q_EMIT notice(tr("The saved layout can't be read; the default layout is shown."));
    }
    m_panels->focusNth(1);
    return restored;
}

Result<void> MainWindow::saveLast() {
    m_book.setLast(LayoutBook::screenKey(),
                   LayoutBook::Last{saveGeometry(), m_panels->layoutState(), m_layouts->current()});
    return m_book.save();
}

QAction* MainWindow::key(const char* name, const QKeySequence& keys, std::function<void()> run) {
    auto* action = new QAction(this);
    action->setObjectName(QLatin1String(name));
    action->setShortcut(keys);
    // Also from a floating panel, which is a window of its own.
    action->setShortcutContext(Qt::ApplicationShortcut);
    connect(action, &QAction::triggered, this, std::move(run));
    addAction(action);
    m_keys.insert(QLatin1String(name), action);
    return action;
}

void MainWindow::makeKeys() {
    key("keyNextPanel", QKeySequence(Qt::Key_F6), [this] { m_panels->cycleFocus(Cycle::Forward); });
    key("keyPreviousPanel", QKeySequence(Qt::SHIFT | Qt::Key_F6),
        [this] { m_panels->cycleFocus(Cycle::Backward); });
    for (int n = 1; n <= 9; ++n) {
        QAction* action = key(qPrintable(QStringLiteral("keyPanel%1").arg(n)),
                              QKeySequence(QKeyCombination(Qt::CTRL, static_cast<Qt::Key>(Qt::Key_0 + n))),
                              [this, n] { m_panels->focusNth(n); });
        action->setProperty("sheetHidden", n > 1);
    }
    key("keySearch", QKeySequence(Qt::CTRL | Qt::Key_K), [this] { m_topBar->focusSearch(); });
    key("keyFullScreen", QKeySequence(Qt::Key_F11), [this] { toggleFullScreen(); });
    key("keySheet", QKeySequence(Qt::Key_Question), [this] { showSheet(); });
}

void MainWindow::retranslate() {
    setWindowTitle(tr("Zhongshu"));
    m_keys[QStringLiteral("keyNextPanel")]->setText(tr("Next panel"));
    m_keys[QStringLiteral("keyPreviousPanel")]->setText(tr("Previous panel"));
    for (int n = 1; n <= 9; ++n) {
        m_keys[QStringLiteral("keyPanel%1").arg(n)]->setText(n == 1 ? tr("First panel; up to 9 for the ninth")
                                                                    : tr("Panel %1").arg(n));
    }
    m_keys[QStringLiteral("keySearch")]->setText(tr("Find a case or a grid"));
    m_keys[QStringLiteral("keyFullScreen")]->setText(tr("Full screen"));
    m_keys[QStringLiteral("keySheet")]->setText(tr("This sheet"));
    m_panels->setAccessibleName(tr("Panels"));
}

void MainWindow::showSheet() {
    QList<ShortcutGroup> groups;
    const QString id = m_panels->focusedPanel();
    if (const sdk::Panel* panel = m_panels->madePanel(id)) {
        groups.append({panel->info().title, actionsWithKeys(*panel)});
    }
    QList<QAction*> own;
    for (QAction* action : actions()) {
        const bool search = action == m_keys.value(QStringLiteral("keySearch"));
        if (!action->property("sheetHidden").toBool() && (!search || m_topBar->offersSearch())) {
            own.append(action);
        }
    }
    groups.append({tr("Console"), own});
    m_sheet->showGroups(groups);
}

void MainWindow::toggleFullScreen() {
    if (isFullScreen()) {
        setWindowState(m_beforeFullScreen & ~Qt::WindowFullScreen);
    } else {
        m_beforeFullScreen = windowState();
        setWindowState(windowState() | Qt::WindowFullScreen);
    }
}

void MainWindow::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

void MainWindow::closeEvent(QCloseEvent* event) {
    if (const Result<void> saved = saveLast(); !saved) {
        Q_EMIT notice(QString::fromStdString(saved.error().sentence));
    }
    Q_EMIT closing();
    QWidget::closeEvent(event);
}

} // namespace zs::shell
