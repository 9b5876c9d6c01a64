// What surrounds a panel: its 32-px title, and the four designed states (loading, empty, partial, error) that
// every panel gets alike. Both belong to whoever docks them (PanelHost).
#pragma once

#include "zhongshu/Panel.h"

#include <QLabel>
#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <functional>

class QHBoxLayout;
class QMenu;
class QStackedLayout;
class QToolButton;

namespace zs::kit {

class ThemeManager;
class StripView;
class LoadingPage;
class EmptyPage;
class ErrorPage;

enum class DockPlace { Docked, Floating };
enum class DockSize { Normal, Maximised };
enum class DockLock { Free, Locked };

/// The title: name 13 bold · freshness 12 · what is hidden 12 · the panel's own tools · "…" with float,
/// maximise, close. Ignores the mouse itself, so that QDockWidget can be dragged by it.
class PanelTitle final : public QWidget {
    Q_OBJECT

public:
    PanelTitle(ThemeManager& themes, sdk::Panel& panel, QWidget* parent = nullptr);

    void setDockState(DockPlace place, DockSize size, DockLock lock);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void floatRequested();
    void maximiseRequested();
    void closeRequested();

protected:
    void changeEvent(QEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;

private:
    void restyle();
    void refreshInfo();
    void refreshStatus();

    ThemeManager& m_themes;
    QPointer<sdk::Panel> m_panel;
    QLabel* m_name;
    QLabel* m_freshness;
    QLabel* m_hidden;
    QHBoxLayout* m_tools;
    QList<QToolButton*> m_toolButtons;
    QToolButton* m_more;
    QMenu* m_menu;
    QAction* m_float;
    QAction* m_maximise;
    QAction* m_close;
};

/// The body: the panel, or the page of its state. Takes ownership of the panel, or has it made as its own child: a panel that
/// moves to another parent has all its style worked out again.
class PanelFrame final : public QWidget {
    Q_OBJECT

public:
    PanelFrame(ThemeManager& themes, sdk::Panel* panel, QWidget* parent = nullptr);
    PanelFrame(ThemeManager& themes, const std::function<sdk::Panel*(QWidget* parent)>& make, QWidget* parent = nullptr);

    sdk::Panel* panel() const { return m_panel; }
    /// Which page is up: a loading panel keeps its former page for 150 ms, so that a quick answer never
    /// flickers.
    sdk::PanelState shownState() const { return m_shown; }

    static constexpr int kLoadingDelayMs = 150;

Q_SIGNALS:
    void panelShown(); ///< the panel itself is up, after a page of its state

private:
    void refresh();
    void showState(sdk::PanelState state);

    ThemeManager& m_themes;
    sdk::Panel* m_panel;
    QStackedLayout* m_stack;
    StripView* m_strip;
    StripView* m_footer;
    QWidget* m_blank;
    LoadingPage* m_loading;
    EmptyPage* m_empty;
    ErrorPage* m_error;
    QTimer m_delay;
    sdk::PanelState m_shown = sdk::PanelState::Loading;
    bool m_first = true;
};

} // namespace zs::kit
