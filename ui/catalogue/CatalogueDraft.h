// The routing catalogue in force and what was edited on top of it. No widget.
#pragma once

#include "domain/catalogue/Diff.h"
#include "domain/catalogue/Validate.h"

#include <memory>
#include <string>
#include <vector>

namespace zs::catalogue {

class CatalogueDraft {
public:
    explicit CatalogueDraft(std::shared_ptr<const domain::Catalogue> base);

    const domain::Catalogue& base() const { return *m_base; }
    std::shared_ptr<const domain::Catalogue> sharedBase() const { return m_base; }
    const domain::Catalogue& edited() const { return m_edited; }
    bool isChanged() const { return !(m_edited == *m_base); }
    /// Whether the rule differs from the one for the same matter, area and level in force, or is new.
    bool isEdited(std::size_t rule) const;

    void setRule(std::size_t rule, domain::RoutingRule to) { m_edited.rules.at(rule) = std::move(to); }
    /// Behind the other rules of its matter. Where one for the same area and level stands, that one is answered instead.
    std::size_t addRule(domain::RoutingRule rule);
    void removeRule(std::size_t rule) { m_edited.rules.erase(m_edited.rules.begin() + static_cast<std::ptrdiff_t>(rule)); }
    void revert() { m_edited = *m_base; }

private:
    std::shared_ptr<const domain::Catalogue> m_base;
    domain::Catalogue m_edited;
};

/// "2026.1" → "2026.2"; a version without a number at its end gets ".2".
std::string nextVersion(const std::string& version);

} // namespace zs::catalogue
