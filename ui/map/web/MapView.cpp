#include "ui/map/web/MapView.h"

#include <QApplication>
#include <QChildEvent>
#include <QContextMenuEvent>
#include <QDragEnterEvent>
#include <QKeyEvent>
#include <QMimeData>
#include <QMouseEvent>
#include <QStyleHints>

namespace zs::map::web {

MapView::MapView(QWidget* parent) : QWebEngineView(parent)
{
    setAcceptDrops(true);
    // Chromium's own menu (back, reload, save) has no place on a map.
    setContextMenuPolicy(Qt::NoContextMenu);
    for (QObject* child : children())
        if (child->isWidgetType())
            child->installEventFilter(this);
}

void MapView::setDropTarget(MapDropTarget* target)
{
    if (m_target != target)
        endDrag();
    m_target = target;
}

void MapView::childEvent(QChildEvent* event)
{
    // The widget that the engine draws into comes and goes with the page and with every renderer.
    if (event->added() && event->child()->isWidgetType())
        event->child()->installEventFilter(this);
    QWebEngineView::childEvent(event);
}

bool MapView::eventFilter(QObject* watched, QEvent* event)
{
    if (auto* widget = qobject_cast<QWidget*>(watched); widget && observe(widget, event))
        return true;
    return QWebEngineView::eventFilter(watched, event);
}

bool MapView::observe(QWidget* from, QEvent* event)
{
    const auto place = [&] {
        return QPointF(from->mapTo(this, QPoint(0, 0))) + static_cast<QMouseEvent*>(event)->position();
    };
    switch (event->type()) {
    case QEvent::MouseButtonPress: {
        const auto* mouse = static_cast<QMouseEvent*>(event);
        m_pressed = mouse->button() == Qt::LeftButton ? std::optional(place()) : std::nullopt;
        // The right button belongs to the program's menu; the page would only begin a gesture with it.
        return mouse->button() == Qt::RightButton;
    }
    case QEvent::MouseMove:
        if (static_cast<QMouseEvent*>(event)->buttons() == Qt::NoButton)
            Q_EMIT pointerMoved(place());
        else if (m_pressed
                 && (place() - *m_pressed).manhattanLength() >= QGuiApplication::styleHints()->startDragDistance())
            m_pressed.reset();
        return false;
    case QEvent::MouseButtonRelease: {
        const auto* mouse = static_cast<QMouseEvent*>(event);
        if (mouse->button() == Qt::LeftButton && m_pressed) {
            m_pressed.reset();
            Q_EMIT pointerClicked(place());
        }
        return mouse->button() == Qt::RightButton;
    }
    case QEvent::Leave:
        Q_EMIT pointerLeft();
        return false;
    case QEvent::KeyPress:
        return takeKey(*static_cast<QKeyEvent*>(event));
    case QEvent::ContextMenu:
        contextMenuEvent(static_cast<QContextMenuEvent*>(event));
        return true;
    default:
        return false;
    }
}

bool MapView::takeKey(const QKeyEvent& event)
{
    // Taken here, so that a step is the same on both maps and is done at once.
    if (event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
        return false;
    switch (event.key()) {
    case Qt::Key_Left: Q_EMIT panAsked({-1, 0}); return true;
    case Qt::Key_Right: Q_EMIT panAsked({1, 0}); return true;
    case Qt::Key_Up: Q_EMIT panAsked({0, -1}); return true;
    case Qt::Key_Down: Q_EMIT panAsked({0, 1}); return true;
    case Qt::Key_Plus:
    case Qt::Key_Equal: Q_EMIT zoomAsked(1); return true;
    case Qt::Key_Minus: Q_EMIT zoomAsked(-1); return true;
    case Qt::Key_Home: Q_EMIT homeAsked(); return true;
    default: return false;
    }
}

void MapView::contextMenuEvent(QContextMenuEvent* event)
{
    event->accept();
    if (event->reason() == QContextMenuEvent::Keyboard)
        Q_EMIT keyboardContextAsked();
    else
        Q_EMIT contextAsked(mapFromGlobal(event->globalPos()));
}

void MapView::dragEnterEvent(QDragEnterEvent* event)
{
    if (m_target && event->mimeData() && m_target->accepts(*event->mimeData())) {
        m_draggedOver = true;
        event->acceptProposedAction();
    } else {
        event->ignore();
    }
}

void MapView::dragMoveEvent(QDragMoveEvent* event)
{
    const bool legal = m_draggedOver && m_target && event->mimeData()
                       && m_target->dragOver(*event->mimeData(), m_hitTest(event->position()),
                                             event->position().toPoint());
    if (legal)
        event->acceptProposedAction();
    else
        event->ignore();
}

void MapView::dragLeaveEvent(QDragLeaveEvent* event)
{
    endDrag();
    event->accept();
}

void MapView::dropEvent(QDropEvent* event)
{
    // Asked while the drag still counts: over a drop, people come first.
    const Hit hit = m_hitTest(event->position());
    const bool over = std::exchange(m_draggedOver, false);
    if (over && m_target && event->mimeData() && m_target->drop(*event->mimeData(), hit))
        event->acceptProposedAction();
    else
        event->ignore();
}

void MapView::endDrag()
{
    if (std::exchange(m_draggedOver, false) && m_target)
        m_target->dragLeft();
}

} // namespace zs::map::web
