// Why something on the way to the gateway failed. What it means for the caller decides the kind, not the socket's code.
#pragma once

#include "base/Result.h"

#include <QAbstractSocket>
#include <QList>
#include <QNetworkReply>
#include <QSslError>

namespace zs::link {

enum class FaultKind {
    Away,     ///< not reached, broken off, too slow: worth another try later
    Refused,  ///< a certificate or a host name wasn't accepted: a person must act
    Busy,     ///< reached; asks to come again (408, 429, 5xx)
    Rejected, ///< reached; says no for good (other 4xx), `status` tells
    Protocol  ///< reached; what it said can't be understood or goes beyond a limit
};

/// Whether the gateway may have acted on what was sent. No: certainly not. Maybe: ask again with the same key.
enum class Delivered { No, Maybe };

struct LinkError {
    FaultKind kind = FaultKind::Away;
    Delivered delivered = Delivered::No;
    int status = 0; ///< of HTTP, if there was one
    Error error;    ///< "link.away", "link.refused" …, and a sentence
};

template <class T>
using LinkResult = tl::expected<T, LinkError>;

/// True when TLS itself tells that the other side did not accept our certificate (an alert after the handshake, which is
/// how TLS 1.3 says it).
bool isCertificateAlert(const QString& socketError);
/// The sentence for the errors of a refused server certificate; names the first that a person can act on.
LinkError refusedCertificate(const QList<QSslError>& errors, const QString& host);
LinkError faultOf(QNetworkReply::NetworkError code, const QString& text, int httpStatus);
LinkError faultOf(QAbstractSocket::SocketError code, const QString& text);

} // namespace zs::link
