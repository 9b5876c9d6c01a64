// The widget of the page: shows its frames, hands pointer events on to the engine. Drags of cases are taken here, in C++
// (HTML5 drag and drop loses Qt's own MIME types), and pointer events are observed on their way into the engine, so that
// hits need no way through the page.
#pragma once

#include "ui/map/MapSurface.h"
#include "ui/map/web/PageFrames.h"

#include <QPointer>

#include <functional>

class QWebEnginePage;
class QWebEngineView;

namespace zs::map::web {

class MapView final : public QWidget {
    Q_OBJECT
public:
    /// `page` outlives the view.
    MapView(QWebEnginePage& page, QWidget* parent);
    ~MapView() override;

    /// Answers what lies under a widget pixel; must outlive the view.
    void setHitTest(std::function<Hit(QPointF)> hitTest) { m_hitTest = std::move(hitTest); }
    void setDropTarget(MapDropTarget* target);
    bool isDraggedOver() const { return m_draggedOver; }
    void setBackground(const QColor& colour);
    /// Called once a frame shows that was begun after this call.
    void afterNextFrame(std::function<void()> done) { m_frames.afterNext(std::move(done)); }

Q_SIGNALS:
    void pointerMoved(QPointF at);   ///< no button down
    void pointerLeft();
    void pointerClicked(QPointF at); ///< left, pressed and released at one place
    void contextAsked(QPointF at);
    void keyboardContextAsked();
    void panAsked(QPointF steps);    ///< arrow keys; x to the east, y to the south
    void zoomAsked(int steps);       ///< plus and minus
    void homeAsked();                ///< the Home key: all of the ground
    void undrawable();               ///< there is no GL, or the engine keeps its page where it can't be found

protected:
    bool event(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragMoveEvent(QDragMoveEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void adopt();
    void sizeFrames();
    bool observe(const QEvent& event);
    bool handOn(QEvent* event);
    bool takeKey(const QKeyEvent& event);
    void endDrag();

    QWebEnginePage& m_page;
    std::unique_ptr<QWebEngineView> m_engine; ///< never shown: in it the engine keeps the page's item, and takes input
    QPointer<QWidget> m_input;                ///< the engine's own widget, anew with every renderer
    PageFrames m_frames;                      ///< lets go of the item before the engine goes
    QColor m_background;
    std::function<Hit(QPointF)> m_hitTest;
    MapDropTarget* m_target = nullptr;
    bool m_draggedOver = false;
    std::optional<QPointF> m_pressed; ///< while it may still become a click
};

} // namespace zs::map::web
