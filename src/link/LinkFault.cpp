#include "link/LinkFault.h"

namespace zs::link {

namespace {

LinkError make(FaultKind kind, Delivered delivered, const char* code, QString sentence, int status = 0)
{
    return {kind, delivered, status, {code, sentence.toStdString()}};
}

LinkError ownCertificateRefused(const QString& text)
{
    return make(FaultKind::Refused, Delivered::No, "link.certificate",
                QStringLiteral("The gateway doesn't accept this desk's certificate (%1).").arg(text));
}

} // namespace

bool isCertificateAlert(const QString& text)
{
    // Texts of OpenSSL, which aren't translated: "tlsv13 alert certificate required", "tlsv1 alert unknown ca" …
    return text.contains(QLatin1String(" alert ")) &&
           (text.contains(QLatin1String("certificate")) || text.contains(QLatin1String("unknown ca")) ||
            text.contains(QLatin1String("access denied")));
}

LinkError refusedCertificate(const QList<QSslError>& errors, const QString& host)
{
    QString sentence = QStringLiteral("The gateway's certificate isn't accepted");
    for (const QSslError& e : errors) {
        switch (e.error()) {
        case QSslError::HostNameMismatch:
            sentence = QStringLiteral("The gateway's certificate is for another host than \"%1\"").arg(host);
            break;
        case QSslError::CertificateExpired:
            sentence = QStringLiteral("The gateway's certificate has expired, or this computer's clock is wrong");
            break;
        case QSslError::CertificateNotYetValid:
            sentence = QStringLiteral("The gateway's certificate isn't valid yet, or this computer's clock is wrong");
            break;
        case QSslError::SelfSignedCertificate:
        case QSslError::SelfSignedCertificateInChain:
        case QSslError::UnableToGetIssuerCertificate:
        case QSslError::UnableToGetLocalIssuerCertificate:
        case QSslError::UnableToVerifyFirstCertificate:
        case QSslError::CertificateUntrusted:
        case QSslError::CertificateSignatureFailed:
            sentence = QStringLiteral("The gateway's certificate wasn't signed by this city's authority");
            break;
        default:
            sentence += QStringLiteral(": ") + e.errorString();
        }
        break;
    }
    return make(FaultKind::Refused, Delivered::No, "link.refused", sentence + u'.');
}

LinkError faultOf(QNetworkReply::NetworkError code, const QString& text, int status)
{
    if (status >= 400) {
        const bool again = status >= 500 || status == 408 || status == 429;
        // 503, 408 and 429 are said before anything is done; another 5xx may come from the middle of it.
        const bool untouched = status < 500 || status == 503;
        return make(again ? FaultKind::Busy : FaultKind::Rejected, untouched ? Delivered::No : Delivered::Maybe, again ? "link.busy" : "link.rejected",
                    QStringLiteral("The gateway answered with status %1.").arg(status), status);
    }
    if (isCertificateAlert(text))
        return ownCertificateRefused(text);
    switch (code) {
    case QNetworkReply::SslHandshakeFailedError:
        return make(FaultKind::Refused, Delivered::No, "link.tls",
                    QStringLiteral("No secure connection could be agreed on with the gateway (%1).").arg(text));
    case QNetworkReply::ConnectionRefusedError:
        return make(FaultKind::Away, Delivered::No, "link.away",
                    QStringLiteral("Nobody answers at the gateway's address."));
    case QNetworkReply::HostNotFoundError:
        return make(FaultKind::Away, Delivered::No, "link.away", QStringLiteral("The gateway's host name isn't known."));
    case QNetworkReply::OperationCanceledError: // also Qt's word for a transfer time-out
    case QNetworkReply::TimeoutError:
        return make(FaultKind::Away, Delivered::Maybe, "link.timeout",
                    QStringLiteral("The gateway didn't answer in time."));
    default:
        return make(FaultKind::Away, Delivered::Maybe, "link.away",
                    QStringLiteral("The connection to the gateway broke (%1).").arg(text));
    }
}

LinkError faultOf(QAbstractSocket::SocketError code, const QString& text)
{
    if (isCertificateAlert(text))
        return ownCertificateRefused(text);
    switch (code) {
    case QAbstractSocket::SslHandshakeFailedError:
    case QAbstractSocket::SslInvalidUserDataError:
        return make(FaultKind::Refused, Delivered::No, "link.tls",
                    QStringLiteral("No secure connection could be agreed on with the gateway (%1).").arg(text));
    case QAbstractSocket::ConnectionRefusedError:
        return make(FaultKind::Away, Delivered::No, "link.away",
                    QStringLiteral("Nobody answers at the gateway's address."));
    case QAbstractSocket::HostNotFoundError:
        return make(FaultKind::Away, Delivered::No, "link.away", QStringLiteral("The gateway's host name isn't known."));
    default:
        return make(FaultKind::Away, Delivered::Maybe, "link.away",
                    QStringLiteral("The connection to the gateway broke (%1).").arg(text));
    }
}

} // namespace zs::link
