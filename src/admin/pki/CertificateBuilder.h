// Builds and signs the X.509 objects of an authority; no files, no clock of its own. Only for this folder.
#pragma once

#include "admin/pki/Authority.h"
#include "admin/pki/OpenSsl.h"

namespace zs::pki {

struct Validity {
    TimePoint from;
    TimePoint to;
};

struct Signer {
    X509* certificate = nullptr;
    EVP_PKEY* key = nullptr;
};

Result<CertificatePtr> buildAuthority(EVP_PKEY* key, Validity validity);
Result<CertificatePtr> buildCertificate(const Order& order, EVP_PKEY* key, Validity validity, Signer signer);

struct RevokedSerial {
    std::string serial; ///< hexadecimal
    TimePoint when;
};
Result<CrlPtr> buildList(const std::vector<RevokedSerial>& revoked, long number, Validity validity, Signer signer);

Result<Issued> describe(X509* certificate);
std::vector<RevokedSerial> revokedIn(X509_CRL* list);
long numberOf(X509_CRL* list);
TimePoint nextUpdateOf(X509_CRL* list);

} // namespace zs::pki
