// 事件: everything about the selected case, and what can be done with it now.
#pragma once

#include "ui/cases/CaseActions.h"
#include "zhongshu/Panel.h"

#include <QTimer>

class QLabel;
class QListView;
class QPushButton;
class QScrollArea;

namespace zs::kit {
class PhaseRail;
}

namespace zs::cases {

class ActionBar;
class CandidateModel;
class CaseHead;
class LimitRows;
class TimelineModel;

class DetailPanel final : public sdk::Panel {
    Q_OBJECT
public:
    /// `place` outlives the panel. Follows the selection.
    explicit DetailPanel(const Workplace& place, QWidget* parent = nullptr);

    static sdk::PanelInfo panelInfo();
    sdk::PanelInfo info() const override;
    void runAction(const QString& id) override;

    CaseId caseId() const { return m_case; }
    CaseActions& actions() { return *m_actions; }

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* makeBody();
    QLabel* heading(const char* name);
    void words();
    void showCase(CaseId id);
    void refresh();          ///< everything that depends on the case
    void refreshTimes();     ///< what depends on the clock
    void refreshCandidates(const domain::Case& state);
    void refreshStatus();
    void fitLists();
    void say(const QString& sentence, kit::Tone tone);

    const Workplace& m_place;
    CaseActions* m_actions;
    ActionBar* m_bar;
    CaseId m_case;
    QScrollArea* m_scroll;
    CaseHead* m_head;
    kit::PhaseRail* m_rail;
    QLabel* m_limitsTitle;
    QLabel* m_limitsNote;
    LimitRows* m_limits;
    QLabel* m_whomTitle;
    QLabel* m_whomNote;
    QListView* m_whom;
    CandidateModel* m_candidates;
    QLabel* m_timelineTitle;
    QLabel* m_timelineCount;
    QListView* m_timeline;
    TimelineModel* m_events;
    QPushButton* m_earlier;
    QLabel* m_said;
    session::TimelineSource m_source = session::TimelineSource::Partial;
    QTimer m_second;
    int m_candidateAge = 0;
};

std::unique_ptr<sdk::PanelFactory> detailPanelFactory(const Workplace& place);

} // namespace zs::cases
