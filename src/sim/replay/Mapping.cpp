#include "sim/replay/Mapping.h"

#include "sim/replay/Csv.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace zs::sim {

namespace {

Unexpected wrong(const std::filesystem::path& path, const QString& field, const char* what) {
    return fail("mapping.field", path.string() + ": \"" + field.toStdString() + "\" " + what + '.');
}

constexpr std::pair<const char*, std::string Mapping::Columns::*> kColumns[] = {
    {"time", &Mapping::Columns::time},     {"category", &Mapping::Columns::category},
    {"detail", &Mapping::Columns::detail}, {"lat", &Mapping::Columns::lat},
    {"lon", &Mapping::Columns::lon},       {"agency", &Mapping::Columns::agency},
    {"status", &Mapping::Columns::status}, {"channel", &Mapping::Columns::channel},
    {"id", &Mapping::Columns::id},         {"region", &Mapping::Columns::region}};

bool readBox(const QJsonValue& value, GeoBounds& box) {
    const QJsonArray a = value.toArray();
    if (a.size() != 4)
        return false;
    box = {a[0].toDouble(999), a[1].toDouble(999), a[2].toDouble(-999), a[3].toDouble(-999)};
    return box.west < box.east && box.south < box.north && box.west >= -180 && box.north <= 90;
}

std::map<std::string, std::string> readWords(const QJsonObject& object) {
    std::map<std::string, std::string> out;
    for (auto it = object.begin(); it != object.end(); ++it)
        out.emplace(it.key().toStdString(), it.value().toString().toStdString());
    return out;
}

std::vector<std::string> readList(const QJsonArray& array) {
    std::vector<std::string> out;
    for (const QJsonValue& v : array)
        out.push_back(v.toString().toStdString());
    return out;
}

} // namespace

Result<Mapping> readMapping(const std::filesystem::path& path) {
    const auto bytes = readPacked(path, 1u << 20);
    if (!bytes)
        return fail("mapping.file", bytes.error().sentence);
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(QByteArray::fromStdString(*bytes), &problem);
    if (!document.isObject())
        return fail("mapping.file",
                    path.string() + " isn't a JSON object: " + problem.errorString().toStdString() + '.');
    const QJsonObject root = document.object();
    Mapping m;

    const QJsonObject columns = root[QLatin1String("columns")].toObject();
    for (auto it = columns.begin(); it != columns.end(); ++it) {
        bool known = false;
        for (const auto& [name, member] : kColumns) {
            if (it.key() == QLatin1String(name)) {
                m.columns.*member = it.value().toString().toStdString();
                known = true;
            }
        }
        if (!known)
            return wrong(
                path, QStringLiteral("columns.") + it.key(),
                "isn't one of time, category, detail, lat, lon, agency, status, channel, id, region");
    }
    for (const auto& [name, member] : {kColumns[0], kColumns[1], kColumns[3], kColumns[4]}) {
        if ((m.columns.*member).empty())
            return wrong(path, QStringLiteral("columns.") + QLatin1String(name), "is missing");
    }
    const QJsonObject regions = root[QLatin1String("regions")].toObject();
    for (auto it = regions.begin(); it != regions.end(); ++it) {
        if (!readBox(it.value(), m.regions[it.key().toStdString()]))
            return wrong(path, QStringLiteral("regions.") + it.key(), "isn't [west, south, east, north]");
    }
    if (m.regions.empty() || (m.columns.region.empty() && !m.regions.contains(std::string())))
        return wrong(
            path, QStringLiteral("regions"),
            "needs a box [west, south, east, north] for \"\", or one for each word of the region column");
    const QJsonArray categories = root[QLatin1String("categories")].toArray();
    for (const QJsonValue& v : categories) {
        const QJsonArray pair = v.toArray();
        if (pair.size() != 2 || pair[0].toString().isEmpty())
            return wrong(path, QStringLiteral("categories"), "must hold pairs [text, matter code]");
        m.categories.emplace_back(pair[0].toString().toLower().toStdString(),
                                  pair[1].toString().toStdString());
    }
    m.otherMatter = root[QLatin1String("other_matter")].toString().toStdString();
    if (m.categories.empty() && m.otherMatter.empty())
        return wrong(path, QStringLiteral("other_matter"), "is missing, and there are no \"categories\"");
    m.agencies = readWords(root[QLatin1String("agencies")].toObject());
    m.channels = readWords(root[QLatin1String("channels")].toObject());
    m.closed = readList(root[QLatin1String("closed")].toArray());
    m.leftOut = readList(root[QLatin1String("left_out")].toArray());
    const QString separator = root[QLatin1String("separator")].toString(QStringLiteral(","));
    if (separator.size() != 1 || separator[0].unicode() > 127 || separator == QLatin1String("\""))
        return wrong(path, QStringLiteral("separator"), "must be one ASCII character");
    m.separator = separator[0].toLatin1();
    return m;
}

} // namespace zs::sim
