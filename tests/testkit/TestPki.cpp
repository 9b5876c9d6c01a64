#include "tests/testkit/TestPki.h"

#include <QSslCertificate>
#include <QSslKey>

namespace zs::testkit {

TestPki::TestPki() : TestPki(SystemClock{}) {}

TestPki::TestPki(const Clock& clock)
{
    // The authority keeps a clock for its lifetime, which may be longer than the caller's.
    auto made = pki::Authority::init(folder(), clock, {});
    if (!made) qFatal("test certificates: %s", made.error().sentence.c_str());
    m_authority.emplace(std::move(*made));
    auto opened = pki::Authority::open(folder(), m_system);
    if (!opened) qFatal("test certificates: %s", opened.error().sentence.c_str());
    m_authority.emplace(std::move(*opened));
    issue({pki::Role::Dispatcher, "console-1", {}});
    issue({pki::Role::Dispatcher, "console-2", {}});
    issue({pki::Role::Intake, "intake-1", {}});
    issue({pki::Role::FieldApp, "field-1", {}});
    issue({pki::Role::Agency, "agency-1", {}});
}

void TestPki::issue(const pki::Order& order)
{
    const auto issued = m_authority->issue(order);
    if (!issued) qFatal("test certificates: %s", issued.error().sentence.c_str());
}

QSslConfiguration TestPki::tls(const std::string& name) const
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(QSsl::TlsV1_3OrLater);
    tls.setCaCertificates(QSslCertificate::fromPath(QString::fromStdString(authority().string())));
    const auto own = QSslCertificate::fromPath(QString::fromStdString(certificate(name).string()));
    if (own.size() != 1) qFatal("test certificates: no \"%s\"", name.c_str());
    tls.setLocalCertificate(own.first());
    tls.setPrivateKey(QSslKey(QByteArray::fromStdString(contentOf(key(name))), QSsl::Ec));
    return tls;
}

} // namespace zs::testkit
