// A routing as a history tells it: what came in, and what people in the end made of it. What suggestions learn from before a
// journal has grown: a city's former system can export it (a line of JSON each), and the demo city makes its own. Nobody stands
// in it: no reporter, no handler, no operator.
#pragma once

#include "domain/Schema.h"
#include "domain/cases/CaseTypes.h"

#include "base/Clock.h"

#include <string>

namespace zs::domain {

struct PastRouting {
    TimePoint at{};
    Channel channel = Channel::OtherPlatform;
    std::string title, detail;          ///< as written at intake
    std::string town, community, grid;  ///< codes of the city pack; empty: not known
    std::string matter;                 ///< code; empty: not classified
    std::string agency;                 ///< code of the one that took it in the end

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("at", self.at);
        v("channel", self.channel);
        v("title", self.title, Rule{.max = 80});
        v("detail", self.detail, Rule{.max = 4000});
        v("town", self.town, optionalField);
        v("community", self.community, optionalField);
        v("grid", self.grid, optionalField);
        v("matter", self.matter, optionalField);
        v("agency", self.agency);
    }
    bool operator==(const PastRouting&) const = default;
};

} // namespace zs::domain
