// One agency: its head, its first cases, and what a drag would do here. A drop routes the case.
#pragma once

#include "ui/cases/CaseActions.h"

#include <QFrame>

class QPushButton;

namespace zs::dispatch {

class LaneBoard;
class LaneModel;

/// Rest: no drag. Legal: blue line and a word. Hover: what will happen. Illegal: dimmed; IllegalHover: hatch and reason.
enum class LaneState { Rest, Legal, Hover, Illegal, IllegalHover };

class LaneView final : public QFrame {
    Q_OBJECT
public:
    /// `number` is its key (1–9), 0 without one. All arguments outlive it.
    LaneView(const cases::Workplace& place, cases::CaseActions& actions, const LaneBoard& board, std::size_t lane,
             int number, QWidget* parent = nullptr);

    AgencyId agency() const;
    LaneState state() const { return m_state; }
    QString reason() const { return m_legality.reason; }
    /// From the start of a drag until its end (none).
    void setDragged(CaseId id);
    void refresh();      ///< the lane's cases changed
    void refreshTimes(); ///< the clock did
    void words();

Q_SIGNALS:
    void menuWanted(zs::CaseId id, QPoint at);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragMoveEvent(QDragMoveEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    class List;
    class Overlay;
    void setState(LaneState state);
    void paintHead(QPainter& painter);
    void fit();
    CaseId accepted(const QDropEvent& event);

    const cases::Workplace& m_place;
    cases::CaseActions& m_actions;
    const LaneBoard& m_board;
    std::size_t m_lane;
    int m_number;
    LaneModel* m_model;
    List* m_list;
    Overlay* m_overlay;
    QPushButton* m_more;
    CaseId m_dragged;
    cases::Legality m_legality;
    LaneState m_state = LaneState::Rest;
    bool m_all = false;
};

} // namespace zs::dispatch
