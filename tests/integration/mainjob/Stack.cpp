#include "tests/integration/mainjob/Stack.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>

namespace zs::mainjob {

using namespace std::chrono_literals;

namespace {
QString lastWords(testkit::Program& program) { return program.output().right(1500); }

Unexpected ended(const char* name, testkit::Program& program)
{
    return fail("mainjob.child", std::string("The ") + name + " ended: " + lastWords(program).toStdString());
}
} // namespace

Result<QUrl> Stack::startGateway()
{
    m_gateway.start(m_folders.bin + QStringLiteral("/zhongshud"),
                    {QStringLiteral("--data"), m_folders.work + QStringLiteral("/data"), QStringLiteral("--city"), m_folders.city,
                     QStringLiteral("--pki"), m_folders.pki, QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0")});
    const QString url = m_gateway.waitForLine(QRegularExpression(QStringLiteral("listening on (https://\\S+)")), 30s);
    if (url.isEmpty())
        return ended("gateway", m_gateway);
    return QUrl(url);
}

Result<void> Stack::startSimulator(const QUrl& gateway, int cases)
{
    m_simulator.start(m_folders.bin + QStringLiteral("/zhongshu-sim"),
                      {QStringLiteral("live"), QStringLiteral("--gateway"), gateway.toString(), QStringLiteral("--pki"), m_folders.pki,
                       QStringLiteral("--city"), m_folders.city, QStringLiteral("--count"), QString::number(cases),
                       QStringLiteral("--rate"), QStringLiteral("1200"), QStringLiteral("--seed"), QStringLiteral("11"), QStringLiteral("--pace"), QStringLiteral("30"),
                       // The job follows one case on the straight way; nobody may ask for its suspension meanwhile.
                       QStringLiteral("--side-ways"), QStringLiteral("0")});
    return {};
}

Result<void> Stack::startConsole(const QUrl& gateway)
{
    const bool started = m_console.start(m_folders.bin + QStringLiteral("/zhongshu"),
                                         {QStringLiteral("--gateway"), gateway.toString(), QStringLiteral("--pki"), m_folders.pki,
                                          QStringLiteral("--name"), QStringLiteral("duty-1"), QStringLiteral("--city"), m_folders.city,
                                          QStringLiteral("--cache"), m_folders.work + QStringLiteral("/duty-1"),
                                          QStringLiteral("--map"), QStringLiteral("painter"), QStringLiteral("--trace")});
    m_hasConsole = started;
    return started ? Result<void>() : ended("console", m_console);
}

Result<std::optional<Stack::Live>> Stack::consoleLive()
{
    static const QRegularExpression line(QStringLiteral("^trace live ms=\\d+ cases=(\\d+) people=(\\d+)$"),
                                         QRegularExpression::MultilineOption);
    const auto match = line.match(m_console.output());
    if (match.hasMatch())
        return Live{match.captured(1).toInt(), match.captured(2).toInt()};
    if (!m_console.isRunning())
        return ended("console", m_console);
    return std::optional<Live>();
}

Result<void> Stack::endConsole()
{
    if (const int status = m_console.terminate(20s); status != 0)
        return fail("mainjob.console", "The console ended with status " + std::to_string(status) + ": " + lastWords(m_console).toStdString());
    return {};
}

Result<void> Stack::check()
{
    if (!m_gateway.isRunning())
        return ended("gateway", m_gateway);
    if (!m_simulator.isRunning())
        return ended("simulator", m_simulator);
    return {};
}

Result<void> Stack::stop()
{
    m_simulator.terminate(15s);
    if (const int status = m_gateway.terminate(20s); status != 0)
        return fail("mainjob.gateway", "The gateway ended with status " + std::to_string(status) + ": " + lastWords(m_gateway).toStdString());
    for (const auto& [name, program] : {std::pair("gateway", &m_gateway), std::pair("simulator", &m_simulator), std::pair("console", &m_console)}) {
        if (program == &m_console && !m_hasConsole)
            continue;
        QFile log(m_folders.work + QStringLiteral("/%1.log").arg(QLatin1String(name)));
        if (log.open(QIODevice::WriteOnly))
            log.write(program->output().toUtf8());
    }
    return {};
}

Result<Journal> Stack::verify()
{
    testkit::Program admin;
    admin.start(m_folders.bin + QStringLiteral("/zhongshu-admin"),
                {QStringLiteral("journal"), QStringLiteral("verify"), QStringLiteral("--data"), m_folders.work + QStringLiteral("/data")});
    const int status = admin.waitForEnd(60s);
    const QString text = admin.output();
    const auto match = QRegularExpression(QStringLiteral("events=(\\d+).*cases=(\\d+).*chain=(\\w+)"),
                                          QRegularExpression::DotMatchesEverythingOption).match(text);
    if (status != 0 || !match.hasMatch())
        return fail("mainjob.journal", "The journal doesn't verify: " + text.toStdString());
    return Journal{match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3)};
}

} // namespace zs::mainjob
