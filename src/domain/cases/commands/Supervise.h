// 督办: a step of the ladder 提醒 → 催办 → 督办 → 通报 → 约谈 → 挂牌督办 towards one agency of the case, and its answer.
#pragma once

#include "domain/cases/Case.h"
#include "domain/cases/commands/Roles.h"

#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace zs::domain {

struct Supervise {
    static constexpr std::string_view name = "supervise";
    static constexpr Verb verb{"督办", "supervise an agency"};
    static constexpr auto& allowed = roles::deciders;
    static constexpr NeedsBase needsBase = NeedsBase::Yes;
    SupervisionRung rung = SupervisionRung::Reminder;
    AgencyId agency;
    LimitSpan within; ///< to answer
    std::string reason;

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("rung", self.rung);
        v("agency", self.agency);
        v("within", self.within);
        v("reason", self.reason, Rule{.max = 200});
    }
    bool operator==(const Supervise&) const = default;
};

struct Supervised {
    static constexpr std::string_view name = "supervised";
    SupervisionRung rung = SupervisionRung::Reminder;
    AgencyId agency;
    Level level = Level::City; ///< of who supervises
    LimitSpan within;
    std::string reason;

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("rung", self.rung);
        v("agency", self.agency);
        v("level", self.level);
        v("within", self.within);
        v("reason", self.reason, Rule{.max = 200});
    }
    bool operator==(const Supervised&) const = default;
};

struct AnswerSupervision {
    static constexpr std::string_view name = "answer_supervision";
    static constexpr Verb verb{"回复督办", "answer a supervision"};
    static constexpr auto& allowed = roles::deskAndAgency;
    static constexpr NeedsBase needsBase = NeedsBase::No;
    AgencyId agency;
    std::string measures;

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("agency", self.agency);
        v("measures", self.measures, Rule{.max = 1000});
    }
    bool operator==(const AnswerSupervision&) const = default;
};

struct SupervisionAnswered {
    static constexpr std::string_view name = "supervision_answered";
    AgencyId agency;
    std::string measures;

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("agency", self.agency);
        v("measures", self.measures, Rule{.max = 1000});
    }
    bool operator==(const SupervisionAnswered&) const = default;
};

tl::expected<Supervised, Rejection> decide(const Case& state, const Supervise& command, const Context& context);
void evolve(Case& state, const Supervised& event, TimePoint at, const std::string& by);
tl::expected<SupervisionAnswered, Rejection> decide(const Case& state, const AnswerSupervision& command, const Context& context);
void evolve(Case& state, const SupervisionAnswered& event, TimePoint at, const std::string& by);

} // namespace zs::domain
