// What a desk chose last: theme, language, text size. A small file beside its cache; a damaged one counts as empty.
#pragma once

#include "ui/kit/Theme.h"
#include "ui/kit/Translations.h"

#include <QString>

namespace zs::console {

struct DeskSettings {
    kit::Mode theme = kit::Mode::Light;
    kit::Language language = kit::Language::Chinese;
    double scale = 1.0;

    static DeskSettings load(const QString& folder);
    void save(const QString& folder) const;
};

} // namespace zs::console
