// Docks panels: makes them from their factories when they are first shown, frames them, keeps layouts. The only
// place that knows QDockWidget. GUI thread only.
#pragma once

#include "base/Result.h"
#include "zhongshu/Panel.h"

#include <QByteArray>
#include <QHash>
#include <QMainWindow>
#include <memory>
#include <vector>

class QDockWidget;

namespace zs::kit {
class PanelFrame;
class PanelTitle;
class ThemeManager;
} // namespace zs::kit

namespace zs::shell {

class SeparatorGrips;

enum class Lock { Free, Locked };
enum class Cycle { Forward, Backward };

class PanelHost final : public QMainWindow {
    Q_OBJECT

public:
    explicit PanelHost(kit::ThemeManager& themes, QWidget* parent = nullptr);
    ~PanelHost() override;

    /// Docks the panel in its default place. It is made when it is first shown: here if it comes with the default
    /// layout, so that a panel nobody looks at costs nothing. Fails with "panel.id" when the id is empty or taken.
    Result<void> add(std::unique_ptr<sdk::PanelFactory> factory);

    /// In the order of registration.
    QStringList panelIds() const;
    /// Made now if it hasn't been shown yet; null if there is none of that name.
    sdk::Panel* panel(const QString& id);
    /// Null as long as it hasn't been shown, too.
    sdk::Panel* madePanel(const QString& id) const;
    /// Of a panel that is there, made or not; its title in the present language.
    sdk::PanelInfo info(const QString& id) const;
    QDockWidget* dock(const QString& id) const;
    bool isShown(const QString& id) const;

    /// Shows a closed panel, brings a hidden tab to the front, gives it the focus.
    void focusPanel(const QString& id);
    void showPanel(const QString& id, bool shown);
    /// The n-th shown panel from the left and top, n = 1…; nothing happens beyond the last.
    void focusNth(int n);
    void cycleFocus(Cycle direction);
    /// The panel that holds the focus, or an empty string.
    QString focusedPanel() const;

    /// The layout that the panels come with.
    void resetLayout();
    QByteArray layoutState() const;
    /// Fails with "layout.corrupt" (and resets the layout) when `state` isn't a layout of these panels or
    /// would show none of them.
    Result<void> restoreLayout(const QByteArray& state);

    Lock lock() const { return m_lock; }
    void setLock(Lock lock);

    /// One panel over all others; the others come back with the same call or an empty id.
    void maximise(const QString& id);
    QString maximised() const { return m_maximised; }

    /// Moves floating panels that no screen shows any more back onto one; returns how many.
    int bringBack();

Q_SIGNALS:
    /// A panel was shown, closed, floated, moved or maximised.
    void layoutChanged();
    void focusedPanelChanged(const QString& id);

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    QMenu* createPopupMenu() override;

private:
    struct Entry {
        std::unique_ptr<sdk::PanelFactory> factory;
        QString id;
        QDockWidget* dock = nullptr;
        kit::PanelTitle* title = nullptr; ///< both null until the panel is first shown
        kit::PanelFrame* frame = nullptr;

        sdk::PanelInfo info() const;
    };

    Entry* find(const QString& id);
    const Entry* find(const QString& id) const;
    const Entry* ownerOf(const QWidget* widget) const;
    void make(Entry& entry);
    void refreshTitle(const Entry& entry);
    std::vector<const Entry*> shownInReadingOrder() const;
    void placeDefault();
    void sizeDefault();
    void join(const Entry& entry);
    QByteArray capture() const;
    /// False when `layout` isn't one or shows no panel.
    bool apply(const QByteArray& layout);
    void refreshTitles();
    void applyLock();
    void rescale();

    kit::ThemeManager& m_themes;
    std::vector<Entry> m_entries;
    Lock m_lock = Lock::Free;
    QString m_maximised;
    QString m_awaited; ///< asked for while it had nothing to focus yet
    QByteArray m_beforeMaximise;
    QString m_focused;
    SeparatorGrips* m_grips;
};

/// Moves `window` onto the nearest screen if less of its title than a hand can grab is visible. True if
/// moved.
bool bringToScreen(QWidget& window);

} // namespace zs::shell
