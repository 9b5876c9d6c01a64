#include "ui/map/web/MapView.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QDragEnterEvent>
#include <QKeyEvent>
#include <QMimeData>
#include <QMouseEvent>
#include <QPainter>
#include <QQuickItem>
#include <QQuickWidget>
#include <QStyleHints>
#include <QWebEnginePage>
#include <QWebEngineView>

namespace zs::map::web {

MapView::MapView(QWebEnginePage& page, QWidget* parent)
    : QWidget(parent), m_page(page), m_engine(std::make_unique<QWebEngineView>())
{
    setAcceptDrops(true);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAttribute(Qt::WA_AcceptTouchEvents);
    // Chromium's own menu (back, reload, save) has no place on a map.
    m_engine->setContextMenuPolicy(Qt::NoContextMenu);
    m_engine->installEventFilter(this);
    m_engine->setPage(&page);
    connect(&m_frames, &PageFrames::drawn, this, [this] {
        update();
        if (m_frames.item() && m_frames.item()->cursor().shape() != cursor().shape())
            setCursor(m_frames.item()->cursor());
    });
    connect(&m_frames, &PageFrames::failed, this, &MapView::undrawable);
    adopt();
}

MapView::~MapView()
{
    m_engine->removeEventFilter(this);
    m_frames.setItem(nullptr);
}

void MapView::setDropTarget(MapDropTarget* target)
{
    if (m_target != target)
        endDrag();
    m_target = target;
}

bool MapView::eventFilter(QObject* watched, QEvent* event)
{
    // The widget that the engine makes for its page comes and goes with the page and with every renderer.
    if (watched == m_engine.get() && event->type() == QEvent::ChildAdded)
        QMetaObject::invokeMethod(this, &MapView::adopt, Qt::QueuedConnection);
    return QWidget::eventFilter(watched, event);
}

void MapView::adopt()
{
    // The engine's widget is a QQuickWidget whose root holds the page's item. Drawn there, the whole window would have to be
    // composed with GL on the GUI thread; so the item is taken out of it and drawn elsewhere.
    const auto widgets = m_engine->findChildren<QQuickWidget*>();
    if (widgets.isEmpty() || widgets.last() == m_input)
        return;
    m_input = widgets.last();
    const QQuickItem* root = widgets.last()->rootObject();
    const auto items = root ? root->childItems() : QList<QQuickItem*>();
    if (items.isEmpty()) {
        Q_EMIT undrawable();
        return;
    }
    m_frames.setItem(items.first());
    sizeFrames();
    // The engine believes the page hidden, since its widget is: told anew it believes us.
    m_page.setVisible(false);
    m_page.setVisible(isVisible());
}

void MapView::sizeFrames()
{
    m_frames.resize(size(), devicePixelRatioF());
}

void MapView::setBackground(const QColor& colour)
{
    m_background = colour;
    m_page.setBackgroundColor(colour);
    m_frames.setBackground(colour);
    update();
}

void MapView::paintEvent(QPaintEvent* event)
{
    QPainter painter(this);
    const QImage& picture = m_frames.picture();
    // While a window is resized the newest frame has still the old size.
    for (const QRect& bare : event->region() - QRect(QPoint(), picture.deviceIndependentSize().toSize()))
        painter.fillRect(bare, m_background);
    painter.setCompositionMode(QPainter::CompositionMode_Source);
    painter.drawImage(QPoint(), picture);
}

void MapView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    sizeFrames();
}

void MapView::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    sizeFrames();
    m_page.setVisible(true);
}

void MapView::hideEvent(QHideEvent* event)
{
    m_page.setVisible(false);
    QWidget::hideEvent(event);
}

bool MapView::event(QEvent* event)
{
    switch (event->type()) {
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonRelease:
    case QEvent::MouseButtonDblClick:
    case QEvent::MouseMove:
    case QEvent::Leave:
        return observe(*event) || handOn(event);
    case QEvent::Wheel:
    case QEvent::NativeGesture:
    case QEvent::TouchBegin:
    case QEvent::TouchUpdate:
    case QEvent::TouchEnd:
    case QEvent::TouchCancel:
        return handOn(event);
    case QEvent::ScreenChangeInternal:
        sizeFrames();
        return QWidget::event(event);
    default:
        return QWidget::event(event);
    }
}

bool MapView::handOn(QEvent* event)
{
    // Straight to the engine's widget, which lies, unseen, at the same place: by way of the application it would get the focus too.
    if (m_input)
        static_cast<QObject*>(m_input)->event(event);
    event->accept();
    return true;
}

bool MapView::observe(const QEvent& event)
{
    const auto mouse = [&]() -> const QMouseEvent& { return static_cast<const QMouseEvent&>(event); };
    switch (event.type()) {
    case QEvent::MouseButtonPress:
        m_pressed = mouse().button() == Qt::LeftButton ? std::optional(mouse().position()) : std::nullopt;
        // The right button belongs to the program's menu; the page would only begin a gesture with it.
        return mouse().button() == Qt::RightButton;
    case QEvent::MouseMove:
        if (mouse().buttons() == Qt::NoButton)
            Q_EMIT pointerMoved(mouse().position());
        else if (m_pressed
                 && (mouse().position() - *m_pressed).manhattanLength() >= QGuiApplication::styleHints()->startDragDistance())
            m_pressed.reset();
        return false;
    case QEvent::MouseButtonRelease:
        if (mouse().button() == Qt::LeftButton && m_pressed) {
            const QPointF at = mouse().position();
            m_pressed.reset();
            Q_EMIT pointerClicked(at);
        }
        return mouse().button() == Qt::RightButton;
    case QEvent::Leave:
        Q_EMIT pointerLeft();
        return false;
    default:
        return false;
    }
}

void MapView::keyPressEvent(QKeyEvent* event)
{
    if (!takeKey(*event))
        QWidget::keyPressEvent(event);
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
