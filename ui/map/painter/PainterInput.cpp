// Mouse, wheel, keys, drag and drop of the native map.
#include "ui/map/painter/PainterSurface.h"

#include "geo/Mercator.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QDragEnterEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <utility>

namespace zs::map {

namespace {
constexpr double kTile = 256;
constexpr double kNotch = 120;         ///< a wheel's step, in Qt's eighths of a degree
constexpr double kZoomPerNotch = 0.5;
constexpr double kZoomPerKey = 0.5;
constexpr double kPanShare = 8;        ///< an arrow key moves by this part of the width
} // namespace

void PainterSurface::zoomAt(QPointF widget, double zoom)
{
    zoom = std::clamp(zoom, minZoom, maxZoom);
    const QPointF away = widget - QPointF(width() / 2.0, height() / 2.0);
    const auto centre = geo::toWorld(m_camera.centre);
    const double before = geo::worldPixels(m_camera.zoom, kTile), after = geo::worldPixels(zoom, kTile);
    setCamera({geo::toGeo({std::clamp(centre.x + away.x() / before - away.x() / after, 0.0, 1.0),
                           std::clamp(centre.y + away.y() / before - away.y() / after, 0.0, 1.0)}),
               zoom});
}

void PainterSurface::panBy(QPointF widget)
{
    const double world = geo::worldPixels(m_camera.zoom, kTile);
    const auto centre = geo::toWorld(m_camera.centre);
    setCamera({geo::toGeo({std::clamp(centre.x - widget.x() / world, 0.0, 1.0),
                           std::clamp(centre.y - widget.y() / world, 0.0, 1.0)}),
               m_camera.zoom});
}

void PainterSurface::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_pressed = true;
    m_panning = false;
    m_pressAt = m_panFrom = event->position();
}

void PainterSurface::mouseMoveEvent(QMouseEvent* event)
{
    const QPointF at = event->position();
    if (m_pressed && !(event->buttons() & Qt::LeftButton)) {
        // Somebody else got the release (a menu, another window): the hand is off.
        m_pressed = false;
        if (std::exchange(m_panning, false))
            unsetCursor();
    }
    if (!m_pressed) {
        Q_EMIT hovered(hitTest(at), at.toPoint());
        return;
    }
    if (!m_panning && (at - m_pressAt).manhattanLength() < QApplication::startDragDistance())
        return;
    if (!m_panning) {
        m_panning = true;
        setCursor(Qt::ClosedHandCursor);
    }
    panBy(at - m_panFrom);
    m_panFrom = at;
}

void PainterSurface::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || !m_pressed)
        return;
    m_pressed = false;
    if (m_panning) {
        m_panning = false;
        unsetCursor();
        return;
    }
    Q_EMIT clicked(hitTest(event->position()));
}

void PainterSurface::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton)
        zoomAt(event->position(), m_camera.zoom + 1);
}

void PainterSurface::wheelEvent(QWheelEvent* event)
{
    const double steps = event->angleDelta().y() / kNotch;
    if (steps == 0)
        return;
    zoomAt(event->position(), m_camera.zoom + steps * kZoomPerNotch);
    event->accept();
}

void PainterSurface::keyPressEvent(QKeyEvent* event)
{
    const QPointF middle(width() / 2.0, height() / 2.0);
    const double step = width() / kPanShare;
    if (event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)) {
        MapSurface::keyPressEvent(event);
        return;
    }
    switch (event->key()) {
    case Qt::Key_Left: panBy({step, 0}); break;
    case Qt::Key_Right: panBy({-step, 0}); break;
    case Qt::Key_Up: panBy({0, step}); break;
    case Qt::Key_Down: panBy({0, -step}); break;
    case Qt::Key_Plus:
    case Qt::Key_Equal: zoomAt(middle, m_camera.zoom + kZoomPerKey); break;
    case Qt::Key_Minus: zoomAt(middle, m_camera.zoom - kZoomPerKey); break;
    case Qt::Key_Home:
        if (m_source)
            fit(m_source->bounds);
        break;
    default: MapSurface::keyPressEvent(event); return;
    }
    event->accept();
}

void PainterSurface::contextMenuEvent(QContextMenuEvent* event)
{
    QPoint at = event->pos();
    if (event->reason() == QContextMenuEvent::Keyboard) {
        // The menu key means what is selected; nothing selected: the middle.
        at = rect().center();
        const auto& selected = m_emphasis.emphasis().selectedCase;
        const auto& cases = m_hits.cases();
        const auto found = std::find_if(cases.begin(), cases.end(), [&](const Mark& m) { return selected == m.id; });
        if (found != cases.end()) {
            const QPoint place = toWidget(geo::toGeo({found->x, found->y})).toPoint();
            if (rect().contains(place))
                at = place;
        }
    }
    Q_EMIT contextMenuAt(hitTest(at), at);
}

void PainterSurface::leaveEvent(QEvent* event)
{
    MapSurface::leaveEvent(event);
    Q_EMIT hovered({}, QPoint(-1, -1));
}

void PainterSurface::resizeEvent(QResizeEvent* event)
{
    MapSurface::resizeEvent(event);
    wantTiles();
}

void PainterSurface::showEvent(QShowEvent* event)
{
    MapSurface::showEvent(event);
    wantTiles();
}

Hit PainterSurface::hitFor(const QDropEvent& event) const
{
    return hitTest(event.position());
}

void PainterSurface::dragEnterEvent(QDragEnterEvent* event)
{
    if (!m_dropTarget || !m_dropTarget->accepts(*event->mimeData()))
        return;
    m_dragOver = true;
    event->acceptProposedAction();
}

void PainterSurface::dragMoveEvent(QDragMoveEvent* event)
{
    if (m_dropTarget && m_dropTarget->dragOver(*event->mimeData(), hitFor(*event), event->position().toPoint()))
        event->acceptProposedAction();
    else
        event->ignore();
}

void PainterSurface::dragLeaveEvent(QDragLeaveEvent*)
{
    m_dragOver = false;
    if (m_dropTarget)
        m_dropTarget->dragLeft();
}

void PainterSurface::dropEvent(QDropEvent* event)
{
    const Hit hit = hitFor(*event);
    m_dragOver = false;
    if (m_dropTarget && m_dropTarget->drop(*event->mimeData(), hit))
        event->acceptProposedAction();
    else
        event->ignore();
}

} // namespace zs::map
