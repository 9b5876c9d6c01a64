// Small painted marks: a word in a frame ("urgent", "late 0:42") and the bar of a limit.
#pragma once

#include "ui/kit/Theme.h"

#include <QWidget>

namespace zs::kit {

class ThemeManager;

enum class ChipLook { Outline, Solid };

/// A 20-px chip. Outline: coloured word and frame. Solid: white word on the filled tone (alarm only).
class Chip final : public QWidget {
    Q_OBJECT

public:
    explicit Chip(ThemeManager& themes, QWidget* parent = nullptr);
    void setChip(const QString& text, Tone tone, ChipLook look = ChipLook::Outline);
    QString text() const { return m_text; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    ThemeManager& m_themes;
    QString m_text;
    Tone m_tone = Tone::Secondary;
    ChipLook m_look = ChipLook::Outline;
};

/// The same chip for delegates. `rect` gives left and vertical centre; returns the width used.
int paintChip(QPainter& painter, const QRect& rect, const QString& text, Tone tone, ChipLook look,
              const Theme& theme);
int chipWidth(const QString& text, ChipLook look, const Theme& theme);

/// How much of a limit is used: 104×4 with a tick at 80 %. `used` is 0…1, more means late (full and red).
void paintLimitBar(QPainter& painter, const QRect& rect, qreal used, const Theme& theme);

class LimitBar final : public QWidget {
    Q_OBJECT

public:
    explicit LimitBar(ThemeManager& themes, QWidget* parent = nullptr);
    void setUsed(qreal used);
    qreal used() const { return m_used; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    ThemeManager& m_themes;
    qreal m_used = 0;
};

} // namespace zs::kit
