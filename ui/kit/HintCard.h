// What is dragged and what will happen: the card (312×32) is the drag's pixmap, the hint (312×50) a child
// widget that says the result or the reason before the drop.
#pragma once

#include "ui/kit/Symbol.h"

#include <QPixmap>
#include <QWidget>

namespace zs::kit {

class ThemeManager;

struct DragCard {
    Symbol symbol;
    QString number; ///< bold
    QString title;
    QString limit; ///< right-aligned
    Tone limitTone = Tone::Primary;
};

/// 312×32 px at 100 %, surface.panel with a 2-px line.focus frame.
QPixmap dragCard(const DragCard& card, ThemeManager& themes, qreal devicePixelRatio);

enum class HintKind { Legal, Illegal };

struct Hint {
    HintKind kind = HintKind::Legal;
    QString headline; ///< "Drop = dispatch to …", or why not
    QString detail;   ///< distance, load, recall; for Illegal: where to drop instead
};

/// Moved by the drag's owner (dragMoveEvent); never takes the mouse.
class HintCard final : public QWidget {
    Q_OBJECT

public:
    HintCard(ThemeManager& themes, QWidget* parent);
    /// Shows `hint` below the card of a drag whose pointer is at `pointer` (parent coordinates), kept inside
    /// the parent.
    void showAt(QPoint pointer, const Hint& hint);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    ThemeManager& m_themes;
    Hint m_hint;
};

} // namespace zs::kit
