// 工作日历: the year, what this city decided otherwise, the working hours, and what a change would do before it is published.
#pragma once

#include "ui/calendar/CalendarDraft.h"
#include "ui/cases/Workplace.h"
#include "zhongshu/Panel.h"

#include <functional>
#include <memory>

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QTableView;
class QToolButton;

namespace zs::calendar {

class DayForm;
class ImpactTable;
class YearView;

class CalendarPanel final : public sdk::Panel {
    Q_OBJECT
public:
    /// Sends an edited calendar on its way to be published, with what changed and why. A sentence if that can't be; when it is in
    /// force the desk says calendarChanged(). None: this desk can look and try out, but not publish.
    using Publish = std::function<Result<void>(const domain::CalendarData& data, const std::string& note)>;

    /// `place` outlives the panel.
    CalendarPanel(const cases::Workplace& place, Publish publish, QWidget* parent = nullptr);
    ~CalendarPanel() override;

    static sdk::PanelInfo panelInfo();
    sdk::PanelInfo info() const override { return panelInfo(); }

    const CalendarDraft& draft() const { return m_draft; }
    YearView& year() { return *m_year; }
    ImpactTable& impact() { return *m_impact; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    void words();
    void calendarReplaced();
    void draftEdited();
    void showYear();
    void showDay();
    void showImpact();
    void applyHours();
    void completeYear();
    void publish();
    void revert();
    void say(const QString& sentence, kit::Tone tone);

    const cases::Workplace& m_place;
    Publish m_publish;
    CalendarDraft m_draft;
    YearView* m_year;
    DayForm* m_day;
    ImpactTable* m_impact;
    QToolButton *m_previous, *m_next;
    QLabel *m_yearName, *m_status, *m_legend, *m_hoursTitle, *m_impactTitle, *m_impactNote, *m_said;
    QPlainTextEdit* m_hours;
    QPushButton *m_hoursApply, *m_yearApply, *m_publishButton, *m_revertButton;
    QLineEdit *m_notice, *m_note;
    QTableView* m_table;
};

std::unique_ptr<sdk::PanelFactory> calendarPanelFactory(const cases::Workplace& place, CalendarPanel::Publish publish);

} // namespace zs::calendar
