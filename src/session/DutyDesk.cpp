#include "session/DutyDesk.h"

namespace zs::session {

DutyDesk::DutyDesk(const CaseStore& cases, const domain::City& city, const domain::Actor& actor, std::function<TimePoint()> now)
    : overlays(store, [this](const auto& state, const auto& command) { return decide(state, command); }, actor.name),
      m_cases(cases), m_city(city), m_actor(actor), m_now(std::move(now))
{
}

tl::expected<domain::DutyEvent, domain::Rejection> DutyDesk::decide(const domain::DutyState& state,
                                                                    const domain::DutyCommand& command) const
{
    return domain::decide(state, command, {m_now(), m_actor, m_city, *this});
}

tl::expected<domain::DutyEvent, domain::Rejection> DutyDesk::check(domain::Subject subject,
                                                                   const domain::DutyCommand& command) const
{
    const domain::DutyState* state = store.find(subject);
    return decide(state ? *state : domain::blankDuty(subject), command);
}

std::uint32_t DutyDesk::versionOf(domain::Subject subject) const
{
    const domain::DutyState* state = store.find(subject);
    return state ? domain::versionOf(*state) : 0;
}

const PublishedContent* DutyDesk::published(domain::ReferenceKind kind) const
{
    const auto& held = m_published[static_cast<std::size_t>(kind)];
    return held ? &*held : nullptr;
}

DutyDesk::Wanted DutyDesk::wanted() const
{
    Wanted wanted;
    for (std::size_t i = 0; i < m_published.size(); ++i) {
        const auto kind = static_cast<domain::ReferenceKind>(i);
        const domain::DutyState* state = store.confirmed(domain::referenceSubject(kind));
        const auto* reference = state ? std::get_if<domain::Reference>(state) : nullptr;
        const domain::Publication* latest = reference ? reference->latest() : nullptr;
        if (latest && (!m_published[i] || m_published[i]->version < latest->version))
            wanted.emplace_back(kind, *latest);
    }
    return wanted;
}

bool DutyDesk::take(domain::ReferenceKind kind, std::uint32_t version, std::string content)
{
    auto& held = m_published[static_cast<std::size_t>(kind)];
    if (held && held->version >= version)
        return false;
    held = PublishedContent{version, std::move(content)};
    return true;
}

} // namespace zs::session
