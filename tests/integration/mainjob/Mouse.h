// The X server's own mouse (XTEST, through xdotool): what the program gets is what a hand would send.
#pragma once

#include <QObject>
#include <QPoint>
#include <QProcess>

#include <deque>
#include <functional>

namespace zs::mainjob {

/// Calls are queued and run one after the other, each by a child process, so the program under test is never blocked.
class Mouse final : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    void moveTo(QPoint global);
    void press();
    void release();
    /// Called when everything asked for so far has been sent to the server.
    void then(std::function<void()> done);

Q_SIGNALS:
    void failed(const QString& sentence);

private:
    void queue(QStringList arguments, std::function<void()> done = {});
    void runNext();

    struct Step {
        QStringList arguments;
        std::function<void()> done;
    };
    std::deque<Step> m_steps;
    bool m_running = false;
};

} // namespace zs::mainjob
