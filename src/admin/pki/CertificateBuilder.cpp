#include "admin/pki/CertificateBuilder.h"

#include <arpa/inet.h>
#include <array>
#include <ctime>

namespace zs::pki {

namespace {


Result<TimePtr> asn1Time(TimePoint t)
{
    TimePtr time(ASN1_TIME_set(nullptr, static_cast<std::time_t>(toUnixMillis(t) / 1000)));
    if (!time) return failedIn("pki.time", "a date could not be written");
    return time;
}

TimePoint fromAsn1(const ASN1_TIME* time)
{
    std::tm parts{};
    if (!time || ASN1_TIME_to_tm(time, &parts) != 1) return TimePoint{};
    return fromUnixMillis(static_cast<std::int64_t>(::timegm(&parts)) * 1000);
}

bool isAddress(const std::string& host)
{
    std::array<unsigned char, 16> bytes;
    return ::inet_pton(AF_INET, host.c_str(), bytes.data()) == 1 ||
           ::inet_pton(AF_INET6, host.c_str(), bytes.data()) == 1;
}

bool isHostName(const std::string& host)
{
    if (host.empty() || host.size() > 253 || host.front() == '.' || host.front() == '-') return false;
    for (const char c : host) {
        const bool allowed =
            (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-';
        if (!allowed) return false;
    }
    return true;
}

/// "DNS:localhost,IP:127.0.0.1"; the hosts are checked first, because OpenSSL's text form would read a comma or a
/// line break in one as something else.
Result<std::string> alternativeNames(const std::vector<std::string>& hosts)
{
    std::string text;
    for (const std::string& host : hosts) {
        const bool address = isAddress(host);
        if (!address && !isHostName(host)) {
            return fail("pki.host", "\"" + host + "\" is neither a host name nor an IP address.");
        }
        if (!text.empty()) text += ',';
        text.append(address ? "IP:" : "DNS:").append(host);
    }
    return text;
}

Result<void> addName(X509_NAME* name, const char* field, std::string_view value)
{
    const auto* bytes = reinterpret_cast<const unsigned char*>(value.data());
    if (X509_NAME_add_entry_by_txt(name, field, MBSTRING_UTF8, bytes, static_cast<int>(value.size()), -1, 0) != 1) {
        return failedIn("pki.name", "the name \"" + std::string(value) + "\" can't stand in a certificate");
    }
    return {};
}

struct ExtensionText {
    int id;
    std::string value;
};

template <class Add>
Result<void> addExtensions(X509V3_CTX* context, const std::vector<ExtensionText>& extensions, Add add)
{
    for (const ExtensionText& text : extensions) {
        const ExtensionPtr extension(X509V3_EXT_nconf_nid(nullptr, context, text.id, text.value.c_str()));
        if (!extension || add(extension.get()) != 1) {
            return failedIn("pki.extension", "the extension \"" + text.value + "\" can't be added");
        }
    }
    return {};
}

struct Subject {
    std::string_view unit;
    std::string_view name;
    std::string_view organisation = pki::organisation;
    std::string_view locality{};
};

Result<CertificatePtr> unsignedCertificate(Subject subject, EVP_PKEY* key, Validity validity)
{
    CertificatePtr certificate(X509_new());
    auto serial = randomSerial();
    if (!serial) return Unexpected(serial.error());
    auto from = asn1Time(validity.from);
    if (!from) return Unexpected(from.error());
    auto to = asn1Time(validity.to);
    if (!to) return Unexpected(to.error());
    X509* x = certificate.get();
    if (!x || X509_set_version(x, X509_VERSION_3) != 1 || X509_set_serialNumber(x, serial->get()) != 1 ||
        X509_set1_notBefore(x, from->get()) != 1 || X509_set1_notAfter(x, to->get()) != 1 ||
        X509_set_pubkey(x, key) != 1) {
        return failedIn("pki.certificate", "a certificate could not be filled in");
    }
    X509_NAME* name = X509_get_subject_name(x);
    if (auto added = addName(name, "O", subject.organisation); !added) return Unexpected(added.error());
    if (!subject.locality.empty())
        if (auto added = addName(name, "L", subject.locality); !added) return Unexpected(added.error());
    if (auto added = addName(name, "OU", subject.unit); !added) return Unexpected(added.error());
    if (auto added = addName(name, "CN", subject.name); !added) return Unexpected(added.error());
    return certificate;
}

Result<CertificatePtr> finished(CertificatePtr certificate, const std::vector<ExtensionText>& extensions,
                                Signer signer)
{
    X509* x = certificate.get();
    X509* issuer = signer.certificate ? signer.certificate : x;
    if (X509_set_issuer_name(x, X509_get_subject_name(issuer)) != 1) {
        return failedIn("pki.certificate", "the issuer's name could not be set");
    }
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, issuer, x, nullptr, nullptr, 0);
    const auto added =
        addExtensions(&context, extensions, [x](X509_EXTENSION* e) { return X509_add_ext(x, e, -1); });
    if (!added) return Unexpected(added.error());
    if (X509_sign(x, signer.key, EVP_sha256()) == 0) return failedIn("pki.sign", "a certificate could not be signed");
    return certificate;
}

std::string entryOf(const X509_NAME* name, int id)
{
    const int at = X509_NAME_get_index_by_NID(name, id, -1);
    if (at < 0) return {};
    unsigned char* text = nullptr;
    const int size = ASN1_STRING_to_UTF8(&text, X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, at)));
    if (size < 0) return {};
    std::string value(reinterpret_cast<const char*>(text), static_cast<std::size_t>(size));
    OPENSSL_free(text);
    return value;
}

