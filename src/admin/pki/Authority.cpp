#include "admin/pki/Authority.h"

#include "admin/pki/CertificateBuilder.h"
#include "admin/pki/FileStore.h"

#include <algorithm>
#include <array>
#include <openssl/err.h>
#include <utility>

namespace zs::pki {

namespace {

constexpr std::array<std::pair<Role, std::string_view>, 8> roleTexts{{
    {Role::Gateway, "gateway"},
    {Role::DutyOfficer, "duty-officer"},
    {Role::Dispatcher, "dispatcher"},
    {Role::Supervisor, "supervisor"},
    {Role::Leader, "leader"},
    {Role::Agency, "agency"},
    {Role::FieldApp, "field-app"},
    {Role::Intake, "intake"},
}};

/// Clocks of two machines differ; a certificate that starts "now" would be refused by the slower one.
constexpr std::chrono::minutes clockSlack{5};

struct Pair {
    CertificatePtr certificate;
    KeyPtr key;
    Signer signer() const { return {certificate.get(), key.get()}; }
};

Result<CertificatePtr> certificateIn(const std::filesystem::path& file)
{
    return readFile(file).and_then(certificateFromPem).map_error([&](Error error) {
        if (error.code == "pki.pem") error.sentence = "The file " + file.string() + " holds no certificate.";
        return error;
    });
}

Result<Pair> authorityPair(const std::filesystem::path& folder)
{
    auto certificate = certificateIn(folder / "ca.crt");
    if (!certificate) return Unexpected(certificate.error());
    auto key = readFile(folder / "ca.key").and_then(keyFromPem);
    if (!key) return Unexpected(key.error());
    if (X509_check_private_key(certificate->get(), key->get()) != 1) {
        return failedIn("pki.mismatch", "ca.crt and ca.key in " + folder.string() + " don't belong together");
    }
    return Pair{std::move(*certificate), std::move(*key)};
}

Result<CrlPtr> listIn(const std::filesystem::path& file)
{
    return readFile(file).and_then(crlFromPem);
}

/// Key first: a certificate without its key would look issued and be useless.
Result<void> writePair(const Authority& authority, const std::string& name, X509* certificate, EVP_PKEY* key)
{
    const auto keyText = toPem(key);
    if (!keyText) return Unexpected(keyText.error());
    const auto text = toPem(certificate);
    if (!text) return Unexpected(text.error());
    return replaceFile(authority.keyFile(name), *keyText, Access::Secret).and_then([&] {
        return replaceFile(authority.certificateFile(name), *text, Access::Public);
    });
}

/// "town", "town:441900001", "city" …: the level's name, and for a town its code.
bool isLevel(std::string_view text)
{
    constexpr std::string_view levels[] = {"grid", "village", "town", "county", "city", "province"};
    const auto colon = text.find(':');
    const std::string_view name = text.substr(0, colon);
    const bool known = std::find(std::begin(levels), std::end(levels), name) != std::end(levels);
    if (!known || colon == std::string_view::npos) return known;
    const std::string_view code = text.substr(colon + 1);
    return name == "town" && !code.empty() && code.size() <= 20 && code.find_first_not_of("0123456789") == std::string_view::npos;
}

Result<void> checkBonds(const Order& order)
{
    if (!order.level.empty() && !isLevel(order.level)) {
        return fail("pki.level", "\"" + order.level + "\" is no level: town:CODE with the code of a town, or grid, village, "
                                 "town, county, city, province.");
    }
    if (order.agency.empty()) return {};
    if (order.role != Role::Agency) return fail("pki.agency", "Only an agency's certificate can be bound to an agency.");
    const bool isCode = order.agency.size() <= 64 && order.agency != organisation &&
                        order.agency.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_-") == std::string::npos;
    if (!isCode) return fail("pki.agency", "\"" + order.agency + "\" is no agency's code: a-z 0-9 _ -.");
    return {};
}

/// The key that a renewal goes on with; null when it needs a new one.
Result<KeyPtr> keptKey(const Authority& authority, const Order& order)
{
    std::error_code error;
    const std::filesystem::path file = authority.keyFile(order.name);
    if (order.key == KeyChoice::New || !std::filesystem::exists(file, error)) return KeyPtr();
    const auto present = authority.find(order.name);
    if (!present) return Unexpected(present.error());
    // Without its certificate nobody knows whose key it is; one of another certificate must not get a second name.
    if (!*present || !(*present)->hasKey || (*present)->revoked) return KeyPtr();
    return readFile(file).and_then(keyFromPem);
}

Result<void> checkName(const std::string& name)
{
    const auto plain = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    };
    const bool good = !name.empty() && name.size() <= 64 && plain(name.front()) &&
                      std::all_of(name.begin(), name.end(),
                                  [&](char c) { return plain(c) || c == '.' || c == '_' || c == '-'; });
    if (!good) {
        return fail("pki.name", "\"" + name +
                                    "\" is no name for a certificate: 1 to 64 letters, digits, '.', '_' or '-', "
                                    "beginning with a letter or digit.");
    }
    if (name == "ca") return fail("pki.name", "The name \"ca\" is the authority's own.");
    return {};
}

} // namespace

