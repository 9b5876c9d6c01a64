// The 24-px segmented filter: one of several is chosen, each may carry a count.
#pragma once

#include "ui/kit/Theme.h"

#include <QList>
#include <QWidget>
#include <optional>

class QButtonGroup;
class QHBoxLayout;

namespace zs::kit {

class SegmentButton;
class ThemeManager;

struct Segment {
    QString id;
    QString label;
    std::optional<qint64> count;
    Tone countTone = Tone::Secondary; ///< Alarm: red and bold ("late 3")
};

class SegmentBar final : public QWidget {
    Q_OBJECT

public:
    /// `name` is the accessible name of the whole bar.
    SegmentBar(ThemeManager& themes, const QString& name, QWidget* parent = nullptr);

    /// Counts may change often: segments with the same ids are updated in place and keep focus and choice.
    void setSegments(const QList<Segment>& segments);
    QString current() const { return m_current; }
    /// Chooses without emitting. Unknown ids change nothing.
    void setCurrent(const QString& id);

Q_SIGNALS:
    /// The user chose another segment.
    void currentChanged(const QString& id);

private:
    ThemeManager& m_themes;
    QButtonGroup* m_group;
    QHBoxLayout* m_layout;
    QList<SegmentButton*> m_buttons;
    QString m_current;
};

} // namespace zs::kit
