// Wires the shell: top bar, alarm slot, panels, status line, and the keys that reach them.
#pragma once

#include "ui/kit/Theme.h"
#include "ui/kit/Translations.h"
#include "ui/shell/AlarmSlot.h"
#include "ui/shell/LayoutBook.h"
#include "ui/shell/PanelHost.h"
#include "ui/shell/StatusBar.h"
#include "ui/shell/TopBar.h"

#include <QWidget>

namespace zs::shell {

class LayoutMenu;
class ShortcutSheet;

class MainWindow final : public QWidget {
    Q_OBJECT

public:
    /// All references outlive the window. `book` is already loaded.
    MainWindow(kit::ThemeManager& themes, kit::Translations& translations, LayoutBook& book, Now now,
               QWidget* parent = nullptr);
    ~MainWindow() override;

    TopBar& topBar() { return *m_topBar; }
    AlarmSlot& alarmSlot() { return *m_alarmSlot; }
    StatusBar& statusBar() { return *m_statusBar; }
    PanelHost& panels() { return *m_panels; }

    /// After all panels are added: the layout last used on this set of screens, else the default. The error
    /// is for telling; the window is usable either way.
    Result<void> restoreLast();
    /// Keeps the layout for next time. Also done when the window closes.
    Result<void> saveLast();

Q_SIGNALS:
    void languageRequested(kit::Language language);
    void themeRequested(kit::Mode mode);
    void searchRequested(const QString& text);
    void seatRequested(const QString& id);
    /// One sentence that the person should read ("the layout can't be read …").
    void notice(const QString& sentence);
    void closing();

protected:
    void changeEvent(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

private:
    QAction* key(const char* name, const QKeySequence& keys, std::function<void()> run);
    void makeKeys();
    void retranslate();
    void showSheet();
    void toggleFullScreen();

    kit::ThemeManager& m_themes;
    kit::Translations& m_translations;
    LayoutBook& m_book;
    TopBar* m_topBar;
    AlarmSlot* m_alarmSlot;
    PanelHost* m_panels;
    StatusBar* m_statusBar;
    LayoutMenu* m_layouts;
    ShortcutSheet* m_sheet;
    QHash<QString, QAction*> m_keys;
    Qt::WindowStates m_beforeFullScreen = Qt::WindowNoState;
};

} // namespace zs::shell
