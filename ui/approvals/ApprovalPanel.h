// 待批: everything that waits for a decision: who asks, why, what it would change; decided by keyboard; and why this desk may
// not decide what isn't its own.
#pragma once

#include "ui/approvals/ApprovalBook.h"
#include "zhongshu/Panel.h"

#include <QTimer>

class QLabel;

namespace zs::cases {
class SheetModel;
class SheetView;
struct SheetRow;
}
namespace zs::kit {
class SegmentBar;
}

namespace zs::approvals {

class DecisionCard;

class ApprovalPanel final : public sdk::Panel {
    Q_OBJECT
public:
    /// `place` outlives the panel.
    explicit ApprovalPanel(const cases::Workplace& place, QWidget* parent = nullptr);

    static sdk::PanelInfo panelInfo();
    sdk::PanelInfo info() const override { return panelInfo(); }
    QList<sdk::PanelColumn> columns() const override;
    void runAction(const QString& id) override;

    ApprovalBook& book() { return *m_book; }
    cases::SheetModel& model() { return *m_model; }

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void words();
    void refresh();
    void refreshStatus();
    std::vector<cases::SheetRow> rows() const;
    void showMenu(CaseId id, QPoint at);
    void say(const QString& sentence, kit::Tone tone);

    const cases::Workplace& m_place;
    cases::CaseActions* m_actions;
    ApprovalBook* m_book;
    cases::SheetModel* m_model;
    cases::SheetView* m_sheet;
    kit::SegmentBar* m_segments;
    DecisionCard* m_card;
    QLabel* m_footer;
    ApprovalBook::Whose m_whose = ApprovalBook::Whose::Mine;
    QTimer m_second;
    QTimer m_soon; ///< a change is shown with those that follow at once
    QString m_said;
    kit::Tone m_saidTone = kit::Tone::Tertiary;
};

std::unique_ptr<sdk::PanelFactory> approvalPanelFactory(const cases::Workplace& place);

} // namespace zs::approvals
