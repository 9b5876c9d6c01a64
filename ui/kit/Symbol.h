// The symbol language: shape = what it is, fill = how far, ring = how urgent, fade = how old the fix,
// colour = does it need a person. The same in tables, lanes, map, charts and print.
#pragma once

#include "ui/kit/Theme.h"

#include <QImage>
#include <QPointF>
#include <QSizeF>
#include <unordered_map>

class QPainter;

namespace zs::kit {

enum class Shape { Person, Hazard, Dispute, Request, Team, Place };
enum class Fill { None, Half, Full, Slash, Check }; ///< not taken, on the way, being handled, suspended, done
enum class Ring { None, Single, Double };           ///< normal, high, urgent
enum class Attention { Normal, Warn, Alarm };       ///< grey, 80 % of a limit used, late or urgent
enum class Freshness { Fresh, Minutes5, Minutes15, Stale }; ///< ≤ 60 s, ≤ 5 min, ≤ 15 min, older
enum class Selection { None, Selected, Target, Hover };     ///< Target, Hover: where a drag may be dropped
enum class Pending { No, Yes };                             ///< a command of ours is not confirmed yet
enum class Backdrop { Panel, Map }; ///< Map: a halo in the land's colour, and a clock when pending

struct Symbol {
    Shape shape = Shape::Dispute;
    Fill fill = Fill::None;
    Ring ring = Ring::None;
    Attention attention = Attention::Normal;
    Freshness freshness = Freshness::Fresh;
    int badge = 0; ///< shown when > 1; 99 at most
    Selection selection = Selection::None;
    Pending pending = Pending::No;
    Backdrop backdrop = Backdrop::Panel;

    bool operator==(const Symbol&) const = default;
};

/// Paints `symbol` around `centre`. `core` is the symbol's size in px (10 lane, 11 table, 14 map, 44 wall);
/// rings, badge and halo reach further, see symbolReach(). Any painter, any thread that may paint.
void paintSymbol(QPainter& painter, QPointF centre, qreal core, const Symbol& symbol, const Theme& theme);

/// The distance from the centre that the symbol may paint to, in px.
qreal symbolReach(qreal core, const Symbol& symbol);

/// A word for the symbol's shape, for accessible texts ("dispute").
QString shapeName(Shape shape);

using SymbolCode = quint32;

/// Everything of a symbol in 24 bits, as a key; symbolOf() is its inverse.
quint32 symbolCode(const Symbol& symbol);
Symbol symbolOf(quint32 code);

/// Symbols baked as premultiplied ARGB32 images, for blitting by the thousand. One sheet per theme, core and
/// device pixel ratio; use it from one thread at a time.
class SymbolSheet {
public:
    SymbolSheet(Theme theme, qreal core, qreal devicePixelRatio);

    /// The image (its devicePixelRatio is set) and the offset from the symbol's centre to the image's top
    /// left, in logical px. Baked at first use. The reference stays valid until the sheet goes.
    struct Sprite {
        QImage image;
        QPointF offset;
    };
    const Sprite& sprite(quint32 code);
    int baked() const { return static_cast<int>(m_sprites.size()); }

private:
    Theme m_theme;
    qreal m_core;
    qreal m_dpr;
    std::unordered_map<quint32, Sprite> m_sprites;
};

} // namespace zs::kit
