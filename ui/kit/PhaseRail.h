// The rail of a case's phases (432×64, seven nodes of 58 px). To assistive technology it is a list.
#pragma once

#include "ui/kit/Theme.h"

#include <QList>
#include <QWidget>

namespace zs::kit {

class PhaseNodeView;
class ThemeManager;

enum class PhaseProgress { Done, Current, Future };

struct PhaseNode {
    QString name; ///< "Route"
    QString note; ///< a time for a done phase, a word for the current one
    PhaseProgress progress = PhaseProgress::Future;
    Tone tone = Tone::Primary; ///< of the current node: Primary, Warn at 80 %, Alarm when late
};

class PhaseRail final : public QWidget {
    Q_OBJECT

public:
    PhaseRail(ThemeManager& themes, const QString& name, QWidget* parent = nullptr);
    void setNodes(const QList<PhaseNode>& nodes);
    QSize sizeHint() const override;

private:
    ThemeManager& m_themes;
    QList<PhaseNodeView*> m_views;
};

} // namespace zs::kit
