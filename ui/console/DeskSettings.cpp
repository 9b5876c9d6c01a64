#include "ui/console/DeskSettings.h"

#include <QDir>
#include <QSettings>

namespace zs::console {

namespace {
QString fileIn(const QString& folder) { return QDir(folder).filePath(QStringLiteral("desk.ini")); }
} // namespace

DeskSettings DeskSettings::load(const QString& folder)
{
    const QSettings file(fileIn(folder), QSettings::IniFormat);
    DeskSettings settings;
    if (file.value(QStringLiteral("theme")).toString() == QLatin1String("dark"))
        settings.theme = kit::Mode::Dark;
    if (file.value(QStringLiteral("language")).toString() == QLatin1String("en"))
        settings.language = kit::Language::English;
    settings.scale = qBound(0.75, file.value(QStringLiteral("scale"), 1.0).toDouble(), 3.0);
    return settings;
}

void DeskSettings::save(const QString& folder) const
{
    QSettings file(fileIn(folder), QSettings::IniFormat);
    file.setValue(QStringLiteral("theme"), theme == kit::Mode::Dark ? QStringLiteral("dark") : QStringLiteral("light"));
    file.setValue(QStringLiteral("language"), language == kit::Language::English ? QStringLiteral("en") : QStringLiteral("zh"));
    file.setValue(QStringLiteral("scale"), scale);
}

} // namespace zs::console
