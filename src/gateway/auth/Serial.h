// How a certificate's serial number is written wherever two are compared.
#pragma once

#include <openssl/asn1.h>
#include <string>

namespace zs::gateway {

/// Lower-case hexadecimal, two digits a byte.
inline std::string serialText(const ASN1_INTEGER* serial)
{
    static constexpr char digits[] = "0123456789abcdef";
    std::string out;
    const unsigned char* bytes = ASN1_STRING_get0_data(serial);
    for (int i = 0; i < ASN1_STRING_length(serial); ++i) {
        out.push_back(digits[bytes[i] >> 4]);
        out.push_back(digits[bytes[i] & 15]);
    }
    return out;
}

} // namespace zs::gateway
