#include "ui/shell/PanelHost.h"

#include "ui/kit/PanelFrame.h"
#include "ui/kit/ThemeManager.h"
#include "ui/shell/SeparatorGrips.h"

#include <QApplication>
#include <QDockWidget>
#include <QEvent>
#include <QMenu>
#include <QScreen>
#include <QTabBar>
#include <algorithm>

namespace zs::shell {

using sdk::PanelInfo;

bool bringToScreen(QWidget& window) {
    const QRect frame = window.frameGeometry();
    const QRect grip(frame.left(), frame.top(), frame.width(), qMin(32, frame.height()));
    for (const QScreen* screen : QGuiApplication::screens()) {
        const QRect seen = screen->availableGeometry().intersected(grip);
        if (seen.width() >= qMin(80, grip.width()) && seen.height() >= grip.height() / 2) {
            return false;
        }
    }
    const QScreen* screen = QGuiApplication::primaryScreen();
    if (!screen) {
        return false;
    }
    const QRect room = screen->availableGeometry();
    QRect wanted = frame;
    wanted.setSize(frame.size().boundedTo(room.size()));
    wanted.moveCenter(room.center());
    window.move(wanted.topLeft());
    if (wanted.size() != frame.size()) {
        window.resize(wanted.size());
    }
    return true;
}

PanelHost::PanelHost(kit::ThemeManager& themes, QWidget* parent)
    : QMainWindow(parent, Qt::Widget), m_themes(themes), m_grips(new SeparatorGrips(*this)) {
    // QMainWindow makes itself a window whatever it is told; here it is a part of one.
    if (parent) {
        setWindowFlags(Qt::Widget);
    }
    setObjectName(QStringLiteral("panelHost"));
    setDockOptions(QMainWindow::AllowNestedDocks | QMainWindow::AllowTabbedDocks);
    setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
    setContextMenuPolicy(Qt::NoContextMenu);
    connect(&themes, &kit::ThemeManager::changed, this, &PanelHost::rescale);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) {
        const Entry* entry = ownerOf(now);
        const QString id = entry ? entry->id : QString();
        if (!id.isEmpty() && id != m_focused) {
            m_focused = id;
            Q_EMIT focusedPanelChanged(id);
        }
    });
    connect(qApp, &QGuiApplication::screenRemoved, this, [this] { bringBack(); });
}

PanelHost::~PanelHost() {
    // The docks' last signals must not reach a half-destroyed host.
    for (const Entry& entry : m_entries) {
        entry.dock->removeEventFilter(this);
        entry.dock->disconnect(this);
    }
}

PanelInfo PanelHost::Entry::info() const {
    return frame ? frame->panel()->info() : factory->info();
}

Result<void> PanelHost::add(std::unique_ptr<sdk::PanelFactory> factory) {
    const PanelInfo info = factory->info();
    if (info.id.isEmpty() || find(info.id)) {
        return fail("panel.id",
                    "A panel named \"" + info.id.toStdString() + "\" is there already or has no name.");
    }
    auto* dock = new QDockWidget(info.title, this);
    dock->setObjectName(info.id);
    dock->setAccessibleName(info.title);
    dock->hide(); // else it would be shown, and so made, with the host
    dock->installEventFilter(this);
    connect(dock, &QDockWidget::topLevelChanged, this, [this, dock](bool floating) {
        dock->setProperty("floating", floating);
        refreshTitles();
        Q_EMIT layoutChanged();
    });
    connect(dock, &QDockWidget::visibilityChanged, this, [this] { Q_EMIT layoutChanged(); });
    m_grips->watch(*dock);
    m_entries.push_back(Entry{std::move(factory), info.id, dock});
    if (info.visibility == sdk::PanelVisibility::Shown) {
        make(m_entries.back()); // before it has a place, which then fits it
    }
    placeDefault();
    applyLock();
    return {};
}

