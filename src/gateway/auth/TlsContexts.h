// The gateway's TLS set-up, and its exchange while connections live on with the old one.
#pragma once

#include "base/Clock.h"
#include "base/Result.h"
#include "domain/LocalText.h"

#include <array>
#include <boost/asio/ssl/context.hpp>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace zs::gateway {

/// Serial numbers, lower-case hexadecimal.
using RevokedSerials = std::set<std::string, std::less<>>;

/// Something that whoever runs the gateway has to do before it hurts. In the log and on /healthz.
struct TlsWarning {
    std::string code;
    domain::LocalText text;
};

/// TLS 1.3 only, a client certificate of our own authority demanded, the revocation list checked where there is one,
/// no session tickets and no resumption (a revoked certificate must not come back through an old session).
class TlsContexts {
public:
    using Context = std::shared_ptr<boost::asio::ssl::context>;
    /// What runs out sooner is warned of.
    static constexpr std::chrono::days warnAhead{14};

    /// Reads ca.crt, gateway.crt, gateway.key and, if it is there, ca.crl.
    static Result<std::unique_ptr<TlsContexts>> load(std::filesystem::path pki);

    /// For a new connection. Any thread.
    Context current() const;
    /// Reads the files anew; on failure the old context stays. A list that was there and is gone is a failure: the check
    /// would silently end. Any thread.
    Result<void> reload();
    /// Whether a file is another one than at the last reading, good or bad. Any thread.
    bool haveFilesChanged() const;
    /// Of the list that is in force; null when there is none. Any thread.
    std::shared_ptr<const RevokedSerials> revoked() const;
    /// Empty when all is well. Any thread.
    std::vector<TlsWarning> warnings(TimePoint now) const;

private:
    struct Stamp {
        std::int64_t changed = 0, size = -1; ///< -1: no such file
        std::uint64_t node = 0;
        bool operator==(const Stamp&) const = default;
    };
    using Stamps = std::array<Stamp, 4>;
    struct Loaded {
        Context context;
        TimePoint certificateUntil{};
        std::shared_ptr<const RevokedSerials> revoked; ///< null: no list
        TimePoint listUntil{};
    };
    TlsContexts(std::filesystem::path pki, Loaded loaded, Stamps stamps)
        : m_pki(std::move(pki)), m_loaded(std::move(loaded)), m_tried(stamps) {}
    static Result<Loaded> read(const std::filesystem::path& pki);
    static Stamps stampsOf(const std::filesystem::path& pki);

    const std::filesystem::path m_pki;
    mutable std::mutex m_mutex;
    Loaded m_loaded;
    Stamps m_tried;
};

} // namespace zs::gateway
