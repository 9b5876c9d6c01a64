#include "ui/kit/ThemeStyle.h"

#include <QFile>
#include <QPainter>
#include <QRegularExpression>
#include <QStyleFactory>
#include <QStyleOption>

namespace zs::kit {

QPalette palette(const Theme& t) {
    QPalette p;
    p.setColor(QPalette::Window, t.surface.window);
    p.setColor(QPalette::WindowText, t.text.primary);
    p.setColor(QPalette::Base, t.surface.panel);
    p.setColor(QPalette::AlternateBase, t.surface.panel);
    p.setColor(QPalette::Text, t.text.primary);
    p.setColor(QPalette::PlaceholderText, t.text.tertiary);
    p.setColor(QPalette::Button, t.surface.control);
    p.setColor(QPalette::ButtonText, t.text.primary);
    p.setColor(QPalette::BrightText, t.text.onAlarm);
    p.setColor(QPalette::ToolTipBase, t.surface.raised);
    p.setColor(QPalette::ToolTipText, t.text.primary);
    p.setColor(QPalette::Highlight, t.surface.selected);
    p.setColor(QPalette::HighlightedText, t.text.primary);
    p.setColor(QPalette::Link, t.semantic.accent);
    p.setColor(QPalette::LinkVisited, t.semantic.accent);
    p.setColor(QPalette::Light, t.surface.raised);
    p.setColor(QPalette::Midlight, t.line.subtle);
    p.setColor(QPalette::Mid, t.line.strong);
    p.setColor(QPalette::Dark, t.line.control);
    p.setColor(QPalette::Shadow, t.line.control);
    for (const auto role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText}) {
        p.setColor(QPalette::Disabled, role, t.text.disabled);
    }
    return p;
}

QString styleSheet(const Theme& t) {
    QFile file(QStringLiteral(":/themes/zhongshu.qss"));
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    const QString source = QString::fromUtf8(file.readAll());
    static const QRegularExpression token(QStringLiteral("@([A-Za-z.]+|[0-9]+px)@"));
    const QHash<QString, Type> types{{QStringLiteral("caption"), Type::Caption},
                                     {QStringLiteral("body"), Type::Body},
                                     {QStringLiteral("title"), Type::Title},
                                     {QStringLiteral("headline"), Type::Headline}};
    QString out;
    qsizetype from = 0;
    auto it = token.globalMatch(source);
    while (it.hasNext()) {
        const QRegularExpressionMatch m = it.next();
        const QString name = m.captured(1);
        out += QStringView(source).mid(from, m.capturedStart() - from);
        from = m.capturedEnd();
        if (name.endsWith(QLatin1String("px"))) {
            // A hairline stays visible at any scale.
            out += QStringLiteral("%1px").arg(qMax(1, t.px(name.chopped(2).toInt())));
        } else if (types.contains(name)) {
            out += QStringLiteral("%1px").arg(t.size(types.value(name)));
        } else {
            out += t.colours.value(name).name();
        }
    }
    out += QStringView(source).mid(from);
    return out;
}

void paintFocus(QPainter& painter, const QRectF& rect, const Theme& theme) {
    const qreal width = qMax(2, theme.px(2));
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setBrush(Qt::NoBrush);
    QPen pen(theme.line.focus, width, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin);
    painter.setPen(pen);
    painter.drawRect(rect.adjusted(width / 2, width / 2, -width / 2, -width / 2));
    painter.restore();
}

namespace {

/// A box that is seen in both themes, and a tick in it.
void paintCheck(QPainter& painter, const QRectF& rect, QStyle::State state, const Theme& theme) {
    const qreal side = qMin(rect.width(), rect.height()) - theme.px(2);
    const QRectF box(rect.center() - QPointF(side, side) / 2, QSizeF(side, side));
    const bool on = state & QStyle::State_On, enabled = state & QStyle::State_Enabled;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(enabled ? theme.line.control : theme.line.subtle, qMax(1, theme.px(1))));
    painter.setBrush(theme.surface.inset);
    painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5));
    if (on) {
        QPen tick(enabled ? theme.text.primary : theme.text.tertiary, qMax(2, theme.px(2)), Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin);
        painter.setPen(tick);
        const auto at = [&](qreal x, qreal y) { return box.topLeft() + QPointF(x, y) * side; };
        painter.drawPolyline(QPolygonF{at(0.24, 0.52), at(0.43, 0.71), at(0.77, 0.3)});
    }
    painter.restore();
}

} // namespace

Style::Style() : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))) {}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                          const QWidget* widget) const {
    if (element == PE_FrameFocusRect) {
        // The whole button or row, not Qt's rectangle inside the padding.
        const bool whole = widget && (widget->inherits("QAbstractButton"));
        paintFocus(*painter, whole ? QRectF(widget->rect()) : QRectF(option->rect), m_theme);
        return;
    }
    if (element == PE_IndicatorCheckBox || element == PE_IndicatorItemViewItemCheck) {
        paintCheck(*painter, QRectF(option->rect), option->state, m_theme);
        return;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const {
    switch (metric) {
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
        return m_theme.px(16);
    case PM_ToolBarItemMargin:
    case PM_DockWidgetTitleMargin:
        return 0;
    case PM_DockWidgetFrameWidth:
        return 1;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                     QStyleHintReturn* data) const {
    switch (hint) {
    // Underlined mnemonics always show: nobody should have to press Alt to learn a key.
    case SH_UnderlineShortcut:
        return 1;
    case SH_Widget_Animate:
    case SH_Widget_Animation_Duration:
        return 0;
    default:
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

} // namespace zs::kit
