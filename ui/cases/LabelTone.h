// The tone of a label. The application's style sheet colours every widget, so a palette alone changes nothing.
#pragma once

#include "ui/kit/Theme.h"

#include <QLabel>

namespace zs::cases {

inline void setTone(QLabel& label, const kit::Theme& theme, kit::Tone tone, kit::Weight weight = kit::Weight::Normal)
{
    const QString sheet = QStringLiteral("background: transparent; color: %1; font-weight: %2;")
                              .arg(theme.tone(tone).name(), weight == kit::Weight::Strong ? QStringLiteral("bold")
                                                                                          : QStringLiteral("normal"));
    // Setting a sheet is dear: counts change every second, tones hardly ever.
    if (label.styleSheet() != sheet) label.setStyleSheet(sheet);
}

} // namespace zs::cases
