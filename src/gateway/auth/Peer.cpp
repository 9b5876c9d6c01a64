#include "gateway/auth/Peer.h"

#include <algorithm>
#include <memory>
#include <openssl/ssl.h>
#include <openssl/x509.h>
#include <string>

namespace zs::gateway {

namespace {

/// The only entry of that kind; none if there are several, for then nobody knows which one was meant.
std::optional<std::string> entryOf(const X509_NAME* subject, int nid)
{
    const int at = X509_NAME_get_index_by_NID(subject, nid, -1);
    if (at < 0 || X509_NAME_get_index_by_NID(subject, nid, at) >= 0)
        return std::nullopt;
    unsigned char* text = nullptr;
    const int length = ASN1_STRING_to_UTF8(&text, X509_NAME_ENTRY_get_data(X509_NAME_get_entry(subject, at)));
    if (length < 0)
        return std::nullopt;
    std::string out(reinterpret_cast<const char*>(text), static_cast<std::size_t>(length));
    OPENSSL_free(text);
    return out;
}

bool isPlainName(const std::string& name)
{
    return !name.empty() && name.size() <= 64 && std::ranges::all_of(name, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '-';
    });
}

} // namespace

std::optional<domain::Actor> actorOf(SSL* connection)
{
    const std::unique_ptr<X509, decltype(&X509_free)> certificate(SSL_get1_peer_certificate(connection), &X509_free);
    if (!certificate || SSL_get_verify_result(connection) != X509_V_OK)
        return std::nullopt;
    const X509_NAME* subject = X509_get_subject_name(certificate.get());
    const auto name = entryOf(subject, NID_commonName);
    const auto unit = entryOf(subject, NID_organizationalUnitName);
    if (!name || !isPlainName(*name) || !unit)
        return std::nullopt;
    const auto roles = enumNames(domain::Role{});
    const auto role = std::ranges::find(roles, *unit);
    if (role == roles.end())
        return std::nullopt;
    return domain::Actor{*name, static_cast<domain::Role>(role - roles.begin())};
}

} // namespace zs::gateway
