#include "gateway/http/Target.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <utility>

namespace zs::gateway {

namespace {

template <class N>
std::optional<N> wholeNumber(std::string_view text)
{
    N value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || error != std::errc{} || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

} // namespace

std::optional<CaseId> caseNumberOf(std::string_view argument)
{
    const auto id = wholeNumber<std::uint64_t>(argument);
    if (!id || *id == 0 || *id > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()))
        return std::nullopt;
    return CaseId(*id);
}

std::optional<HistoryPage> pageOf(std::string_view query)
{
    HistoryPage page;
    const std::size_t most = page.limit;
    bool hasAfter = false, hasLimit = false;
    while (!query.empty()) {
        const std::string_view part = query.substr(0, query.find('&'));
        query.remove_prefix(std::min(query.size(), part.size() + 1));
        const auto equals = part.find('=');
        const std::string_view name = part.substr(0, equals);
        const auto value = equals == std::string_view::npos ? std::nullopt : wholeNumber<std::uint32_t>(part.substr(equals + 1));
        if (value && name == "after" && !std::exchange(hasAfter, true))
            page.after = *value;
        else if (value && name == "limit" && *value >= 1 && *value <= most && !std::exchange(hasLimit, true))
            page.limit = *value;
        else
            return std::nullopt;
    }
    return page;
}

std::optional<Seq> sinceOf(std::string_view query)
{
    constexpr std::string_view key = "since=";
    const auto since = query.starts_with(key) ? wholeNumber<Seq>(query.substr(key.size())) : std::nullopt;
    return since && *since >= 0 ? since : std::nullopt;
}

std::optional<WantedPublication> publicationOf(std::string_view argument)
{
    const auto slash = argument.find('/');
    const auto names = enumNames(domain::ReferenceKind{});
    const auto name = std::ranges::find(names, argument.substr(0, slash));
    const auto version = slash == std::string_view::npos ? std::nullopt : wholeNumber<std::uint32_t>(argument.substr(slash + 1));
    if (name == names.end() || !version)
        return std::nullopt;
    return WantedPublication{static_cast<domain::ReferenceKind>(name - names.begin()), *version};
}

} // namespace zs::gateway
