#include "ui/shell/SeparatorGrips.h"

#include <QCoreApplication>
#include <QDockWidget>
#include <QMainWindow>
#include <QMouseEvent>

namespace zs::shell {

namespace {

constexpr int kHalfGrab = 4; // px either side of the line

/// One strip. It never paints; it turns a press beside the line into a press on the line.
class Strip final : public QWidget {
public:
    Strip(QMainWindow& host, QTimer& afterDrag) : QWidget(&host), m_host(host), m_afterDrag(afterDrag) {
        setAttribute(Qt::WA_NoSystemBackground);
        setFocusPolicy(Qt::NoFocus);
    }

    void setLine(Qt::Orientation orientation, int at) {
        m_orientation = orientation;
        m_at = at;
        setCursor(orientation == Qt::Vertical ? Qt::SplitHCursor : Qt::SplitVCursor);
    }

    bool dragging() const { return m_dragging; }

protected:
    void mousePressEvent(QMouseEvent* event) override {
        // The line is hit exactly; afterwards the pointer's own distance from it is kept.
        const QPointF onLine = mapTo(&m_host, event->position());
        m_offset = m_orientation == Qt::Vertical ? m_at - onLine.x() : m_at - onLine.y();
        m_dragging = event->button() == Qt::LeftButton;
        pass(event);
    }
    void mouseMoveEvent(QMouseEvent* event) override { pass(event); }
    void mouseReleaseEvent(QMouseEvent* event) override {
        pass(event);
        m_dragging = false;
        m_afterDrag.start();
    }

private:
    void pass(QMouseEvent* event) {
        QPointF at = mapTo(&m_host, event->position());
        if (m_orientation == Qt::Vertical) {
            at.rx() += m_offset;
        } else {
            at.ry() += m_offset;
        }
        QMouseEvent moved(event->type(), at, m_host.mapToGlobal(at), event->button(), event->buttons(),
                          event->modifiers());
        QCoreApplication::sendEvent(&m_host, &moved);
        event->setAccepted(true);
    }

    QMainWindow& m_host;
    QTimer& m_afterDrag;
    Qt::Orientation m_orientation = Qt::Vertical;
    int m_at = 0;
    qreal m_offset = 0;
    bool m_dragging = false;
};

} // namespace

SeparatorGrips::SeparatorGrips(QMainWindow& host) : QObject(&host), m_host(host) {
    m_later.setSingleShot(true);
    m_later.setInterval(0);
    connect(&m_later, &QTimer::timeout, this, &SeparatorGrips::place);
    host.installEventFilter(this);
}

void SeparatorGrips::watch(QDockWidget& dock) {
    m_docks.append(&dock);
    dock.installEventFilter(this);
    m_later.start();
}

void SeparatorGrips::setEnabled(bool enabled) {
    m_enabled = enabled;
    m_later.start();
}

bool SeparatorGrips::eventFilter(QObject*, QEvent* event) {
    switch (event->type()) {
    case QEvent::Resize:
    case QEvent::Move:
    case QEvent::Show:
    case QEvent::Hide:
    case QEvent::ZOrderChange:
    case QEvent::ParentChange:
        m_later.start();
        break;
    default:
        break;
    }
    return false;
}

void SeparatorGrips::place() {
    for (QWidget* strip : m_strips) {
        if (static_cast<Strip*>(strip)->dragging()) {
            return; // replaced when the drag ends
        }
    }
    qsizetype used = 0;
    const auto add = [&](const QRect& rect, Qt::Orientation orientation, int at) {
        if (used == m_strips.size()) {
            m_strips.append(new Strip(m_host, m_later));
        }
        auto* strip = static_cast<Strip*>(m_strips[used++]);
        strip->setLine(orientation, at);
        strip->setGeometry(rect);
        strip->show();
        strip->raise();
    };
    for (const QDockWidget* dock : m_docks) {
        if (!m_enabled || dock->isFloating() || !dock->isVisibleTo(&m_host)) {
            continue;
        }
        const QRect g = dock->geometry();
        if (g.x() < 0 || g.y() < 0) {
            continue; // a tab behind another is parked outside
        }
        const int right = g.right() + 1;
        const int bottom = g.bottom() + 1;
        if (right < m_host.width() - 1) {
            add(QRect(right - kHalfGrab, g.top() + kHalfGrab, 2 * kHalfGrab + 1, g.height() - 2 * kHalfGrab),
                Qt::Vertical, right);
        }
        if (bottom < m_host.height() - 1) {
            add(QRect(g.left() + kHalfGrab, bottom - kHalfGrab, g.width() - 2 * kHalfGrab, 2 * kHalfGrab + 1),
                Qt::Horizontal, bottom);
        }
    }
    for (; used < m_strips.size(); ++used) {
        m_strips[used]->hide();
    }
}

} // namespace zs::shell
