#include "suggest/InputHash.h"

#include <array>
#include <memory>
#include <openssl/evp.h>

namespace zs::suggest {

std::string inputHash(const std::vector<Example>& examples)
{
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
    if (!context || EVP_DigestInit_ex(context.get(), EVP_sha256(), nullptr) != 1)
        return {};
    const auto add = [&](const std::string& text) { // with its end, so that no two lists of texts look alike
        EVP_DigestUpdate(context.get(), text.data(), text.size());
        EVP_DigestUpdate(context.get(), "\x1e", 1);
    };
    for (const Example& e : examples) {
        add(e.label);
        add(e.message.category);
        add(e.message.title);
        add(e.message.text);
        for (const std::string& area : e.message.areas)
            add(area);
        add(e.message.channel);
        add(std::to_string(toUnixMillis(e.at)));
    }
    std::array<unsigned char, EVP_MAX_MD_SIZE> bytes{};
    unsigned int size = 0;
    EVP_DigestFinal_ex(context.get(), bytes.data(), &size);
    std::string out;
    for (unsigned int i = 0; i < size; ++i) {
        constexpr char hex[] = "0123456789abcdef";
        out += hex[bytes[i] >> 4];
        out += hex[bytes[i] & 15];
    }
    return out;
}

} // namespace zs::suggest
