#include "ui/duties/DutyWords.h"

#include "ui/cases/CaseWords.h"

#include <QDateTime>
#include <QRegularExpression>

namespace zs::duties {

QDate DutyWords::date(domain::DayNumber day) { return QDate(1970, 1, 1).addDays(day); }

domain::DayNumber DutyWords::day(QDate date) { return static_cast<domain::DayNumber>(QDate(1970, 1, 1).daysTo(date)); }

domain::DayNumber DutyWords::today(const cases::Workplace& place)
{
    return domain::dayNumber(place.desk.serverNow(), place.desk.city().utcOffset);
}

QString DutyWords::shortDay(domain::DayNumber day) { return date(day).toString(QStringLiteral("MM-dd")); }

QString DutyWords::span(domain::DayNumber first, domain::DayNumber last)
{
    return first == last ? shortDay(first) : shortDay(first) + QStringLiteral(" – ") + shortDay(last);
}

QString DutyWords::clock(const cases::Workplace& place, TimePoint at)
{
    const auto offset = std::chrono::duration_cast<std::chrono::seconds>(place.desk.city().utcOffset);
    return QDateTime::fromMSecsSinceEpoch(toUnixMillis(at), Qt::OffsetFromUTC, static_cast<int>(offset.count()))
        .toString(QStringLiteral("MM-dd HH:mm"));
}

QString DutyWords::minute(int minuteOfDay)
{
    return QStringLiteral("%1:%2").arg(minuteOfDay / 60, 2, 10, QLatin1Char('0')).arg(minuteOfDay % 60, 2, 10, QLatin1Char('0'));
}

QString DutyWords::town(const cases::Workplace& place, TownId id)
{
    const domain::Town* town = place.desk.city().town(id);
    return town ? place.text(town->name) : tr("whole city");
}

QString DutyWords::agency(const cases::Workplace& place, AgencyId id)
{
    const domain::Agency* agency = place.desk.city().agency(id);
    return agency ? place.text(agency->shortName) : QStringLiteral("—");
}

QString DutyWords::stage(domain::NightStage stage)
{
    switch (stage) {
    case domain::NightStage::Planned: return tr("planned");
    case domain::NightStage::Running: return tr("under way");
    case domain::NightStage::Closed: return tr("closed");
    case domain::NightStage::Cancelled: return tr("cancelled");
    }
    return {};
}

QString DutyWords::stage(domain::ConsultationStage stage)
{
    switch (stage) {
    case domain::ConsultationStage::Called: return tr("called");
    case domain::ConsultationStage::Held: return tr("held");
    case domain::ConsultationStage::Closed: return tr("closed");
    case domain::ConsultationStage::Cancelled: return tr("cancelled");
    }
    return {};
}

QString DutyWords::stage(domain::CampaignStage stage)
{
    return stage == domain::CampaignStage::Open ? tr("running") : tr("closed");
}

QString DutyWords::category(domain::PlaceCategory category)
{
    switch (category) {
    case domain::PlaceCategory::Housing: return tr("Housing");
    case domain::PlaceCategory::Rental: return tr("Rented rooms");
    case domain::PlaceCategory::Shop: return tr("Shop");
    case domain::PlaceCategory::Workshop: return tr("Workshop");
    case domain::PlaceCategory::Catering: return tr("Catering");
    case domain::PlaceCategory::Entertainment: return tr("Entertainment");
    case domain::PlaceCategory::Construction: return tr("Building site");
    case domain::PlaceCategory::School: return tr("Near a school");
    case domain::PlaceCategory::PublicSpace: return tr("Public space");
    case domain::PlaceCategory::Other: return tr("Other place");
    }
    return {};
}

QString DutyWords::cases(const std::vector<CaseId>& ids)
{
    QStringList all;
    for (const CaseId id : ids) all.append(zs::cases::CaseWords::number(id));
    return all.join(QStringLiteral(", "));
}

std::optional<std::vector<CaseId>> DutyWords::casesIn(const QString& text)
{
    static const QRegularExpression between(QStringLiteral("[\\s,，、;；]+")), number(QStringLiteral("^(?:[Cc]-)?0*([1-9][0-9]{0,14})$"));
    std::vector<CaseId> ids;
    for (const QString& word : text.split(between, Qt::SkipEmptyParts)) {
        const auto match = number.match(word);
        if (!match.hasMatch()) return std::nullopt;
        ids.push_back(CaseId(match.captured(1).toULongLong()));
    }
    return ids;
}

} // namespace zs::duties
