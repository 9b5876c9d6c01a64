#include "ui/map/MapStyle.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

// Q_INIT_RESOURCE must stand outside of every namespace.
static void initMapStyleResource()
{
    Q_INIT_RESOURCE(mapstyle);
}

namespace zs::map {

double ByZoom::at(double zoom) const
{
    if (stops.empty())
        return 0;
    const auto after = std::find_if(stops.begin(), stops.end(), [zoom](const auto& s) { return s.first > zoom; });
    if (after == stops.begin())
        return stops.front().second;
    if (after == stops.end())
        return stops.back().second;
    const auto before = after - 1;
    const double share = (zoom - before->first) / (after->first - before->first);
    return before->second + share * (after->second - before->second);
}

const ToneStyle* MapStyle::tone(GridTone tone) const
{
    switch (tone) {
    case GridTone::Legal: return &legal;
    case GridTone::Hover: return &hover;
    case GridTone::Selected: return &selected;
    case GridTone::Illegal: return &illegal;
    case GridTone::Normal:
    case GridTone::Muted: break;
    }
    return nullptr;
}

namespace {

constexpr std::array<const char*, MapStyle::ranks> kRankNames{"city", "district", "town", "community", "grid"};

/// Reads one field after the other and remembers the first that is wrong.
class Reader {
public:
    std::optional<Error> error;

    QString text(const QJsonObject& o, const QString& where, const char* key, bool required = true)
    {
        const QJsonValue v = o.value(QLatin1String(key));
        if (v.isString() && !v.toString().isEmpty())
            return v.toString();
        if (required || !v.isUndefined())
            wrong(where, key, "must be a text");
        return {};
    }
    double number(const QJsonObject& o, const QString& where, const char* key, double otherwise)
    {
        const QJsonValue v = o.value(QLatin1String(key));
        if (v.isUndefined())
            return otherwise;
        if (!v.isDouble())
            wrong(where, key, "must be a number");
        return v.toDouble(otherwise);
    }
    ByZoom byZoom(const QJsonObject& o, const QString& where, const char* key)
    {
        ByZoom out;
        double last = -1;
        const QJsonArray stops = o.value(QLatin1String(key)).toArray();
        for (const QJsonValue& stop : stops) {
            const QJsonArray pair = stop.toArray();
            if (pair.size() != 2 || !pair.at(0).isDouble() || !pair.at(1).isDouble() || pair.at(0).toDouble() <= last) {
                wrong(where, key, "must be pairs [zoom, value] with rising zooms");
                return out;
            }
            last = pair.at(0).toDouble();
            out.stops.emplace_back(last, pair.at(1).toDouble());
        }
        if (out.stops.empty())
            wrong(where, key, "must be a list of [zoom, value]");
        return out;
    }
    ZoomSpan zooms(const QJsonObject& o, const QString& where)
    {
        ZoomSpan span;
        span.min = number(o, where, "minzoom", span.min);
        span.max = number(o, where, "maxzoom", span.max);
        return span;
    }
    template <class Enum, std::size_t N>
    Enum oneOf(const QJsonObject& o, const QString& where, const char* key, const std::array<const char*, N>& names)
    {
        const QString value = text(o, where, key);
        for (std::size_t i = 0; i < N; ++i)
            if (value == QLatin1String(names[i]))
                return static_cast<Enum>(i);
        wrong(where, key, "isn't one of the known words");
        return Enum{};
    }
    void wrong(const QString& where, const char* key, const char* what)
    {
        if (!error)
            error = Error{"mapstyle.field", (where + QStringLiteral(": \"")).toStdString() + key + "\" " + what + "."};
    }
};

StyleLayer readLayer(Reader& r, const QJsonObject& o)
{
    static constexpr std::array from{"tiles", "towns", "grids", "muted"};
    static constexpr std::array draw{"fill", "line"};
    StyleLayer layer;
    layer.id = r.text(o, QStringLiteral("layers"), "id");
    layer.from = r.oneOf<StyleLayer::From>(o, layer.id, "from", from);
    layer.draw = r.oneOf<StyleLayer::Draw>(o, layer.id, "draw", draw);
    layer.colour = r.text(o, layer.id, "colour");
    layer.zooms = r.zooms(o, layer.id);
    if (layer.from == StyleLayer::From::Tiles)
        layer.layer = r.text(o, layer.id, "layer").toStdString();
    if (layer.draw == StyleLayer::Draw::Line)
        layer.width = r.byZoom(o, layer.id, "width");
    const QJsonObject where = o.value(QLatin1String("where")).toObject();
    if (where.size() > 1)
        r.wrong(layer.id, "where", "knows one attribute only");
    if (!where.isEmpty()) {
        layer.whereKey = where.begin().key().toStdString();
        const QJsonArray values = where.begin().value().toArray();
        for (const QJsonValue& v : values)
            layer.whereValues.push_back(v.toString().toStdString());
    }
    return layer;
}

LabelLook readLook(Reader& r, const QJsonObject& o, const QString& where)
{
    static constexpr std::array types{"caption", "body", "title", "headline", "figure"};
    static constexpr std::array weights{"normal", "strong"};
    LabelLook look;
    look.type = r.oneOf<kit::Type>(o, where, "type", types);
    look.weight = r.oneOf<kit::Weight>(o, where, "weight", weights);
    look.colour = r.text(o, where, "colour");
    return look;
}

ToneStyle readTone(Reader& r, const QJsonObject& tones, const char* name)
{
    const QString where = QStringLiteral("tones.") + QLatin1String(name);
    const QJsonObject o = tones.value(QLatin1String(name)).toObject();
    ToneStyle tone;
    tone.fill = r.text(o, where, "fill", false);
    tone.hatch = r.text(o, where, "hatch", false);
    tone.line = r.text(o, where, "line");
    tone.opacity = r.number(o, where, "opacity", 1);
    tone.width = r.number(o, where, "width", 1);
    return tone;
}

} // namespace

Result<MapStyle> parseMapStyle(const QByteArray& json)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(json, &problem);
    if (!document.isObject())
        return fail("mapstyle.json", "The map style isn't a JSON object: " + problem.errorString().toStdString());
    const QJsonObject root = document.object();
    Reader r;
    MapStyle style;
    style.background = r.text(root, QStringLiteral("style"), "background");
    const QJsonArray layers = root.value(QLatin1String("layers")).toArray();
    for (const QJsonValue& v : layers)
        style.layers.push_back(readLayer(r, v.toObject()));

