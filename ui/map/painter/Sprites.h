// Symbols as arrays of premultiplied pixels, and how thousands of them get onto an image within some ms.
#pragma once

#include "ui/kit/Symbol.h"

#include <QImage>
#include <QPoint>
#include <QRect>

#include <cstdint>
#include <unordered_map>
#include <vector>

namespace zs::map {

/// Pixels of somebody else's image (the widget's backing store), 32 bits each, opaque.
struct Canvas {
    quint32* bits = nullptr;
    qsizetype stride = 0;          ///< pixels a line
    QPoint origin;                 ///< of the surface's top left in the image
    QRect clip;                    ///< in the image; always within it

    /// Null bits if `image` isn't 32-bit RGB. The image must stay alive and is written to without a copy.
    static Canvas on(QImage& image, QPoint origin, QRect clip);
};

/// One baked symbol, cut to what isn't transparent.
struct Sprite {
    int width = 0, height = 0;
    QPoint offset;                 ///< from the symbol's centre to the top left, device px
    std::vector<quint32> pixels;
    struct Row { std::int16_t begin, solidBegin, solidEnd, end; }; ///< solid: alpha 255, copied
    std::vector<Row> rows;

    bool above = false;            ///< needs somebody: drawn over those that rest

    bool isEmpty() const { return pixels.empty(); }
};

/// Draws `sprite` around `centre` (surface px), only the rows whose bit is set in `rows` (rows from 64 on: always).
void blit(const Canvas& canvas, const Sprite& sprite, QPoint centre, std::uint64_t rows = ~std::uint64_t{0});
/// Copies an opaque image to `at` (surface px).
void copy(const Canvas& canvas, const QImage& image, QPoint at);

/// Sprites of one theme, size and pixel ratio, baked at first use. GUI thread.
class SpriteAtlas {
public:
    enum class Detail { Full, Plain }; ///< Plain: resting symbols without halo and badge
    SpriteAtlas(const kit::Theme& theme, qreal core, qreal dpr, qreal fade, Detail detail);

    enum class Shade { Full, Faded };
    const Sprite& sprite(kit::SymbolCode code, Shade shade);
    qreal core() const { return m_core; }
    qreal dpr() const { return m_dpr; }

private:
    kit::SymbolSheet m_sheet;
    qreal m_core, m_dpr, m_fade;
    Detail m_detail;
    std::unordered_map<std::uint64_t, Sprite> m_sprites;
    std::uint64_t m_lastKey = ~std::uint64_t{0}; ///< most neighbours look the same
    const Sprite* m_last = nullptr;
};

/// Collects sprites of a frame and draws them from north to south, so that overlaps don't depend on the order in which
/// they came; what needs somebody comes last. Keeps its memory from frame to frame.
class SpriteQueue {
public:
    /// Only those that touch `visible` (surface px) are kept.
    void begin(QRect visible);
    void add(const Sprite& sprite, QPoint centre);
    void drawTo(const Canvas& canvas) const;
    enum class Hidden { Dropped, Kept };
    /// Sorts what was added and finds the rows that others will cover completely; call once before drawTo(). The picture
    /// is the same whether they are dropped or kept.
    void sort(Hidden hidden = Hidden::Dropped);
    std::size_t size() const { return m_items.size(); }

private:
    struct Item { std::int32_t x, y; const Sprite* sprite; std::uint64_t rows; };
    void dropHidden();
    QRect m_visible;
    std::vector<Item> m_items, m_sorted;
    std::vector<std::uint32_t> m_counts;
    std::vector<std::uint64_t> m_covered; ///< a bit a pixel
};

} // namespace zs::map
