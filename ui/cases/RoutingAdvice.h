// What the routing catalogue and the trained model say of a case: the rule that holds, else likely agencies; and likely matters
// for a case that isn't classified. Advice only: a person decides.
#pragma once

#include "domain/cases/Case.h"
#include "domain/catalogue/Router.h"
#include "domain/city/City.h"
#include "suggest/Matters.h"
#include "suggest/Model.h"

#include <future>
#include <memory>
#include <vector>

namespace zs::cases {

/// GUI thread. The look-up tables are built when first asked (some ms) and again after setCatalogue().
class RoutingAdvice {
public:
    using Catalogue = std::shared_ptr<const domain::Catalogue>; ///< never null

    /// `model` may be null: then only the catalogue speaks. `city` outlives it.
    RoutingAdvice(const domain::City& city, Catalogue catalogue, std::shared_ptr<const suggest::Model> model);
    /// The catalogue is still being read by another thread; who asks for it first waits for what is left of that.
    RoutingAdvice(const domain::City& city, std::future<Catalogue> catalogue, std::shared_ptr<const suggest::Model> model);

    const domain::City& city() const { return m_city; }
    const domain::Catalogue& catalogue() const { return *sharedCatalogue(); }
    const Catalogue& sharedCatalogue() const;
    void setCatalogue(Catalogue catalogue);
    /// What learned which agencies took such cases over; null: only rules speak.
    void setModel(std::shared_ptr<const suggest::Model> model) { m_model = std::move(model); }
    /// What learned which matters messages were classified as; null: only the catalogue's keywords speak.
    void setMatterModel(std::shared_ptr<const suggest::Model> model) { m_matterModel = std::move(model); }

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
    mutable std::future<Catalogue> m_coming; ///< valid until it was asked for
    mutable Catalogue m_catalogue;
    std::shared_ptr<const suggest::Model> m_model, m_matterModel;
    mutable std::unique_ptr<const domain::Router> m_router;
    mutable std::unique_ptr<const suggest::MatterFinder> m_finder;
};

} // namespace zs::cases
