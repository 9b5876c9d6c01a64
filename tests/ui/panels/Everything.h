// The console's window with all its panels but the map, on the sample desk: cases with their whole life, duties, a catalogue.
#pragma once

#include "tests/testkit/TempDir.h"
#include "tests/ui/cases/PanelBench.h"
#include "ui/shell/LayoutBook.h"
#include "ui/shell/MainWindow.h"

#include <optional>

namespace zs::testkit {

struct Look {
    kit::Mode mode = kit::Mode::Light;
    kit::Language language = kit::Language::English;
    double scale = 1;
};

class Everything {
public:
    explicit Everything(Look look = {});
    ~Everything();

    QStringList ids() const { return m_window->panels().panelIds(); }
    shell::MainWindow& window() { return *m_window; }
    /// Brings it to the front with the focus.
    sdk::Panel& show(const QString& id);
    template <class W>
    W* find(const char* name)
    {
        auto* found = m_window->findChild<W*>(QLatin1String(name));
        if (!found) qFatal("no %s", name);
        return found;
    }

    PanelBench bench;
    std::vector<std::string> published; ///< versions that an editor sent

private:
    std::optional<cases::RoutingAdvice> m_advice;
    TempDir m_dir;
    shell::LayoutBook m_book;
    std::unique_ptr<shell::MainWindow> m_window;
};

} // namespace zs::testkit
