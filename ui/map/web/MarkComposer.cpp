#include "ui/map/web/MarkComposer.h"

#include <algorithm>
#include <unordered_set>

namespace zs::map::web {

namespace {

enum class Plane : std::uint8_t { Faded, Normal, Emphasised };

struct Drawn {
    const Mark* mark;
    kit::SymbolCode code;
    SpriteAtlas::Kind kind;
    Plane plane;
};

class Composer {
public:
    explicit Composer(const MarkScene& scene)
        : m_scene(scene), m_legal(scene.emphasis.legalPeople.begin(), scene.emphasis.legalPeople.end()),
          m_plain(scene.emphasis.alsoLegal.begin(), scene.emphasis.alsoLegal.end()),
          m_fades(scene.emphasis.dragging || !m_legal.empty())
    {
    }

    std::vector<Drawn> drawn() const
    {
        std::vector<Drawn> all;
        all.reserve(m_scene.people.size() + m_scene.cases.size());
        if (m_scene.showCases == Shown::Yes)
            for (const Mark& mark : m_scene.cases)
                all.push_back(ofCase(mark));
        if (m_scene.showPeople == Shown::Yes)
            for (const Mark& mark : m_scene.people)
                all.push_back(ofPerson(mark));
        std::stable_sort(all.begin(), all.end(), [](const Drawn& a, const Drawn& b) {
            return a.plane != b.plane ? a.plane < b.plane : a.mark->y < b.mark->y;
        });
        return all;
    }

private:
    Drawn ofPerson(const Mark& mark) const
    {
        const Emphasis& e = m_scene.emphasis;
        auto selection = kit::Selection::None;
        if (e.hoverPerson == mark.id)
            selection = kit::Selection::Hover;
        else if (m_legal.contains(mark.id))
            selection = kit::Selection::Target;
        else if (e.selectedPerson == mark.id)
            selection = kit::Selection::Selected;
        if (selection != kit::Selection::None)
            return {&mark, withSelection(mark.symbol, selection), SpriteAtlas::Kind::Person, Plane::Emphasised};
        return {&mark, onMap(mark.symbol), SpriteAtlas::Kind::Person, m_fades && !m_plain.contains(mark.id) ? Plane::Faded : Plane::Normal};
    }

    Drawn ofCase(const Mark& mark) const
    {
        if (m_scene.emphasis.selectedCase == mark.id)
            return {&mark, withSelection(mark.symbol, kit::Selection::Selected), SpriteAtlas::Kind::Case,
                    Plane::Emphasised};
        return {&mark, onMap(mark.symbol), SpriteAtlas::Kind::Case, Plane::Normal};
    }

    static kit::SymbolCode onMap(kit::SymbolCode code) { return withSelection(code, kit::Selection::None); }

    static kit::SymbolCode withSelection(kit::SymbolCode code, kit::Selection selection)
    {
        kit::Symbol symbol = kit::symbolOf(code);
        symbol.selection = selection;
        symbol.backdrop = kit::Backdrop::Map;
        return kit::symbolCode(symbol);
    }

    const MarkScene& m_scene;
    std::unordered_set<std::uint64_t> m_legal;
    std::unordered_set<std::uint64_t> m_plain;
    bool m_fades;
};

} // namespace

MarkFrame composeMarks(const MarkScene& scene, SpriteAtlas& atlas)
{
    const auto all = Composer(scene).drawn();
    MarkFrame frame;
    if (all.empty())
        return frame;
    // Any mark will do as origin: a city is small against the world.
    frame.originX = all.front().mark->x;
    frame.originY = all.front().mark->y;
    frame.marks.reserve(all.size());
    const auto faded = static_cast<std::uint8_t>(std::clamp(scene.fade, 0.0, 1.0) * 255);
    for (const Drawn& d : all)
        frame.marks.push_back({static_cast<float>(d.mark->x - frame.originX),
                               static_cast<float>(d.mark->y - frame.originY), atlas.sprite(d.kind, d.code),
                               d.plane == Plane::Faded ? faded : std::uint8_t{255}, 0});
    return frame;
}

} // namespace zs::map::web
