// Says on standard output when the map first showed a live city, and at the end how long the GUI thread ever kept an event
// waiting: what `./bench start` reads, and what to ask a user for who finds the console slow.
//   trace live ms=812 cases=100000 people=10291
//   trace takeover ms=1630            the page of --map web replaced the native map that stood in for it
//   trace blocked ms=61.0 until=1204  an event waited longer than promised
//   trace end worst_wait_ms=31.2
#pragma once

#include "ui/console/Console.h"
#include "ui/console/LoopWatch.h"

#include <QObject>

namespace zs::console {

class StartTrace final : public QObject {
    Q_OBJECT
public:
    /// Both outlive the trace.
    StartTrace(Console& desk, const LoopWatch& watch, QObject* parent = nullptr);
    ~StartTrace() override;

Q_SIGNALS:
    void live(); ///< once


private:
    void check();

    Console& m_desk;
    const LoopWatch& m_watch;
    bool m_mapReady = false;
    bool m_said = false;
};

} // namespace zs::console
