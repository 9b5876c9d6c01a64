#include "admin/pki/PkiCommands.h"

#include "admin/pki/Authority.h"

#include <ctime>
#include <ostream>

namespace zs::admin {

namespace {

constexpr Flag dirFlag{"--dir", Takes::Value, Need::Required, "DIR", "the folder of the authority"};
constexpr std::string_view roleNames = "duty-officer, dispatcher, supervisor, leader, agency, field-app, intake and gateway";
constexpr Flag nameFlag{"--name", Takes::Value, Need::Required, "NAME", "the certificate's name, also of its files"};

std::string day(TimePoint t)
{
    const std::time_t seconds = toUnixMillis(t) / 1000;
    std::tm parts{};
    ::gmtime_r(&seconds, &parts);
    char text[16];
    std::strftime(text, sizeof text, "%Y-%m-%d", &parts);
    return text;
}

void print(const pki::Issued& issued, const Clock& clock, std::ostream& out)
{
    out << issued.name << "  " << (issued.role ? pki::toText(*issued.role) : "unknown role") << "  until "
        << day(issued.notAfter) << "  serial " << issued.serial;
    if (!issued.level.empty()) out << "  level " << issued.level;
    if (!issued.agency.empty()) out << "  agency " << issued.agency;
    for (const std::string& host : issued.hosts) out << "  " << host;
    if (!issued.hasKey) out << "  (its key is not here)";
    if (issued.revoked) out << "  REVOKED";
    if (issued.notAfter < clock.now()) out << "  EXPIRED";
    out << '\n';
}

Result<int> init(const Options& options, const Surroundings& around)
{
    return pki::Authority::init(options.value("--dir"), around.clock, options.values("--host"))
        .and_then([&](const pki::Authority& authority) { return authority.find("gateway"); })
        .map([&](const std::optional<pki::Issued>& gateway) {
            if (gateway) print(*gateway, around.clock, around.out);
            return 0;
        });
}

Result<int> issue(const Options& options, const Surroundings& around)
{
    const auto role = pki::roleFromText(options.value("--role"));
    if (!role) {
        return fail("usage", "\"" + options.value("--role") +
                                 "\" is no role; there are " + std::string(roleNames) + ".");
    }
    auto authority = pki::Authority::open(options.value("--dir"), around.clock);
    if (!authority) return Unexpected(authority.error());
    const std::string name = options.value("--name");
    if (options.has("--if-missing")) {
        const auto present = authority->find(name);
        if (!present) return Unexpected(present.error());
        const bool good = *present && !(*present)->revoked && (*present)->hasKey && (*present)->role == role &&
                          (*present)->level == options.value("--level") && (*present)->agency == options.value("--agency") &&
                          (*present)->notAfter > around.clock.now() + pki::renewalMargin;
        if (good) {
            print(**present, around.clock, around.out);
            return 0;
        }
    }
    pki::Order order{*role, name, options.values("--host"), options.value("--level"), options.value("--agency")};
    if (options.has("--new-key")) order.key = pki::KeyChoice::New;
    return authority->issue(order).map([&](const pki::Issued& issued) {
        print(issued, around.clock, around.out);
        if (issued.replacedKey) {
            around.out << "The key of " << name << " is a new one: what a desk of this name has not sent yet was sealed with "
                          "the old key, will be set aside unsent (outbox.db.damaged) and has to be done again.\n";
        }
        return 0;
    });
}

Result<int> list(const Options& options, const Surroundings& around)
{
    return pki::Authority::open(options.value("--dir"), around.clock)
        .and_then([](const pki::Authority& authority) { return authority.list(); })
        .map([&](const std::vector<pki::Issued>& all) {
            for (const pki::Issued& issued : all) print(issued, around.clock, around.out);
            return 0;
        });
}

Result<int> revoke(const Options& options, const Surroundings& around)
{
    return pki::Authority::open(options.value("--dir"), around.clock).and_then([&](pki::Authority authority) {
        const bool named = options.has("--name");
        if (named == options.has("--serial")) {
            return Result<int>(fail("usage", "Say which one: either --name or --serial."));
        }
        const std::string which = options.value(named ? "--name" : "--serial");
        return (named ? authority.revoke(which) : authority.revokeSerial(which)).map([&] {
            around.out << which << " is revoked in " << authority.listFile().string()
                       << "; give that file to every gateway.\n";
            return 0;
        });
    });
}

Result<int> renewList(const Options& options, const Surroundings& around)
{
    return pki::Authority::open(options.value("--dir"), around.clock).and_then([&](pki::Authority authority) {
        return authority.renewList().map([] { return 0; });
    });
}

} // namespace

std::vector<Command> pkiCommands()
{
    return {
        {"pki init",
         "Makes the centre's authority, the gateway's certificate and the revocation list; repeats without harm.",
         {dirFlag, {"--host", Takes::Values, Need::Optional, "NAME", "a host or address the gateway is reached by"}},
         init},
        {"pki issue",
         "Makes or renews a certificate: NAME.crt and NAME.key. A renewal keeps the key, unless it was revoked.",
         {dirFlag,
          {"--role", Takes::Value, Need::Required, "ROLE", "duty-officer, dispatcher, supervisor, leader, agency, field-app, intake or gateway"},
          nameFlag,
          {"--host", Takes::Values, Need::Optional, "NAME", "for a gateway: a host or address it is reached by"},
          {"--level", Takes::Value, Need::Optional, "LEVEL", "the centre it acts for: town:CODE, or city (as without it)"},
          {"--agency", Takes::Value, Need::Optional, "CODE", "for an agency: the only one it acts for (any without it)"},
          {"--new-key", Takes::Nothing, Need::Optional, "", "make a new key; commands a desk hasn't sent yet are lost with the old"},
          {"--if-missing", Takes::Nothing, Need::Optional, "", "keep a certificate that is good for 30 days more"}},
         issue},
        {"pki list", "Lists the certificates with role, last day and serial number.", {dirFlag}, list},
        {"pki revoke",
         "Puts a certificate on the revocation list.",
         {dirFlag,
          {"--name", Takes::Value, Need::Optional, "NAME", "the present certificate of this name"},
          {"--serial", Takes::Value, Need::Optional, "HEX", "any certificate, also one that was replaced"}},
         revoke},
        {"pki renew-list", "Signs the revocation list anew, good for 90 days.", {dirFlag}, renewList},
    };
}

} // namespace zs::admin
