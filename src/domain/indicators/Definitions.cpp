// The words of the indicators. Whoever changes a formula in Judge.cpp changes its words here, and the golden table.
#include "domain/indicators/Indicator.h"

namespace zs::domain::indicators {

namespace {

Definition supervisionCount(IndicatorId id, std::string_view code, LocalText name, const char* rungZh, const char* rungEn)
{
    return {id, code, std::move(name),
            {std::string("本期发出的") + rungZh + "件次", std::string("steps of supervision issued in the time: ") + rungEn},
            {std::string("本期发出的") + rungZh, std::string("issued in the time: ") + rungEn}, {},
            {"按被督办单位计；同一事件发两次计两次", "counted for the agency that is supervised; two steps in one case are two"},
            {}, Unit::Count, Direction::Neutral, Shape::PlainCount, std::nullopt};
}

using D = Direction;
using U = Unit;
using S = Shape;
using I = IndicatorId;

std::array<Definition, indicatorCount> make()
{
    const LocalText dueCases{"办结期限（含挂起顺延和已批延期）落在本期的事件",
                             "cases whose limit to report back (moved by suspensions and granted extensions) lies in the time"};
    const LocalText dueExclusions{"不含不予受理、已合并；挂起中时限停走，不算到期（挂起前已超期的仍算）；重开的按重开后的时限",
                                  "without declined and merged ones; a suspended limit stands still and isn't due (what was late before "
                                  "stays late); a reopened case is judged by its new limit"};
    const LocalText none;
    return {{
        {I::Received, "received", {"受理量", "Received"},
         {"本期受理的事件数", "cases received in the time"}, {"本期受理的事件", "cases received in the time"}, none,
         {"含后来不予受理和合并的：它们也占用了受理", "with those declined or merged later: they were received all the same"},
         none, U::Count, D::Neutral, S::PlainCount, std::nullopt},

        {I::Dissolved, "dissolved", {"化解率", "Dissolved"},
         {"化解数 ÷ 办结纠纷数", "settled ÷ disputes concluded"},
         {"其中结果为“已化解”（达成协议）的", "those that ended with agreement"},
         {"本期办结、现仍办结的纠纷", "disputes concluded in the time, and still concluded"},
         {"只计纠纷；结果为“未发现”的不计：没有纠纷可化解；“移交”计入分母；重开的待再次办结时计",
          "disputes only; without \"not found\": there was nothing to settle; handed over ones are in the denominator; a reopened "
          "one counts when it is concluded again"},
         none, U::Share, D::HigherIsBetter, S::PartOfWhole, std::nullopt},

        {I::ClosedInTime, "closed_in_time", {"按时办结率", "Closed in time"},
         {"按时办结数 ÷ 应办结数", "closed in time ÷ due"},
         {"其中期末前已办结、且不迟于期限的", "those closed by the end of the time and not after their limit"},
         dueCases, dueExclusions,
         {"“按时”按批准延期后的期限。原定期限的口径见“按期结案率”。",
          "\"In time\" is by the limit as extended. By the limit as first set: see \"Closed within first limit\"."},
         U::Share, D::HigherIsBetter, S::PartOfWhole, I::ClosedAsSet},

        {I::Handled, "handled", {"处置率", "Handled"},
         {"已处置 ÷ 发现的隐患", "handled ÷ hazards found"},
         {"其中期末前已办结的", "those concluded by the end of the time"},
         {"本期受理的隐患", "hazards received in the time"},
         {"只计隐患；不含不予受理、已合并、核查“未发现”的",
          "hazards only; without declined, merged, and those that turned out not to be there"},
         {"公开口径有二：处置 ÷ 发现，处置 ÷ 应处置。取前者，当天就能看；后者即“结案率”。",
          "Two public readings: handled ÷ found, handled ÷ due. The first is taken, because it can be seen the same day; the other "
          "is \"Closed\"."},
         U::Share, D::HigherIsBetter, S::PartOfWhole, I::Closed},

        {I::RoutedRight, "routed_right", {"派遣准确率", "Routed right"},
         {"未退回且未转第二家的 ÷ 分流数", "neither returned nor sent to a second agency ÷ routed"},
         {"其中没有被退回、没有改派过的", "those never returned and never re-routed"},
         {"本期首次分流的事件", "cases routed for the first time in the time"},
         {"直接派员、没有转单位的不计；重开后再分流一次不算改派",
          "without those sent straight to a person; being routed once more after a reopening is no re-routing"},
         {"公开口径有二：未派往两家以上 ÷ 分流；未返工 ÷ 应办结。取前者：它只看分流这一步做得对不对，返工还看单位办得好不好。",
          "Two public readings: not sent to two or more agencies ÷ routed; not reworked ÷ due. The first is taken: it judges the "
          "routing alone, where rework judges how the agency handled it, too."},
         U::Share, D::HigherIsBetter, S::PartOfWhole, I::RoutedNoRework},

        {I::RoutedNoRework, "routed_no_rework", {"派遣准确率（返工口径）", "Routed right (by rework)"},
         {"未返工数 ÷ 应办结数", "not reworked ÷ due"},
         {"其中没有返工过的", "those never reworked"}, dueCases, dueExclusions,
         {"“派遣准确率”的另一种公开口径，供对照。", "The other public reading of \"Routed right\", to compare with."},
         U::Share, D::HigherIsBetter, S::PartOfWhole, I::RoutedRight},

        {I::Reworked, "reworked", {"返工率", "Reworked"},
         {"返工数 ÷ 办结数", "reworked ÷ closed"},
         {"其中审核后发回原单位返工过的（每件只计一次）",
          "those sent back to the same agency after review (each once, however often)"},
         {"本期办结、现仍办结的事件", "cases concluded in the time, and still concluded"},
         {"正在返工的待再次办结时计；不含不予受理、已合并",
          "one that is being reworked counts when it is concluded again; without declined and merged ones"},
         none, U::Share, D::LowerIsBetter, S::PartOfWhole, std::nullopt},

        {I::Overdue, "overdue", {"超期", "Overdue"},
         {"期末未办结且已过期限的事件数", "cases open and past their limit at the end of the time"},
         {"期末未办结且已过办结期限的", "open and past the limit to report back at the end of the time"}, none,
         {"不含不予受理、已合并；挂起中时限停走（挂起前已超期的仍算）", "without declined and merged ones; a suspended limit stands still (what was late before stays late)"},
         {"往期按当时是否已办结计；期间重开过的按现在的期限。",
          "Former times count what was open then; a case reopened since is judged by its present limit."},
         U::Count, D::LowerIsBetter, S::PlainCount, std::nullopt},

        {I::Satisfied, "satisfied", {"满意度", "Satisfaction"},
         {"满意和基本满意 ÷ 评价数", "satisfied or basically satisfied ÷ rated"},
         {"其中评价为“满意”或“基本满意”的", "those rated satisfied or basically satisfied"},
         {"本期由群众评价的事件", "cases rated by the citizen in the time"},
         {"没有评价的不计：不评价不等于满意", "without unrated ones: silence isn't satisfaction"},
         none, U::Share, D::HigherIsBetter, S::PartOfWhole, std::nullopt},

        {I::FollowedUp, "followed_up", {"回访率", "Followed up"},
         {"已回访 ÷ 应回访", "reached ÷ follow-ups due"},
         {"其中期末前已回访到的", "those reached by the end of the time"},
         {"回访期限落在本期的已办结事件", "concluded cases whose limit to follow up lies in the time"},
         {"没有留下可联系的反映人、不须回访的不计；“联系不上”不算已回访；回访不满意的事件已重开，另计",
          "without those where nobody can be asked; \"unreachable\" isn't followed up; who was dissatisfied has the case reopened: it counts "
          "anew"},
         none, U::Share, D::HigherIsBetter, S::PartOfWhole, std::nullopt},

        {I::ReportedIn, "reported_in", {"报到及时率", "Reported in on time"},
         {"按时报到 ÷ 应报到的哨", "reported in in time ÷ whistles due"},
         {"其中不迟于期限报到的", "those reported in not after their limit"},
         {"报到期限落在本期的吹哨（每家单位计一次）",
          "whistles whose limit lies in the time (each agency called is one)"},
         {"到期前已撤哨、或事件已办结的不计；按被吹哨单位归属，不按牵头单位",
          "without those stood down, or whose case ended, before; belongs to the agency called, not to the lead"},
         none, U::Share, D::HigherIsBetter, S::PartOfWhole, std::nullopt},

        {I::FirstResponse, "first_response", {"首次响应", "First response"},
         {"首次响应用时的中位数", "median time to the first response"},
         {"受理（或重开）到首次分流或派员的用时", "from received (or reopened) to first routed or sent to a person"},
         {"本期首次分流或派员的事件", "cases first routed or sent to a person in the time"},
         {"自然时间，不扣挂起；重开后尚未再响应的不计",
          "clock time, suspensions included; without those reopened and not yet answered anew"},
         {"取中位数，不取平均：一件遗忘的事件会让平均数失真。",
          "The median, not the mean: one forgotten case would make the mean say nothing of the others."},
         U::Duration, D::LowerIsBetter, S::PartOfWhole, std::nullopt},

        {I::ZeroReportsMissing, "zero_reports_missing", {"零报告缺报", "Zero reports missing"},
         {"到时未报的网格日报数", "grid reports due and not given"},
         {"其中期末前仍未报的", "those not given by the end of the time"},
         {"应报时刻落在本期的网格日报（一格一天计一次）",
          "daily grid reports due in the time (one grid and day is one)"},
         {"报“零”是已报，不是缺报；迟报是已报", "a report of zero is a report; so is a late one"},
         {"没有应报的时段显示“无数据”，不是 0。", "Where none was due it says \"no data\", not 0."},
         U::Count, D::LowerIsBetter, S::PartOfWhole, std::nullopt},

        {I::FiledRight, "filed_right", {"准确立案率", "Filed right"},
         {"（立案 − 作废）÷ 立案", "(filed − void) ÷ filed"},
         {"其中没有作废的", "those that weren't void"},
         {"本期分类登记（立案）的事件", "cases classified and registered in the time"},
         {"作废：登记后不予受理，或核查“未发现”；已合并的不计：那是受理环节的事",
          "void: declined after it was registered, or found not to be there; without merged ones: those are a matter of intake"},
         none, U::Share, D::HigherIsBetter, S::PartOfWhole, std::nullopt},

        {I::Closed, "closed", {"结案率", "Closed"},
         {"已结案 ÷ 应结案", "closed ÷ due"},
         {"其中期末前已办结的，不论早晚", "those closed by the end of the time, late ones too"}, dueCases, dueExclusions,
         {"验算：911 ÷ 972 = 93.72 %。", "Check: 911 ÷ 972 = 93.72 %."},
         U::Share, D::HigherIsBetter, S::PartOfWhole, std::nullopt},

        {I::ClosedAsSet, "closed_as_set", {"按期结案率", "Closed within first limit"},
         {"原定期限内结案 ÷ 应结案", "closed within the limit as first set ÷ due"},
         {"其中期末前已办结、且不迟于原定期限（不含延期）的",
          "those closed by the end of the time and not after the limit as first set, extensions not counted"},
         dueCases, dueExclusions,
         {"验算：737 ÷ 972 = 75.82 %。与“按时办结率”相差的，就是靠延期才按时的。",
          "Check: 737 ÷ 972 = 75.82 %. What \"Closed in time\" has more is in time only because it was extended."},
         U::Share, D::HigherIsBetter, S::PartOfWhole, I::ClosedInTime},

        supervisionCount(I::Supervised, "supervised", {"督办件次", "Supervision"}, "各级督办", "any rung"),
        supervisionCount(I::Reminders, "reminders", {"提醒", "Reminders"}, "提醒", "reminders"),
        supervisionCount(I::Urges, "urges", {"催办", "Urges"}, "催办", "urges"),
        supervisionCount(I::Orders, "orders", {"督办", "Supervision orders"}, "督办", "supervision orders"),
        supervisionCount(I::Circulars, "circulars", {"通报", "Circulars"}, "通报", "circulars"),
        supervisionCount(I::Summonses, "summonses", {"约谈", "Summonses"}, "约谈", "summonses"),
        supervisionCount(I::Listed, "listed", {"挂牌督办", "Listed supervision"}, "挂牌督办", "listed supervision"),

        {I::Answered, "answered", {"督办反馈及时率", "Answered on time"},
         {"按时反馈 ÷ 应反馈", "answered in time ÷ answers due"},
         {"其中不迟于期限反馈的", "those answered not after their limit"},
         {"反馈期限落在本期的督办（各级）", "steps of supervision (any rung) whose answer is due in the time"},
         {"按被督办单位归属；未设期限的不计", "belongs to the agency supervised; without steps that set no limit"},
         none, U::Share, D::HigherIsBetter, S::PartOfWhole, std::nullopt},
    }};
}

} // namespace

std::span<const Definition, indicatorCount> definitions()
{
    static const std::array<Definition, indicatorCount> all = make();
    return all;
}

const Definition& definition(IndicatorId id) { return definitions()[static_cast<std::size_t>(id)]; }

} // namespace zs::domain::indicators
