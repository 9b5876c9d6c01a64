// SIGTERM and SIGINT end the console as its window's close does: layout kept, worker finished, no crash prompt next time.
#pragma once

#include <QObject>

namespace zs::console {

/// First thing in main(), before any thread: threads inherit it, so that only Signals hears them.
void blockEndSignals();

/// One a process, made by main() after the application. GUI thread.
class Signals final : public QObject {
    Q_OBJECT
public:
    explicit Signals(QObject* parent = nullptr);
    ~Signals() override;

Q_SIGNALS:
    void askedToEnd();

private:
    int m_descriptor = -1; ///< signalfd(2)
};

} // namespace zs::console
