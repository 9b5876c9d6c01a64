// Everything that happened to a case on its way and everything that is owed to it, as the lines of the routing panel.
#pragma once

#include "ui/cases/Workplace.h"
#include "ui/cases/actions/ActionTable.h"
#include "ui/cases/sheet/SheetModel.h"

#include <QCoreApplication>

#include <optional>
#include <span>
#include <vector>

namespace zs::routing {

/// What Enter does on a line: an action of the case, or another case to be opened.
struct LineUse {
    std::optional<cases::Action> action;
    CaseId open;
};

class RoutingRows {
    Q_DECLARE_TR_FUNCTIONS(zs::routing::RoutingRows)

public:
    enum Column { What, Who, When, Limit, ColumnCount };

    /// Sections without a line are left out. `events` as far as known, oldest first.
    static std::vector<cases::SheetRow> of(const cases::Workplace& place, const domain::Case& state,
                                           std::span<const domain::RecordedEvent> events);
    /// By a line's key.
    static LineUse useOf(const domain::Case& state, quint64 key);
};

} // namespace zs::routing
