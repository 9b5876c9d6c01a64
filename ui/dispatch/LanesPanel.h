// 责任单位: the agencies side by side, each with its open cases. Cases are dropped here to be routed, and dragged out of here.
#pragma once

#include "ui/cases/CaseActions.h"
#include "zhongshu/Panel.h"

#include <QTimer>

class QHBoxLayout;
class QScrollArea;

namespace zs::dispatch {

class LaneBoard;
class LaneView;

class LanesPanel final : public sdk::Panel {
    Q_OBJECT
public:
    /// `place` outlives the panel.
    explicit LanesPanel(const cases::Workplace& place, QWidget* parent = nullptr);

    static sdk::PanelInfo panelInfo();
    sdk::PanelInfo info() const override { return panelInfo(); }
    void runAction(const QString& id) override;

    const QList<LaneView*>& lanes() const { return m_lanes; }
    cases::CaseActions& actions() { return *m_actions; }

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fit();
    void refreshStatus();
    void showMenu(CaseId id, QPoint at);

    const cases::Workplace& m_place;
    cases::CaseActions* m_actions;
    LaneBoard* m_board;
    QScrollArea* m_scroll;
    QWidget* m_row;
    QHBoxLayout* m_layout;
    QList<LaneView*> m_lanes;
    QTimer m_second;
    QString m_refused;
    int m_seen = 1; ///< lanes that fit the width
};

std::unique_ptr<sdk::PanelFactory> lanesPanelFactory(const cases::Workplace& place);

} // namespace zs::dispatch
