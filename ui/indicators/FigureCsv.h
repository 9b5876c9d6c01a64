// Figures as a file that a spreadsheet reads: UTF-8 with its mark, one figure a line. A text that a spreadsheet would take for a
// formula gets an apostrophe before it.
#pragma once

#include "ui/cases/Workplace.h"
#include "ui/indicators/Counting.h"

#include <QByteArray>

namespace zs::indicators {

/// All indicators of the city, and of every row of the dimension. Pure; GUI thread (it asks for words).
QByteArray figuresAsCsv(const cases::Workplace& place, const Counted& counted);

/// One cell: quoted where it must be, and no formula.
QByteArray csvCell(const QString& text);

} // namespace zs::indicators
