// What an event or a command is about: a case, or one of the centre's daily duties. One journal, one stream and one outbox
// carry them all; a subject says whose version is meant.
#pragma once

#include "domain/Schema.h"

#include <array>
#include <compare>
#include <cstdint>
#include <string_view>

namespace zs::domain {

enum class SubjectKind : std::uint8_t {
    Case,            ///< 事件; its number is a CaseId
    SensitivePeriod, ///< 敏感时段, in which every grid reports daily
    ZeroReport,      ///< 日排查零报告 of one town and day (zeroreport/DaySheet.h)
    NightVisit,      ///< 平安夜访
    Consultation,    ///< 会商研判
    Campaign,        ///< 专项行动
    CampaignSheet,   ///< a campaign's checks in one town
    Reference        ///< published reference data
};
constexpr auto enumNames(SubjectKind)
{
    return std::array<std::string_view, 8>{"case", "sensitive_period", "zero_report", "night_visit", "consultation",
        "campaign", "campaign_sheet", "reference"};
}

/// `number` is counted for each kind by itself, from 1; sheets and reference data have a number that follows from what they
/// are (sheetNumber(), referenceNumber()). 0 = not numbered yet. Below 2^53, so that it is whole in any JSON.
struct Subject {
    SubjectKind kind = SubjectKind::Case;
    std::uint64_t number = 0;

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("kind", self.kind);
        v("number", self.number);
    }
    auto operator<=>(const Subject&) const = default;
};

} // namespace zs::domain
