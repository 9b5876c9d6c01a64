// The widget of the page. Drags of cases are taken here, in C++ (HTML5 drag and drop loses Qt's own MIME types), and
// pointer events are observed on their way into the engine, so that hits need no way through the page.
#pragma once

#include "ui/map/MapSurface.h"

#include <QWebEngineView>

#include <functional>

namespace zs::map::web {

class MapView final : public QWebEngineView {
    Q_OBJECT
public:
    explicit MapView(QWidget* parent);

    /// Answers what lies under a widget pixel; must outlive the view.
    void setHitTest(std::function<Hit(QPointF)> hitTest) { m_hitTest = std::move(hitTest); }
    void setDropTarget(MapDropTarget* target);
    bool isDraggedOver() const { return m_draggedOver; }

Q_SIGNALS:
    void pointerMoved(QPointF at);   ///< no button down
    void pointerLeft();
    void pointerClicked(QPointF at); ///< left, pressed and released at one place
    void contextAsked(QPointF at);
    void keyboardContextAsked();
    void panAsked(QPointF steps);    ///< arrow keys; x to the east, y to the south
    void zoomAsked(int steps);       ///< plus and minus
    void homeAsked();                ///< the Home key: all of the ground

protected:
    void childEvent(QChildEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragMoveEvent(QDragMoveEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    bool observe(QWidget* from, QEvent* event);
    bool takeKey(const QKeyEvent& event);
    void endDrag();

    std::function<Hit(QPointF)> m_hitTest;
    MapDropTarget* m_target = nullptr;
    bool m_draggedOver = false;
    std::optional<QPointF> m_pressed; ///< while it may still become a click
};

} // namespace zs::map::web
