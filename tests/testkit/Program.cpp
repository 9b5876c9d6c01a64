#include "tests/testkit/Program.h"

#include <QDeadlineTimer>
#include <QEventLoop>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QRegularExpression>
#include <QSslConfiguration>
#include <QTcpServer>
#include <QTimer>

#include <csignal>
#include <sys/prctl.h>

namespace zs::testkit {

using namespace std::chrono_literals;

Program::~Program()
{
    if (isRunning()) killHard();
}

void Program::setEnvironment(const QString& name, const QString& value)
{
    m_environment.insert(name, value);
}

bool Program::start(const QString& program, const QStringList& arguments)
{
    m_output.clear();
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.setProcessEnvironment(m_environment);
    // A test that crashes leaves no process behind either.
    m_process.setChildProcessModifier([] { prctl(PR_SET_PDEATHSIG, SIGKILL); });
    m_process.start(program, arguments, QIODevice::ReadOnly);
    return m_process.waitForStarted(10000);
}

void Program::take()
{
    m_output += QString::fromUtf8(m_process.readAll());
}

QString Program::waitForLine(const QRegularExpression& line, std::chrono::milliseconds within)
{
    const QDeadlineTimer deadline(within);
    qsizetype seen = 0;
    for (;;) {
        take();
        for (qsizetype end = m_output.indexOf(u'\n', seen); end >= 0; end = m_output.indexOf(u'\n', seen)) {
            const QString text = m_output.mid(seen, end - seen);
            seen = end + 1;
            const QRegularExpressionMatch match = line.match(text);
            if (match.hasMatch()) return match.lastCapturedIndex() > 0 ? match.captured(1) : text;
        }
        if (deadline.hasExpired()) return {};
        if (!m_process.waitForReadyRead(static_cast<int>(deadline.remainingTime())) && !isRunning() &&
            m_process.bytesAvailable() == 0) {
            return {};
        }
    }
}

int Program::waitForEnd(std::chrono::milliseconds within)
{
    if (isRunning() && !m_process.waitForFinished(static_cast<int>(within.count()))) return -1;
    take();
    return m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
}

int Program::terminate(std::chrono::milliseconds within)
{
    if (isRunning()) m_process.terminate();
    return waitForEnd(within);
}

void Program::killHard()
{
    m_process.kill();
    m_process.waitForFinished(10000);
    take();
}

QString Program::output()
{
    if (isRunning()) m_process.waitForReadyRead(0);
    take();
    return m_output;
}

quint16 freeLoopbackPort()
{
    QTcpServer server;
    if (!server.listen(QHostAddress::LocalHost, 0)) qFatal("no free port: %s", qPrintable(server.errorString()));
    return server.serverPort();
}

bool waitForHealth(const QUrl& url, const QSslConfiguration& tls, const Program& program,
                   std::chrono::milliseconds within)
{
    const QDeadlineTimer deadline(within);
    QNetworkAccessManager network;
    QNetworkRequest request(url);
    request.setSslConfiguration(tls);
    request.setTransferTimeout(2000);
    while (!deadline.hasExpired() && program.isRunning()) {
        const std::unique_ptr<QNetworkReply> reply(network.get(request));
        QEventLoop loop;
        QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
        loop.exec();
        if (reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() == 200) return true;
        // A refused connection answers at once: without a pause this would be a busy loop beside the program.
        QTimer::singleShot(20ms, &loop, &QEventLoop::quit);
        loop.exec();
    }
    return false;
}

} // namespace zs::testkit
