// What a person means by the words in the top bar: a case's number, or a grid's name or code.
#pragma once

#include "ui/cases/Workplace.h"

#include <QString>

namespace zs::console {

struct Found {
    CaseId caseId;
    GridId grid;
};

/// "C-0412", "c412", "412" → the case if there is one; else the grid of that name ("主山07", "Zhushan 07") or code, in
/// either language; else nothing. Some ms at most.
Found find(const cases::Workplace& place, const QString& text);

} // namespace zs::console
