// From marks and emphasis to what is drawn: which sprite, how opaque, in which order. Pure but for the atlas.
#pragma once

#include "ui/map/HitIndex.h"
#include "ui/map/MapSurface.h"
#include "ui/map/web/SpriteAtlas.h"

namespace zs::map::web {

enum class Shown { No, Yes };

struct MarkScene {
    const std::vector<Mark>& people;
    const std::vector<Mark>& cases;
    const Emphasis& emphasis;
    Shown showPeople = Shown::Yes;
    Shown showCases = Shown::Yes;
    double fade = 0.35; ///< opacity of people who can't take a dragged case
};

/// Bottom to top: people who fade, then all others by y (further south = nearer), then what is emphasised.
MarkFrame composeMarks(const MarkScene& scene, SpriteAtlas& atlas);

} // namespace zs::map::web
