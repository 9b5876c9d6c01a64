#include "ui/cases/dialogs/Form.h"

#include "ui/cases/CaseWords.h"

#include <algorithm>

namespace zs::cases {

FormField Forms::reason(const QString& label)
{
    FormField field;
    field.id = "text";
    field.label = label.isEmpty() ? tr("&Reason") : label;
    return field;
}

std::vector<PickItem> Forms::agencies(const Workplace& place, const std::vector<AgencyId>& ids,
                                      const std::function<QString(AgencyId)>& legal)
{
    std::vector<PickItem> items;
    for (const AgencyId id : ids) {
        PickItem item;
        item.id = id.value;
        item.text = CaseWords::agency(place, id);
        item.detail = CaseWords::agencyFull(place, id);
        if (legal) item.reason = legal(id);
        items.push_back(std::move(item));
    }
    return items;
}

std::vector<AgencyId> Forms::agencyIds(const std::vector<quint64>& picked)
{
    std::vector<AgencyId> ids;
    for (const quint64 id : picked) ids.emplace_back(static_cast<std::uint16_t>(id));
    return ids;
}

std::vector<PickItem> Forms::otherCases(const Workplace& place, const domain::Case& state, std::size_t limit)
{
    const session::CaseStore& store = place.desk.cases();
    std::vector<const domain::Case*> near;
    for (std::size_t i = 0; i < store.size(); ++i)
        if (const domain::Case& other = store.row(i); other.isOpen() && other.id != state.id) near.push_back(&other);
    const auto rank = [&](const domain::Case* c) {
        return std::tuple(c->grid != state.grid, c->matter != state.matter, -c->receivedAt.time_since_epoch());
    };
    const auto end = near.begin() + static_cast<std::ptrdiff_t>(std::min(limit, near.size()));
    std::partial_sort(near.begin(), end, near.end(), [&](const auto* a, const auto* b) { return rank(a) < rank(b); });
    near.erase(end, near.end());
    std::vector<PickItem> items;
    for (const domain::Case* c : near) {
        PickItem item;
        item.id = c->id.value;
        item.text = CaseWords::number(c->id) + QStringLiteral("  ") + QString::fromStdString(c->title);
        item.detail = CaseWords::grid(place, c->grid) + QStringLiteral(" · ") + CaseWords::phase(c->phase);
        item.trailing = CaseWords::clock(place, c->receivedAt, place.desk.serverNow());
        item.symbol = CaseWords::symbol(place, *c);
        items.push_back(std::move(item));
    }
    return items;
}

} // namespace zs::cases
