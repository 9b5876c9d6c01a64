#include "ui/indicators/FigureCsv.h"

#include "ui/indicators/FigureWords.h"

#include <QDateTime>

namespace zs::indicators {

using namespace domain::indicators;

QByteArray csvCell(const QString& text)
{
    QString cell = text;
    if (!cell.isEmpty() && QStringLiteral("=+-@\t\r").contains(cell.at(0))) cell.prepend(u'\'');
    if (cell.contains(u'"') || cell.contains(u',') || cell.contains(u'\n') || cell.contains(u'\r'))
        cell = u'"' + cell.replace(u'"', QStringLiteral("\"\"")) + u'"';
    return cell.toUtf8();
}

QByteArray figuresAsCsv(const cases::Workplace& place, const Counted& counted)
{
    QByteArray out("\xEF\xBB\xBF" "row,indicator,name,from,to,value,unit,numerator,denominator,before,year_ago,formula\r\n");
    const auto offset = std::chrono::duration_cast<std::chrono::seconds>(place.desk.city().utcOffset);
    const auto when = [&](TimePoint at) {
        return QDateTime::fromMSecsSinceEpoch(toUnixMillis(at), Qt::OffsetFromUTC, static_cast<int>(offset.count()))
            .toString(Qt::ISODate);
    };
    const Windows& windows = counted.report.windows();
    const auto value = [](const Figure& figure, Unit unit) {
        if (!figure.value) return QByteArray(); // no data: empty, never 0
        return unit == Unit::Duration ? QByteArray::number(*figure.value / 60'000, 'f', 2)
                                      : QByteArray::number(*figure.value, 'g', 10);
    };
    const auto add = [&](const QString& name, const DimensionRow& row) {
        for (const Definition& d : definitions()) {
            static constexpr const char* units[] = {"count", "share", "minutes"};
            const Figure& now = row.of(d.id);
            const QByteArray cells[] = {csvCell(name),
                                        QByteArray(d.code.data(), static_cast<qsizetype>(d.code.size())),
                                        csvCell(place.text(d.name)),
                                        when(windows[0].from).toUtf8(),
                                        when(windows[0].to).toUtf8(),
                                        value(now, d.unit),
                                        units[static_cast<std::size_t>(d.unit)],
                                        QByteArray::number(now.numerator),
                                        QByteArray::number(now.denominator),
                                        value(row.of(d.id, Window::Previous), d.unit),
                                        value(row.of(d.id, Window::LastYear), d.unit),
                                        csvCell(place.text(d.formula))};
            for (std::size_t i = 0; i < std::size(cells); ++i) out += (i > 0 ? QByteArray(",") : QByteArray()) + cells[i];
            out += "\r\n";
        }
    };
    add(FigureWords::key(place, Dimension::City, 0), counted.city);
    for (const DimensionRow& row : counted.rows) add(FigureWords::key(place, counted.dimension, row.key), row);
    return out;
}

} // namespace zs::indicators
