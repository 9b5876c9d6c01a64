// What the intake desk does with a case after it was classified.
#pragma once

#include "base/StrongId.h"

namespace zs::sim {

enum class Onward {
    Habit, ///< routes some and leaves some, as Habits says
    Route,
    Leave ///< for the dispatcher at a console
};

struct Next {
    Onward onward = Onward::Habit;
    AgencyId lead; ///< whom it is routed to; none: the matter's own lead
};

} // namespace zs::sim
