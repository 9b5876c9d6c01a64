// Each event of a case as a line of its timeline.
#pragma once

#include "ui/kit/RowDelegate.h"

#include "domain/cases/Commands.h"

#include <QCoreApplication>
#include <QString>

namespace zs::cases {

struct Workplace;

/// A line of the timeline: an icon of resources/icons and a sentence.
struct EventLine {
    QString icon;
    QString text;
    kit::Tone tone = kit::Tone::Primary;
};

class EventWords {
    Q_DECLARE_TR_FUNCTIONS(zs::cases::EventWords)

public:
    static EventLine line(const Workplace& place, const domain::RecordedEvent& event);
};

} // namespace zs::cases
