#include "admin/pki/OpenSsl.h"

#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/rand.h>

namespace zs::pki {

Unexpected failedIn(std::string code, std::string_view what)
{
    const unsigned long number = ERR_get_error();
    std::string sentence(what);
    if (number != 0) {
        char text[256];
        ERR_error_string_n(number, text, sizeof text);
        const char* reason = ERR_reason_error_string(number);
        sentence.append(" (OpenSSL: ").append(reason ? reason : text).append(")");
    }
    ERR_clear_error();
    return fail(std::move(code), sentence.append("."));
}

Result<KeyPtr> newKey()
{
    KeyPtr key(EVP_EC_gen("P-256"));
    if (!key) return failedIn("pki.key", "a P-256 key could not be made");
    return key;
}

namespace {

template <class Write>
Result<std::string> written(Write write)
{
    BioPtr memory(BIO_new(BIO_s_mem()));
    if (!memory || write(memory.get()) != 1) return failedIn("pki.pem", "PEM text could not be written");
    char* data = nullptr;
    const long size = BIO_get_mem_data(memory.get(), &data);
    return std::string(data, static_cast<std::size_t>(size));
}

BioPtr reader(const std::string& pem)
{
    return BioPtr(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
}

} // namespace

Result<std::string> toPem(EVP_PKEY* key)
{
    return written(
        [key](BIO* to) { return PEM_write_bio_PKCS8PrivateKey(to, key, nullptr, nullptr, 0, nullptr, nullptr); });
}

Result<std::string> toPem(X509* certificate)
{
    return written([certificate](BIO* to) { return PEM_write_bio_X509(to, certificate); });
}

Result<std::string> toPem(X509_CRL* list)
{
    return written([list](BIO* to) { return PEM_write_bio_X509_CRL(to, list); });
}

Result<KeyPtr> keyFromPem(const std::string& pem)
{
    const BioPtr from = reader(pem);
    KeyPtr key(PEM_read_bio_PrivateKey(from.get(), nullptr, nullptr, nullptr));
    if (!key) return failedIn("pki.pem", "this is no private key in PEM form");
    return key;
}

Result<CertificatePtr> certificateFromPem(const std::string& pem)
{
    const BioPtr from = reader(pem);
    CertificatePtr certificate(PEM_read_bio_X509(from.get(), nullptr, nullptr, nullptr));
    if (!certificate) return failedIn("pki.pem", "this is no certificate in PEM form");
    return certificate;
}

Result<CrlPtr> crlFromPem(const std::string& pem)
{
    const BioPtr from = reader(pem);
    CrlPtr list(PEM_read_bio_X509_CRL(from.get(), nullptr, nullptr, nullptr));
    if (!list) return failedIn("pki.pem", "this is no revocation list in PEM form");
    return list;
}

Result<IntegerPtr> randomSerial()
{
    unsigned char bytes[16];
    if (RAND_bytes(bytes, sizeof bytes) != 1) return failedIn("pki.random", "no random numbers");
    // X.509 wants a positive number of at most 20 octets; a set top bit would only cost a padding octet, a zero
    // number would be invalid.
    bytes[0] = static_cast<unsigned char>((bytes[0] & 0x7f) | 0x40);
    const BigNumberPtr number(BN_bin2bn(bytes, sizeof bytes, nullptr));
    IntegerPtr serial(number ? BN_to_ASN1_INTEGER(number.get(), nullptr) : nullptr);
    if (!serial) return failedIn("pki.serial", "a serial number could not be made");
    return serial;
}

std::string toHex(const ASN1_INTEGER* number)
{
    static constexpr char digits[] = "0123456789abcdef";
    std::string text;
    const unsigned char* bytes = ASN1_STRING_get0_data(number);
    for (int i = 0; i < ASN1_STRING_length(number); ++i) {
        text.push_back(digits[bytes[i] >> 4]);
        text.push_back(digits[bytes[i] & 15]);
    }
    return text;
}

} // namespace zs::pki
