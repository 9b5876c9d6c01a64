// Docks are parted by a line of one pixel; this makes it eight pixels wide for the hand. Invisible strips lie
// over the edges between docks and pass the mouse on to the separator below.
#pragma once

#include <QList>
#include <QObject>
#include <QTimer>

class QDockWidget;
class QMainWindow;
class QWidget;

namespace zs::shell {

class SeparatorGrips final : public QObject {
    Q_OBJECT

public:
    /// `host` owns this object.
    explicit SeparatorGrips(QMainWindow& host);

    void watch(QDockWidget& dock);
    void setEnabled(bool enabled);

    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void place();

    QMainWindow& m_host;
    QList<QDockWidget*> m_docks;
    QList<QWidget*> m_strips;
    QTimer m_later;
    bool m_enabled = true;
};

} // namespace zs::shell
