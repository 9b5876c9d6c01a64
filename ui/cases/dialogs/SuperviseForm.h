// The form of a supervision step, also opened filled in by the supervision panel.
#pragma once

#include "ui/cases/dialogs/Form.h"

namespace zs::cases {

/// `agency` none: the lead. `rung` none: the least one that is legal towards it. `why` stands in the reason to begin with.
Form superviseForm(const Workplace& place, const domain::Case& state, AgencyId agency,
                   std::optional<domain::SupervisionRung> rung, const QString& why);

} // namespace zs::cases
