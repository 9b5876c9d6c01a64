// Owners for OpenSSL's objects and its error text. Only for the .cpp files of this folder.
#pragma once

#include "base/Result.h"

#include <memory>
#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>
#include <string>
#include <string_view>

namespace zs::pki {

template <auto Free>
struct Freed {
    template <class T>
    void operator()(T* object) const
    {
        Free(object);
    }
};

using BioPtr = std::unique_ptr<BIO, Freed<BIO_free_all>>;
using KeyPtr = std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY_free>>;
using CertificatePtr = std::unique_ptr<X509, Freed<X509_free>>;
using CrlPtr = std::unique_ptr<X509_CRL, Freed<X509_CRL_free>>;
using NamePtr = std::unique_ptr<X509_NAME, Freed<X509_NAME_free>>;
using ExtensionPtr = std::unique_ptr<X509_EXTENSION, Freed<X509_EXTENSION_free>>;
using RevokedPtr = std::unique_ptr<X509_REVOKED, Freed<X509_REVOKED_free>>;
using TimePtr = std::unique_ptr<ASN1_TIME, Freed<ASN1_TIME_free>>;
using IntegerPtr = std::unique_ptr<ASN1_INTEGER, Freed<ASN1_INTEGER_free>>;
using BigNumberPtr = std::unique_ptr<BIGNUM, Freed<BN_free>>;

/// An Error whose sentence ends with OpenSSL's own reason; empties OpenSSL's error queue.
Unexpected failedIn(std::string code, std::string_view what);

Result<KeyPtr> newKey();
Result<std::string> toPem(EVP_PKEY* key);
Result<std::string> toPem(X509* certificate);
Result<std::string> toPem(X509_CRL* list);
Result<KeyPtr> keyFromPem(const std::string& pem);
Result<CertificatePtr> certificateFromPem(const std::string& pem);
Result<CrlPtr> crlFromPem(const std::string& pem);

/// 128 random bits, never zero or negative: no two certificates of any authority share one.
Result<IntegerPtr> randomSerial();
/// Lower-case hexadecimal digits of a serial number.
std::string toHex(const ASN1_INTEGER* number);

} // namespace zs::pki
