// Who this desk is, and whom it trusts: one authority, one certificate, one key.
#pragma once

#include "base/Result.h"

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

private:
    explicit TlsIdentity(QSslConfiguration tls) : m_tls(std::move(tls)) {}
    QSslConfiguration m_tls;
};

} // namespace zs::link
