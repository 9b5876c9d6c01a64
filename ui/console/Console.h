// One desk, put together: session, panels, window. Holds no rule of its own; two of them can live in one process.
// GUI thread only.
#pragma once

#include "base/Clock.h"
#include "base/Result.h"
#include "domain/city/City.h"
#include "session/Session.h"
#include "ui/cases/QueuePanel.h"
#include "ui/cases/SessionDesk.h"
#include "ui/cases/Workplace.h"
#include "ui/console/Options.h"
#include "ui/cases/Selection.h"
#include "ui/kit/ThemeManager.h"
#include "ui/kit/Translations.h"
#include "ui/map/panel/MapPanel.h"
#include "ui/shell/LayoutBook.h"
#include "ui/shell/MainWindow.h"

#include <QObject>

#include <functional>
#include <memory>

namespace zs::console {

class LinkFeed;

class Console final : public QObject {
    Q_OBJECT
public:
    /// Everything handed over outlives the console. Starts the session.
    Console(const Options& options, std::shared_ptr<const domain::City> city, kit::ThemeManager& themes,
            kit::Translations& translations, const Clock& clock, QObject* parent = nullptr);
    ~Console() override;

    /// Restores the layout last used and shows the window.
    void show();

    shell::MainWindow& window() { return *m_window; }
    session::Session& session() { return *m_session; }
    cases::Selection& selection() { return m_selection; }
    const cases::Workplace& place() const { return *m_place; }
    cases::QueuePanel& queue() { return *m_queue; }
    map::MapPanel& map() { return *m_map; }

private:
    void addPanels(const Options& options);
    void connectShell();
    void search(const QString& text);

    std::shared_ptr<const domain::City> m_city;
    kit::ThemeManager& m_themes;
    kit::Translations& m_translations;
    cases::Selection m_selection;
    std::unique_ptr<session::Session> m_session;
    std::unique_ptr<cases::SessionDesk> m_desk;
    std::unique_ptr<cases::PaceBook> m_pace;
    std::unique_ptr<cases::RoutingAdvice> m_advice;
    std::unique_ptr<cases::Workplace> m_place;
    shell::LayoutBook m_book;
    std::unique_ptr<shell::MainWindow> m_window;
    std::unique_ptr<LinkFeed> m_feed; // after what it feeds: ends first
    cases::QueuePanel* m_queue = nullptr; // owned by the window, as all panels
    map::MapPanel* m_map = nullptr;
};

} // namespace zs::console
