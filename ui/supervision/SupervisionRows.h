// The lines of the supervision panel: each agency's head and what it owes, or the steps that were issued.
#pragma once

#include "ui/cases/sheet/SheetModel.h"
#include "ui/supervision/SupervisionBook.h"

#include <QCoreApplication>

#include <vector>

namespace zs::supervision {

class SupervisionRows {
    Q_DECLARE_TR_FUNCTIONS(zs::supervision::SupervisionRows)

public:
    static std::vector<cases::SheetRow> owing(const cases::Workplace& place, const Digest& digest);
    /// The newest first; at most 500.
    static std::vector<cases::SheetRow> history(const cases::Workplace& place, const SupervisionBook& book, const View& view);
};

} // namespace zs::supervision
