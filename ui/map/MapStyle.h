// How the map looks, read from maps/style/style.json (README there). Tokens only; colours come from the theme in use.
#pragma once

#include "base/Result.h"
#include "ui/kit/Theme.h"
#include "ui/map/MapSurface.h"

#include <QByteArray>
#include <QColor>
#include <QString>

#include <array>
#include <limits>
#include <string>
#include <utility>
#include <vector>

namespace zs::map {

/// A number that depends on the zoom: linear between its stops, constant outside.
struct ByZoom {
    std::vector<std::pair<double, double>> stops; ///< zoom, value; zooms rise
    double at(double zoom) const;
};

struct ZoomSpan {
    double min = 0;                                        ///< included
    double max = std::numeric_limits<double>::infinity();  ///< not included
    bool has(double zoom) const { return zoom >= min && zoom < max; }
};

struct StyleLayer {
    enum class From { Tiles, Towns, Grids, Muted };
    enum class Draw { Fill, Line };
    QString id;
    From from = From::Tiles;
    Draw draw = Draw::Fill;
    std::string layer;                ///< of the tiles
    std::string whereKey;             ///< empty = every feature
    std::vector<std::string> whereValues;
    QString colour;                   ///< token path
    ByZoom width;                     ///< lines, px at 100 %
    ZoomSpan zooms;
};

struct LabelLook {
    kit::Type type = kit::Type::Caption;
    kit::Weight weight = kit::Weight::Normal;
    QString colour;
};

struct LabelStyle {
    LabelLook normal, small;
    double smallBelow = 0;            ///< zoom; below it `small` is used
    ZoomSpan zooms;
    const LabelLook& at(double zoom) const { return zoom < smallBelow ? small : normal; }
};

struct ToneStyle {
    QString fill, line, hatch;        ///< tokens; empty = not drawn
    double opacity = 1, width = 1;
};

struct MapStyle {
    static constexpr std::size_t ranks = 5;
    QString background;
    std::vector<StyleLayer> layers;   ///< bottom to top
    std::array<LabelStyle, ranks> labels; ///< by LabelRank
    QString haloColour;
    double haloWidth = 2.5, labelGap = 6;
    ByZoom peopleCore, caseCore;      ///< px at 100 %
    double plainBelow = 0;            ///< px of core below which a resting symbol has no halo and no badge
    double fade = 0.35;
    ToneStyle legal, hover, selected, illegal;

    /// Null for tones that are part of the ground (Normal, Muted).
    const ToneStyle* tone(GridTone tone) const;
};

/// Fails with "mapstyle.json" or "mapstyle.field" (names it). Tokens aren't looked up here: see missingTokens().
Result<MapStyle> parseMapStyle(const QByteArray& json);
/// The style that is built in.
Result<MapStyle> builtinMapStyle();
/// Tokens the style names and the theme doesn't have.
QStringList missingTokens(const MapStyle& style, const kit::Theme& theme);
/// The colour of a token; magenta if there is none, which missingTokens() would have told.
QColor tokenColour(const kit::Theme& theme, const QString& token);

} // namespace zs::map
