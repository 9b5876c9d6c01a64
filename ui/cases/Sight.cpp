#include "ui/cases/Sight.h"

#include <QEvent>
#include <QWidget>

namespace zs::cases {

Sight::Sight(QWidget& panel, QObject* parent) : QObject(parent), m_frame(panel.parentWidget())
{
    if (m_frame) m_frame->installEventFilter(this);
}

bool Sight::isClear() const { return !m_frame || m_frame->isVisible(); }

bool Sight::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Show) Q_EMIT cleared();
    return QObject::eventFilter(watched, event);
}

} // namespace zs::cases
