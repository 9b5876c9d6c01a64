// The symbols in use, baked by the kit and packed into one picture for the page. GUI thread.
#pragma once

#include "ui/kit/Symbol.h"
#include "ui/map/web/LiveMessage.h"

#include <cstdint>
#include <memory>
#include <unordered_map>

namespace zs::map::web {

class SpriteAtlas {
public:
    enum class Kind { Person, Case };

    /// Sizes of the symbols' cores in logical px. Everything is forgotten when anything differs from before, so what a
    /// picture holds is bounded by what one zoom level uses.
    void use(const kit::Theme& theme, qreal personCore, qreal caseCore, qreal devicePixelRatio);
    void forget() { m_sheets[0].reset(); m_sheets[1].reset(); clear(); }

    /// The sprite's number, baked if it isn't in the picture yet.
    std::uint16_t sprite(Kind kind, kit::SymbolCode code);

    const AtlasImage& image();
    bool hasNews() const { return m_news; } ///< since seen()
    void seen() { m_news = false; }

private:
    void clear();
    void place(const kit::SymbolSheet::Sprite& sprite);

    std::unique_ptr<kit::SymbolSheet> m_sheets[2];
    qreal m_cores[2] = {0, 0};
    qreal m_ratio = 1;
    std::unordered_map<std::uint64_t, std::uint16_t> m_numbers;
    AtlasImage m_image;
    int m_x = 0, m_y = 0, m_row = 0; ///< where the next sprite goes; the height of the row that is being filled
    bool m_news = false;
};

} // namespace zs::map::web
