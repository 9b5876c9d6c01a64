#include "ui/cases/dialogs/Form.h"

#include "ui/cases/CaseWords.h"
#include "ui/cases/duplicates/DuplicateFinder.h"

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
    struct Other {
        const domain::Case* state;
        std::optional<domain::duplicates::Candidate> alike;
    };
    const session::CaseStore& store = place.desk.cases();
    const domain::duplicates::Comparison compare(probeOf(state), place.desk.city().duplicates, place.desk.city());
    std::vector<Other> near;
    for (std::size_t i = 0; i < store.size(); ++i)
        if (const domain::Case& other = store.row(i); other.isOpen() && other.id != state.id) near.push_back({&other, compare.judge(other)});
    const auto rank = [&](const Other& o) {
        return std::tuple(o.alike ? -o.alike->score : 0.0, o.state->grid != state.grid, o.state->matter != state.matter,
                          -o.state->receivedAt.time_since_epoch());
    };
    const auto end = near.begin() + static_cast<std::ptrdiff_t>(std::min(limit, near.size()));
    std::partial_sort(near.begin(), end, near.end(), [&](const Other& a, const Other& b) { return rank(a) < rank(b); });
    near.erase(end, near.end());
    std::vector<PickItem> items;
    for (const auto& [c, alike] : near) {
        PickItem item;
        item.id = c->id.value;
        item.text = CaseWords::number(c->id) + QStringLiteral("  ") + QString::fromStdString(c->title);
        item.detail = CaseWords::grid(place, c->grid) + QStringLiteral(" · ") + CaseWords::phase(c->phase);
        if (alike) {
            QStringList reasons;
            for (const domain::LocalText& reason : alike->reasons) reasons << place.text(reason);
            item.detail += QStringLiteral(" · ") + reasons.join(tr(", ", "between reasons"));
        }
        item.trailing = CaseWords::clock(place, c->receivedAt, place.desk.serverNow());
        item.symbol = CaseWords::symbol(place, *c);
        items.push_back(std::move(item));
    }
    return items;
}

} // namespace zs::cases
