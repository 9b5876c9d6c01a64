// The steps of a case: what is done, when and by whom, what comes now, what is to come. The rail of the detail shows the
// first seven as nodes; the routing panel all of them as lines.
#pragma once

#include "ui/cases/Workplace.h"
#include "ui/kit/PhaseRail.h"

#include <QCoreApplication>

#include <span>
#include <vector>

namespace zs::cases {

struct CaseStep {
    QString name;
    domain::Phase phase = domain::Phase::None; ///< is done when this was reached
    kit::PhaseProgress progress = kit::PhaseProgress::Future;
    TimePoint at{};  ///< epoch: not done, or its time isn't known
    QString by;      ///< operator; empty when not known
    QString note;    ///< of the current one: "to do", "sent", "en route"
};

class PhaseSteps {
    Q_DECLARE_TR_FUNCTIONS(zs::cases::PhaseSteps)

public:
    /// From intake to archive. `events` as far as known, oldest first. What was undone by a return, a re-routing, a rework or a
    /// reopening isn't done any more.
    static std::vector<CaseStep> steps(const Workplace& place, const domain::Case& state,
                                       std::span<const domain::RecordedEvent> events);
    /// Intake to report for the phase rail; a step whose time isn't known shows a dash.
    static QList<kit::PhaseNode> of(const Workplace& place, const domain::Case& state,
                                    std::span<const domain::RecordedEvent> events);
};

} // namespace zs::cases
