#include "ui/map/web/SpriteAtlas.h"

#include <algorithm>
#include <cstring>

namespace zs::map::web {

namespace {
constexpr int kWidth = 1024;
// WebGL 2 promises textures of 2048 px at least; every engine offers 4096.
constexpr int kMaxHeight = 4096;
} // namespace

void SpriteAtlas::use(const kit::Theme& theme, qreal personCore, qreal caseCore, qreal devicePixelRatio)
{
    if (m_sheets[0] && m_cores[0] == personCore && m_cores[1] == caseCore && m_ratio == devicePixelRatio)
        return;
    m_cores[0] = personCore;
    m_cores[1] = caseCore;
    m_ratio = devicePixelRatio;
    for (int i = 0; i < 2; ++i)
        m_sheets[i] = std::make_unique<kit::SymbolSheet>(theme, m_cores[i], devicePixelRatio);
    clear();
}

void SpriteAtlas::clear()
{
    m_numbers.clear();
    m_image = {};
    m_image.width = kWidth;
    m_x = m_y = m_row = 0;
    m_news = true;
}

std::uint16_t SpriteAtlas::sprite(Kind kind, kit::SymbolCode code)
{
    const int sheet = kind == Kind::Person ? 0 : 1;
    const std::uint64_t key = (static_cast<std::uint64_t>(sheet) << 32) | code;
    const auto found = m_numbers.find(key);
    if (found != m_numbers.end())
        return found->second;
    const auto number = static_cast<std::uint16_t>(m_image.cells.size());
    place(m_sheets[sheet]->sprite(code));
    m_numbers.emplace(key, number);
    m_news = true;
    return number;
}

void SpriteAtlas::place(const kit::SymbolSheet::Sprite& sprite)
{
    const QImage image = sprite.image.convertToFormat(QImage::Format_RGBA8888_Premultiplied);
    const int w = image.width(), h = image.height();
    if (m_x + w > kWidth) {
        m_x = 0;
        m_y += m_row;
        m_row = 0;
    }
    AtlasCell cell;
    if (m_y + h <= kMaxHeight) {
        m_row = std::max(m_row, h);
        m_image.height = std::max(m_image.height, m_y + m_row);
        m_image.pixels.resize(qsizetype(kWidth) * m_image.height * 4, '\0');
        for (int y = 0; y < h; ++y)
            std::memcpy(m_image.pixels.data() + (qsizetype(m_y + y) * kWidth + m_x) * 4, image.constScanLine(y),
                        static_cast<std::size_t>(w) * 4);
        cell = {static_cast<std::uint16_t>(m_x), static_cast<std::uint16_t>(m_y), static_cast<std::uint16_t>(w),
                static_cast<std::uint16_t>(h), static_cast<float>(sprite.offset.x() * m_ratio),
                static_cast<float>(sprite.offset.y() * m_ratio)};
        m_x += w;
    }
    m_image.cells.push_back(cell);
}

const AtlasImage& SpriteAtlas::image()
{
    return m_image;
}

} // namespace zs::map::web
