// The six rungs of the ladder with how many stand on each: a figure that isn't zero is dark, the others step back.
#pragma once

#include "ui/kit/ThemeManager.h"

#include <QWidget>

#include <array>

namespace zs::supervision {

class LadderStrip final : public QWidget {
    Q_OBJECT
public:
    explicit LadderStrip(kit::ThemeManager& themes, QWidget* parent = nullptr);
    void setCounts(const std::array<int, 6>& counts);
    void words();
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    kit::ThemeManager& m_themes;
    std::array<int, 6> m_counts{};
};

} // namespace zs::supervision