std::vector<std::string> hostsOf(X509* certificate)
{
    std::vector<std::string> hosts;
    const std::unique_ptr<GENERAL_NAMES, Freed<GENERAL_NAMES_free>> names(static_cast<GENERAL_NAMES*>(
        X509_get_ext_d2i(certificate, NID_subject_alt_name, nullptr, nullptr)));
    for (int i = 0; names && i < sk_GENERAL_NAME_num(names.get()); ++i) {
        int type = 0;
        const void* value = GENERAL_NAME_get0_value(sk_GENERAL_NAME_value(names.get(), i), &type);
        const auto* text = static_cast<const ASN1_STRING*>(value);
        const unsigned char* data = ASN1_STRING_get0_data(text);
        const int size = ASN1_STRING_length(text);
        if (type == GEN_DNS) {
            hosts.emplace_back(reinterpret_cast<const char*>(data), static_cast<std::size_t>(size));
        } else if (type == GEN_IPADD) {
            std::array<char, INET6_ADDRSTRLEN> address{};
            if (::inet_ntop(size == 4 ? AF_INET : AF_INET6, data, address.data(), address.size())) {
                hosts.emplace_back(address.data());
            }
        }
    }
    return hosts;
}

} // namespace

Result<CertificatePtr> buildAuthority(EVP_PKEY* key, Validity validity)
{
    auto certificate = unsignedCertificate({"authority", "Zhongshu centre authority"}, key, validity);
    if (!certificate) return certificate;
    return finished(std::move(*certificate),
                    {{NID_basic_constraints, "critical,CA:TRUE,pathlen:0"},
                     {NID_key_usage, "critical,keyCertSign,cRLSign"},
                     {NID_subject_key_identifier, "hash"}},
                    {nullptr, key});
}

Result<CertificatePtr> buildCertificate(const Order& order, EVP_PKEY* key, Validity validity, Signer signer)
{
    auto certificate = unsignedCertificate(
        {toText(order.role), order.name, order.agency.empty() ? organisation : std::string_view(order.agency), order.level}, key,
        validity);
    if (!certificate) return certificate;
    const auto hosts = alternativeNames(order.hosts);
    if (!hosts) return Unexpected(hosts.error());
    std::vector<ExtensionText> extensions{
        {NID_basic_constraints, "critical,CA:FALSE"},
        {NID_key_usage, "critical,digitalSignature"},
        {NID_ext_key_usage, order.role == Role::Gateway ? "serverAuth" : "clientAuth"},
        {NID_subject_key_identifier, "hash"},
        {NID_authority_key_identifier, "keyid:always"},
    };
    if (!hosts->empty()) extensions.push_back({NID_subject_alt_name, *hosts});
    return finished(std::move(*certificate), extensions, signer);
}

