// Names on the ground: which are shown at a zoom, and how they are painted.
#pragma once

#include "ui/map/MapStyle.h"
#include "ui/map/painter/PreparedGround.h"

#include <QFont>
#include <QRectF>

#include <vector>

class QPainter;

namespace zs::map {

/// A text with a halo around it. `topLeft` of its line box. Any thread that may paint.
void paintHaloText(QPainter& painter, QPointF topLeft, const QString& text, const QFont& font, const QColor& colour,
                   const QColor& halo, double haloWidth);

/// A label that has its place. The box is in px of the world at the layout's zoom.
struct PlacedLabel {
    QString text;
    QRectF box;
    LabelRank rank = LabelRank::Town;
};

/// Places the labels of the whole ground at one zoom, most important first; what would collide is left out. The result
/// doesn't depend on what part is on screen, so nothing jumps when the map is moved. Any thread.
std::vector<PlacedLabel> placeLabels(const PreparedGround& ground, const MapStyle& style, const kit::Theme& theme,
                                     domain::Language language, double zoom);

/// The font of a rank at a zoom.
QFont labelFont(const MapStyle& style, const kit::Theme& theme, LabelRank rank, double zoom);

} // namespace zs::map
