#include "ui/map/painter/Sprites.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace zs::map {

namespace {

constexpr int kReach = 64; ///< px around the visible part in which a centre may lie
constexpr int kMaskBits = 64;
constexpr std::size_t kFew = 1000; ///< sprites that rarely cover one another

/// `count` (0…64) ones from bit `from` (0…63) on, over two words.
struct Span {
    std::uint64_t low, high;
    Span(int from, int count)
    {
        const std::uint64_t ones = count >= kMaskBits ? ~std::uint64_t{0} : (std::uint64_t{1} << count) - 1;
        low = ones << from;
        high = from ? ones >> (kMaskBits - from) : 0;
    }
};

/// Source-over of premultiplied pixels: two channels at a time, rounded as Qt does.
inline quint32 over(quint32 source, quint32 below)
{
    const quint32 rest = 255 - (source >> 24);
    quint32 rb = (below & 0xff00ff) * rest;
    rb = ((rb + ((rb >> 8) & 0xff00ff) + 0x800080) >> 8) & 0xff00ff;
    quint32 ag = ((below >> 8) & 0xff00ff) * rest;
    ag = (ag + ((ag >> 8) & 0xff00ff) + 0x800080) & 0xff00ff00;
    return source + (rb | ag);
}

inline void overRun(quint32* to, const quint32* from, int count)
{
    for (int i = 0; i < count; ++i)
        to[i] = over(from[i], to[i]);
}

Sprite cut(const QImage& image, QPoint offset)
{
    const auto line = [&](int y) { return reinterpret_cast<const quint32*>(image.constScanLine(y)); };
    int left = image.width(), right = -1, top = image.height(), bottom = -1;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (line(y)[x] >> 24) {
                left = std::min(left, x);
                right = std::max(right, x);
                top = std::min(top, y);
                bottom = std::max(bottom, y);
            }
        }
    }
    Sprite s;
    if (right < left)
        return s;
    s.width = right - left + 1;
    s.height = bottom - top + 1;
    s.offset = offset + QPoint(left, top);
    s.pixels.resize(static_cast<std::size_t>(s.width) * static_cast<std::size_t>(s.height));
    for (int y = 0; y < s.height; ++y) {
        const quint32* from = line(top + y) + left;
        std::copy_n(from, s.width, s.pixels.data() + static_cast<std::ptrdiff_t>(y) * s.width);
        int begin = 0, end = s.width;
        while (begin < end && !(from[begin] >> 24)) ++begin;
        while (end > begin && !(from[end - 1] >> 24)) --end;
        // The longest solid run of the row; everything around it is blended.
        int solidBegin = begin, solidEnd = begin;
        for (int x = begin; x < end;) {
            int until = x;
            while (until < end && (from[until] >> 24) == 255) ++until;
            if (until - x > solidEnd - solidBegin) {
                solidBegin = x;
                solidEnd = until;
            }
            x = std::max(until, x + 1);
        }
        const auto small = [](int v) { return static_cast<std::int16_t>(v); };
        s.rows.push_back({small(begin), small(solidBegin), small(solidEnd), small(end)});
    }
    return s;
}

} // namespace

Canvas Canvas::on(QImage& image, QPoint origin, QRect clip)
{
    const auto format = image.format();
    if (format != QImage::Format_RGB32 && format != QImage::Format_ARGB32_Premultiplied)
        return {};
    Canvas canvas;
    // constBits: the painter that is open on the image shares its data; bits() would detach from it.
    canvas.bits = reinterpret_cast<quint32*>(const_cast<uchar*>(image.constBits()));
    canvas.stride = image.bytesPerLine() / 4;
    canvas.origin = origin;
    canvas.clip = clip.intersected(image.rect());
    return canvas;
}

void blit(const Canvas& canvas, const Sprite& sprite, QPoint centre, std::uint64_t rows)
{
    if (rows == 0)
        return;
    const QPoint at = canvas.origin + centre + sprite.offset;
    const QRect& clip = canvas.clip;
    const int top = std::max(at.y(), clip.top()), bottom = std::min(at.y() + sprite.height, clip.bottom() + 1);
    const int left = std::max(0, clip.left() - at.x()), right = std::min(sprite.width, clip.right() + 1 - at.x());
    if (left >= right)
        return;
    for (int y = top; y < bottom; ++y) {
        const int row = y - at.y();
        if (row < kMaskBits && !(rows >> row & 1))
            continue;
        const Sprite::Row& r = sprite.rows[static_cast<std::size_t>(row)];
        const quint32* from = sprite.pixels.data() + static_cast<std::ptrdiff_t>(row) * sprite.width;
        quint32* to = canvas.bits + y * canvas.stride + at.x();
        const int begin = std::max<int>(r.begin, left), end = std::min<int>(r.end, right);
        const int solidBegin = std::clamp<int>(r.solidBegin, begin, std::max(begin, end));
        const int solidEnd = std::clamp<int>(r.solidEnd, solidBegin, std::max(solidBegin, end));
        overRun(to + begin, from + begin, solidBegin - begin);
        for (int i = solidBegin; i < solidEnd; ++i)
            to[i] = from[i];
        overRun(to + solidEnd, from + solidEnd, end - solidEnd);
    }
}

