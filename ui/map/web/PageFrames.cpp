#include "ui/map/web/PageFrames.h"

#include <QOffscreenSurface>
#include <QOpenGLContext>
#include <QOpenGLFramebufferObject>
#include <QOpenGLFunctions>
#include <QQuickGraphicsDevice>
#include <QQuickItem>
#include <QQuickRenderControl>
#include <QQuickRenderTarget>
#include <QQuickWindow>

namespace zs::map::web {

/// The GL side. Made on the GUI thread, used on the drawing thread only.
class PageFrames::Drawing final : public QObject {
public:
    Drawing(QQuickRenderControl& control, QQuickWindow& window, QOffscreenSurface& surface)
        : m_control(control), m_window(window), m_surface(surface)
    {
    }

    bool makeContext()
    {
        m_context = std::make_unique<QOpenGLContext>();
        m_context->setFormat(m_surface.format());
        m_context->setShareContext(QOpenGLContext::globalShareContext());
        return m_context->create() && m_context->makeCurrent(&m_surface);
    }
    QOpenGLContext* context() const { return m_context.get(); }

    bool initialize() { return m_context->makeCurrent(&m_surface) && m_control.initialize(); }

    /// All of a frame that needs no scene, and can take long: the first one makes what is drawn into. None if that is as it was.
    std::optional<QQuickRenderTarget> begin(QSize size, qreal ratio)
    {
        m_context->makeCurrent(&m_surface);
        std::optional<QQuickRenderTarget> target;
        if (!m_target || m_target->size() != size || m_ratio != ratio) {
            m_target = std::make_unique<QOpenGLFramebufferObject>(size, QOpenGLFramebufferObject::CombinedDepthStencil);
            m_ratio = ratio;
            target = QQuickRenderTarget::fromOpenGLTexture(m_target->texture(), size);
            // GL counts rows from the bottom, a picture from the top.
            target->setMirrorVertically(true);
            target->setDevicePixelRatio(ratio);
        }
        m_control.beginFrame();
        m_isBegun = true;
        return target;
    }

    /// `pixels` is given back filled, or anew if it doesn't fit. The GUI thread waits until `synced` is released.
    QImage draw(QImage pixels, QSemaphore& synced)
    {
        m_control.sync();
        synced.release();
        m_control.render();
        m_control.endFrame();
        m_isBegun = false;
        const QSize size = m_target->size();
        if (pixels.size() != size)
            pixels = QImage(size, QImage::Format_RGB32);
        m_target->bind();
        m_context->functions()->glReadPixels(0, 0, size.width(), size.height(), GL_BGRA, GL_UNSIGNED_BYTE, pixels.bits());
        m_target->release();
        pixels.setDevicePixelRatio(m_ratio);
        return pixels;
    }