Result<CrlPtr> buildList(const std::vector<RevokedSerial>& revoked, long number, Validity validity, Signer signer)
{
    CrlPtr list(X509_CRL_new());
    const auto from = asn1Time(validity.from);
    if (!from) return Unexpected(from.error());
    const auto to = asn1Time(validity.to);
    if (!to) return Unexpected(to.error());
    X509_CRL* crl = list.get();
    if (!crl || X509_CRL_set_version(crl, X509_CRL_VERSION_2) != 1 ||
        X509_CRL_set_issuer_name(crl, X509_get_subject_name(signer.certificate)) != 1 ||
        X509_CRL_set1_lastUpdate(crl, from->get()) != 1 || X509_CRL_set1_nextUpdate(crl, to->get()) != 1) {
        return failedIn("pki.list", "the revocation list could not be filled in");
    }
    for (const RevokedSerial& entry : revoked) {
        BIGNUM* raw = nullptr;
        BN_hex2bn(&raw, entry.serial.c_str());
        const BigNumberPtr value(raw);
        const IntegerPtr serial(value ? BN_to_ASN1_INTEGER(value.get(), nullptr) : nullptr);
        const auto when = asn1Time(entry.when);
        if (!when) return Unexpected(when.error());
        RevokedPtr line(X509_REVOKED_new());
        if (!serial || !line || X509_REVOKED_set_serialNumber(line.get(), serial.get()) != 1 ||
            X509_REVOKED_set_revocationDate(line.get(), when->get()) != 1 ||
            X509_CRL_add0_revoked(crl, line.get()) != 1) {
            return failedIn("pki.list", "the serial number " + entry.serial + " could not be listed");
        }
        (void)line.release(); // the list owns it now
    }
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, signer.certificate, nullptr, nullptr, crl, 0);
    const auto added = addExtensions(&context, {{NID_authority_key_identifier, "keyid:always"}},
                                     [crl](X509_EXTENSION* e) { return X509_CRL_add_ext(crl, e, -1); });
    if (!added) return Unexpected(added.error());
    const IntegerPtr listNumber(ASN1_INTEGER_new());
    if (!listNumber || ASN1_INTEGER_set(listNumber.get(), number) != 1 ||
        X509_CRL_add1_ext_i2d(crl, NID_crl_number, listNumber.get(), 0, 0) != 1 || X509_CRL_sort(crl) != 1 ||
        X509_CRL_sign(crl, signer.key, EVP_sha256()) == 0) {
        return failedIn("pki.list", "the revocation list could not be signed");
    }
    return list;
}

Result<Issued> describe(X509* certificate)
{
    const X509_NAME* subject = X509_get_subject_name(certificate);
    Issued issued;
    issued.name = entryOf(subject, NID_commonName);
    issued.role = roleFromText(entryOf(subject, NID_organizationalUnitName));
    issued.level = entryOf(subject, NID_localityName);
    issued.agency = entryOf(subject, NID_organizationName);
    if (issued.agency == organisation) issued.agency.clear();
    issued.serial = toHex(X509_get0_serialNumber(certificate));
    issued.hosts = hostsOf(certificate);
    issued.notAfter = fromAsn1(X509_get0_notAfter(certificate));
    if (issued.name.empty()) return fail("pki.certificate", "the certificate names nobody.");
    return issued;
}

std::vector<RevokedSerial> revokedIn(X509_CRL* list)
{
    std::vector<RevokedSerial> revoked;
    STACK_OF(X509_REVOKED)* lines = X509_CRL_get_REVOKED(list);
    for (int i = 0; lines && i < sk_X509_REVOKED_num(lines); ++i) {
        const X509_REVOKED* line = sk_X509_REVOKED_value(lines, i);
        revoked.push_back({toHex(X509_REVOKED_get0_serialNumber(line)),
                           fromAsn1(X509_REVOKED_get0_revocationDate(line))});
    }
    return revoked;
}

long numberOf(X509_CRL* list)
{
    const IntegerPtr number(
        static_cast<ASN1_INTEGER*>(X509_CRL_get_ext_d2i(list, NID_crl_number, nullptr, nullptr)));
    return number ? ASN1_INTEGER_get(number.get()) : 0;
}

TimePoint nextUpdateOf(X509_CRL* list)
{
    return fromAsn1(X509_CRL_get0_nextUpdate(list));
}

} // namespace zs::pki
