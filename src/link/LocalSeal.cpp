#include "link/LocalSeal.h"

#include <memory>
#include <openssl/evp.h>
#include <openssl/rand.h>

namespace zs::link {

namespace {

// Layout: 1 byte version, 12 bytes nonce, the ciphertext, 16 bytes tag.
constexpr char formatVersion = 1;
constexpr std::size_t nonceSize = 12;
constexpr std::size_t tagSize = 16;

using Cipher = std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)>;

const unsigned char* bytesOf(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }
unsigned char* bytesOf(char* text) { return reinterpret_cast<unsigned char*>(text); }

} // namespace

Result<std::string> LocalSeal::seal(std::string_view plain, std::string_view place) const
{
    std::string out(1 + nonceSize + plain.size() + tagSize, '\0');
    out[0] = formatVersion;
    unsigned char* nonce = bytesOf(out.data() + 1);
    unsigned char* body = nonce + nonceSize;
    const Cipher cipher(EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free);
    int n = 0, last = 0;
    const bool done =
        cipher && RAND_bytes(nonce, nonceSize) == 1
        && EVP_EncryptInit_ex(cipher.get(), EVP_aes_256_gcm(), nullptr, m_secret.data(), nonce) == 1
        && EVP_EncryptUpdate(cipher.get(), nullptr, &n, bytesOf(place), static_cast<int>(place.size())) == 1
        && EVP_EncryptUpdate(cipher.get(), body, &n, bytesOf(plain), static_cast<int>(plain.size())) == 1
        && EVP_EncryptFinal_ex(cipher.get(), body + n, &last) == 1
        && EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_GET_TAG, tagSize, body + plain.size()) == 1;
    if (!done)
        return fail("seal.close", "A command can't be encrypted for this computer's disk.");
    return out;
}

Result<std::string> LocalSeal::open(std::string_view sealed, std::string_view place) const
{
    const auto refuse = [] {
        return fail("seal.open", "What lies on the disk was encrypted with another key, or was changed.");
    };
    if (sealed.size() < 1 + nonceSize + tagSize || sealed[0] != formatVersion)
        return refuse();
    const std::string_view nonce = sealed.substr(1, nonceSize);
    const std::string_view body = sealed.substr(1 + nonceSize, sealed.size() - 1 - nonceSize - tagSize);
    std::string tag(sealed.substr(sealed.size() - tagSize));
    std::string out(body.size(), '\0');
    const Cipher cipher(EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free);
    int n = 0, last = 0;
    const bool done =
        cipher && EVP_DecryptInit_ex(cipher.get(), EVP_aes_256_gcm(), nullptr, m_secret.data(), bytesOf(nonce)) == 1
        && EVP_DecryptUpdate(cipher.get(), nullptr, &n, bytesOf(place), static_cast<int>(place.size())) == 1
        && EVP_DecryptUpdate(cipher.get(), bytesOf(out.data()), &n, bytesOf(body), static_cast<int>(body.size())) == 1
        && EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_SET_TAG, tagSize, tag.data()) == 1
        && EVP_DecryptFinal_ex(cipher.get(), bytesOf(out.data()) + n, &last) == 1;
    if (!done)
        return refuse();
    return out;
}

} // namespace zs::link
