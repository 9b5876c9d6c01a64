// One city, its gateway and its desks in one process: the gateway that zhongshud wires (TLS, HTTP, journal on disk), on loopback,
// with one clock for all that the test moves.
#pragma once

#include "base/Result.h" // before StrongId.h: moc can't begin with <compare>
#include "gateway/Gateway.h"
#include "tests/testkit/MockClock.h"
#include "tests/testkit/Program.h"
#include "tests/testkit/TempDir.h"
#include "tests/testkit/TestPki.h"
#include "ui/kit/ThemeManager.h"
#include "ui/kit/Translations.h"

#include <QUrl>

#include <memory>

namespace zs::testkit {

/// Made once a test class: the demo city takes a second. GUI thread.
class Stand {
public:
    enum class Runs {
        WithMovedClock, ///< in this process: what depends on time is the same every day
        AsProgram       ///< zhongshud itself, by the machine's clock
    };

    /// Monday 2026-03-02, 16:41 in the city. Certificates: TestPki's, and "supervisor-1", "leader-1", "town-1" (a dispatcher of the first
    /// grid's town) and "urban-1" (bound to its agency).
    explicit Stand(Runs runs = Runs::WithMovedClock);
    ~Stand();

    QUrl url() const;
    const TestPki& pki() const { return m_pki; }
    std::shared_ptr<const domain::City> city() const { return m_city; }
    QString cityFolder() const;
    /// A folder of its own for each desk; lives as long as the stand.
    QString deskFolder(const QString& name) const;

    const Clock& time() const; ///< the desks'
    MockClock clock;
    kit::ThemeManager themes;
    kit::Translations translations;

private:
    TempDir m_dir;
    TestPki m_pki;
    std::shared_ptr<const domain::City> m_city;
    std::unique_ptr<gateway::Logger> m_log;
    std::unique_ptr<gateway::Gateway> m_gateway;
    SystemClock m_wallClock;
    Program m_program;
    std::uint16_t m_port = 0;
};

} // namespace zs::testkit
