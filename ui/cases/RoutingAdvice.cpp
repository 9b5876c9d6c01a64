#include "ui/cases/RoutingAdvice.h"

#include "domain/catalogue/CityMatters.h"

namespace zs::cases {

RoutingAdvice::RoutingAdvice(const domain::City& city, Catalogue catalogue, std::shared_ptr<const suggest::Model> model)
    : m_city(city), m_catalogue(std::move(catalogue)), m_model(std::move(model))
{
}

RoutingAdvice::RoutingAdvice(const domain::City& city, std::future<Catalogue> catalogue, std::shared_ptr<const suggest::Model> model)
    : m_city(city), m_coming(std::move(catalogue)), m_model(std::move(model))
{
}

const RoutingAdvice::Catalogue& RoutingAdvice::sharedCatalogue() const
{
    if (!m_catalogue) m_catalogue = m_coming.get();
    return m_catalogue;
}

void RoutingAdvice::setCatalogue(Catalogue catalogue)
{
    m_catalogue = std::move(catalogue);
    m_router.reset();
    m_finder.reset();
}

const domain::Router& RoutingAdvice::router() const
{
    if (!m_router) m_router = std::make_unique<const domain::Router>(sharedCatalogue(), domain::Names(m_city));
    return *m_router;
}

domain::RoutedCase RoutingAdvice::routedCase(const domain::Case& of) const { return domain::routedCase(of, m_city); }

suggest::Message RoutingAdvice::message(const domain::Case& of) const
{
    const domain::RoutedCase where = routedCase(of);
    return {where.matter, of.title, of.detail, {where.town, where.community, where.grid}};
}

std::vector<suggest::Suggestion> RoutingAdvice::agencies(const domain::Case& of) const
{
    if (!m_model) return {};
    auto offered = m_model->suggest(message(of));
    std::erase_if(offered, [&](const suggest::Suggestion& s) { return !m_city.agencyByCode(s.label); });
    return offered;
}

std::vector<suggest::MatterOffer> RoutingAdvice::matters(const domain::Case& of) const
{
    if (!m_finder) m_finder = std::make_unique<const suggest::MatterFinder>(sharedCatalogue());
    return m_finder->find(message(of));
}

} // namespace zs::cases