    void end()
    {
        if (!m_context)
            return;
        m_context->makeCurrent(&m_surface);
        if (m_isBegun)
            m_control.endFrame();
        m_control.invalidate();
        m_target.reset();
        m_context->doneCurrent();
        // The control's last resources are freed on its own thread, with this context.
        m_context->moveToThread(m_control.thread());
    }

private:
    QQuickRenderControl& m_control;
    QQuickWindow& m_window;
    QOffscreenSurface& m_surface;
    std::unique_ptr<QOpenGLContext> m_context;
    std::unique_ptr<QOpenGLFramebufferObject> m_target;
    qreal m_ratio = 0;
    bool m_isBegun = false;
};

PageFrames::PageFrames(QObject* parent)
    : QObject(parent), m_control(std::make_unique<QQuickRenderControl>()),
      m_window(std::make_unique<QQuickWindow>(m_control.get())), m_surface(std::make_unique<QOffscreenSurface>()),
      m_drawing(std::make_unique<Drawing>(*m_control, *m_window, *m_surface))
{
    if (const auto* shared = QOpenGLContext::globalShareContext())
        m_surface->setFormat(shared->format());
    m_surface->create();
    connect(m_control.get(), &QQuickRenderControl::renderRequested, this, &PageFrames::drawSoon);
    connect(m_control.get(), &QQuickRenderControl::sceneChanged, this, &PageFrames::drawSoon);
    m_control->prepareThread(&m_thread);
    m_drawing->moveToThread(&m_thread);
    m_thread.setObjectName(QStringLiteral("map page"));
    m_thread.start();
    const auto fail = [this] {
        m_state = State::Failed;
        Q_EMIT failed();
    };
    // Both steps take tens of ms where GL is computed, so neither is made here.
    QMetaObject::invokeMethod(m_drawing.get(), [this, fail] {
        const bool made = m_drawing->makeContext();
        QMetaObject::invokeMethod(this, [this, made, fail] {
            if (!made)
                return fail();
            m_window->setGraphicsDevice(QQuickGraphicsDevice::fromOpenGLContext(m_drawing->context()));
            QMetaObject::invokeMethod(m_drawing.get(), [this, fail] {
                const bool begun = m_drawing->initialize();
                QMetaObject::invokeMethod(this, [this, begun, fail] {
                    if (!begun)
                        return fail();
                    m_state = State::Idle;
                    drawSoon();
                });
            });
        });
    });
}

PageFrames::~PageFrames()
{
    setItem(nullptr);
    QMetaObject::invokeMethod(m_drawing.get(), [this] { m_drawing->end(); }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
    // The control frees the scene's resources, so it goes before the window and the context.
    m_control.reset();
    m_window.reset();
}

void PageFrames::setItem(QQuickItem* item)
{
    if (m_item == item)
        return;
    if (m_item)
        m_item->setParentItem(nullptr);
    m_item = item;
    if (item) {
        item->setParentItem(m_window->contentItem());
        item->setSize(m_size);
        item->setVisible(true);
    }
    drawSoon();
}

void PageFrames::resize(QSize size, qreal ratio)
{
    m_size = size;
    m_ratio = ratio;
    m_window->resize(size);
    m_window->contentItem()->setSize(size);
    if (m_item)
        m_item->setSize(size);
    drawSoon();
}

void PageFrames::setBackground(const QColor& colour)
{
    m_window->setColor(colour);
    drawSoon();
}

void PageFrames::afterNext(std::function<void()> done)
{
    m_after.push_back(std::move(done));
    drawSoon();
}

void PageFrames::drawSoon()
{
    if (!std::exchange(m_queued, true))
        QMetaObject::invokeMethod(this, &PageFrames::draw, Qt::QueuedConnection);
}

void PageFrames::draw()
{
    m_queued = false;
    if (m_state == State::Drawing)
        m_again = true;
    if (m_state != State::Idle || m_size.isEmpty())
        return;
    m_state = State::Drawing;
    m_again = false;
    std::ranges::move(std::exchange(m_after, {}), std::back_inserter(m_during));
    const QSize pixels = (QSizeF(m_size) * m_ratio).toSize();
    QMetaObject::invokeMethod(m_drawing.get(), [this, pixels, ratio = m_ratio] {
        auto target = m_drawing->begin(pixels, ratio);
        QMetaObject::invokeMethod(this, [this, target = std::move(target)] { sync(target); });
    });
}

void PageFrames::sync(const std::optional<QQuickRenderTarget>& target)
{
    if (target)
        m_window->setRenderTarget(*target);
    m_control->polishItems();
    QMetaObject::invokeMethod(m_drawing.get(), [this, spare = std::exchange(m_spare, {})]() mutable {
        QImage picture = m_drawing->draw(std::move(spare), m_synced);
        QMetaObject::invokeMethod(this, [this, picture = std::move(picture)]() mutable { taken(std::move(picture)); });
    });
    // The thread is idle, and copying one item is all that it does before it lets go: well below a millisecond.
    m_synced.acquire();
}

void PageFrames::taken(QImage picture)
{
    m_state = State::Idle;
    m_spare = std::exchange(m_picture, std::move(picture));
    if (std::exchange(m_again, false) || !m_after.empty())
        drawSoon();
    Q_EMIT drawn();
    for (const auto& done : std::exchange(m_during, {}))
        done();
}

} // namespace zs::map::web
