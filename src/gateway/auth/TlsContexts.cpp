#include "gateway/auth/TlsContexts.h"

#include "gateway/auth/Serial.h"

#include <ctime>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>
#include <openssl/x509_vfy.h>
#include <sys/stat.h>

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

TimePoint timeOf(const ASN1_TIME* time)
{
    std::tm parts{};
    if (!time || ASN1_TIME_to_tm(time, &parts) != 1)
        return TimePoint{};
    return fromUnixMillis(static_cast<std::int64_t>(::timegm(&parts)) * 1000);
}

struct List {
    std::shared_ptr<const RevokedSerials> revoked;
    TimePoint until{};
};

Result<List> readList(const std::filesystem::path& file)
{
    const std::unique_ptr<BIO, decltype(&BIO_free_all)> in(BIO_new_file(file.c_str(), "r"), &BIO_free_all);
    const std::unique_ptr<X509_CRL, decltype(&X509_CRL_free)> list(
        in ? PEM_read_bio_X509_CRL(in.get(), nullptr, nullptr, nullptr) : nullptr, &X509_CRL_free);
    if (!list)
        return unreadable(file, opensslReason());
    auto serials = std::make_shared<RevokedSerials>();
    STACK_OF(X509_REVOKED)* lines = X509_CRL_get_REVOKED(list.get());
    for (int i = 0; lines && i < sk_X509_REVOKED_num(lines); ++i)
        serials->insert(serialText(X509_REVOKED_get0_serialNumber(sk_X509_REVOKED_value(lines, i))));
    return List{std::move(serials), timeOf(X509_CRL_get0_nextUpdate(list.get()))};
}

/// Loads the list and demands that the client's certificate isn't on it. A list past its date refuses everybody, as it
/// should: who can hold back a new list could otherwise keep a revoked certificate alive.
Result<List> checkRevocations(SSL_CTX* context, const std::filesystem::path& file)
{
    std::error_code ignored;
    if (!std::filesystem::exists(file, ignored))
        return List{};
    auto list = readList(file);
    if (!list)
        return list;
    X509_STORE* store = SSL_CTX_get_cert_store(context);
    if (X509_STORE_load_file(store, file.c_str()) != 1)
        return unreadable(file, opensslReason());
    X509_STORE_set_flags(store, X509_V_FLAG_CRL_CHECK);
    return list;
}

std::string dayOf(TimePoint t)
{
    const std::time_t seconds = toUnixMillis(t) / 1000;
    std::tm parts{};
    ::gmtime_r(&seconds, &parts);
    char text[16];
    std::strftime(text, sizeof text, "%Y-%m-%d", &parts);
    return text;
}

} // namespace

Result<TlsContexts::Loaded> TlsContexts::read(const std::filesystem::path& pki)
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
    auto list = checkRevocations(native, pki / "ca.crl");
    if (!list)
        return Unexpected(list.error());
    const TimePoint until = timeOf(X509_get0_notAfter(SSL_CTX_get0_certificate(native)));
    return Loaded{std::move(context), until, std::move(list->revoked), list->until};
}

TlsContexts::Stamps TlsContexts::stampsOf(const std::filesystem::path& pki)
{
    Stamps stamps;
    std::size_t i = 0;
    for (const char* name : {"ca.crt", "ca.crl", "gateway.crt", "gateway.key"}) {
        struct stat found {};
        if (::stat((pki / name).c_str(), &found) == 0)
            stamps[i] = {found.st_mtim.tv_sec * 1'000'000'000LL + found.st_mtim.tv_nsec, found.st_size, found.st_ino};
        ++i;
    }
    return stamps;
}

Result<std::unique_ptr<TlsContexts>> TlsContexts::load(std::filesystem::path pki)
{
    const Stamps stamps = stampsOf(pki); // before the reading: what changes meanwhile is read again
    auto loaded = read(pki);
    if (!loaded)
        return Unexpected(loaded.error());
    return std::unique_ptr<TlsContexts>(new TlsContexts(std::move(pki), std::move(*loaded), stamps));
}

TlsContexts::Context TlsContexts::current() const
{
    const std::lock_guard lock(m_mutex);
    return m_loaded.context;
}

std::shared_ptr<const RevokedSerials> TlsContexts::revoked() const
{
    const std::lock_guard lock(m_mutex);
    return m_loaded.revoked;
}

Result<void> TlsContexts::reload()
{
    const Stamps stamps = stampsOf(m_pki);
    auto loaded = read(m_pki);
    const std::lock_guard lock(m_mutex);
    m_tried = stamps;
    if (!loaded)
        return Unexpected(loaded.error());
    if (m_loaded.revoked && !loaded->revoked)
        return unreadable(m_pki / "ca.crl", "it was there and is gone; the one that was read stays in force");
    m_loaded = std::move(*loaded);
    return {};
}

bool TlsContexts::haveFilesChanged() const
{
    const Stamps stamps = stampsOf(m_pki);
    const std::lock_guard lock(m_mutex);
    return stamps != m_tried;
}

std::vector<TlsWarning> TlsContexts::warnings(TimePoint now) const
{
    const std::lock_guard lock(m_mutex);
    std::vector<TlsWarning> out;
    const auto add = [&](const char* code, std::string zh, std::string en) { out.push_back({code, {std::move(zh), std::move(en)}}); };
    if (!m_loaded.revoked)
        add("tls.no_list", "没有吊销名单 ca.crl：已吊销的证书照样能用。请执行 zhongshu-admin pki renew-list。",
            "There is no revocation list (ca.crl): revoked certificates are let in. Run zhongshu-admin pki renew-list.");
    else if (m_loaded.listUntil <= now)
        add("tls.list_ended", "吊销名单已于 " + dayOf(m_loaded.listUntil) + " 到期，所有新连接都被拒绝。请执行 zhongshu-admin pki renew-list。",
            "The revocation list ran out on " + dayOf(m_loaded.listUntil) + ": every new connection is refused. Run zhongshu-admin pki renew-list.");
    else if (m_loaded.listUntil <= now + warnAhead)
        add("tls.list_ends", "吊销名单将于 " + dayOf(m_loaded.listUntil) + " 到期，届时所有新连接都会被拒绝。请执行 zhongshu-admin pki renew-list。",
            "The revocation list runs out on " + dayOf(m_loaded.listUntil) + "; every connection is refused then. Run zhongshu-admin pki renew-list.");
    if (m_loaded.certificateUntil <= now)
        add("tls.certificate_ended", "网关证书已于 " + dayOf(m_loaded.certificateUntil) + " 到期，各席位都会拒绝连接。请执行 zhongshu-admin pki init。",
            "The gateway's certificate ran out on " + dayOf(m_loaded.certificateUntil) + ": no desk connects. Run zhongshu-admin pki init.");
    else if (m_loaded.certificateUntil <= now + warnAhead)
        add("tls.certificate_ends", "网关证书将于 " + dayOf(m_loaded.certificateUntil) + " 到期。请执行 zhongshu-admin pki init。",
            "The gateway's certificate runs out on " + dayOf(m_loaded.certificateUntil) + ". Run zhongshu-admin pki init.");
    return out;
}

} // namespace zs::gateway
