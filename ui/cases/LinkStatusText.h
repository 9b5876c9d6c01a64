// How fresh a panel's picture is, said alike by every panel about cases.
#pragma once

#include "ui/cases/Workplace.h"
#include "zhongshu/Panel.h"

namespace zs::cases {

/// Loading before the first picture, Ready while online, Partial with the data's age while not, Error when the gateway
/// was refused and nothing is there. The panel changes it to Empty where that is so.
sdk::PanelStatus linkPanelStatus(const Workplace& place);

} // namespace zs::cases
