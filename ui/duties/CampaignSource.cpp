#include "ui/duties/CampaignSource.h"

#include "ui/duties/DutyWords.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace zs::duties {

using domain::Campaign;
using domain::CampaignCoverage;
using domain::CampaignSheet;
using domain::CampaignStage;
using domain::MatterId;
using domain::SubjectKind;
using kit::Tone;

namespace {

struct TownCoverage {
    TownId town;
    CampaignCoverage coverage;
};

std::string text(const FormValues& v, const char* key) { return v[QLatin1String(key)].toString().toStdString(); }

/// The least covered first.
std::vector<TownCoverage> townsOf(const cases::Workplace& place, const Campaign& campaign)
{
    std::map<TownId, int> grids;
    for (const domain::Grid& grid : place.desk.city().grids)
        if (campaign.coversTown(grid.town)) ++grids[grid.town];
    std::vector<TownCoverage> towns;
    for (const auto& [town, count] : grids)
        towns.push_back({town, domain::coverageOf(place.desk.duties().find<CampaignSheet>(domain::campaignSheetNumber(campaign.number, town)), count)});
    std::ranges::stable_sort(towns, {}, [](const TownCoverage& t) { return t.coverage.share(); });
    return towns;
}

CampaignCoverage whole(const std::vector<TownCoverage>& towns)
{
    CampaignCoverage all;
    for (const TownCoverage& t : towns) all.add(t.coverage);
    return all;
}

QString percent(double share) { return QString::number(share * 100, 'f', 1) + QStringLiteral(" %"); }

} // namespace

sdk::PanelInfo CampaignSource::panelInfo()
{
    return {QStringLiteral("duties.campaign"), tr("Campaigns"), QStringLiteral("flag"), sdk::PanelArea::Centre, {960, 738},
            sdk::PanelVisibility::Hidden};
}

bool CampaignSource::shows(SubjectKind kind) const { return kind == SubjectKind::Campaign || kind == SubjectKind::CampaignSheet; }

std::vector<DutyItem> CampaignSource::items() const
{
    std::vector<const Campaign*> all = m_place.desk.duties().all<Campaign>();
    std::ranges::stable_sort(all, [](const Campaign* a, const Campaign* b) { return std::tuple(a->stage, a->last) < std::tuple(b->stage, b->last); });
    const domain::DayNumber today = DutyWords::today(m_place);
    std::vector<DutyItem> items;
    for (const Campaign* c : all) {
        DutyItem item{{SubjectKind::Campaign, c->number}, QString::fromStdString(c->name), DutyWords::span(c->first, c->last),
                      percent(whole(townsOf(m_place, *c)).share())};
        if (c->stage == CampaignStage::Closed) {
            item.look = kit::RowLook::Dimmed;
        } else if (today > c->last) {
            item.trailing = tr("over, not closed");
            item.trailingTone = Tone::Warn;
        }
        if (m_place.desk.duties().isPending(item.subject)) item.look = kit::RowLook::Pending;
        items.push_back(std::move(item));
    }
    return items;
}

DutyDetail CampaignSource::detail(domain::Subject subject) const
{
    const auto* c = m_place.desk.duties().find<Campaign>(subject.number);
    if (!c) return {};
    const std::vector<TownCoverage> towns = townsOf(m_place, *c);
    const CampaignCoverage all = whole(towns);
    QStringList matters;
    for (const MatterId id : c->matters)
        if (const domain::Matter* matter = m_place.desk.city().matter(id)) matters.append(m_place.text(matter->name));
    DutyDetail detail;
    detail.heading = QString::fromStdString(c->name);
    detail.facts = {{tr("Stage"), DutyWords::stage(c->stage)},
                    {tr("Days"), DutyWords::span(c->first, c->last)},
                    {tr("Goal"), QString::fromStdString(c->goal)},
                    {tr("Matters"), matters.join(QStringLiteral(", "))},
                    {tr("Coverage"), tr("%1 of %2 grids checked, %3; %4 findings").arg(all.checked).arg(all.grids).arg(percent(all.share())).arg(all.findings)},
                    {tr("Summary"), QString::fromStdString(c->summary)}};
    detail.tableName = tr("Coverage by town, the least first");
    detail.table.heads = {tr("Town"), tr("Findings"), tr("Checked")};
    for (const TownCoverage& t : towns)
        detail.table.rows.push_back({{DutyWords::town(m_place, t.town)}, {QString::number(t.coverage.findings)},
            {tr("%1 of %2, %3").arg(t.coverage.checked).arg(t.coverage.grids).arg(percent(t.coverage.share())),
             t.coverage.checked == 0 ? Tone::Warn : Tone::Primary, t.coverage.share()}});
    return detail;
}

