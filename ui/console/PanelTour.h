// Brings each panel to the front once, waits until it has read what it needs, closes those again that weren't shown and says how
// long it ever kept an event waiting: `--trace-panels`, read by `./bench start`.
//   trace panel id=approvals.tray worst_ms=12.3
//   trace panels done
#pragma once

#include "ui/console/LoopWatch.h"
#include "ui/shell/PanelHost.h"

#include <QStringList>
#include <QTimer>

namespace zs::console {

class PanelTour final : public QObject {
    Q_OBJECT
public:
    /// Both outlive the tour.
    PanelTour(shell::PanelHost& panels, LoopWatch& watch, QObject* parent = nullptr);

    /// Begins with the next turn of the event loop; once.
    void start();

private:
    void step();

    shell::PanelHost& m_panels;
    LoopWatch& m_watch;
    QStringList m_left; ///< the first is open
    bool m_isOpen = false, m_wasShown = false; ///< of the first
    QTimer m_stay;
};

} // namespace zs::console
