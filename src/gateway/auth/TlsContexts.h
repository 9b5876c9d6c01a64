// The gateway's TLS set-up, and its exchange while connections live on with the old one.
#pragma once

#include "base/Result.h"

#include <boost/asio/ssl/context.hpp>
#include <filesystem>
#include <memory>
#include <mutex>

namespace zs::gateway {

/// TLS 1.3 only, a client certificate of our own authority demanded, the revocation list checked where there is one,
/// no session tickets and no resumption (a revoked certificate must not come back through an old session).
class TlsContexts {
public:
    using Context = std::shared_ptr<boost::asio::ssl::context>;

    /// Reads ca.crt, gateway.crt, gateway.key and, if it is there, ca.crl.
    static Result<std::unique_ptr<TlsContexts>> load(std::filesystem::path pki);

    /// For a new connection. Any thread.
    Context current() const;
    /// Reads the files anew; on failure the old context stays. Any thread.
    Result<void> reload();

private:
    TlsContexts(std::filesystem::path pki, Context context) : m_pki(std::move(pki)), m_current(std::move(context)) {}

    std::filesystem::path m_pki;
    mutable std::mutex m_mutex;
    Context m_current;
};

} // namespace zs::gateway
