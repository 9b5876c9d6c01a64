// The layout half of PanelHost: where panels stand by default, and keeping that.
#include "ui/kit/PanelFrame.h"
#include "ui/kit/ThemeManager.h"
#include "ui/shell/PanelHost.h"

#include <QDataStream>
#include <QDockWidget>
#include <QSet>
#include <algorithm>
#include <optional>

namespace zs::shell {

using sdk::PanelArea;
using sdk::PanelInfo;
using sdk::PanelVisibility;

namespace {

// Raised when the set of built-in panels changes so much that older layouts would be wrong.
constexpr int kStateVersion = 1;
constexpr quint32 kMagic = 0x5a534c31; // "ZSL1"

/// Qt's own state and the size of every docked panel: without a central widget restoreState() brings back who
/// stands where but shares the room out anew.
struct SavedLayout {
    QByteArray state;
    QHash<QString, QSize> sizes;
};

QByteArray pack(const SavedLayout& saved) {
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out.setVersion(QDataStream::Qt_6_4);
    out << kMagic << saved.state << saved.sizes;
    return bytes;
}

std::optional<SavedLayout> unpack(const QByteArray& bytes) {
    QDataStream in(bytes);
    in.setVersion(QDataStream::Qt_6_4);
    quint32 magic = 0;
    SavedLayout saved;
    in >> magic >> saved.state >> saved.sizes;
    return in.status() == QDataStream::Ok && magic == kMagic ? std::optional(saved) : std::nullopt;
}

/// Qt's state names every dock by its object name, as QDataStream writes a string.
bool names(const QByteArray& layout, const QString& id) {
    QByteArray name;
    QDataStream out(&name, QIODevice::WriteOnly);
    out << id;
    const std::optional<SavedLayout> saved = unpack(layout);
    return saved && saved->state.contains(name);
}

} // namespace

void PanelHost::placeDefault() {
    const QSignalBlocker quiet(this);
    for (const Entry& entry : m_entries) {
        entry.dock->setFloating(false);
        removeDockWidget(entry.dock);
    }
    // All in one dock area, nested: a row above, a row below. With no central widget Qt would give what is
    // left of the height to the bottom area; within one area it goes to what may grow, and that is the
    // centre.
    QHash<int, QDockWidget*> first; // by area, what the others of the area share its place with
    QDockWidget* upper = nullptr;   // the last of the upper row
    QDockWidget* lower = nullptr;   // the last of the lower row
    // Tabs come last: Qt would add to the tabs what is split off a dock that has some.
    std::vector<std::pair<QDockWidget*, QDockWidget*>> tabs;
    for (const PanelArea area : {PanelArea::Left, PanelArea::Bottom, PanelArea::Centre, PanelArea::Right}) {
        for (const Entry& entry : m_entries) {
            const PanelInfo info = entry.info();
            if (info.area != area) {
                continue;
            }
            const bool bottom = area == PanelArea::Bottom;
            QDockWidget*& row = bottom ? lower : upper;
            QDockWidget* sharing = bottom ? nullptr : first.value(static_cast<int>(area));
            if (sharing) {
                tabs.emplace_back(sharing, entry.dock);
            } else {
                if (row) {
                    splitDockWidget(row, entry.dock, Qt::Horizontal);
                } else if (bottom && upper) {
                    splitDockWidget(upper, entry.dock, Qt::Vertical);
                } else {
                    addDockWidget(bottom ? Qt::BottomDockWidgetArea : Qt::LeftDockWidgetArea, entry.dock);
                }
                row = entry.dock;
                first.insert(static_cast<int>(area), entry.dock);
            }
            const bool centre = area == PanelArea::Centre;
            entry.dock->setSizePolicy(centre || bottom ? QSizePolicy::Expanding : QSizePolicy::Maximum,
                                      bottom ? QSizePolicy::Maximum : QSizePolicy::Expanding);
            entry.dock->setVisible(info.visibility == PanelVisibility::Shown);
        }
    }
    for (const auto& [front, behind] : tabs) {
        tabifyDockWidget(front, behind);
    }
    for (QDockWidget* front : std::as_const(first)) {
        front->raise();
    }
    sizeDefault();
}

void PanelHost::sizeDefault() {
    const kit::Theme& t = m_themes.theme();
    QList<QDockWidget*> row;
    QList<int> widths;
    QDockWidget* bottom = nullptr;
    int bottomHeight = 0;
    int taken = 0;
    QDockWidget* centre = nullptr;
    QSet<int> seen;
    for (const Entry& entry : m_entries) {
        const PanelInfo info = entry.info();
        if (entry.dock->isHidden()) {
            continue;
        }
        if (info.area == PanelArea::Bottom) {
            bottom = bottom ? bottom : entry.dock;
            bottomHeight = qMax(bottomHeight, t.px(info.size.height()));
        } else if (!seen.contains(static_cast<int>(info.area))) {
            seen.insert(static_cast<int>(info.area));
            if (info.area == PanelArea::Centre) {
                centre = entry.dock;
            } else {
                row.append(entry.dock);
                widths.append(t.px(info.size.width()));
                taken += widths.last() + 1;
            }
        }
    }
    if (centre) {
        row.append(centre);
        widths.append(qMax(t.px(120), width() - taken));
    }
    resizeDocks(row, widths, Qt::Horizontal);
    if (bottom && !row.isEmpty()) {
        resizeDocks({row.first(), bottom}, {qMax(t.px(64), height() - bottomHeight - 1), bottomHeight},
                    Qt::Vertical);
    }
}

void PanelHost::resetLayout() {
    m_maximised.clear();
    m_beforeMaximise.clear();
    placeDefault();
    applyLock();
    refreshTitles();
    Q_EMIT layoutChanged();
}

QByteArray PanelHost::capture() const {
    SavedLayout saved{saveState(kStateVersion), {}};
    for (const Entry& entry : m_entries) {
        if (!entry.dock->isHidden() && !entry.dock->isFloating()) {
            saved.sizes.insert(entry.id, entry.dock->size());
        }
    }
    return pack(saved);
}

bool PanelHost::apply(const QByteArray& layout) {
    const std::optional<SavedLayout> saved = unpack(layout);
    if (!saved || !restoreState(saved->state, kStateVersion)) {
        return false;
    }
    QList<QDockWidget*> docks;
    QList<int> widths;
    QList<int> heights;
    for (const Entry& entry : m_entries) {
        const QSize size = saved->sizes.value(entry.id);
        if (size.isValid() && !entry.dock->isHidden() && !entry.dock->isFloating()) {
            docks.append(entry.dock);
            widths.append(qMax(1, size.width()));
            heights.append(qMax(1, size.height()));
        }
    }
    resizeDocks(docks, widths, Qt::Horizontal);
    resizeDocks(docks, heights, Qt::Vertical);
    return std::any_of(m_entries.begin(), m_entries.end(),
                       [](const Entry& e) { return !e.dock->isHidden(); });
}

/// Puts a panel that no layout places where those of its area are: a tab behind one of them, or beside those below.
void PanelHost::join(const Entry& entry) {
    const PanelInfo info = entry.info();
    entry.dock->setFloating(false);
    removeDockWidget(entry.dock);
    QDockWidget* mate = nullptr;
    for (const Entry& other : m_entries) {
        if (&other != &entry && other.info().area == info.area && !other.dock->isFloating()
            && dockWidgetArea(other.dock) != Qt::NoDockWidgetArea && (!mate || mate->isHidden())) {
            mate = other.dock;
        }
    }
    if (!mate) {
        addDockWidget(info.area == PanelArea::Bottom ? Qt::BottomDockWidgetArea
                      : info.area == PanelArea::Right ? Qt::RightDockWidgetArea
                                                      : Qt::LeftDockWidgetArea,
                      entry.dock);
    } else if (info.area == PanelArea::Bottom) {
        splitDockWidget(mate, entry.dock, Qt::Horizontal);
    } else {
        tabifyDockWidget(mate, entry.dock);
    }
    entry.dock->setVisible(info.visibility == PanelVisibility::Shown);
    if (mate) {
        mate->raise(); // what one has been looking at stays in front
    }
}

QByteArray PanelHost::layoutState() const {
    // A maximised panel is a passing look; what is kept is the layout below it.
    return m_maximised.isEmpty() ? capture() : m_beforeMaximise;
}

Result<void> PanelHost::restoreLayout(const QByteArray& state) {
    m_maximised.clear();
    m_beforeMaximise.clear();
    if (!apply(state)) {
        resetLayout();
        return fail("layout.corrupt",
                    "The saved layout could not be read; the default layout is shown instead.");
    }
    // A panel that is new since the layout was saved isn't in it.
    for (const Entry& entry : m_entries) {
        if (!names(state, entry.id)) {
            join(entry);
        }
    }
    bringBack();
    applyLock();
    refreshTitles();
    Q_EMIT layoutChanged();
    return {};
}

} // namespace zs::shell