void PanelHost::make(Entry& entry) {
    if (entry.frame) {
        return;
    }
    QDockWidget* dock = entry.dock;
    entry.frame = new kit::PanelFrame(m_themes, [&](QWidget* parent) { return entry.factory->create(parent); }, dock);
    sdk::Panel* panel = entry.frame->panel();
    entry.title = new kit::PanelTitle(m_themes, *panel, dock);
    // Small enough that a layout never refuses a narrow column.
    entry.frame->setMinimumSize(m_themes.theme().px(120), m_themes.theme().px(64));
    connect(entry.title, &kit::PanelTitle::floatRequested, this, [dock] { dock->setFloating(!dock->isFloating()); });
    connect(entry.title, &kit::PanelTitle::closeRequested, dock, &QDockWidget::close);
    connect(entry.title, &kit::PanelTitle::maximiseRequested, this,
            [this, id = entry.id] { maximise(m_maximised == id ? QString() : id); });
    connect(panel, &sdk::Panel::infoChanged, this, [dock, panel] {
        dock->setWindowTitle(panel->info().title);
        dock->setAccessibleName(panel->info().title);
    });
    // Whoever asked for a panel that was still loading is taken into it, unless he went on elsewhere meanwhile.
    connect(entry.frame, &kit::PanelFrame::panelShown, this, [this, dock, id = entry.id] {
        if (std::exchange(m_awaited, {}) == id && dock->isAncestorOf(QApplication::focusWidget()))
            focusPanel(id);
    });
    refreshTitle(entry);
    dock->setTitleBarWidget(entry.title);
    dock->setWidget(entry.frame);
    // Into a dock that is up already; Qt would do it with the next turn of the loop.
    entry.title->show();
    entry.frame->show();
}

bool PanelHost::eventFilter(QObject* watched, QEvent* event) {
    // However a dock comes to be shown (a menu, a saved layout, Qt itself): its panel is there before it is painted.
    if (event->type() == QEvent::ShowToParent) {
        const auto it = std::find_if(m_entries.begin(), m_entries.end(), [&](const Entry& e) { return e.dock == watched; });
        if (it != m_entries.end()) {
            make(*it);
        }
    }
    return QMainWindow::eventFilter(watched, event);
}

QStringList PanelHost::panelIds() const {
    QStringList ids;
    for (const Entry& entry : m_entries) {
        ids.append(entry.id);
    }
    return ids;
}

PanelHost::Entry* PanelHost::find(const QString& id) {
    const auto it =
        std::find_if(m_entries.begin(), m_entries.end(), [&](const Entry& e) { return e.id == id; });
    return it == m_entries.end() ? nullptr : &*it;
}

const PanelHost::Entry* PanelHost::find(const QString& id) const {
    return const_cast<PanelHost*>(this)->find(id);
}

const PanelHost::Entry* PanelHost::ownerOf(const QWidget* widget) const {
    for (const Entry& entry : m_entries) {
        if (widget && (entry.dock == widget || entry.dock->isAncestorOf(widget))) {
            return &entry;
        }
    }
    return nullptr;
}

sdk::Panel* PanelHost::panel(const QString& id) {
    if (Entry* entry = find(id)) {
        make(*entry);
    }
    return madePanel(id);
}

sdk::Panel* PanelHost::madePanel(const QString& id) const {
    const Entry* entry = find(id);
    return entry && entry->frame ? entry->frame->panel() : nullptr;
}

PanelInfo PanelHost::info(const QString& id) const {
    const Entry* entry = find(id);
    return entry ? entry->info() : PanelInfo();
}

QDockWidget* PanelHost::dock(const QString& id) const {
    const Entry* entry = find(id);
    return entry ? entry->dock : nullptr;
}

bool PanelHost::isShown(const QString& id) const {
    const Entry* entry = find(id);
    return entry && !entry->dock->isHidden();
}

void PanelHost::focusPanel(const QString& id) {
    const Entry* entry = find(id);
    if (!entry) {
        return;
    }
    if (!m_maximised.isEmpty() && m_maximised != id) {
        maximise(QString());
    }
    entry->dock->show();
    entry->dock->raise();
    if (entry->dock->isFloating()) {
        entry->dock->activateWindow();
    }
    // Where the focus was last time in this panel, else what the panel names, else the first that takes it.
    const auto takes = [&](const QWidget* w) {
        return w && w->isVisibleTo(entry->frame) && w->isEnabled() && (w->focusPolicy() & Qt::TabFocus);
    };
    QWidget* wanted = entry->frame->focusWidget();
    if (!takes(wanted) && entry->frame->panel()->isVisibleTo(entry->frame)) {
        wanted = entry->frame->panel();
    }
    if (!takes(wanted) && !(wanted && wanted->focusProxy())) {
        const QList<QWidget*> children = entry->frame->findChildren<QWidget*>();
        const auto it = std::find_if(children.begin(), children.end(), takes);
        // A page without any control: the title's menu is always there.
        wanted =
            it != children.end() ? *it : entry->title->findChild<QWidget*>(QStringLiteral("panelTitleMenu"));
    }
    m_awaited = entry->frame->panel()->isVisibleTo(entry->frame) ? QString() : id;
    wanted->setFocus(Qt::ShortcutFocusReason);
}

void PanelHost::showPanel(const QString& id, bool shown) {
    if (const Entry* entry = find(id)) {
        entry->dock->setVisible(shown);
        if (shown) {
            entry->dock->raise();
        }
    }
}

