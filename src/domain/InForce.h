// The published reference data by which decisions are made at one moment: 现行目录与日历. Gateway and console read it from the same
// publications (protocol/vocab/Published.h), so that both judge alike. A cheap value: what it points to is immutable.
#pragma once

#include "domain/catalogue/Router.h"
#include "domain/sla/WorkCalendar.h"

#include <cstdint>
#include <memory>

namespace zs::domain {

struct InForce {
    std::shared_ptr<const Router> router;  ///< null: no catalogue fits this city, its own list of matters speaks
    std::uint32_t catalogueVersion = 0;    ///< number of the catalogue's publication; 0: not published, the product's own
    std::shared_ptr<const WorkCalendar> calendar = std::make_shared<const WorkCalendar>(); ///< never null
};

/// No catalogue, and a calendar that knows no year.
const InForce& nothingInForce();

} // namespace zs::domain
