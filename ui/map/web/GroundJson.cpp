#include "ui/map/web/GroundJson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <charconv>

namespace zs::map::web {

namespace {

void append(QByteArray& out, double degrees)
{
    // Six decimals are 0.1 m.
    char text[32];
    const auto end = std::to_chars(text, text + sizeof text, degrees, std::chars_format::fixed, 6);
    out.append(text, end.ptr - text);
}

void append(QByteArray& out, GeoPoint p)
{
    out += '[';
    append(out, p.lon);
    out += ',';
    append(out, p.lat);
    out += ']';
}

void append(QByteArray& out, const GeoRing& ring)
{
    out += '[';
    for (const GeoPoint& p : ring) {
        append(out, p);
        out += ',';
    }
    // GeoJSON repeats the first point at the end.
    if (!ring.empty())
        append(out, ring.front());
    out += ']';
}

void appendFeature(QByteArray& out, std::size_t index, const GeoShape& shape)
{
    if (index > 0)
        out += ',';
    out += "{\"type\":\"Feature\",\"id\":" + QByteArray::number(static_cast<qulonglong>(index))
           + ",\"properties\":{},\"geometry\":{\"type\":\"MultiPolygon\",\"coordinates\":[";
    for (std::size_t p = 0; p < shape.size(); ++p) {
        out += p > 0 ? ",[" : "[";
        for (std::size_t r = 0; r < shape[p].size(); ++r) {
            if (r > 0)
                out += ',';
            append(out, shape[p][r]);
        }
        out += ']';
    }
    out += "]}}";
}

template <class Areas>
QByteArray areasJson(const Areas& areas)
{
    QByteArray out = "{\"type\":\"FeatureCollection\",\"features\":[";
    for (std::size_t i = 0; i < areas.size(); ++i)
        appendFeature(out, i, areas[i].shape);
    return out + "]}";
}

QString rankName(LabelRank rank)
{
    switch (rank) {
    case LabelRank::City: return QStringLiteral("city");
    case LabelRank::District: return QStringLiteral("district");
    case LabelRank::Town: return QStringLiteral("town");
    case LabelRank::Community: return QStringLiteral("community");
    case LabelRank::Grid: return QStringLiteral("grid");
    }
    return {};
}

} // namespace

QByteArray gridsJson(const MapGround& ground)
{
    return areasJson(ground.grids);
}

QByteArray townsJson(const MapGround& ground)
{
    return areasJson(ground.towns);
}

QByteArray labelsJson(const MapGround& ground)
{
    QJsonArray features;
    for (const MapLabel& label : ground.labels) {
        features.append(QJsonObject{
            {QStringLiteral("type"), QStringLiteral("Feature")},
            {QStringLiteral("properties"),
             QJsonObject{{QStringLiteral("rank"), rankName(label.rank)},
                         {QStringLiteral("zh"), QString::fromStdString(label.text.in(domain::Language::Chinese))},
                         {QStringLiteral("en"), QString::fromStdString(label.text.in(domain::Language::English))}}},
            {QStringLiteral("geometry"),
             QJsonObject{{QStringLiteral("type"), QStringLiteral("Point")},
                         {QStringLiteral("coordinates"), QJsonArray{label.place.lon, label.place.lat}}}},
        });
    }
    const QJsonObject all{{QStringLiteral("type"), QStringLiteral("FeatureCollection")},
                          {QStringLiteral("features"), features}};
    return QJsonDocument(all).toJson(QJsonDocument::Compact);
}

} // namespace zs::map::web
