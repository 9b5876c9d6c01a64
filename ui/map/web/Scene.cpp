#include "ui/map/web/Scene.h"

#include "geo/Mercator.h"
#include "ui/map/Mbtiles.h"
#include "ui/map/web/GroundTiles.h"
#include "ui/map/web/MarkComposer.h"

#include <QJsonArray>
#include <QJsonObject>

#include <cmath>

namespace zs::map::web {

namespace {

double halfPixels(double px)
{
    return std::round(px * 2) / 2;
}

QJsonArray pair(GeoPoint p)
{
    return {p.lon, p.lat};
}

QString typeName(kit::Type type)
{
    switch (type) {
    case kit::Type::Caption: return QStringLiteral("caption");
    case kit::Type::Body: return QStringLiteral("body");
    case kit::Type::Title: return QStringLiteral("title");
    case kit::Type::Headline: return QStringLiteral("headline");
    case kit::Type::Figure: return QStringLiteral("figure");
    }
    return {};
}

} // namespace

Scene::Scene()
{
    // Both are built in and tested; without them the map would only lack colours until setTheme().
    if (const auto themes = kit::builtinThemes())
        theme = themes->light;
    if (auto builtin = builtinMapStyle())
        style = std::move(*builtin);
}

double Scene::peopleCore() const
{
    return halfPixels(style.peopleCore.at(camera.zoom) * theme.scale);
}

double Scene::caseCore() const
{
    return halfPixels(style.caseCore.at(camera.zoom) * theme.scale);
}

void Scene::setGround(std::shared_ptr<const MapGround> newGround)
{
    ground = std::move(newGround);
    tiles.reset();
    m_opened = false;
    ++groundSerial;
    m_gridIndex.clear();
    if (ground)
        for (std::size_t i = 0; i < ground->grids.size(); ++i)
            m_gridIndex.emplace(ground->grids[i].id.value, static_cast<int>(i));
    dirty |= Part::Ground | Part::Tones;
}

void Scene::groundOpened(std::shared_ptr<const Mbtiles> openedTiles)
{
    tiles = std::move(openedTiles);
    m_opened = true;
    dirty |= Part::Ground | Part::Tones;
}

void Scene::setEmphasis(Emphasis newEmphasis)
{
    if (newEmphasis.grids != emphasis.grids)
        dirty |= Part::Tones;
    emphasis = std::move(newEmphasis);
    dirty |= Part::Marks | Part::Overlay;
}

void Scene::cameraReported(const Camera& reported)
{
    const double people = peopleCore(), cases = caseCore();
    camera = reported;
    if (peopleCore() != people || caseCore() != cases)
        dirty |= Part::Marks | Part::Overlay;
}

void Scene::peopleChanged()
{
    dirty |= Part::Marks;
    if (!emphasis.personLabels.empty())
        dirty |= Part::Overlay;
}

MarkFrame Scene::marks(double devicePixelRatio)
{
    atlas.use(theme, peopleCore(), caseCore(), devicePixelRatio);
    return composeMarks({hits.people(), hits.cases(), emphasis, isShown(MapLayer::People) ? Shown::Yes : Shown::No,
                         isShown(MapLayer::Cases) ? Shown::Yes : Shown::No, style.fade},
                        atlas);
}

QJsonObject Scene::head() const
{
    QJsonObject head;
    if (dirty & Part::Camera)
        head.insert(QStringLiteral("camera"), QJsonObject{{QStringLiteral("serial"), static_cast<qint64>(cameraSerial)},
                                                          {QStringLiteral("lon"), camera.centre.lon},
                                                          {QStringLiteral("lat"), camera.centre.lat},
                                                          {QStringLiteral("zoom"), camera.zoom}});
    if (dirty & Part::Look)
        head.insert(QStringLiteral("look"), look());
    if ((dirty & Part::Ground) && ground)
        head.insert(QStringLiteral("ground"),
                    QJsonObject{{QStringLiteral("serial"), static_cast<qint64>(groundSerial)},
                                {QStringLiteral("minOutlineZoom"), GroundTiles::minZoom},
                                {QStringLiteral("maxOutlineZoom"), GroundTiles::maxZoom},
                                {QStringLiteral("tiles"), tiles != nullptr},
                                {QStringLiteral("minTileZoom"), tiles ? static_cast<int>(tiles->minZoom()) : 0},
                                {QStringLiteral("maxTileZoom"), tiles ? static_cast<int>(tiles->maxZoom()) : 0}});
    if (dirty & Part::Tones)
        head.insert(QStringLiteral("tones"), tones());
    if (dirty & Part::Overlay)
        head.insert(QStringLiteral("overlay"), overlay());
    return head;
}

QJsonObject Scene::look() const
{
    QJsonObject colours;
    for (auto it = theme.colours.constBegin(); it != theme.colours.constEnd(); ++it)
        colours.insert(it.key(), it.value().name());
    QJsonObject sizes;
    for (const auto type : {kit::Type::Caption, kit::Type::Body, kit::Type::Title, kit::Type::Headline, kit::Type::Figure})
        sizes.insert(typeName(type), theme.size(type));
    QJsonArray hidden;
    if (!isShown(MapLayer::Grids))
        hidden.append(QStringLiteral("grids"));
    if (!isShown(MapLayer::Labels))
        hidden.append(QStringLiteral("labels"));
    return {{QStringLiteral("colours"), colours},
            {QStringLiteral("families"), QJsonArray::fromStringList(theme.families)},
            {QStringLiteral("sizes"), sizes},
            {QStringLiteral("scale"), theme.scale},
            {QStringLiteral("language"),
             language == domain::Language::English ? QStringLiteral("en") : QStringLiteral("zh")},
            {QStringLiteral("hidden"), hidden}};
}

QJsonObject Scene::overlay() const
{
    QJsonObject out;
    if (emphasis.line)
        out.insert(QStringLiteral("line"), QJsonObject{{QStringLiteral("from"), pair(emphasis.line->from)},
                                                       {QStringLiteral("to"), pair(emphasis.line->to)},
                                                       {QStringLiteral("label"), emphasis.line->label}});
    std::unordered_map<std::uint64_t, const Mark*> people;
    if (!emphasis.personLabels.empty() && isShown(MapLayer::People))
        for (const Mark& mark : hits.people())
            people.emplace(mark.id, &mark);
    QJsonArray labels;
    for (const auto& [id, text] : emphasis.personLabels) {
        const auto found = people.find(id);
        if (found == people.end())
            continue;
        const GeoPoint place = geo::toGeo({found->second->x, found->second->y});
        labels.append(QJsonObject{
            {QStringLiteral("lon"), place.lon},
            {QStringLiteral("lat"), place.lat},
            {QStringLiteral("reach"), kit::symbolReach(peopleCore(), kit::symbolOf(found->second->symbol))},
            {QStringLiteral("text"), text}});
    }
    out.insert(QStringLiteral("labels"), labels);
    return out;
}

QJsonArray Scene::tones() const
{
    QJsonArray out;
    for (const auto& [grid, tone] : emphasis.grids) {
        const auto found = m_gridIndex.find(grid.value);
        if (found != m_gridIndex.end() && tone != GridTone::Normal)
            out.append(QJsonArray{found->second, static_cast<int>(tone)});
    }
    return out;
}

} // namespace zs::map::web
