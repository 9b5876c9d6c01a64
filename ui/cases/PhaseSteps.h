// The steps of a case for the phase rail: what is done and when, what comes now, what is to come.
#pragma once

#include "ui/cases/Workplace.h"
#include "ui/kit/PhaseRail.h"

#include <QCoreApplication>

#include <span>

namespace zs::cases {

class PhaseSteps {
    Q_DECLARE_TR_FUNCTIONS(zs::cases::PhaseSteps)

public:
    /// `events` as far as known, oldest first; a step whose time isn't known shows a dash.
    static QList<kit::PhaseNode> of(const Workplace& place, const domain::Case& state,
                                    std::span<const domain::RecordedEvent> events);
};

} // namespace zs::cases
