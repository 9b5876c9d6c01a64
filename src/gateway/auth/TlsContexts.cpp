#include "gateway/auth/TlsContexts.h"

#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>
#include <openssl/x509_vfy.h>

namespace zs::gateway {

namespace {

namespace ssl = boost::asio::ssl;

Unexpected unreadable(const std::filesystem::path& file, const std::string& why)
{
    return fail("pki.file", "The file " + file.string() + " can't be used: " + why + ".");
}

std::string opensslReason()
{
    const unsigned long code = ERR_get_error();
    ERR_clear_error();
    const char* reason = code ? ERR_reason_error_string(code) : nullptr;
    return reason ? reason : "no reason given";
}

/// Loads the list and demands that the client's certificate isn't on it. A list past its date refuses everybody, as it
/// should: who can hold back a new list could otherwise keep a revoked certificate alive.
Result<void> checkRevocations(SSL_CTX* context, const std::filesystem::path& file)
{
    std::error_code ignored;
    if (!std::filesystem::exists(file, ignored))
        return {};
    X509_STORE* store = SSL_CTX_get_cert_store(context);
    if (X509_STORE_load_file(store, file.c_str()) != 1)
        return unreadable(file, opensslReason());
    X509_STORE_set_flags(store, X509_V_FLAG_CRL_CHECK);
    return {};
}

Result<TlsContexts::Context> makeContext(const std::filesystem::path& pki)
{
    boost::system::error_code error;
    auto context = std::make_shared<ssl::context>(ssl::context::tls_server);
    SSL_CTX* native = context->native_handle();
    SSL_CTX_set_min_proto_version(native, TLS1_3_VERSION);
    SSL_CTX_set_options(native, SSL_OP_NO_TICKET | SSL_OP_NO_RENEGOTIATION);
    SSL_CTX_set_num_tickets(native, 0);
    SSL_CTX_set_session_cache_mode(native, SSL_SESS_CACHE_OFF);
    SSL_CTX_set_mode(native, SSL_MODE_RELEASE_BUFFERS);
    const auto certificate = pki / "gateway.crt", key = pki / "gateway.key", authority = pki / "ca.crt";
    context->use_certificate_chain_file(certificate.string(), error);
    if (error)
        return unreadable(certificate, error.message());
    context->use_private_key_file(key.string(), ssl::context::pem, error);
    if (error)
        return unreadable(key, error.message());
    if (SSL_CTX_check_private_key(native) != 1)
        return unreadable(key, "it doesn't belong to gateway.crt");
    context->load_verify_file(authority.string(), error);
    if (error)
        return unreadable(authority, error.message());
    context->set_verify_mode(ssl::verify_peer | ssl::verify_fail_if_no_peer_cert, error);
    if (auto checked = checkRevocations(native, pki / "ca.crl"); !checked)
        return Unexpected(checked.error());
    return context;
}

} // namespace

Result<std::unique_ptr<TlsContexts>> TlsContexts::load(std::filesystem::path pki)
{
    auto context = makeContext(pki);
    if (!context)
        return Unexpected(context.error());
    return std::unique_ptr<TlsContexts>(new TlsContexts(std::move(pki), std::move(*context)));
}

TlsContexts::Context TlsContexts::current() const
{
    const std::lock_guard lock(m_mutex);
    return m_current;
}

Result<void> TlsContexts::reload()
{
    auto context = makeContext(m_pki);
    if (!context)
        return Unexpected(context.error());
    const std::lock_guard lock(m_mutex);
    m_current = std::move(*context);
    return {};
}

} // namespace zs::gateway