    const QJsonObject labels = root.value(QLatin1String("labels")).toObject();
    const QJsonObject halo = labels.value(QLatin1String("halo")).toObject();
    style.haloColour = r.text(halo, QStringLiteral("labels.halo"), "colour");
    style.haloWidth = r.number(halo, QStringLiteral("labels.halo"), "width", style.haloWidth);
    style.labelGap = r.number(labels, QStringLiteral("labels"), "gap", style.labelGap);
    const QJsonObject ranks = labels.value(QLatin1String("ranks")).toObject();
    for (std::size_t i = 0; i < MapStyle::ranks; ++i) {
        const QString where = QStringLiteral("labels.") + QLatin1String(kRankNames[i]);
        const QJsonObject o = ranks.value(QLatin1String(kRankNames[i])).toObject();
        LabelStyle& label = style.labels[i];
        label.normal = label.small = readLook(r, o, where);
        label.zooms = r.zooms(o, where);
        const QJsonObject small = o.value(QLatin1String("small")).toObject();
        if (!small.isEmpty()) {
            label.small = readLook(r, small, where);
            label.smallBelow = r.number(small, where, "below", 0);
        }
    }
    const QJsonObject symbols = root.value(QLatin1String("symbols")).toObject();
    style.peopleCore = r.byZoom(symbols, QStringLiteral("symbols"), "people");
    style.caseCore = r.byZoom(symbols, QStringLiteral("symbols"), "cases");
    style.plainBelow = r.number(symbols, QStringLiteral("symbols"), "plainBelow", style.plainBelow);
    style.fade = r.number(symbols, QStringLiteral("symbols"), "fade", style.fade);
    const QJsonObject tones = root.value(QLatin1String("tones")).toObject();
    style.legal = readTone(r, tones, "legal");
    style.hover = readTone(r, tones, "hover");
    style.selected = readTone(r, tones, "selected");
    style.illegal = readTone(r, tones, "illegal");
    if (r.error)
        return Unexpected(*r.error);
    return style;
}

Result<MapStyle> builtinMapStyle()
{
    initMapStyleResource();
    QFile file(QStringLiteral(":/map/style.json"));
    if (!file.open(QIODevice::ReadOnly))
        return fail("mapstyle.json", "The map style isn't built into this program.");
    return parseMapStyle(file.readAll());
}

QStringList missingTokens(const MapStyle& style, const kit::Theme& theme)
{
    QStringList tokens{style.background, style.haloColour};
    for (const StyleLayer& layer : style.layers)
        tokens << layer.colour;
    for (const LabelStyle& label : style.labels)
        tokens << label.normal.colour << label.small.colour;
    for (const ToneStyle* tone : {&style.legal, &style.hover, &style.selected, &style.illegal})
        tokens << tone->fill << tone->line << tone->hatch;
    QStringList missing;
    for (const QString& token : std::as_const(tokens))
        if (!token.isEmpty() && !theme.colours.contains(token) && !missing.contains(token))
            missing << token;
    return missing;
}

QColor tokenColour(const kit::Theme& theme, const QString& token)
{
    return theme.colours.value(token, Qt::magenta);
}

} // namespace zs::map
