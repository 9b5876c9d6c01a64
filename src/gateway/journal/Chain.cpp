#include "gateway/journal/Chain.h"

#include <cstring>
#include <openssl/evp.h>

namespace zs::gateway {

std::string toHex(const Hash& hash)
{
    static constexpr char digits[] = "0123456789abcdef";
    std::string out;
    out.reserve(64);
    for (const std::uint8_t byte : hash) {
        out.push_back(digits[byte >> 4]);
        out.push_back(digits[byte & 15]);
    }
    return out;
}

// Fetched once: an implicit fetch in every EVP_DigestInit costs more than the hashing of a short event.
Sha256::Sha256() : m_digest(EVP_MD_fetch(nullptr, "SHA256", nullptr)), m_context(EVP_MD_CTX_new()) {}

Sha256::~Sha256()
{
    EVP_MD_CTX_free(m_context);
    EVP_MD_free(m_digest);
}

void Sha256::start() { EVP_DigestInit_ex2(m_context, m_digest, nullptr); }
void Sha256::add(std::string_view bytes) { EVP_DigestUpdate(m_context, bytes.data(), bytes.size()); }
void Sha256::add(const Hash& hash) { EVP_DigestUpdate(m_context, hash.data(), hash.size()); }

void Sha256::addNumber(std::uint64_t number)
{
    std::uint8_t bytes[8];
    for (std::uint8_t& byte : bytes) {
        byte = static_cast<std::uint8_t>(number);
        number >>= 8;
    }
    EVP_DigestUpdate(m_context, bytes, sizeof bytes);
}

Hash Sha256::finish()
{
    Hash hash{};
    EVP_DigestFinal_ex(m_context, hash.data(), nullptr);
    return hash;
}

Hash chainHash(Sha256& sha, const Hash& before, const ChainLink& link)
{
    sha.start();
    sha.add(before);
    sha.addNumber(static_cast<std::uint64_t>(link.seq));
    sha.addNumber(link.subject.number);
    sha.addNumber(link.version);
    sha.addNumber(static_cast<std::uint64_t>(toUnixMillis(link.at)));
    sha.addNumber(link.by.size());
    sha.add(link.by);
    if (link.subject.kind == domain::SubjectKind::Case) {
        sha.addNumber(link.kind.size());
    } else {
        constexpr auto names = enumNames(domain::SubjectKind{});
        const auto kind = static_cast<std::size_t>(link.subject.kind);
        const std::string_view of = kind < names.size() ? names[kind] : "?";
        sha.addNumber(of.size() + 1 + link.kind.size());
        sha.add(of);
        sha.add("/");
    }
    sha.add(link.kind);
    sha.add(link.data);
    return sha.finish();
}

} // namespace zs::gateway
