// Certificates for one test, made by the product's own authority.
#pragma once

#include "admin/pki/Authority.h"
#include "tests/testkit/TempDir.h"

#include <QSslConfiguration>

namespace zs::testkit {

/// An authority with a gateway certificate for localhost, 127.0.0.1 and ::1, and a client of each role:
/// "console-1", "console-2", "intake-1", "field-1", "agency-1". Aborts the test program when that can't be made.
class TestPki {
public:
    TestPki();
    explicit TestPki(const Clock& clock);

    std::filesystem::path folder() const { return m_dir / "pki"; }
    std::filesystem::path authority() const { return folder() / "ca.crt"; }
    std::filesystem::path revocations() const { return folder() / "ca.crl"; }
    std::filesystem::path certificate(const std::string& name) const { return folder() / (name + ".crt"); }
    std::filesystem::path key(const std::string& name) const { return folder() / (name + ".key"); }

    pki::Authority& ca() { return *m_authority; }
    /// One more certificate; aborts when it can't be issued.
    void issue(const pki::Order& order);

    /// TLS 1.3 with the certificate of `name`, trusting only this authority.
    QSslConfiguration tls(const std::string& name) const;

private:
    TempDir m_dir;
    SystemClock m_system;
    std::optional<pki::Authority> m_authority;
};

} // namespace zs::testkit
