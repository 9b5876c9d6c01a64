#include "ui/kit/Chip.h"

#include "ui/kit/ThemeManager.h"

#include <QPainter>

namespace zs::kit {

namespace {

constexpr qreal kWarnAt = 0.8;

QColor fillOf(Tone tone, const Theme& t) {
    return tone == Tone::Alarm ? t.semantic.alarmFill : t.tone(tone);
}

QColor onFill(Tone tone, const Theme& t) {
    return tone == Tone::Alarm ? t.text.onAlarm : tone == Tone::Accent ? t.text.onAccent : t.surface.panel;
}

} // namespace

int chipWidth(const QString& text, ChipLook look, const Theme& t) {
    const QFontMetrics metrics(
        t.font(Type::Caption, look == ChipLook::Solid ? Weight::Strong : Weight::Normal));
    return metrics.horizontalAdvance(text) + 2 * t.px(6) + 2;
}

int paintChip(QPainter& p, const QRect& rect, const QString& text, Tone tone, ChipLook look, const Theme& t) {
    const int h = t.px(20);
    const QRect chip(rect.left(), rect.center().y() - h / 2 + 1, chipWidth(text, look, t), h);
    const qreal r = t.px(t.control.radius);
    p.save();
    p.setRenderHint(QPainter::Antialiasing);
    if (look == ChipLook::Solid) {
        p.setPen(Qt::NoPen);
        p.setBrush(fillOf(tone, t));
        p.drawRoundedRect(chip, r, r);
        p.setPen(onFill(tone, t));
    } else {
        p.setPen(QPen(t.tone(tone), 1));
        p.setBrush(Qt::NoBrush);
        p.drawRoundedRect(QRectF(chip).adjusted(0.5, 0.5, -0.5, -0.5), r, r);
    }
    p.setFont(t.font(Type::Caption, look == ChipLook::Solid ? Weight::Strong : Weight::Normal));
    p.drawText(chip, Qt::AlignCenter | Qt::TextSingleLine, text);
    p.restore();
    return chip.width();
}

void paintLimitBar(QPainter& p, const QRect& rect, qreal used, const Theme& t) {
    const int h = qMax(2, t.px(4));
    const QRect bar(rect.left(), rect.center().y() - h / 2, rect.width(), h);
    p.save();
    p.setRenderHint(QPainter::Antialiasing, false);
    p.fillRect(bar, t.surface.control);
    QRect part = bar;
    part.setWidth(qRound(bar.width() * qBound(0.0, used, 1.0)));
    p.fillRect(part, used > 1.0 ? t.semantic.alarm : t.text.tertiary);
    const int x = bar.left() + qRound(bar.width() * kWarnAt);
    p.fillRect(QRect(x, rect.center().y() - t.px(4), 1, t.px(8)), t.text.secondary);
    p.restore();
}

Chip::Chip(ThemeManager& themes, QWidget* parent) : QWidget(parent), m_themes(themes) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&themes, &ThemeManager::changed, this, [this] { updateGeometry(); });
}

void Chip::setChip(const QString& text, Tone tone, ChipLook look) {
    m_text = text;
    m_tone = tone;
    m_look = look;
    setAccessibleName(text);
    setVisible(!text.isEmpty());
    updateGeometry();
    update();
}

QSize Chip::sizeHint() const {
    return {chipWidth(m_text, m_look, m_themes.theme()), m_themes.theme().px(20)};
}

void Chip::paintEvent(QPaintEvent*) {
    QPainter p(this);
    paintChip(p, rect(), m_text, m_tone, m_look, m_themes.theme());
}

LimitBar::LimitBar(ThemeManager& themes, QWidget* parent) : QWidget(parent), m_themes(themes) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&themes, &ThemeManager::changed, this, [this] { updateGeometry(); });
}

void LimitBar::setUsed(qreal used) {
    m_used = used;
    setAccessibleName(QStringLiteral("%1 %").arg(qRound(used * 100)));
    update();
}

QSize LimitBar::sizeHint() const {
    return {m_themes.theme().px(104), m_themes.theme().px(12)};
}

void LimitBar::paintEvent(QPaintEvent*) {
    QPainter p(this);
    paintLimitBar(p, rect(), m_used, m_themes.theme());
}

} // namespace zs::kit
