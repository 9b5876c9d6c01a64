// Whether a panel can be seen: the panel itself, or the page that its frame shows in its place while it has nothing to show.
// What works through all cases for a panel does so only then. GUI thread.
#pragma once

#include <QObject>

class QWidget;

namespace zs::cases {

class Sight final : public QObject {
    Q_OBJECT
public:
    /// `panel` outlives it, or is its parent. A panel without a frame (in a test) is always in sight.
    Sight(QWidget& panel, QObject* parent);

    bool isClear() const;

Q_SIGNALS:
    void cleared(); ///< it can be seen again

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* m_frame;
};

} // namespace zs::cases
