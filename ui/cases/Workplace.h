// What every panel about cases is handed by main(): no panel reaches for anything else.
#pragma once

#include "ui/cases/Desk.h"
#include "ui/cases/PaceBook.h"
#include "ui/cases/RoutingAdvice.h"
#include "ui/cases/Selection.h"
#include "ui/kit/ThemeManager.h"
#include "ui/kit/Translations.h"

#include <QString>

#include <functional>

namespace zs::cases {

/// References only: everything outlives the panels.
struct Workplace {
    Desk& desk;
    kit::ThemeManager& themes;
    kit::Translations& translations;
    cases::Selection& selection;
    /// CN of this desk's certificate: whose cases are "mine".
    QString operatorName;
    /// For predicted breaches; none: nothing is predicted.
    const PaceBook* pace = nullptr;
    /// What the catalogue and the model say of a case; none: dialogs offer everything alike.
    const RoutingAdvice* advice = nullptr;

    domain::Language language() const
    {
        return translations.language() == kit::Language::Chinese ? domain::Language::Chinese
                                                                 : domain::Language::English;
    }
    QString text(const domain::LocalText& t) const { return QString::fromStdString(t.in(language())); }
};

} // namespace zs::cases