std::vector<const PanelHost::Entry*> PanelHost::shownInReadingOrder() const {
    std::vector<const Entry*> shown;
    for (const Entry& entry : m_entries) {
        // A tab behind another is reached too, after the one in front.
        if (!entry.dock->isHidden()) {
            shown.push_back(&entry);
        }
    }
    std::stable_sort(shown.begin(), shown.end(), [](const Entry* a, const Entry* b) {
        const bool af = a->dock->isFloating();
        const bool bf = b->dock->isFloating();
        const QPoint ap = a->dock->pos();
        const QPoint bp = b->dock->pos();
        return std::tuple(af, ap.y(), ap.x()) < std::tuple(bf, bp.y(), bp.x());
    });
    return shown;
}

void PanelHost::focusNth(int n) {
    const auto shown = shownInReadingOrder();
    if (n >= 1 && n <= static_cast<int>(shown.size())) {
        focusPanel(shown[static_cast<std::size_t>(n - 1)]->id);
    }
}

void PanelHost::cycleFocus(Cycle direction) {
    const auto shown = shownInReadingOrder();
    if (shown.empty()) {
        return;
    }
    const QString now = focusedPanel();
    const auto it = std::find_if(shown.begin(), shown.end(), [&](const Entry* e) { return e->id == now; });
    const auto count = static_cast<std::ptrdiff_t>(shown.size());
    std::ptrdiff_t at = it - shown.begin();
    if (it == shown.end()) {
        at = direction == Cycle::Forward ? 0 : count - 1;
    } else {
        at = (at + (direction == Cycle::Forward ? 1 : count - 1)) % count;
    }
    focusPanel(shown[static_cast<std::size_t>(at)]->id);
}

QString PanelHost::focusedPanel() const {
    const Entry* entry = ownerOf(QApplication::focusWidget());
    return entry ? entry->id : QString();
}

void PanelHost::setLock(Lock lock) {
    if (lock != m_lock) {
        m_lock = lock;
        applyLock();
        refreshTitles();
        Q_EMIT layoutChanged();
    }
}

void PanelHost::applyLock() {
    using Features = QDockWidget::DockWidgetFeatures;
    const Features free =
        QDockWidget::DockWidgetClosable | QDockWidget::DockWidgetMovable | QDockWidget::DockWidgetFloatable;
    for (const Entry& entry : m_entries) {
        entry.dock->setFeatures(m_lock == Lock::Free && m_maximised.isEmpty()
                                    ? free
                                    : Features(QDockWidget::NoDockWidgetFeatures));
    }
    m_grips->setEnabled(m_lock == Lock::Free);
    refreshTitles();
}

void PanelHost::maximise(const QString& id) {
    if (id == m_maximised || (!id.isEmpty() && !find(id))) {
        return;
    }
    if (!m_maximised.isEmpty()) {
        const QByteArray before = std::exchange(m_beforeMaximise, {});
        m_maximised.clear();
        if (!apply(before)) {
            placeDefault();
        }
    }
    if (!id.isEmpty()) {
        m_beforeMaximise = capture();
        m_maximised = id;
        for (const Entry& entry : m_entries) {
            if (!entry.dock->isFloating() || entry.id == id) {
                entry.dock->setVisible(entry.id == id);
            }
        }
    }
    applyLock();
    Q_EMIT layoutChanged();
}

int PanelHost::bringBack() {
    int moved = 0;
    for (const Entry& entry : m_entries) {
        if (entry.dock->isFloating() && !entry.dock->isHidden() && bringToScreen(*entry.dock)) {
            ++moved;
        }
    }
    return moved;
}

void PanelHost::refreshTitle(const Entry& entry) {
    entry.title->setDockState(entry.dock->isFloating() ? kit::DockPlace::Floating : kit::DockPlace::Docked,
                              entry.id == m_maximised ? kit::DockSize::Maximised : kit::DockSize::Normal,
                              m_lock == Lock::Locked ? kit::DockLock::Locked : kit::DockLock::Free);
}

void PanelHost::refreshTitles() {
    for (const Entry& entry : m_entries) {
        if (entry.title) {
            refreshTitle(entry);
        }
    }
}

void PanelHost::rescale() {
    for (const Entry& entry : m_entries) {
        if (entry.frame) {
            entry.frame->setMinimumSize(m_themes.theme().px(120), m_themes.theme().px(64));
        }
    }
}

void PanelHost::changeEvent(QEvent* event) {
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        for (const Entry& entry : m_entries) {
            entry.dock->setWindowTitle(entry.info().title);
            entry.dock->setAccessibleName(entry.info().title);
        }
        refreshTitles();
    }
}

QMenu* PanelHost::createPopupMenu() {
    // The layout menu of the top bar does this, with words.
    return nullptr;
}

} // namespace zs::shell
