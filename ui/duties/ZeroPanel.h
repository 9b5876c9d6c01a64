// 日排查零报告: who has not reported. Towns × days of a sensitive period; Enter opens a town's grids, Backspace goes back.
// R reminds who owes today, Ctrl+C copies their list, Enter on a grid reports or corrects for it.
#pragma once

#include "ui/duties/DutyForm.h"
#include "ui/duties/ZeroModel.h"
#include "zhongshu/Panel.h"

#include <QTimer>

#include <memory>

class QComboBox;
class QLabel;
class QPushButton;
class QTableView;

namespace zs::kit {
class SegmentBar;
}

namespace zs::duties {

class ZeroPanel final : public sdk::Panel {
    Q_OBJECT
public:
    /// `place` outlives it.
    explicit ZeroPanel(const cases::Workplace& place, QWidget* parent = nullptr);

    static sdk::PanelInfo panelInfo();
    sdk::PanelInfo info() const override { return panelInfo(); }
    QWidget* header() const override { return m_header; }
    void runAction(const QString& id) override;

    ZeroModel& model() { return *m_model; }
    QTableView& table() { return *m_table; }
    /// Who owes a report of the last day shown, a line each: town, grid.
    QString debtorsText() const;

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void build();
    void words();
    void refresh();
    void changed(); ///< refreshes what is seen
    void refreshPeriods();
    void refreshStatus();
    void refreshButtons();
    void open(int row);
    void back();
    void remind();
    void copyDebtors();
    void askReport(GridId grid, domain::DayNumber day);
    void show(DutyForm::Ask ask);
    void say(const QString& sentence, kit::Tone tone);

    const cases::Workplace& m_place;
    ZeroModel* m_model;
    QWidget* m_header;
    QComboBox* m_periods;
    kit::SegmentBar* m_segments;
    QPushButton *m_back, *m_remind, *m_copy, *m_new, *m_change, *m_close;
    QLabel *m_where, *m_legend, *m_said;
    QTableView* m_table;
    QTimer m_minute, m_settle;
    bool m_isStale = false; ///< it changed while nobody saw it
};

} // namespace zs::duties
