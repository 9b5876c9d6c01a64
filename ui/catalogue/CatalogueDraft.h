// The routing catalogue in force and what was edited on top of it, each edit to be undone and done again. No widget.
#pragma once

#include "domain/catalogue/Diff.h"
#include "domain/catalogue/Validate.h"

#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace zs::catalogue {

class CatalogueDraft {
public:
    explicit CatalogueDraft(std::shared_ptr<const domain::Catalogue> base);

    const domain::Catalogue& base() const { return *m_base; }
    std::shared_ptr<const domain::Catalogue> sharedBase() const { return m_base; }
    const domain::Catalogue& edited() const { return m_edited; }
    bool isChanged() const { return !(m_edited == *m_base); }
    /// Whether the entry differs from the one in force for the same code (a rule: for the same matter, area and level), or is new.
    bool isEdited(domain::ChangeOf of, std::size_t index) const;

    // Each is one step of undo(); a second change of the same field of the same entry joins the first. `index` is in range.

    void setRule(std::size_t index, domain::RoutingRule to, std::string_view field = {});
    /// Behind the other rules of its matter. Where one for the same area and level stands, that one is answered instead.
    std::size_t addRule(domain::RoutingRule rule);
    void removeRule(std::size_t index);

    /// Its rules follow a new code.
    void setMatter(std::size_t index, domain::CatalogueMatter to, std::string_view field = {});
    /// With a rule for the whole city, led by its department, limits and all as `like`.
    std::size_t addMatter(domain::CatalogueMatter matter, const domain::RoutingRule& like);
    void removeMatter(std::size_t index); ///< and its rules

    /// With a new code goes whatever named the old one: matters, leads, assistants.
    void setDepartment(std::size_t index, domain::Department to, std::string_view field = {});
    std::size_t addDepartment(domain::Department department);
    void removeDepartment(std::size_t index); ///< what names it becomes a fault

    bool canUndo() const { return m_done > 0; }
    bool canRedo() const { return m_done < m_steps.size(); }
    void undo();
    void redo();
    void revert() { *this = CatalogueDraft(m_base); }

    /// The rule of a matter for the whole city at every level; none: a fault.
    std::optional<std::size_t> cityRule(std::string_view matter) const;

private:
    /// Before empty: it was added; after empty: it was removed.
    template <class Entry>
    struct Edit {
        std::size_t at = 0;
        std::optional<Entry> before, after;
    };
    using AnyEdit = std::variant<Edit<domain::Department>, Edit<domain::CatalogueMatter>, Edit<domain::RoutingRule>>;
    struct Step {
        std::string field; ///< empty: never joined
        std::vector<AnyEdit> edits;
    };

    template <class Entry>
    std::vector<Entry>& list();
    template <class Entry>
    void set(std::vector<AnyEdit>& edits, std::size_t at, Entry to);
    template <class Entry>
    void insert(std::vector<AnyEdit>& edits, std::size_t at, Entry entry);
    template <class Entry>
    void erase(std::vector<AnyEdit>& edits, std::size_t at);
    void keep(std::string field, std::vector<AnyEdit> edits);

    std::shared_ptr<const domain::Catalogue> m_base;
    domain::Catalogue m_edited;
    std::vector<Step> m_steps;
    std::size_t m_done = 0; ///< steps that are in m_edited
};

/// "2026.1" → "2026.2"; a version without a number at its end gets ".2".
std::string nextVersion(const std::string& version);

} // namespace zs::catalogue
