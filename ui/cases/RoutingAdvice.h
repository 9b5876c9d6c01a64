// What the routing catalogue and the trained model say of a case: the rule that holds, else likely agencies; and likely matters
// for a case that isn't classified. Advice only: a person decides.
#pragma once

#include "domain/cases/Case.h"
#include "domain/catalogue/Router.h"
#include "domain/city/City.h"
#include "suggest/Matters.h"
#include "suggest/Model.h"

#include <memory>
#include <vector>

namespace zs::cases {

/// GUI thread. The look-up tables are built when first asked (some ms) and again after setCatalogue().
class RoutingAdvice {
public:
    /// `model` may be null: then only the catalogue speaks. `city` outlives it.
    RoutingAdvice(const domain::City& city, std::shared_ptr<const domain::Catalogue> catalogue, std::shared_ptr<const suggest::Model> model);

    const domain::City& city() const { return m_city; }
    const domain::Catalogue& catalogue() const { return *m_catalogue; }
    std::shared_ptr<const domain::Catalogue> sharedCatalogue() const { return m_catalogue; }
    /// What learned which matters messages were classified as; null: only the catalogue's keywords speak.
    void setMatterModel(std::shared_ptr<const suggest::Model> model) { m_matterModel = std::move(model); }
    void setCatalogue(std::shared_ptr<const domain::Catalogue> catalogue);

    const domain::Router& router() const;
    domain::Routing rule(const domain::Case& of) const { return router().route(routedCase(of)); }
    /// Whom the rule names to assist, where `lead` is its lead; empty otherwise.
    std::vector<AgencyId> assistants(const domain::Case& of, AgencyId lead) const;
    /// Up to three, most likely first, of agencies that this city has; empty without a model.
    std::vector<suggest::Suggestion> agencies(const domain::Case& of) const;
    /// Up to three: first what the model holds likely, with its confidence and words, then by the words of the catalogue.
    std::vector<suggest::MatterOffer> matters(const domain::Case& of) const;

    domain::RoutedCase routedCase(const domain::Case& of) const;

private:
    suggest::Message message(const domain::Case& of) const;

    const domain::City& m_city;
    std::shared_ptr<const domain::Catalogue> m_catalogue;
    std::shared_ptr<const suggest::Model> m_model, m_matterModel;
    mutable std::unique_ptr<const domain::Router> m_router;
    mutable std::unique_ptr<const suggest::MatterFinder> m_finder;
};

} // namespace zs::cases
