// 人员: the staff on duty, their load and how old their position is. Drop a case on someone to dispatch it.
#pragma once

#include "ui/cases/CaseActions.h"
#include "ui/people/PeopleTableModel.h"
#include "zhongshu/Panel.h"

#include <QTimer>

class QLabel;

namespace zs::kit {
class SearchField;
class SegmentBar;
}

namespace zs::people {

class PeopleView;

class PeoplePanel final : public sdk::Panel {
    Q_OBJECT
public:
    /// `place` outlives the panel.
    explicit PeoplePanel(const cases::Workplace& place, QWidget* parent = nullptr);

    static sdk::PanelInfo panelInfo();
    sdk::PanelInfo info() const override { return panelInfo(); }
    QList<sdk::PanelColumn> columns() const override;
    void runAction(const QString& id) override;

    PeopleTableModel& model() { return *m_model; }
    PeopleView& view() { return *m_view; }
    cases::CaseActions& actions() { return *m_actions; }

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void words();
    void refreshStatus();
    void sortBy(int column);
    void showMenu(PersonId id, QPoint at);
    void say(const QString& sentence, kit::Tone tone);
    void clearFilter();

    const cases::Workplace& m_place;
    cases::CaseActions* m_actions;
    PeopleTableModel* m_model;
    PeopleView* m_view;
    kit::SegmentBar* m_segments;
    kit::SearchField* m_search;
    QLabel* m_footer;
    QTimer m_second;
    QString m_said;
    kit::Tone m_saidTone = kit::Tone::Tertiary;
};

std::unique_ptr<sdk::PanelFactory> peoplePanelFactory(const cases::Workplace& place);

} // namespace zs::people
