#include "ui/kit/ElidedLabel.h"

#include <QPainter>
#include <QStyle>
#include <QStyleOption>

namespace zs::kit {

ElidedLabel::ElidedLabel(QWidget* parent) : QLabel(parent) {
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
}

QSize ElidedLabel::sizeHint() const {
    // QLabel measures the letters' ink, elidedText() their advance: a pixel less would cost the last word.
    const QSize hint = QLabel::sizeHint();
    const int frame = width() - contentsRect().width();
    return {qMax(hint.width(), fontMetrics().horizontalAdvance(text()) + frame), hint.height()};
}

QSize ElidedLabel::minimumSizeHint() const {
    return {fontMetrics().horizontalAdvance(QChar(0x2026)), QLabel::minimumSizeHint().height()};
}

void ElidedLabel::paintEvent(QPaintEvent*) {
    QPainter p(this);
    QStyleOption option;
    option.initFrom(this);
    style()->drawPrimitive(QStyle::PE_Widget, &option, &p, this);
    const QString shown = fontMetrics().elidedText(text(), Qt::ElideRight, contentsRect().width());
    if (const QString tip = shown == text() ? QString() : text(); toolTip() != tip) {
        setToolTip(tip);
    }
    style()->drawItemText(&p, contentsRect(), static_cast<int>(alignment()) | Qt::TextSingleLine, palette(),
                          isEnabled(), shown, foregroundRole());
}

} // namespace zs::kit
