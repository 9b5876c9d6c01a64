// What Qt is told about a theme: palette, style sheet, focus rectangle.
#pragma once

#include "ui/kit/Theme.h"

#include <QPalette>
#include <QProxyStyle>
#include <QString>

class QPainter;

namespace zs::kit {

QPalette palette(const Theme& theme);

/// The application style sheet: resources/themes/zhongshu.qss with the tokens put in. `@surface.panel@` is a
/// colour, `@28px@` a length at the user's scale, `@body@` a type size.
QString styleSheet(const Theme& theme);

/// Draws the 2-px focus outline just inside `rect`.
void paintFocus(QPainter& painter, const QRectF& rect, const Theme& theme);

/// Fusion with the product's focus outline: always drawn, whether the focus came by key or by mouse.
class Style final : public QProxyStyle {
    Q_OBJECT

public:
    Style();
    void setTheme(const Theme& theme) { m_theme = theme; }

    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                  QStyleHintReturn* data) const override;

private:
    Theme m_theme;
};

} // namespace zs::kit