std::string_view toText(Role role)
{
    return roleTexts[static_cast<std::size_t>(role)].second;
}

std::optional<Role> roleFromText(std::string_view text)
{
    for (const auto& [role, name] : roleTexts) {
        if (name == text) return role;
    }
    return std::nullopt;
}

Result<Authority> Authority::create(std::filesystem::path folder, const Clock& clock)
{
    std::error_code error;
    if (std::filesystem::exists(folder / "ca.crt", error)) return open(std::move(folder), clock);
    if (auto made = makeSecretFolder(folder); !made) return Unexpected(made.error());
    auto key = newKey();
    if (!key) return Unexpected(key.error());
    const TimePoint now = clock.now();
    const auto certificate = buildAuthority(key->get(), {now - clockSlack, now + authorityLifetime});
    if (!certificate) return Unexpected(certificate.error());
    Authority authority(std::move(folder), clock);
    return writePair(authority, "ca", certificate->get(), key->get())
        .and_then([&] { return authority.signList({}); })
        .map([&] { return authority; });
}

Result<Authority> Authority::open(std::filesystem::path folder, const Clock& clock)
{
    std::error_code error;
    if (!std::filesystem::exists(folder / "ca.crt", error)) {
        return fail("pki.missing", "There is no certificate authority in " + folder.string() +
                                       "; \"zhongshu-admin pki init\" makes one.");
    }
    if (auto pair = authorityPair(folder); !pair) return Unexpected(pair.error());
    return Authority(std::move(folder), clock);
}

Result<Authority> Authority::init(std::filesystem::path folder, const Clock& clock,
                                  const std::vector<std::string>& hosts)
{
    auto authority = create(std::move(folder), clock);
    if (!authority) return authority;
    std::vector<std::string> wanted{"localhost", "127.0.0.1", "::1"};
    for (const std::string& host : hosts) {
        if (std::find(wanted.begin(), wanted.end(), host) == wanted.end()) wanted.push_back(host);
    }
    const auto present = authority->find("gateway");
    if (!present) return Unexpected(present.error());
    bool due = true;
    if (*present) {
        // Hosts that an earlier init was told stay: repeating init without them must not lock their users out.
        const Issued& issued = **present;
        for (const std::string& host : issued.hosts) {
            if (std::find(wanted.begin(), wanted.end(), host) == wanted.end()) wanted.push_back(host);
        }
        due = issued.revoked || !issued.hasKey || issued.notAfter < clock.now() + renewalMargin || issued.hosts.size() < wanted.size();
    }
    if (due) {
        const auto issued = authority->issue({Role::Gateway, "gateway", wanted});
        if (!issued) return Unexpected(issued.error());
    }
    return authority->renewListIfDue().map([&] { return *authority; });
}

Result<Issued> Authority::issue(const Order& order)
{
    if (auto good = checkName(order.name); !good) return Unexpected(good.error());
    if (order.role == Role::Gateway && order.hosts.empty()) {
        return fail("pki.host", "A gateway's certificate needs at least one host name or address.");
    }
    if (order.role != Role::Gateway && !order.hosts.empty()) {
        return fail("pki.host", "Only a gateway's certificate names hosts.");
    }
    if (auto good = checkBonds(order); !good) return Unexpected(good.error());
    if (order.lifetime <= std::chrono::seconds(0) || order.lifetime > certificateLifetime) {
        return fail("pki.lifetime", "A certificate is valid for at most 397 days.");
    }
    const auto pair = authorityPair(m_folder);
    if (!pair) return Unexpected(pair.error());
    std::error_code error;
    const bool hadKey = std::filesystem::exists(keyFile(order.name), error);
    auto key = keptKey(*this, order);
    if (!key) return Unexpected(key.error());
    const bool keeps = *key != nullptr;
    if (!keeps) key = newKey();
    if (!key) return Unexpected(key.error());
    const TimePoint now = m_clock->now();
    const auto certificate =
        buildCertificate(order, key->get(), {now - clockSlack, now + order.lifetime}, pair->signer());
    if (!certificate) return Unexpected(certificate.error());
    if (auto written = writePair(*this, order.name, certificate->get(), key->get()); !written) {
        return Unexpected(written.error());
    }
    auto issued = describe(certificate->get());
    if (!issued) return issued;
    issued->hasKey = true;
    issued->replacedKey = hadKey && !keeps;
    return issued;
}

