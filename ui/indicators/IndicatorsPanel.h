// 指标: what leaders ask for every morning. Table of all indicators, the chosen one by a dimension, and what it means; from each
// figure to the very cases behind it. Counts on a thread of its own, at most every few seconds, and only while it is seen.
#pragma once

#include "domain/indicators/CalendarDeadlines.h"
#include "ui/cases/Sight.h"
#include "ui/cases/Workplace.h"
#include "ui/indicators/CaseMeasures.h"
#include "ui/indicators/Counting.h"
#include "ui/indicators/FigureModel.h"
#include "zhongshu/Panel.h"

#include <QTimer>

class QComboBox;
class QLabel;
class QMenu;
class QPlainTextEdit;

namespace zs::kit {
class SegmentBar;
}

namespace zs::indicators {

class DateRange;
class FigureView;

class IndicatorsPanel final : public sdk::Panel {
    Q_OBJECT
public:
    /// `place` outlives the panel. Limits are judged by the desk's calendar.
    explicit IndicatorsPanel(const cases::Workplace& place, QWidget* parent = nullptr);
    ~IndicatorsPanel() override;

    static sdk::PanelInfo panelInfo();
    sdk::PanelInfo info() const override { return panelInfo(); }
    QList<sdk::PanelColumn> columns() const override;
    QList<QAction*> titleActions() const override { return {m_export}; }
    void runAction(const QString& id) override;

    void setPeriod(domain::indicators::Period period);
    void showDates(); ///< any days, chosen below the periods; yesterday at first
    void setDimension(domain::indicators::Dimension dimension);
    /// Which of the cases behind the current figure: 计入, 未计入, 全部.
    enum class Behind { Counting, NotCounting, All };
    void openCases(Behind behind);
    /// What can be opened of the current figure, with how many; shown with popup() by the caller.
    void fillMenu(QMenu& menu);

Q_SIGNALS:
    void presented(); ///< a new count is on screen
    void exported(const QString& path);

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void words();
    void reread();
    void readSlice();
    void tick();
    void want();
    std::optional<std::vector<domain::indicators::ZeroReportMeasure>> zeroReports(const domain::indicators::Windows& windows) const;
    void present(const std::shared_ptr<const Counted>& counted);
    void refreshRows();
    void refreshBreakdown();
    void refreshStatus();
    void showMenu(FigureView& view, QPoint at);
    domain::indicators::Members members() const;
    std::vector<CaseId> behind(const domain::indicators::Members& members, Behind which) const;
    QString behindName(Behind which) const;
    FigureView& activeView() const;
    void exportTable();

    const cases::Workplace& m_place;
    std::unique_ptr<domain::indicators::CalendarDeadlines> m_deadlines;
    CaseMeasures m_measures;
    Counting* m_counting;
    std::shared_ptr<const Counted> m_counted;
    domain::indicators::Period m_period = domain::indicators::Period::Today;
    domain::indicators::Dimension m_dimension = domain::indicators::Dimension::City;
    FigureModel* m_model;
    FigureModel* m_breakdownModel;
    FigureView* m_view;
    FigureView* m_breakdown;
    kit::SegmentBar* m_periods;
    DateRange* m_dates; ///< hidden: m_period counts
    QComboBox* m_dimensions;
    QPlainTextEdit* m_explanation;
    QLabel* m_footer;
    QAction* m_export;
    cases::Sight m_sight; ///< cases are read while it is clear
    QTimer m_slice;
    QTimer m_second;
    TimePoint m_countedAt{};
    bool m_read = false;  ///< every case has been read
    bool m_dirty = true;  ///< something changed since the last wish
    bool m_waiting = false; ///< a wish waits for the reading
};

/// The factory that main() registers with PanelHost.
std::unique_ptr<sdk::PanelFactory> indicatorsPanelFactory(const cases::Workplace& place);

} // namespace zs::indicators
