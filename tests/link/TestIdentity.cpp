#include "TestIdentity.h"

#include "link/TlsIdentity.h"

using zs::link::TlsIdentity;

namespace {
QString text(const std::filesystem::path& path) { return QString::fromStdString(path.string()); }
}

void TestIdentity::trustsOnlyItsAuthority()
{
    const auto identity = TlsIdentity::load(text(m_pki.authority()), text(m_pki.certificate("console-1")), text(m_pki.key("console-1")));
    QVERIFY2(identity, identity ? "" : identity.error().sentence.c_str());
    QCOMPARE(identity->commonName(), QStringLiteral("console-1"));
    const QSslConfiguration& tls = identity->configuration();
    QCOMPARE(tls.caCertificates().size(), 1);
    QCOMPARE(tls.protocol(), QSsl::TlsV1_3OrLater);
    QCOMPARE(tls.peerVerifyMode(), QSslSocket::VerifyPeer);
}

void TestIdentity::saysWhichFileIsWrong()
{
    const QString ca = text(m_pki.authority()), crt = text(m_pki.certificate("console-1")), key = text(m_pki.key("console-1"));
    const auto code = [](const QString& a, const QString& b, const QString& c) {
        const auto identity = TlsIdentity::load(a, b, c);
        return identity ? std::string() : identity.error().code;
    };
    QCOMPARE(code(QStringLiteral("/nowhere"), crt, key), std::string("tls.file"));
    QCOMPARE(code(key, crt, key), std::string("tls.ca"));
    QCOMPARE(code(ca, key, key), std::string("tls.certificate"));
    QCOMPARE(code(ca, crt, crt), std::string("tls.key"));
    QCOMPARE(code(ca, crt, text(m_pki.key("console-2"))), std::string("tls.key"));
}

void TestIdentity::sealsForOneKeyAndOnePlace()
{
    const auto load = [&](const char* name) {
        return TlsIdentity::load(text(m_pki.authority()), text(m_pki.certificate(name)), text(m_pki.key(name)))->seal();
    };
    const auto one = load("console-1"), other = load("console-2");
    const std::string plain = "张三 13812345678";
    auto sealed = one.seal(plain, "row 1");
    QVERIFY(sealed);
    QVERIFY(sealed->find("138") == std::string::npos);
    QCOMPARE(one.open(*sealed, "row 1").value_or(""), plain);
    QCOMPARE(load("console-1").open(*sealed, "row 1").value_or(""), plain);
    QVERIFY(!one.open(*sealed, "row 2"));
    QVERIFY(!other.open(*sealed, "row 1"));
    for (std::size_t i = 0; i < sealed->size(); ++i) {
        std::string changed = *sealed;
        changed[i] = static_cast<char>(changed[i] ^ 1);
        QVERIFY(!one.open(changed, "row 1"));
        QVERIFY(!one.open(sealed->substr(0, i), "row 1"));
    }
    QVERIFY(*one.seal(plain, "row 1") != *sealed);
}
