// The same city for every contestant: 3,000 grids, people who move, cases that don't. The same in every run.
#pragma once

#include "ui/map/MapSurface.h"

#include <memory>
#include <random>
#include <vector>

namespace zs::bench {

class Scene {
public:
    explicit Scene(int people);

    const std::shared_ptr<const map::MapGround>& ground() const { return m_ground; }
    const std::vector<map::Mark>& people() const { return m_people; }
    const std::vector<map::Mark>& cases() const { return m_cases; }
    map::Camera camera() const;  ///< everything in sight on 1920×1080
    void movePeople();           ///< every one of them by a px or two; one in fifty changes its symbol

private:
    std::mt19937 m_random{7};
    std::shared_ptr<const map::MapGround> m_ground;
    std::vector<map::Mark> m_people, m_cases;
    unsigned m_step = 0;
};

} // namespace zs::bench
