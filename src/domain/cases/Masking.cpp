#include "domain/cases/Masking.h"

#include "base/Utf8.h"

namespace zs::domain {

std::string maskName(std::string_view name)
{
    if (name.empty())
        return {};
    return std::string(firstCodePoints(name, 1)) + "*";
}

std::string maskPhone(std::string_view phone)
{
    std::string digits;
    for (const char c : phone)
        if (c >= '0' && c <= '9')
            digits.push_back(c);
    if (digits.empty())
        return phone.empty() ? std::string() : std::string("****");
    if (digits.size() >= 11)
        return digits.substr(0, 3) + "****" + digits.substr(digits.size() - 4);
    if (digits.size() >= 5)
        return "****" + digits.substr(digits.size() - 2);
    return "****";
}

} // namespace zs::domain
