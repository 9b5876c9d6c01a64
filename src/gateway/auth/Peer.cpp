#include "gateway/auth/Peer.h"

#include "gateway/auth/Serial.h"

#include <memory>
#include <openssl/ssl.h>
#include <openssl/x509.h>
#include <optional>
#include <string>

namespace zs::gateway {

namespace {

/// The only entry of that kind, empty if it isn't there; none if there are several, for then nobody knows which was meant.
std::optional<std::string> entryOf(const X509_NAME* subject, int nid)
{
    const int at = X509_NAME_get_index_by_NID(subject, nid, -1);
    if (at < 0)
        return std::string();
    if (X509_NAME_get_index_by_NID(subject, nid, at) >= 0)
        return std::nullopt;
    unsigned char* text = nullptr;
    const int length = ASN1_STRING_to_UTF8(&text, X509_NAME_ENTRY_get_data(X509_NAME_get_entry(subject, at)));
    if (length < 0)
        return std::nullopt;
    std::string out(reinterpret_cast<const char*>(text), static_cast<std::size_t>(length));
    OPENSSL_free(text);
    return out;
}

} // namespace

Result<domain::Actor> actorOf(SSL* connection, const domain::City& city)
{
    const std::unique_ptr<X509, decltype(&X509_free)> certificate(SSL_get1_peer_certificate(connection), &X509_free);
    if (!certificate || SSL_get_verify_result(connection) != X509_V_OK)
        return fail("seat.none", "The connection has no verified certificate.");
    const X509_NAME* subject = X509_get_subject_name(certificate.get());
    const auto name = entryOf(subject, NID_commonName);
    const auto unit = entryOf(subject, NID_organizationalUnitName);
    const auto locality = entryOf(subject, NID_localityName);
    const auto organisation = entryOf(subject, NID_organizationName);
    if (!name || !unit || !locality || !organisation)
        return fail("seat.twice", "The certificate's subject says something twice.");
    return domain::seatOf({*name, *unit, *locality, *organisation}, city);
}

std::string serialOf(SSL* connection)
{
    const std::unique_ptr<X509, decltype(&X509_free)> certificate(SSL_get1_peer_certificate(connection), &X509_free);
    return certificate ? serialText(X509_get0_serialNumber(certificate.get())) : std::string();
}

} // namespace zs::gateway
