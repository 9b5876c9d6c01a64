#include "tests/gateway/kit/GatewayFixture.h"

#include "protocol/citypack/CityPack.h"

#include <QRegularExpression>
#include <fcntl.h>
#include <fstream>
#include <unistd.h>

namespace zs::gateway::test {

Credentials credentialsOf(const testkit::TestPki& pki, const std::string& name)
{
    return {pki.authority(), pki.certificate(name), pki.key(name)};
}

LocalGateway::LocalGateway(testkit::TestPki& pki, Config config) : m_pki(pki), m_config(std::move(config))
{
    m_config.data = m_dir / "data";
    m_config.pki = pki.folder();
    m_config.city = m_dir / "city";
    m_config.port = 0;
    m_logFile = ::open((m_dir / "log").c_str(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    m_log = std::make_unique<Logger>(m_logFile);
    start();
}

LocalGateway::~LocalGateway()
{
    m_gateway.reset();
    ::close(m_logFile);
}

void LocalGateway::start()
{
    auto made = Gateway::make(m_config, tinyCity(), clock, *m_log);
    if (!made)
        qFatal("test gateway: %s", made.error().sentence.c_str());
    m_gateway = std::move(*made);
    m_gateway->start();
}

void LocalGateway::stop() { m_gateway.reset(); }

void LocalGateway::restart()
{
    stop();
    start();
}

Client LocalGateway::client(const std::string& name, ClientOptions options) const
{
    return Client(m_gateway->port(), credentialsOf(m_pki, name), options);
}

std::string LocalGateway::log() const { return testkit::contentOf(m_dir / "log"); }

ChildGateway::ChildGateway(testkit::TestPki& pki) : m_pki(pki)
{
    if (auto written = protocol::writeCityPack(m_dir / "city", *tinyCity(5000)); !written)
        qFatal("test city: %s", written.error().sentence.c_str());
}

bool ChildGateway::start(const QStringList& options)
{
    m_program = std::make_unique<testkit::Program>();
    QStringList all{"--data", QString::fromStdString(data().string()), "--city", m_dir.filePath("city"), "--pki",
                    QString::fromStdString(m_pki.folder().string()), "--listen", "127.0.0.1:0"};
    all += options;
    if (!m_program->start(QStringLiteral(ZS_GATEWAY_PROGRAM), all))
        return false;
    static const QRegularExpression line(QStringLiteral("^listening on https://127\\.0\\.0\\.1:(\\d+)$"));
    m_port = m_program->waitForLine(line, std::chrono::seconds(30)).toUShort();
    return m_port != 0;
}

Client ChildGateway::client(const std::string& name, ClientOptions options) const
{
    return Client(m_port, credentialsOf(m_pki, name), options);
}

std::int64_t ChildGateway::residentBytes() const
{
    std::ifstream in("/proc/" + std::to_string(m_program->pid()) + "/statm");
    std::int64_t size = 0, resident = 0;
    in >> size >> resident;
    return resident * ::getpagesize();
}

} // namespace zs::gateway::test
