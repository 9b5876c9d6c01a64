#include "ui/indicators/FigureWords.h"

#include "ui/cases/CaseWords.h"
#include "ui/kit/DurationText.h"

#include <cmath>

namespace zs::indicators {

using namespace domain::indicators;

namespace {

/// One decimal, but never 0.0 or 100.0 for what isn't.
QString percent(double share)
{
    double shown = share * 100;
    if (share > 0 && shown < 0.1) shown = 0.1;
    if (share < 1 && shown > 99.9) shown = 99.9;
    return QString::number(shown, 'f', 1) + QStringLiteral(" %");
}

QString sign(double value) { return value > 0 ? QStringLiteral("+") : QString(QChar(0x2212)); }

} // namespace

QString FigureWords::value(IndicatorId id, const Figure& figure)
{
    if (!figure.value) return tr("no data");
    switch (definition(id).unit) {
    case Unit::Count: return kit::DurationText::grouped(std::llround(*figure.value));
    case Unit::Share: return percent(*figure.value);
    case Unit::Duration: return kit::DurationText::minutesSeconds(std::chrono::seconds(std::llround(*figure.value / 1000)));
    }
    return {};
}

QString FigureWords::parts(IndicatorId id, const Figure& figure)
{
    const Definition& d = definition(id);
    if (d.shape == Shape::PlainCount || !figure.value) return {};
    const auto grouped = [](std::uint32_t n) { return kit::DurationText::grouped(n); };
    if (d.unit == Unit::Duration) return tr("of %1").arg(grouped(figure.denominator));
    return QStringLiteral("%1 / %2").arg(grouped(figure.numerator), grouped(figure.denominator));
}

QString FigureWords::change(IndicatorId id, const Change& change)
{
    if (!change.value) return QString(QChar(0x2014));
    if (*change.value == 0) return QStringLiteral("±0");
    const QString number = QString::number(std::abs(*change.value) * 100, 'f', 1);
    return sign(*change.value)
        + (definition(id).unit == Unit::Share ? tr("%1 pt", "points of a percentage").arg(number) : number + QStringLiteral(" %"));
}

kit::Tone FigureWords::changeTone(IndicatorId id, const Change& change)
{
    if (!change.value || change.verdict != Change::Verdict::Worse) return kit::Tone::Secondary;
    const double clearly = definition(id).unit == Unit::Share ? 0.01 : 0.1;
    return std::abs(*change.value) >= clearly ? kit::Tone::Warn : kit::Tone::Secondary;
}

QString FigureWords::verdict(const Change& change)
{
    switch (change.verdict) {
    case Change::Verdict::Better: return tr("better");
    case Change::Verdict::Worse: return tr("worse");
    case Change::Verdict::Same: return tr("the same");
    case Change::Verdict::Neutral: break;
    }
    return {};
}

QString FigureWords::explanation(const cases::Workplace& place, IndicatorId id)
{
    const Definition& d = definition(id);
    QStringList lines{tr("%1 = %2").arg(place.text(d.name), place.text(d.formula)),
                      (d.shape == Shape::PlainCount ? tr("Counted: %1") : tr("Numerator: %1")).arg(place.text(d.numerator))};
    if (d.shape == Shape::PartOfWhole) lines << tr("Denominator: %1").arg(place.text(d.denominator));
    lines << tr("Left out: %1").arg(place.text(d.exclusions));
    if (!d.note.zh.empty()) lines << tr("Reading: %1").arg(place.text(d.note));
    return lines.join(u'\n');
}

QString FigureWords::period(Period period)
{
    switch (period) {
    case Period::Today: return tr("Today");
    case Period::SinceYesterdayMorning: return tr("Since 8:00");
    case Period::Week: return tr("Week");
    case Period::Month: return tr("Month");
    }
    return {};
}

QString FigureWords::dimension(Dimension dimension)
{
    switch (dimension) {
    case Dimension::City: return tr("Whole city");
    case Dimension::Town: return tr("By town");
    case Dimension::Agency: return tr("By agency");
    case Dimension::Kind: return tr("By kind");
    case Dimension::Matter: return tr("By matter");
    case Dimension::Channel: return tr("By channel");
    case Dimension::Grid: return tr("By grid");
    }
    return {};
}

QString FigureWords::key(const cases::Workplace& place, Dimension dimension, std::uint32_t key)
{
    const domain::City& city = place.desk.city();
    switch (dimension) {
    case Dimension::City: return place.text(city.name);
    case Dimension::Town:
        if (const domain::Town* town = city.town(TownId(static_cast<std::uint16_t>(key)))) return place.text(town->name);
        return tr("no town");
    case Dimension::Agency: {
        const AgencyId id(static_cast<std::uint16_t>(key));
        return id.isNone() ? tr("not routed yet") : cases::CaseWords::agencyFull(place, id);
    }
    case Dimension::Kind: return cases::CaseWords::kind(static_cast<domain::CaseKind>(key - 1));
    case Dimension::Matter:
        if (const domain::Matter* matter = city.matter(domain::MatterId(static_cast<std::uint16_t>(key))))
            return place.text(matter->name);
        return tr("not classified yet");
    case Dimension::Channel: return cases::CaseWords::channel(static_cast<domain::Channel>(key - 1));
    case Dimension::Grid: return cases::CaseWords::grid(place, GridId(key));
    }
    return {};
}

QString FigureWords::span(const cases::Workplace& place, Span span)
{
    const QLocale locale = place.translations.locale();
    const auto local = [&](TimePoint at) {
        const auto offset = std::chrono::duration_cast<std::chrono::seconds>(place.desk.city().utcOffset);
        return QDateTime::fromMSecsSinceEpoch(toUnixMillis(at), Qt::OffsetFromUTC, static_cast<int>(offset.count()));
    };
    const QString form = tr("d MMM HH:mm", "date and time of a period");
    return QStringLiteral("%1 – %2").arg(locale.toString(local(span.from), form), locale.toString(local(span.to), form));
}

} // namespace zs::indicators
