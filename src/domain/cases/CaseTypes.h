// The words of a case (DOMAIN.md §2). One name a thing; the Chinese beside it is what a person sees.
#pragma once

#include "base/Clock.h"
#include "base/StrongId.h"
#include "domain/Schema.h"
#include "domain/sla/TimeLimits.h"

#include <array>
#include <cstdint>
#include <string_view>

namespace zs::domain {

using MatterId = StrongId<struct MatterTag, std::uint16_t>;

enum class CaseKind : std::uint8_t { Hazard, Dispute, Request }; ///< 隐患, 纠纷, 诉求
constexpr auto enumNames(CaseKind) { return std::array<std::string_view, 3>{"hazard", "dispute", "request"}; }

enum class Priority : std::uint8_t { Normal, High, Urgent }; ///< 一般, 优先, 紧急
constexpr auto enumNames(Priority) { return std::array<std::string_view, 3>{"normal", "high", "urgent"}; }

/// 来源渠道, as listed in DOMAIN.md §2.
enum class Channel : std::uint8_t {
    GridApp, QrCode, CitizenPhoto, PoliceHandover, Hotline12345, PetitionHall, WalkIn, NightVisit, CourtReferral,
    MediationApp, ProvincePlatform, OtherPlatform
};
constexpr auto enumNames(Channel)
{
    return std::array<std::string_view, 12>{"grid_app", "qr_code", "citizen_photo", "police_handover", "hotline_12345",
        "petition_hall", "walk_in", "night_visit", "court_referral", "mediation_app", "province_platform", "other_platform"};
}

/// Levels of organisation (PEERS.md, "Conventions"); a city need not have all of them.
enum class Level : std::uint8_t { Grid, Village, Town, County, City, Province };
constexpr auto enumNames(Level)
{
    return std::array<std::string_view, 6>{"grid", "village", "town", "county", "city", "province"};
}
/// The field's code of a level: 0, 10, … 50.
constexpr int levelCode(Level level) { return static_cast<int>(level) * 10; }
/// A level of a city at which there can be a governance centre.
constexpr bool isCentreLevel(Level level) { return level >= Level::Town && level <= Level::City; }

/// Where a case stands: the seven legal steps and their side ways (DOMAIN.md §2).
enum class Phase : std::uint8_t {
    None,         ///< not received yet
    Received,     ///< 统一受理
    Classified,   ///< 分类登记, waits for routing or dispatch
    Routed,       ///< 分流转办, waits for the agency to accept
    Accepted,     ///< the lead agency took it
    Dispatched,   ///< 派员, sent to a person
    Acknowledged, ///< the person confirmed, on the way
    OnScene,      ///< 到场
    Finished,     ///< 办结反馈
    Rated,        ///< 群众评价
    FollowedUp,   ///< 定期回访
    Archived,     ///< 归档
    Declined,     ///< 不予受理
    Merged        ///< 合并: goes on in the case it was merged into
};
constexpr auto enumNames(Phase)
{
    return std::array<std::string_view, 14>{"none", "received", "classified", "routed", "accepted", "dispatched",
        "acknowledged", "on_scene", "finished", "rated", "followed_up", "archived", "declined", "merged"};
}

enum class Outcome : std::uint8_t { Resolved, Settled, NotFound, Referred }; ///< 已处置, 已化解, 未发现, 移交
constexpr auto enumNames(Outcome)
{
    return std::array<std::string_view, 4>{"resolved", "settled", "not_found", "referred"};
}

} // namespace zs::domain
