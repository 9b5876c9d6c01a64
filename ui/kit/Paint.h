// Small things that painted widgets and delegates share.
#pragma once

#include "ui/kit/Theme.h"

#include <QBrush>
#include <QFontMetrics>
#include <QRect>
#include <QString>

class QPainter;
class QWidget;

namespace zs::kit {

/// Shortens `text` to `width` px with "…" but keeps the number at its end whole: a grid's number is never
/// elided.
QString elideMiddle(const QFontMetrics& metrics, const QString& text, int width);

/// 8-px diagonal hatch of line.strong: where a drag may not be dropped.
void paintHatch(QPainter& painter, const QRect& rect, const Theme& theme);

/// A 1-px dashed frame: a command that isn't confirmed yet.
void paintPendingFrame(QPainter& painter, const QRect& rect, const Theme& theme);

/// One line of text, vertically centred, elided at the right if it doesn't fit.
void paintText(QPainter& painter, const QRect& rect, const QString& text, const QFont& font,
               const QColor& colour, Qt::Alignment align = Qt::AlignLeft);

/// Sets a dynamic property that the style sheet looks at, and re-applies the sheet to that widget.
void setStyleProperty(QWidget& widget, const char* name, const QVariant& value);

} // namespace zs::kit
