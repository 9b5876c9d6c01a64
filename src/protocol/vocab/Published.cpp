#include "protocol/vocab/Published.h"

#include "domain/catalogue/Validate.h"
#include "protocol/vocab/Calendar.h"
#include "protocol/vocab/Catalogue.h"

namespace zs::protocol {

Result<void> takeIntoForce(domain::InForce& inForce, domain::ReferenceKind kind, std::uint32_t version, std::string_view content,
                           const domain::City& city)
{
    switch (kind) {
    case domain::ReferenceKind::Catalogue: {
        auto catalogue = readCatalogue(content);
        if (!catalogue)
            return Unexpected(catalogue.error());
        inForce.router = std::make_shared<const domain::Router>(std::move(*catalogue), domain::Names(city));
        inForce.catalogueVersion = version;
        return {};
    }
    case domain::ReferenceKind::Calendar: {
        auto data = readCalendar(content, "published");
        if (!data)
            return Unexpected(data.error());
        auto calendar = domain::WorkCalendar::make(std::move(*data));
        if (!calendar)
            return Unexpected(calendar.error());
        inForce.calendar = std::move(*calendar);
        return {};
    }
    }
    return fail("reference.kind", "That kind of data isn't published.");
}

domain::InForce shippedInForce(const domain::City& city)
{
    domain::InForce inForce;
    // Built in, so it can only fail in a broken build; then every working day counts as a natural one, and is marked.
    if (auto calendar = shippedCalendar())
        inForce.calendar = std::move(*calendar);
    auto catalogue = shippedCatalogue();
    if (domain::faultsOf(*catalogue, city).empty())
        inForce.router = std::make_shared<const domain::Router>(std::move(catalogue), domain::Names(city));
    return inForce;
}

} // namespace zs::protocol
