#include "ui/cases/RoutingAdvice.h"

#include "domain/catalogue/CityMatters.h"

#include <algorithm>

namespace zs::cases {

namespace {
constexpr double kLeastConfidence = 0.1; // below it a guess is worth less than the catalogue's keywords
}

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
    return {where.matter, of.title, of.detail, {where.town, where.community, where.grid},
            std::string(enumNames(of.channel)[static_cast<std::size_t>(of.channel)])};
}

std::vector<AgencyId> RoutingAdvice::assistants(const domain::Case& of, AgencyId lead) const
{
    const domain::RoutingRule* rule = router().ruleFor(routedCase(of));
    const domain::Agency* leading = m_city.agency(lead);
    std::vector<AgencyId> assisting;
    if (rule && leading && leading->code == rule->lead)
        for (const std::string& code : rule->assisting)
            if (const domain::Agency* helper = m_city.agencyByCode(code)) assisting.push_back(helper->id);
    return assisting;
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
    suggest::Message asked = message(of);
    asked.category.clear(); // what it is called now is no reason to call it so
    std::vector<suggest::MatterOffer> offers;
    if (m_matterModel) {
        for (suggest::Suggestion& s : m_matterModel->suggest(asked)) {
            const domain::CatalogueMatter* matter = catalogue().matter(s.label);
            if (matter && s.confidence >= kLeastConfidence)
                offers.push_back({matter, s.confidence, std::move(s.words), s.confidence});
        }
    }
    for (suggest::MatterOffer& found : m_finder->find(asked)) {
        if (offers.size() < 3 && std::ranges::find(offers, found.matter, &suggest::MatterOffer::matter) == offers.end())
            offers.push_back(std::move(found));
    }
    return offers;
}

} // namespace zs::cases
