// A routing catalogue for the sample city.
#pragma once

#include "domain/catalogue/Catalogue.h"
#include "domain/city/City.h"

#include <algorithm>
#include <memory>

namespace zs::testkit {

/// A rule for every matter of the city, led by the agency that its pack names.
inline std::shared_ptr<const domain::Catalogue> sampleCatalogue(const domain::City& city)
{
    auto out = std::make_shared<domain::Catalogue>();
    out->version = "2026.1";
    out->name = {"分流目录", "Catalogue"};
    for (const domain::Agency& a : city.agencies) out->departments.push_back({a.code, a.name, a.shortName});
    for (const domain::Matter& m : city.matters) {
        const domain::Agency* lead = city.agency(m.lead);
        domain::TimeLimits limits = m.limits;
        if (limits.report.isNone()) limits.report = {5, domain::LimitUnit::WorkingDays};
        const bool takes = std::ranges::find(lead->takes, m.kind) != lead->takes.end();
        out->matters.push_back({m.code, domain::MatterList::Grid, lead->code, m.kind, m.name, m.priority, {}});
        out->rules.push_back({m.code, {}, domain::RuleLevel::Any, takes ? lead->code : "centre", {}, m.priority, limits});
    }
    return out;
}

} // namespace zs::testkit