std::vector<DutyAction> CampaignSource::actions(domain::Subject subject, int) const
{
    const domain::City& city = m_place.desk.city();
    const QDate today = DutyWords::date(DutyWords::today(m_place));
    QList<QPair<QString, QVariant>> towns, matters;
    for (const domain::Town& t : city.towns) towns.append({m_place.text(t.name), t.id.value});
    for (const domain::Matter& m : city.matters) matters.append({m_place.text(m.name), m.id.value});
    if (subject.number == 0)
        return {{QStringLiteral("campaignLaunch"), tr("Launch a campaign…"), QStringLiteral("plus"), QKeySequence(Qt::Key_N),
                 {QStringLiteral("campaignForm"), tr("Launch a campaign"), tr("Launch"),
                  {{QStringLiteral("campaignName"), tr("Name"), FieldKind::Text},
                   {QStringLiteral("campaignGoal"), tr("Goal"), FieldKind::Text},
                   {QStringLiteral("campaignMatters"), tr("Matters"), FieldKind::Many, QVariantList(), matters},
                   {QStringLiteral("campaignTowns"), tr("Towns (none: all)"), FieldKind::Many, QVariantList(), towns},
                   {QStringLiteral("campaignFirst"), tr("From"), FieldKind::Day, today},
                   {QStringLiteral("campaignLast"), tr("To"), FieldKind::Day, today.addDays(30)}},
                  {SubjectKind::Campaign, 0}, [](const FormValues& v) {
                      return domain::LaunchCampaign{{text(v, "campaignName"), text(v, "campaignGoal"), idsOf<MatterId>(v[QStringLiteral("campaignMatters")]),
                          idsOf<TownId>(v[QStringLiteral("campaignTowns")]), DutyWords::day(v[QStringLiteral("campaignFirst")].toDate()),
                          DutyWords::day(v[QStringLiteral("campaignLast")].toDate())}};
                  }}}};
    const auto* c = m_place.desk.duties().find<Campaign>(subject.number);
    if (!c || c->stage == CampaignStage::Closed) return {};
    QList<QPair<QString, QVariant>> grids;
    std::map<std::uint32_t, TownId> townOf;
    for (const domain::Grid& g : city.grids)
        if (c->coversTown(g.town)) {
            grids.append({m_place.text(g.name), g.id.value});
            townOf[g.id.value] = g.town;
        }
    const QVariant firstGrid = grids.isEmpty() ? QVariant() : grids.front().second;
    DutyForm::Ask check{QStringLiteral("campaignCheckForm"), tr("Record a check"), tr("Record"),
                        {{QStringLiteral("checkGrid"), tr("Grid"), FieldKind::Choice, firstGrid, grids},
                         {QStringLiteral("checkFindings"), tr("Findings"), FieldKind::Number, 0, {}, 999},
                         {QStringLiteral("checkCases"), tr("Cases (numbers)"), FieldKind::Text},
                         {QStringLiteral("checkNote"), tr("Note"), FieldKind::Text}},
                        subject, [](const FormValues& v) -> std::optional<domain::DutyCommand> {
                            auto ids = DutyWords::casesIn(v[QStringLiteral("checkCases")].toString());
                            if (!ids) return std::nullopt;
                            return domain::CheckGrid{{GridId(v[QStringLiteral("checkGrid")].toUInt()),
                                static_cast<std::uint16_t>(v[QStringLiteral("checkFindings")].toInt()), text(v, "checkNote"), std::move(*ids)}};
                        }};
    check.subjectOf = [number = c->number, townOf](const FormValues& v) {
        const auto it = townOf.find(v[QStringLiteral("checkGrid")].toUInt());
        return domain::Subject{SubjectKind::CampaignSheet, domain::campaignSheetNumber(number, it == townOf.end() ? TownId{} : it->second)};
    };
    return {{QStringLiteral("campaignExtend"), tr("Extend…"), QStringLiteral("calendar-clock"), {},
             {QStringLiteral("campaignExtendForm"), tr("Extend the campaign"), tr("Extend"),
              {{QStringLiteral("campaignLast"), tr("To"), FieldKind::Day, DutyWords::date(c->last).addDays(7)},
               {QStringLiteral("campaignReason"), tr("Why"), FieldKind::Text}}, subject,
              [](const FormValues& v) { return domain::ExtendCampaign{{DutyWords::day(v[QStringLiteral("campaignLast")].toDate()), text(v, "campaignReason")}}; }}},
            {QStringLiteral("campaignClose"), tr("Close…"), QStringLiteral("check"), {},
             {QStringLiteral("campaignCloseForm"), tr("Close the campaign"), tr("Close it"),
              {{QStringLiteral("campaignSummary"), tr("Summary"), FieldKind::LongText}}, subject,
              [](const FormValues& v) { return domain::CloseCampaign{{text(v, "campaignSummary")}}; }}},
            {QStringLiteral("campaignCheck"), tr("Record a check…"), QStringLiteral("square-check"), QKeySequence(Qt::Key_C), std::move(check)}};
}

CaseId CampaignSource::caseOfRow(domain::Subject, int) const { return {}; }

QString CampaignSource::emptyHeadline() const { return tr("No campaign"); }
QString CampaignSource::emptySentence() const { return tr("Campaigns stand here with how much of their area was checked."); }

} // namespace zs::duties
