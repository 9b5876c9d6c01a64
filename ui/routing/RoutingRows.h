// Everything that happened to a case on its way and everything that is owed to it, as the lines of the routing panel.
#pragma once

#include "domain/duplicates/Candidate.h"
#include "ui/cases/Workplace.h"
#include "ui/cases/actions/ActionTable.h"
#include "ui/cases/sheet/SheetModel.h"

#include <QCoreApplication>

#include <optional>
#include <span>
#include <vector>

namespace zs::routing {

/// Cases around it that the case itself doesn't name.
struct Around {
    std::vector<domain::duplicates::Candidate> alike; ///< may be the same matter, the best first
    std::vector<CaseId> merged;                       ///< were merged into it
};

class RoutingRows {
    Q_DECLARE_TR_FUNCTIONS(zs::routing::RoutingRows)

public:
    enum Column { What, Who, When, Limit, ColumnCount };

    /// Sections without a line are left out. `events` as far as known, oldest first.
    static std::vector<cases::SheetRow> of(const cases::Workplace& place, const domain::Case& state,
                                           std::span<const domain::RecordedEvent> events, const Around& around);
    /// What Enter does on a line, by its key; none where the line opens its case, or nothing is to be done.
    static std::optional<cases::Action> useOf(const domain::Case& state, quint64 key);
};

} // namespace zs::routing
