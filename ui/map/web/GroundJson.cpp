#include "ui/map/web/GroundJson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace zs::map::web {

namespace {

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
