// A child process under test: started, waited for, ended or killed by its process id.
#pragma once

#include <QProcess>
#include <QString>
#include <QStringList>
#include <chrono>

class QRegularExpression;
class QSslConfiguration;
class QUrl;

namespace zs::testkit {

/// Output of both channels is collected in one text. The destructor kills what still runs, so no test leaves a
/// process behind. Used on the test's thread; the waits run no event loop of the test.
class Program {
public:
    Program() = default;
    ~Program();
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;

    /// Before start(): one more variable of its environment.
    void setEnvironment(const QString& name, const QString& value);
    /// False when it could not be started at all.
    bool start(const QString& program, const QStringList& arguments);

    /// Waits until a line of the output matches; the match's first group, or the line without groups; a null text
    /// when it ends or `within` is over before.
    QString waitForLine(const QRegularExpression& line, std::chrono::milliseconds within);
    /// The exit status; -1 when it still runs after `within` or died by a signal.
    int waitForEnd(std::chrono::milliseconds within);

    qint64 pid() const { return m_process.processId(); } ///< 0 when it doesn't run
    bool isRunning() const { return m_process.state() != QProcess::NotRunning; }
    /// SIGTERM, then the exit status as waitForEnd.
    int terminate(std::chrono::milliseconds within = std::chrono::seconds(10));
    /// SIGKILL (a power cut as far as the process knows); returns when it is gone.
    void killHard();

    QString output(); ///< all so far

private:
    void take();

    QProcess m_process;
    QProcessEnvironment m_environment = QProcessEnvironment::systemEnvironment();
    QString m_output;
};

/// A port of 127.0.0.1 at which nobody listens. Another process may take it before you do: prefer port 0 and reading
/// the real one where the program can say it.
quint16 freeLoopbackPort();

/// Asks `url` until it answers 200. False after `within`, or at once when `program` has ended.
bool waitForHealth(const QUrl& url, const QSslConfiguration& tls, const Program& program,
                   std::chrono::milliseconds within);

} // namespace zs::testkit
