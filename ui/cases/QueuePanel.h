// 待办: the queue of open cases. Finds, filters and sorts; every drag has its key and its menu entry here.
#pragma once

#include "ui/cases/CaseActions.h"
#include "ui/cases/CaseTableModel.h"
#include "zhongshu/Panel.h"

#include <QTimer>

class QLabel;
class QPushButton;

namespace zs::kit {
class SearchField;
class SegmentBar;
}

namespace zs::cases {

class QueueView;

class QueuePanel final : public sdk::Panel {
    Q_OBJECT
public:
    /// `place` outlives the panel.
    explicit QueuePanel(const Workplace& place, QWidget* parent = nullptr);

    static sdk::PanelInfo panelInfo();
    sdk::PanelInfo info() const override { return panelInfo(); }
    QList<sdk::PanelColumn> columns() const override;
    QList<QAction*> titleActions() const override { return {m_receive}; }
    void runAction(const QString& id) override;

    CaseTableModel& model() { return *m_model; }
    CaseActions& actions() { return *m_actions; }
    QueueView& view() { return *m_view; }

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void words();
    void refreshStatus();
    void refreshSegments();
    void refreshFooter();
    void tick();
    void showMenu(CaseId id, QPoint at);
    void sortBy(int column);
    void clearFilter();
    void say(const QString& sentence, kit::Tone tone);

    const Workplace& m_place;
    CaseTableModel* m_model;
    CaseActions* m_actions;
    QueueView* m_view;
    kit::SegmentBar* m_segments;
    kit::SearchField* m_search;
    QLabel* m_footer;
    QPushButton* m_clear;
    QAction* m_receive;
    QTimer m_second;
    QTimer m_typing; ///< a search follows the last key, not every key
    QString m_said;
    kit::Tone m_saidTone = kit::Tone::Tertiary;
};

/// The factory that main() registers with PanelHost.
std::unique_ptr<sdk::PanelFactory> queuePanelFactory(const Workplace& place);

} // namespace zs::cases
