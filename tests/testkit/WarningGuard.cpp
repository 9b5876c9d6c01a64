#include "tests/testkit/WarningGuard.h"

#include <QMutex>
#include <QMutexLocker>

namespace zs::testkit {

namespace {

// Qt's message handler is one function of the whole process and takes no context, so neither can this.
struct Collected {
    QMutex mutex;
    QStringList warnings;
    QtMessageHandler before = nullptr;
    bool active = false;
};

Collected& collected()
{
    static Collected all;
    return all;
}

void collect(QtMsgType type, const QMessageLogContext& context, const QString& text)
{
    QtMessageHandler before = nullptr;
    {
        const QMutexLocker lock(&collected().mutex);
        if (type == QtWarningMsg || type == QtCriticalMsg) collected().warnings.append(text);
        before = collected().before;
    }
    if (before) before(type, context, text);
}

} // namespace

WarningGuard::WarningGuard() : m_before(qInstallMessageHandler(collect))
{
    const QMutexLocker lock(&collected().mutex);
    if (collected().active) qFatal("two WarningGuards at once");
    collected().active = true;
    collected().warnings.clear();
    collected().before = m_before;
}

WarningGuard::~WarningGuard()
{
    qInstallMessageHandler(m_before);
    const QMutexLocker lock(&collected().mutex);
    collected().active = false;
    collected().before = nullptr;
}

QStringList WarningGuard::warnings() const
{
    const QMutexLocker lock(&collected().mutex);
    return collected().warnings;
}

} // namespace zs::testkit
