// Draws the item of a web page on a thread of its own and hands every frame over as a picture. The window that shows the
// picture stays a plain raster window: no GL call, and no wait for one, is ever made on the GUI thread (ADR 0012).
#pragma once

#include <QImage>
#include <QObject>
#include <QPointer>
#include <QQuickItem>
#include <QQuickRenderTarget>
#include <QSemaphore>
#include <QSize>
#include <QThread>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

class QOffscreenSurface;
class QQuickRenderControl;
class QQuickWindow;

namespace zs::map::web {

class PageFrames final : public QObject {
    Q_OBJECT
public:
    /// GUI thread, as everything here. GL contexts must be shared (registerMapScheme()).
    explicit PageFrames(QObject* parent = nullptr);
    ~PageFrames() override; ///< waits for the frame under way

    /// From now on this item is drawn; it stays its owner's, and may go at any time. Null: nothing.
    void setItem(QQuickItem* item);
    QQuickItem* item() const { return m_item; }
    /// `size` in device-independent pixels; the picture has `ratio` times as many.
    void resize(QSize size, qreal ratio);
    void setBackground(const QColor& colour);

    /// The newest frame; null before the first.
    const QImage& picture() const { return m_picture; }
    /// Called once a frame is there that was begun after this call.
    void afterNext(std::function<void()> done);

Q_SIGNALS:
    void drawn();
    void failed(); ///< no GL here; once, and nothing is ever drawn

private:
    class Drawing; ///< all that lives on the drawing thread
    void drawSoon();
    void draw();
    void sync(const std::optional<QQuickRenderTarget>& target);
    void taken(QImage picture);

    QThread m_thread;
    std::unique_ptr<QQuickRenderControl> m_control;
    std::unique_ptr<QQuickWindow> m_window;
    std::unique_ptr<QOffscreenSurface> m_surface;
    std::unique_ptr<Drawing> m_drawing;
    QPointer<QQuickItem> m_item;
    QSemaphore m_synced; ///< the drawing thread has copied the scene; the GUI thread may change it again
    QImage m_picture, m_spare;
    QSize m_size;
    qreal m_ratio = 1;
    std::vector<std::function<void()>> m_after, m_during;
    enum class State { Starting, Idle, Drawing, Failed } m_state = State::Starting;
    bool m_queued = false; ///< a draw() is on its way through the event loop
    bool m_again = false;  ///< the scene changed while a frame was drawn
};

} // namespace zs::map::web
