// 督办: who is late or near, owes a report-in or an answer, by agency; the next rung that the ladder suggests, which a person
// issues with one key; and what was issued before.
#pragma once

#include "ui/cases/CaseActions.h"
#include "ui/supervision/SupervisionBook.h"
#include "zhongshu/Panel.h"

#include <QTimer>

class QComboBox;
class QLabel;

namespace zs::cases {
class SheetModel;
class SheetView;
}
namespace zs::kit {
class SegmentBar;
}

namespace zs::supervision {

class LadderStrip;

class SupervisionPanel final : public sdk::Panel {
    Q_OBJECT
public:
    /// `place` outlives the panel.
    explicit SupervisionPanel(const cases::Workplace& place, QWidget* parent = nullptr);

    static sdk::PanelInfo panelInfo();
    sdk::PanelInfo info() const override { return panelInfo(); }
    QList<sdk::PanelColumn> columns() const override;
    void runAction(const QString& id) override;

    SupervisionBook& book() { return *m_book; }
    cases::SheetModel& model() { return *m_model; }
    const View& view() const { return m_view; }
    /// Issues the suggested rung: a reminder or an urge at once, a higher one after its reason was looked at. False and a
    /// sentence if there is none.
    bool issue(quint64 key);

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void words();
    void fillFilters();
    void refresh();
    void refreshStatus();
    void showMenu(CaseId id, QPoint at);
    void say(const QString& sentence, kit::Tone tone);
    QString reasonOf(const Owing& owing) const;

    const cases::Workplace& m_place;
    cases::CaseActions* m_actions;
    SupervisionBook* m_book;
    cases::SheetModel* m_model;
    cases::SheetView* m_sheet;
    kit::SegmentBar* m_segments;
    QComboBox* m_town;
    QComboBox* m_agency;
    LadderStrip* m_ladder;
    QLabel* m_footer;
    View m_view;
    std::array<int, 6> m_counts{};
    QTimer m_second;
    QTimer m_soon; ///< a change is shown with those that follow at once
    QString m_said;
    kit::Tone m_saidTone = kit::Tone::Tertiary;
};

std::unique_ptr<sdk::PanelFactory> supervisionPanelFactory(const cases::Workplace& place);

} // namespace zs::supervision