Result<std::optional<Issued>> Authority::find(const std::string& name) const
{
    if (auto good = checkName(name); !good) return Unexpected(good.error());
    std::error_code error;
    if (!std::filesystem::exists(certificateFile(name), error)) return std::optional<Issued>{};
    const auto certificate = certificateIn(certificateFile(name));
    if (!certificate) return Unexpected(certificate.error());
    auto issued = describe(certificate->get());
    if (!issued) return Unexpected(issued.error());
    const auto list = listIn(listFile());
    if (!list) return Unexpected(list.error());
    for (const RevokedSerial& revoked : revokedIn(list->get())) {
        if (revoked.serial == issued->serial) issued->revoked = true;
    }
    const auto key = readFile(keyFile(name)).and_then(keyFromPem);
    issued->hasKey = key && X509_check_private_key(certificate->get(), key->get()) == 1;
    ERR_clear_error(); // a key that isn't here or is another's is an answer, not a failure
    return std::optional<Issued>(std::move(*issued));
}

Result<std::vector<Issued>> Authority::list() const
{
    std::vector<Issued> all;
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(m_folder, error)) {
        const std::filesystem::path file = entry.path();
        if (file.extension() != ".crt" || file.stem() == "ca") continue;
        auto issued = find(file.stem().string());
        if (!issued) return Unexpected(issued.error());
        if (*issued) all.push_back(std::move(**issued));
    }
    if (error) return fail("file.read", "The folder " + m_folder.string() + " can't be read: " + error.message() + ".");
    std::sort(all.begin(), all.end(), [](const Issued& a, const Issued& b) { return a.name < b.name; });
    return all;
}

Result<void> Authority::revoke(const std::string& name)
{
    const auto issued = find(name);
    if (!issued) return Unexpected(issued.error());
    if (!*issued) return fail("pki.unknown", "There is no certificate \"" + name + "\" in " + m_folder.string() + ".");
    return revokeSerial((*issued)->serial);
}

Result<void> Authority::revokeSerial(const std::string& serial)
{
    const bool hex = !serial.empty() && serial.size() <= 40 && serial.size() % 2 == 0 &&
                     serial.find_first_not_of("0123456789abcdef") == std::string::npos;
    if (!hex) return fail("pki.serial", "\"" + serial + "\" is no serial number: pairs of 0-9 and a-f.");
    const auto list = listIn(listFile());
    if (!list) return Unexpected(list.error());
    for (const RevokedSerial& revoked : revokedIn(list->get())) {
        if (revoked.serial == serial) return {};
    }
    return signList({serial});
}

Result<void> Authority::renewList()
{
    return signList({});
}

Result<void> Authority::renewListIfDue()
{
    std::error_code error;
    if (std::filesystem::exists(listFile(), error)) {
        const auto list = listIn(listFile());
        if (!list) return Unexpected(list.error());
        if (nextUpdateOf(list->get()) > m_clock->now() + renewalMargin) return {};
    }
    return signList({});
}

Result<void> Authority::signList(const std::vector<std::string>& addedSerials)
{
    const auto pair = authorityPair(m_folder);
    if (!pair) return Unexpected(pair.error());
    const TimePoint now = m_clock->now();
    std::vector<RevokedSerial> revoked;
    long number = 0;
    std::error_code error;
    if (std::filesystem::exists(listFile(), error)) {
        // An unreadable list must not be replaced by an empty one: that would let revoked certificates in again.
        const auto list = listIn(listFile());
        if (!list) return Unexpected(list.error());
        revoked = revokedIn(list->get());
        number = numberOf(list->get());
    }
    for (const std::string& serial : addedSerials) revoked.push_back({serial, now});
    const auto list = buildList(revoked, number + 1, {now - clockSlack, now + listLifetime}, pair->signer());
    if (!list) return Unexpected(list.error());
    return toPem(list->get()).and_then(
        [&](const std::string& text) { return replaceFile(listFile(), text, Access::Public); });
}

} // namespace zs::pki
