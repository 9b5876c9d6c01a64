// The indicators that leaders ask for every morning (DOMAIN.md §3): what each one is called, how it is computed, what is left
// out, and what stands beside it. The words here are the ones on hover; Judge.cpp is the one place that computes them, a
// function a family, so that anyone can hold the two beside each other.
//
// What all of them share:
// - A figure belongs to a time [from, to). Each is a set of cases chosen by ONE time stamp (its cohort) of which some count:
//   the denominator is the cohort, the numerator what counts of it. A numerator can therefore never hold what its
//   denominator doesn't.
// - "By the end" means before `to`: last week's figure stays what it was at the end of last week, and can be compared.
// - Returns, routings, reworks, reopenings, outcome, rating and follow-up are taken back to that moment (Measure.h, AsOf). As
//   known now are lead, kind, limits with extensions and pauses, and which cases owe a follow-up.
// - Declined (不予受理) and merged (合并) cases were received, and are nothing else's denominator unless it says so.
//   A reopened case (重开) leaves what it was concluded in, and comes back when it is concluded again.
//   While a case is suspended (挂起) its limit stands still: it becomes neither due nor late; what was late before stays late.
#pragma once

#include "domain/LocalText.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace zs::domain::indicators {

enum class IndicatorId : std::uint8_t {
    Received,           ///< 受理量: cases received in the time
    Dissolved,          ///< 化解率: settled ÷ disputes concluded
    ClosedInTime,       ///< 按时办结率: closed within the limit as extended ÷ due
    Handled,            ///< 处置率: handled ÷ hazards found
    RoutedRight,        ///< 派遣准确率: never returned nor sent to a second agency ÷ routed (the chosen reading)
    RoutedNoRework,     ///< 派遣准确率（返工口径）: not reworked ÷ due (the other public reading)
    Reworked,           ///< 返工率: sent back to the same agency after review ÷ closed
    Overdue,            ///< 超期: open and late at the end of the time
    Satisfied,          ///< 满意度: satisfied or basically satisfied ÷ rated
    FollowedUp,         ///< 回访率: reached ÷ follow-ups due
    ReportedIn,         ///< 报到及时率: reported in time ÷ whistles due
    FirstResponse,      ///< 首次响应: median from start to first routed or dispatched
    ZeroReportsMissing, ///< 零报告缺报: grid reports due and not given
    FiledRight,         ///< 准确立案率: (filed − void) ÷ filed
    Closed,             ///< 结案率: closed ÷ due (911 ÷ 972 = 93.72 %)
    ClosedAsSet,        ///< 按期结案率: closed within the limit as first set ÷ due (737 ÷ 972 = 75.82 %)
    Supervised,         ///< 督办件次: steps of the ladder, all rungs
    Reminders, Urges, Orders, Circulars, Summonses, Listed, ///< 提醒 催办 督办 通报 约谈 挂牌督办
    Answered            ///< 督办反馈及时率: answered in time ÷ answers due
};
inline constexpr std::size_t indicatorCount = 24;

enum class Unit : std::uint8_t { Count, Share, Duration }; ///< a number; 0…1; milliseconds
enum class Direction : std::uint8_t { Neutral, HigherIsBetter, LowerIsBetter };
/// Whether the figure is a part of something, or a plain number.
enum class Shape : std::uint8_t { PlainCount, PartOfWhole };

struct Definition {
    IndicatorId id = IndicatorId::Received;
    std::string_view code; ///< stable, for exports: "closed_in_time"
    LocalText name;
    LocalText formula;     ///< one line in words
    LocalText numerator;   ///< which cases count
    LocalText denominator; ///< of which ones; empty for a plain count
    LocalText exclusions;  ///< what is left out, and why
    LocalText note;        ///< where public formulas disagree: which was chosen, and why; may be empty
    Unit unit = Unit::Count;
    Direction direction = Direction::Neutral;
    Shape shape = Shape::PlainCount;
    std::optional<IndicatorId> otherReading; ///< shown beside it
};

/// In the order of IndicatorId. Constant data; any thread.
std::span<const Definition, indicatorCount> definitions();
const Definition& definition(IndicatorId id);

} // namespace zs::domain::indicators
