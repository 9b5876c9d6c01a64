// Two cases side by side, line by line; what is the same on both sides steps back, so that the difference is seen. GUI thread.
#pragma once

#include "ui/cases/Workplace.h"

#include <QList>
#include <QString>
#include <QWidget>

#include <array>

class QLabel;

namespace zs::cases {

/// What a side says, line by line; the first is its head.
struct CompareSide {
    static constexpr std::size_t lines = 7;
    std::array<QString, lines> texts;

    /// Head, title, kind and matter, place, received, from whom (masked), detail.
    static CompareSide of(const Workplace& place, const domain::Case& state);
};

class CompareGrid final : public QWidget {
    Q_OBJECT
public:
    /// `name` begins the objectNames of its labels: name + "Left0", name + "Right0" … `place` outlives it.
    CompareGrid(const Workplace& place, const QString& name, QWidget* parent = nullptr);

    void setSides(const CompareSide& left, const CompareSide& right);
    void languageChanged();

private:
    struct Line {
        QLabel* name = nullptr;
        QLabel* left = nullptr;
        QLabel* right = nullptr;
    };
    const Workplace& m_place;
    std::array<Line, CompareSide::lines> m_lines;
};

} // namespace zs::cases
