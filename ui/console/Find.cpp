#include "ui/console/Find.h"

namespace zs::console {

Found find(const cases::Workplace& place, const QString& text)
{
    QString wanted = text.trimmed();
    QString digits = wanted;
    if (digits.startsWith(QLatin1Char('c'), Qt::CaseInsensitive))
        digits.remove(0, digits.startsWith(QLatin1String("c-"), Qt::CaseInsensitive) ? 2 : 1);
    bool isNumber = false;
    if (const qulonglong number = digits.toULongLong(&isNumber); isNumber && place.desk.cases().find(CaseId(number)))
        return {CaseId(number), {}};
    if (wanted.isEmpty())
        return {};
    const auto matches = [&](const std::string& name) {
        return QString::fromStdString(name).compare(wanted, Qt::CaseInsensitive) == 0;
    };
    for (const domain::Grid& grid : place.desk.city().grids)
        if (matches(grid.name.zh) || matches(grid.name.en) || matches(grid.code))
            return {{}, grid.id};
    return {};
}

} // namespace zs::console
