#include "tests/integration/mainjob/Mouse.h"

namespace zs::mainjob {

void Mouse::moveTo(QPoint global)
{
    queue({QStringLiteral("mousemove"), QStringLiteral("--sync"), QString::number(global.x()), QString::number(global.y())});
}

void Mouse::press() { queue({QStringLiteral("mousedown"), QStringLiteral("1")}); }
void Mouse::release() { queue({QStringLiteral("mouseup"), QStringLiteral("1")}); }
void Mouse::then(std::function<void()> done) { queue({}, std::move(done)); }

void Mouse::queue(QStringList arguments, std::function<void()> done)
{
    m_steps.push_back({std::move(arguments), std::move(done)});
    if (!m_running)
        runNext();
}

void Mouse::runNext()
{
    if (m_steps.empty()) {
        m_running = false;
        return;
    }
    m_running = true;
    const Step step = std::move(m_steps.front());
    m_steps.pop_front();
    if (step.arguments.isEmpty()) {
        // By the event loop: what it does must not run inside another step's end.
        QMetaObject::invokeMethod(this, [this, done = step.done] {
            done();
            runNext();
        }, Qt::QueuedConnection);
        return;
    }
    auto* process = new QProcess(this);
    connect(process, &QProcess::finished, this, [this, process](int code) {
        process->deleteLater();
        if (code != 0)
            Q_EMIT failed(QStringLiteral("xdotool ended with status %1.").arg(code));
        runNext();
    });
    connect(process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError) { Q_EMIT failed(QStringLiteral("xdotool could not be run.")); });
    process->start(QStringLiteral("xdotool"), step.arguments);
}

} // namespace zs::mainjob
