// The four panels of the daily duties, for whoever puts a console together.
#pragma once

#include "ui/cases/Workplace.h"
#include "zhongshu/Panel.h"

#include <memory>
#include <vector>

namespace zs::duties {

/// Zero reports, night visits, consultations, campaigns. `place` outlives them.
std::vector<std::unique_ptr<sdk::PanelFactory>> dutyPanelFactories(const cases::Workplace& place);

} // namespace zs::duties
