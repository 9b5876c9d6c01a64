// The small certificate authority of one centre: a folder with its certificate and key, the certificates it gave out
// and its revocation list.
//
//   DIR/ca.crt ca.key     the authority: EC P-256, 10 years, signs nothing but certificates and its list
//   DIR/ca.crl            the revocation list; also the only record of what is revoked
//   DIR/NAME.crt NAME.key a certificate: EC P-256, 397 days; "gateway" is made by init
//
// A certificate says its role in the subject's OU ("gateway", "dispatcher", "agency", …: toText()), its name in CN, the level
// it acts for in L ("city", "town:441900001") and, for an agency, the agency's code in O; the gateway takes them from there and
// from nowhere else. Private keys are 0600, the folder 0700.
#pragma once

#include "base/Clock.h"
#include "base/Result.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace zs::pki {

enum class Role : std::uint8_t {
    Gateway,     ///< serves (serverAuth)
    DutyOfficer, ///< a seat's workstation; calls (clientAuth), as all below
    Dispatcher,
    Supervisor,
    Leader,
    Agency,   ///< an agency's own system or desk
    FieldApp, ///< the grid officers' app server
    Intake,   ///< a channel that delivers cases: 12345, 110, 码上办
};

/// "gateway", "duty-officer", "dispatcher", "supervisor", "leader", "agency", "field-app", "intake": what stands in OU.
std::string_view toText(Role role);
std::optional<Role> roleFromText(std::string_view text);

inline constexpr std::chrono::days authorityLifetime{3650};
inline constexpr std::chrono::days certificateLifetime{397};
inline constexpr std::chrono::days listLifetime{90};
/// What runs out sooner than this is made anew by init.
inline constexpr std::chrono::days renewalMargin{30};

struct Issued {
    std::string name;
    std::optional<Role> role;    ///< nothing: an OU that this program doesn't know
    std::string level;           ///< L; empty: the city
    std::string agency;          ///< O, when it is bound to one
    std::string serial;          ///< hexadecimal
    std::vector<std::string> hosts; ///< DNS names and addresses it is valid for
    TimePoint notAfter;
    bool revoked = false;
    bool hasKey = false; ///< NAME.key lies beside it and belongs to it
    bool replacedKey = false; ///< of issue() only: another key lay there, and is gone
};

/// What a renewal does with the key that lies there under the same name. A desk seals its unsent commands with it
/// (src/link/TlsIdentity.h), so a new one costs it those.
enum class KeyChoice : std::uint8_t {
    Keep, ///< the present one, unless its certificate was revoked (it may be in other hands) or it belongs to another
    New,
};

/// What to issue. `lifetime` is shorter than certificateLifetime only in tests.
struct Order {
    Role role = Role::Dispatcher;
    std::string name; ///< 1-64 of a-z A-Z 0-9 . _ -, beginning with a letter or digit; it names the files too
    std::vector<std::string> hosts{}; ///< DNS names or IP addresses; wanted for a gateway, allowed for no other role
    std::string level{};  ///< "city", "town", "town:CODE" …; empty: the city. The gateway knows which codes there are
    std::string agency{}; ///< of an agency's certificate: the code of the only one it acts for; empty: any
    std::chrono::seconds lifetime = certificateLifetime;
    KeyChoice key = KeyChoice::Keep;
};

/// What stands in O of a certificate that is bound to no single agency.
inline constexpr std::string_view organisation = "Zhongshu";

/// Single-threaded. Several processes may use one folder one after the other, not at once.
class Authority {
public:
    /// Makes the authority if the folder has none, else opens it. Never replaces an authority.
    static Result<Authority> create(std::filesystem::path folder, const Clock& clock);
    /// Fails with "pki.missing" when there is none.
    static Result<Authority> open(std::filesystem::path folder, const Clock& clock);

    /// What `pki init` does: the authority, the gateway's certificate for localhost, 127.0.0.1, ::1 and `hosts`, and
    /// the list. Repeating it changes only what is missing, about to run out, or lacks one of the hosts.
    static Result<Authority> init(std::filesystem::path folder, const Clock& clock,
                                  const std::vector<std::string>& hosts);

    /// Writes NAME.crt, replacing an older one, and NAME.key as order.key says; the older certificate stays valid until it
    /// is revoked.
    Result<Issued> issue(const Order& order);
    /// Nothing when there is no certificate of that name.
    Result<std::optional<Issued>> find(const std::string& name) const;
    Result<std::vector<Issued>> list() const; ///< by name
    /// Revokes the present certificate of that name; revoking twice changes nothing.
    Result<void> revoke(const std::string& name);
    /// The same by serial number (hexadecimal), for one that a newer certificate of its name has replaced.
    Result<void> revokeSerial(const std::string& serial);
    /// Signs the list anew, good for listLifetime from now.
    Result<void> renewList();

    const std::filesystem::path& folder() const { return m_folder; }
    std::filesystem::path certificateFile(const std::string& name) const { return m_folder / (name + ".crt"); }
    std::filesystem::path keyFile(const std::string& name) const { return m_folder / (name + ".key"); }
    std::filesystem::path authorityFile() const { return m_folder / "ca.crt"; }
    std::filesystem::path listFile() const { return m_folder / "ca.crl"; }

private:
    Authority(std::filesystem::path folder, const Clock& clock) : m_folder(std::move(folder)), m_clock(&clock) {}

    Result<void> renewListIfDue();
    Result<void> signList(const std::vector<std::string>& addedSerials);

    std::filesystem::path m_folder;
    const Clock* m_clock;
};

} // namespace zs::pki
