// A gateway to test against: in this process, or zhongshud as a child.
#pragma once

#include "base/Result.h" // before StrongId.h: moc can't begin with <compare>
#include "gateway/Gateway.h"
#include "tests/gateway/kit/Client.h"
#include "tests/gateway/kit/TinyCity.h"
#include "tests/testkit/MockClock.h"
#include "tests/testkit/Program.h"
#include "tests/testkit/TempDir.h"
#include "tests/testkit/TestPki.h"

namespace zs::gateway::test {

Credentials credentialsOf(const testkit::TestPki& pki, const std::string& name);

/// In this process, on a free port, with a clock that the test moves. Its log goes to a file of the data folder.
class LocalGateway {
public:
    explicit LocalGateway(testkit::TestPki& pki, Config config = {});
    ~LocalGateway();

    /// Ends and begins again on the same data.
    void restart();
    void stop();
    Client client(const std::string& name, ClientOptions options = {}) const;
    Gateway& gateway() { return *m_gateway; }
    std::filesystem::path data() const { return m_config.data; }
    std::string log() const;

    testkit::MockClock clock;

private:
    void start();

    testkit::TestPki& m_pki;
    testkit::TempDir m_dir;
    Config m_config;
    int m_logFile = -1;
    std::unique_ptr<Logger> m_log;
    std::unique_ptr<Gateway> m_gateway;
};

/// zhongshud with a tiny city.
class ChildGateway {
public:
    explicit ChildGateway(testkit::TestPki& pki);

    /// With further options; false when it didn't come up (output() says why).
    bool start(const QStringList& options = {});
    void kill() { m_program->killHard(); }
    int terminate() { return m_program->terminate(); }
    Client client(const std::string& name, ClientOptions options = {}) const;
    std::uint16_t port() const { return m_port; }
    std::filesystem::path data() const { return m_dir / "data"; }
    std::int64_t residentBytes() const;
    QString output() { return m_program->output(); }

private:
    testkit::TestPki& m_pki;
    testkit::TempDir m_dir;
    std::unique_ptr<testkit::Program> m_program;
    std::uint16_t m_port = 0;
};

} // namespace zs::gateway::test
