#include "link/TlsIdentity.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslKey>

#include <memory>
#include <openssl/kdf.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <optional>
#include <string_view>

namespace zs::link {

namespace {

Result<QByteArray> contentOf(const QString& path)
{
    constexpr qint64 most = 1 << 20;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail("tls.file", QStringLiteral("\"%1\" can't be read: %2.").arg(path, file.errorString()).toStdString());
    return file.read(most);
}

template <class T>
using Owned = std::unique_ptr<T, void (*)(T*)>;

Owned<BIO> reader(const QByteArray& pem)
{
    return {BIO_new_mem_buf(pem.constData(), static_cast<int>(pem.size())), [](BIO* b) { BIO_free(b); }};
}

int noPassword(char*, int, int, void*) { return 0; }

/// HKDF of the private key, when it belongs to the certificate (Qt would only say so in the middle of the first handshake).
std::optional<LocalSeal::Secret> secretOf(const QByteArray& certificatePem, const QByteArray& keyPem)
{
    const Owned<X509> certificate(PEM_read_bio_X509(reader(certificatePem).get(), nullptr, noPassword, nullptr), X509_free);
    const Owned<EVP_PKEY> key(PEM_read_bio_PrivateKey(reader(keyPem).get(), nullptr, noPassword, nullptr), EVP_PKEY_free);
    if (!certificate || !key || X509_check_private_key(certificate.get(), key.get()) != 1)
        return std::nullopt;
    unsigned char* der = nullptr;
    const int size = i2d_PrivateKey(key.get(), &der);
    if (size <= 0)
        return std::nullopt;
    const Owned<EVP_PKEY_CTX> hkdf(EVP_PKEY_CTX_new_id(EVP_PKEY_HKDF, nullptr), EVP_PKEY_CTX_free);
    static constexpr std::string_view purpose = "zhongshu desk files 1";
    LocalSeal::Secret secret{};
    std::size_t length = secret.size();
    const bool done = hkdf && EVP_PKEY_derive_init(hkdf.get()) == 1
                      && EVP_PKEY_CTX_set_hkdf_md(hkdf.get(), EVP_sha256()) == 1
                      && EVP_PKEY_CTX_set1_hkdf_key(hkdf.get(), der, size) == 1
                      && EVP_PKEY_CTX_add1_hkdf_info(hkdf.get(), reinterpret_cast<const unsigned char*>(purpose.data()),
                                                     static_cast<int>(purpose.size())) == 1
                      && EVP_PKEY_derive(hkdf.get(), secret.data(), &length) == 1;
    OPENSSL_clear_free(der, static_cast<std::size_t>(size));
    return done ? std::optional(secret) : std::nullopt;
}

QSslKey keyFrom(const QByteArray& pem)
{
    for (const QSsl::KeyAlgorithm algorithm : {QSsl::Ec, QSsl::Rsa}) {
        QSslKey key(pem, algorithm, QSsl::Pem, QSsl::PrivateKey);
        if (!key.isNull())
            return key;
    }
    return {};
}

} // namespace

Result<TlsIdentity> TlsIdentity::load(const QString& caFile, const QString& certificateFile, const QString& keyFile)
{
    const auto caPem = contentOf(caFile);
    if (!caPem)
        return Unexpected(caPem.error());
    const auto certificatePem = contentOf(certificateFile);
    if (!certificatePem)
        return Unexpected(certificatePem.error());
    const auto keyPem = contentOf(keyFile);
    if (!keyPem)
        return Unexpected(keyPem.error());

    const QList<QSslCertificate> authorities = QSslCertificate::fromData(*caPem, QSsl::Pem);
    if (authorities.isEmpty())
        return fail("tls.ca", QStringLiteral("\"%1\" holds no certificate of an authority.").arg(caFile).toStdString());
    const QList<QSslCertificate> own = QSslCertificate::fromData(*certificatePem, QSsl::Pem);
    if (own.isEmpty())
        return fail("tls.certificate", QStringLiteral("\"%1\" holds no certificate.").arg(certificateFile).toStdString());
    const QSslKey key = keyFrom(*keyPem);
    if (key.isNull())
        return fail("tls.key", QStringLiteral("\"%1\" holds no private key without a password.").arg(keyFile).toStdString());
    const auto secret = secretOf(*certificatePem, *keyPem);
    if (!secret)
        return fail("tls.key", QStringLiteral("The key \"%1\" doesn't belong to the certificate \"%2\".")
                                   .arg(keyFile, certificateFile).toStdString());

    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(QSsl::TlsV1_3OrLater);
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    tls.setCaCertificates(authorities); // also stops the loading of the system's roots
    tls.setLocalCertificateChain(own);
    tls.setPrivateKey(key);
    tls.setSslOption(QSsl::SslOptionDisableSessionTickets, true);
    tls.setSslOption(QSsl::SslOptionDisableSessionPersistence, true);
    tls.setSslOption(QSsl::SslOptionDisableSessionSharing, true);
    return TlsIdentity(std::move(tls), *secret);
}

Result<domain::Actor> TlsIdentity::seat(const domain::City& city) const
{
    const QSslCertificate own = m_tls.localCertificate();
    domain::SeatSubject subject;
    const auto read = [&](QSslCertificate::SubjectInfo part, std::string& to) {
        const QStringList entries = own.subjectInfo(part);
        if (!entries.isEmpty())
            to = entries.front().toStdString();
        return entries.size() <= 1;
    };
    if (!read(QSslCertificate::CommonName, subject.name) || !read(QSslCertificate::OrganizationalUnitName, subject.role)
        || !read(QSslCertificate::LocalityName, subject.level) || !read(QSslCertificate::Organization, subject.organisation))
        return fail("seat.twice", "The certificate's subject says something twice.");
    return domain::seatOf(subject, city);
}

QString TlsIdentity::commonName() const
{
    return m_tls.localCertificate().subjectInfo(QSslCertificate::CommonName).value(0);
}

} // namespace zs::link
