// 办结反馈: the person on scene reports the outcome; or the agency that took the case, where nobody had to be sent.
#pragma once

#include "domain/cases/Case.h"
#include "domain/cases/commands/Roles.h"

#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace zs::domain {

struct Finish {
    static constexpr std::string_view name = "finish";
    static constexpr Verb verb{"办结事件", "finish a case"};
    static constexpr auto& allowed = roles::finishers;
    static constexpr NeedsBase needsBase = NeedsBase::Yes;
    PersonId person; ///< none: nobody was sent
    Outcome outcome = Outcome::Resolved;
    std::string summary;

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("person", self.person, optionalField);
        v("outcome", self.outcome);
        v("summary", self.summary, Rule{.max = 1000});
    }
    bool operator==(const Finish&) const = default;
};

struct Finished {
    static constexpr std::string_view name = "finished";
    PersonId person; ///< none: nobody was sent
    Outcome outcome = Outcome::Resolved;
    std::string summary;

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("person", self.person, optionalField);
        v("outcome", self.outcome);
        v("summary", self.summary, Rule{.max = 1000});
    }
    bool operator==(const Finished&) const = default;
};

tl::expected<Finished, Rejection> decide(const Case& state, const Finish& command, const Context& context);
void evolve(Case& state, const Finished& event, TimePoint at, const std::string& by);

} // namespace zs::domain