void copy(const Canvas& canvas, const QImage& image, QPoint at)
{
    const QRect target = QRect(canvas.origin + at, image.size()).intersected(canvas.clip);
    if (target.isEmpty())
        return;
    const QPoint from = target.topLeft() - canvas.origin - at;
    for (int y = 0; y < target.height(); ++y) {
        std::memcpy(canvas.bits + (target.top() + y) * canvas.stride + target.left(),
                    image.constScanLine(from.y() + y) + static_cast<std::ptrdiff_t>(from.x()) * 4,
                    static_cast<std::size_t>(target.width()) * 4);
    }
}

SpriteAtlas::SpriteAtlas(const kit::Theme& theme, qreal core, qreal dpr, qreal fade, Detail detail)
    : m_sheet(theme, core, dpr), m_core(core), m_dpr(dpr), m_fade(fade), m_detail(detail)
{
}

const Sprite& SpriteAtlas::sprite(kit::SymbolCode code, Shade shade)
{
    const std::uint64_t key = std::uint64_t{code} << 1 | (shade == Shade::Faded ? 1u : 0u);
    if (key == m_lastKey)
        return *m_last;
    auto found = m_sprites.find(key);
    if (found == m_sprites.end()) {
        kit::Symbol symbol = kit::symbolOf(code);
        const bool needed = symbol.attention != kit::Attention::Normal || symbol.ring != kit::Ring::None;
        if (m_detail == Detail::Plain && !needed && symbol.selection == kit::Selection::None) {
            symbol.backdrop = kit::Backdrop::Panel;
            symbol.badge = 0;
        }
        const auto& baked = m_sheet.sprite(kit::symbolCode(symbol));
        Sprite s = cut(baked.image, (baked.offset * m_dpr).toPoint());
        s.above = needed;
        if (shade == Shade::Faded) {
            for (quint32& px : s.pixels) {
                const auto channel = [&](int shift) {
                    return static_cast<quint32>(std::lround(((px >> shift) & 0xff) * m_fade)) << shift;
                };
                px = channel(24) | channel(16) | channel(8) | channel(0);
            }
            for (Sprite::Row& row : s.rows)
                row.solidEnd = row.solidBegin;
        }
        found = m_sprites.emplace(key, std::move(s)).first;
    }
    m_lastKey = key;
    m_last = &found->second;
    return found->second;
}

void SpriteQueue::begin(QRect visible)
{
    m_visible = visible.adjusted(-kReach, -kReach, kReach, kReach);
    m_items.clear();
}

void SpriteQueue::add(const Sprite& sprite, QPoint centre)
{
    if (m_visible.contains(centre) && !sprite.isEmpty())
        m_items.push_back({centre.x(), centre.y(), &sprite, ~std::uint64_t{0}});
}

void SpriteQueue::sort(Hidden hidden)
{
    // Counting sort by line: stable, and linear in the number of sprites.
    const int lines = m_visible.height() + 1;
    m_counts.assign(static_cast<std::size_t>(2 * lines) + 1, 0);
    const auto line = [&](const Item& i) {
        return static_cast<std::size_t>(i.y - m_visible.top() + (i.sprite->above ? lines : 0));
    };
    for (const Item& i : m_items)
        ++m_counts[line(i) + 1];
    for (std::size_t i = 1; i < m_counts.size(); ++i)
        m_counts[i] += m_counts[i - 1];
    m_sorted.resize(m_items.size());
    for (const Item& i : m_items)
        m_sorted[m_counts[line(i)]++] = i;
    if (hidden == Hidden::Dropped && m_sorted.size() > kFew)
        dropHidden();
}

void SpriteQueue::dropHidden()
{
    // From the front to the back: a row that lies wholly under solid pixels of what comes later needn't be drawn. In a
    // crowd that is nearly all of them.
    const int words = m_visible.width() / kMaskBits + 3, lines = m_visible.height();
    m_covered.assign(static_cast<std::size_t>(words) * static_cast<std::size_t>(lines), 0);
    for (auto item = m_sorted.rbegin(); item != m_sorted.rend(); ++item) {
        const Sprite& s = *item->sprite;
        const int left = item->x + s.offset.x() - m_visible.left(), top = item->y + s.offset.y() - m_visible.top();
        if (left < 0 || top < 0 || top + s.height > lines || s.width > kMaskBits || s.height > kMaskBits
            || left + s.width > m_visible.width() + kMaskBits)
            continue; // at the edge or very large: drawn, and not counted on
        std::uint64_t rows = 0;
        for (int row = 0; row < s.height; ++row) {
            const Sprite::Row& r = s.rows[static_cast<std::size_t>(row)];
            std::uint64_t* line = m_covered.data() + static_cast<std::ptrdiff_t>(top + row) * words;
            const int begin = left + r.begin;
            const Span all(begin % kMaskBits, r.end - r.begin);
            std::uint64_t* at = line + begin / kMaskBits;
            if ((all.low & ~at[0]) == 0 && (all.high & ~at[1]) == 0)
                continue;
            rows |= std::uint64_t{1} << row;
            const int solid = left + r.solidBegin;
            const Span own(solid % kMaskBits, r.solidEnd - r.solidBegin);
            at = line + solid / kMaskBits;
            at[0] |= own.low;
            at[1] |= own.high;
        }
        item->rows = rows;
    }
}

void SpriteQueue::drawTo(const Canvas& canvas) const
{
    for (const Item& i : m_sorted)
        blit(canvas, *i.sprite, QPoint(i.x, i.y), i.rows);
}

} // namespace zs::map
