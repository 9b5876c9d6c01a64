#include "link/TlsIdentity.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslKey>

#include <memory>
#include <openssl/pem.h>
#include <openssl/x509.h>

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

/// Qt would only say so in the middle of the first handshake.
bool belongTogether(const QByteArray& certificatePem, const QByteArray& keyPem)
{
    const auto bio = [](const QByteArray& pem) {
        return std::unique_ptr<BIO, decltype(&BIO_free)>(BIO_new_mem_buf(pem.constData(), static_cast<int>(pem.size())),
                                                         &BIO_free);
    };
    const auto noPassword = [](char*, int, int, void*) { return 0; };
    const std::unique_ptr<X509, decltype(&X509_free)> certificate(
        PEM_read_bio_X509(bio(certificatePem).get(), nullptr, noPassword, nullptr), &X509_free);
    const std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> key(
        PEM_read_bio_PrivateKey(bio(keyPem).get(), nullptr, noPassword, nullptr), &EVP_PKEY_free);
    return certificate && key && X509_check_private_key(certificate.get(), key.get()) == 1;
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
    if (!belongTogether(*certificatePem, *keyPem))
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
    return TlsIdentity(std::move(tls));
}

QString TlsIdentity::commonName() const
{
    return m_tls.localCertificate().subjectInfo(QSslCertificate::CommonName).value(0);
}

} // namespace zs::link
