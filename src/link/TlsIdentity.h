// Who this desk is, and whom it trusts: one authority, one certificate, one key.
#pragma once

#include "base/Result.h"
#include "domain/cases/Seat.h"
#include "link/LocalSeal.h"

#include <QSslConfiguration>
#include <QString>

namespace zs::link {

/// A value; copies are cheap. Any thread.
class TlsIdentity {
public:
    /// Reads three PEM files. Fails with "tls.file" (not readable), "tls.ca", "tls.certificate" or "tls.key" (not what it
    /// should be, or a key that doesn't belong to the certificate).
    static Result<TlsIdentity> load(const QString& caFile, const QString& certificateFile, const QString& keyFile);

    /// TLS 1.3 or later; the peer is verified against this authority alone, with its host name; nothing is resumed.
    const QSslConfiguration& configuration() const { return m_tls; }
    /// The certificate's common name: the operator or desk that the gateway writes beside each event.
    QString commonName() const;
    /// Role, level and agency of the certificate, as the gateway will read them (domain/cases/Seat.h).
    Result<domain::Actor> seat(const domain::City& city) const;
    /// For files of this desk: derived from its private key (HKDF-SHA-256), of no use to TLS. A desk with a new key can't
    /// open what the old one sealed.
    LocalSeal seal() const { return LocalSeal(m_secret); }

private:
    TlsIdentity(QSslConfiguration tls, const LocalSeal::Secret& secret) : m_tls(std::move(tls)), m_secret(secret) {}
    QSslConfiguration m_tls;
    LocalSeal::Secret m_secret;
};

} // namespace zs::link
