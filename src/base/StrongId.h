// Ids that can't be mistaken for one another. 0 means "none".
#pragma once

#include <cstdint>

#include <compare> // not first: moc 6.4 stumbles over it
#include <functional>

namespace zs {

template <class Tag, class Rep>
struct StrongId {
    using rep = Rep;
    Rep value = 0;

    constexpr StrongId() = default;
    constexpr explicit StrongId(Rep v) : value(v) {}

    constexpr bool isNone() const { return value == 0; }
    constexpr explicit operator bool() const { return value != 0; }
    constexpr auto operator<=>(const StrongId&) const = default;
};

using CaseId = StrongId<struct CaseTag, std::uint64_t>;
using PersonId = StrongId<struct PersonTag, std::uint32_t>; ///< a member of staff in the city pack
using AgencyId = StrongId<struct AgencyTag, std::uint16_t>;
using GridId = StrongId<struct GridTag, std::uint32_t>;
using CommunityId = StrongId<struct CommunityTag, std::uint16_t>;
using TownId = StrongId<struct TownTag, std::uint16_t>;
using Seq = std::int64_t; ///< place in the journal; gap-free, first event is 1

} // namespace zs

template <class Tag, class Rep>
struct std::hash<zs::StrongId<Tag, Rep>> {
    std::size_t operator()(const zs::StrongId<Tag, Rep>& id) const noexcept { return std::hash<Rep>{}(id.value); }
};
