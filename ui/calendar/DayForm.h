// One day of the calendar: as arranged, worked or off, and why. Applies to a draft; nothing is published here.
#pragma once

#include "ui/calendar/CalendarDraft.h"
#include "ui/cases/Workplace.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace zs::kit {
class SegmentBar;
}

namespace zs::calendar {

/// A refused edit in the reader's words.
QString problemText(const Error& error);

class DayForm final : public QWidget {
    Q_OBJECT
public:
    /// Both outlive the form.
    DayForm(const cases::Workplace& place, CalendarDraft& draft, QWidget* parent = nullptr);

    /// `title` is the day in words.
    void setDay(domain::CalendarDay day, const QString& title);
    void edit(); ///< takes the focus
    void words();

Q_SIGNALS:
    void edited();
    void left(); ///< Esc: the focus goes back to the year

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void apply();
    void refresh();
    void say(const QString& sentence);

    const cases::Workplace& m_place;
    CalendarDraft& m_draft;
    domain::CalendarDay m_day{};
    QLabel* m_title;
    kit::SegmentBar* m_choice;
    QLineEdit* m_reason;
    QPushButton* m_apply;
    QLabel* m_problem;
};

} // namespace zs::calendar
