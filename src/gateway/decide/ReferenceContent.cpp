#include "gateway/decide/ReferenceContent.h"

#include "domain/catalogue/Validate.h"
#include "protocol/vocab/Calendar.h"
#include "protocol/vocab/Catalogue.h"

namespace zs::gateway {

namespace {

domain::LocalText unreadable(const Error& error)
{
    return {"内容读不出来：" + error.sentence, "The content can't be read: " + error.sentence};
}

} // namespace

ReferenceCheck referenceCheck(const domain::City& city)
{
    return [&city](domain::ReferenceKind kind, std::string_view content) -> std::optional<domain::LocalText> {
        switch (kind) {
        case domain::ReferenceKind::Catalogue: {
            const auto catalogue = protocol::readCatalogue(content);
            if (!catalogue)
                return unreadable(catalogue.error());
            const auto faults = domain::faultsOf(**catalogue, city);
            return faults.empty() ? std::nullopt : std::optional(faults.front().sentence);
        }
        case domain::ReferenceKind::Calendar:
            if (const auto calendar = protocol::readCalendar(content, "calendar"); !calendar)
                return unreadable(calendar.error());
            return std::nullopt;
        }
        return domain::LocalText{"这种数据不能发布。", "That kind of data isn't published."};
    };
}

} // namespace zs::gateway
