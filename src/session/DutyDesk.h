// The GUI thread's half of the duties: the store, what this desk has pending over it, whether something is legal now, and the
// published reference data in force. Session owns it.
#pragma once

#include "domain/city/City.h"
#include "session/CaseStore.h"
#include "session/DutyOverlays.h"

#include <array>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace zs::session {

/// Published reference data as it is in force at the gateway.
struct PublishedContent {
    std::uint32_t version = 0; ///< of the publication
    std::string content;
};

class DutyDesk final : private domain::DutySurroundings {
public:
    using Wanted = std::vector<std::pair<domain::ReferenceKind, domain::Publication>>;

    /// What is handed in outlives this.
    DutyDesk(const CaseStore& cases, const domain::City& city, const domain::Actor& actor, std::function<TimePoint()> now);

    tl::expected<domain::DutyEvent, domain::Rejection> check(domain::Subject subject, const domain::DutyCommand& command) const;
    /// The version of the duty that is shown; 0: there is none.
    std::uint32_t versionOf(domain::Subject subject) const;

    /// Null: nothing was published, or it hasn't come yet; what the product ships is in force then.
    const PublishedContent* published(domain::ReferenceKind kind) const;
    /// The latest publications whose contents aren't here.
    Wanted wanted() const;
    /// False: an older one than is here.
    bool take(domain::ReferenceKind kind, std::uint32_t version, std::string content);

    DutyStore store;
    DutyOverlays overlays;

private:
    bool isCase(CaseId id) const override { return m_cases.find(id) != nullptr; }
    const domain::SensitivePeriod* period(std::uint64_t number) const override { return store.find<domain::SensitivePeriod>(number); }
    const domain::Campaign* campaign(std::uint64_t number) const override { return store.find<domain::Campaign>(number); }
    tl::expected<domain::DutyEvent, domain::Rejection> decide(const domain::DutyState& state, const domain::DutyCommand& command) const;

    const CaseStore& m_cases;
    const domain::City& m_city;
    const domain::Actor& m_actor;
    std::function<TimePoint()> m_now;
    std::array<std::optional<PublishedContent>, enumNames(domain::ReferenceKind{}).size()> m_published;
};

} // namespace zs::session
