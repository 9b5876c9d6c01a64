// What stands out for a moment: marked grids under the symbols; line, rings and their words above them. GUI thread.
#pragma once

#include "ui/map/MapStyle.h"
#include "ui/map/painter/PreparedGround.h"

#include <QFont>
#include <QHash>
#include <QImage>
#include <QRectF>

#include <unordered_set>

class QPainter;

namespace zs::map {

class EmphasisLayer {
public:
    void set(Emphasis emphasis);
    const Emphasis& emphasis() const { return m_emphasis; }
    /// Whether people outside legalPeople fade.
    bool fades() const { return m_emphasis.dragging || !m_legal.empty(); }
    bool isLegal(std::uint64_t person) const { return m_legal.contains(person); }
    bool fades(std::uint64_t person) const { return fades() && !m_plain.contains(person); }
    kit::Selection personSelection(std::uint64_t id) const;
    bool isMarked(std::uint64_t person) const { return personSelection(person) != kit::Selection::None; }
    /// Grids that are drawn muted; part of the ground's picture, not of this layer.
    const std::unordered_set<std::uint32_t>& muted() const { return m_muted; }

    /// How world coordinates come to surface px (logical).
    struct View {
        double scale = 1;          ///< px of the whole world
        QPointF origin;            ///< world px of the surface's top left
        QRectF rect;               ///< of the surface
        QPointF at(QPointF world) const { return world * scale - origin; }
    };
    void paintGrids(QPainter& p, const View& view, const PreparedGround& ground, const MapStyle& style,
                    const kit::Theme& theme) const;
    void paintLine(QPainter& p, const View& view, const MapStyle& style, const kit::Theme& theme);
    enum class Side { Right, Left, Below };
    /// A word beside a symbol of `reach` px at `centre`.
    void paintWord(QPainter& p, QPointF centre, double reach, Side side, const QString& text, kit::Tone tone,
                   const MapStyle& style, const kit::Theme& theme);

private:
    const QImage& word(const QString& text, kit::Tone tone, double dpr, const MapStyle& style, const kit::Theme& theme);

    Emphasis m_emphasis;
    std::unordered_set<std::uint64_t> m_legal;
    std::unordered_set<std::uint64_t> m_plain; ///< Emphasis::alsoLegal
    std::unordered_set<std::uint32_t> m_muted;
    QHash<QString, QImage> m_words; ///< painted words; stroking letters is the dear part of a frame
};

} // namespace zs::map
