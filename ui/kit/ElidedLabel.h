// A one-line label that shortens itself with "…" (and then shows the whole text as its tool tip).
#pragma once

#include <QLabel>

namespace zs::kit {

class ElidedLabel final : public QLabel {
    Q_OBJECT

public:
    explicit ElidedLabel(QWidget* parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace zs::kit
