// Twelve months of one year. A day's kind shows by shape, word and colour: plain = worked, pale = weekend, round 休 = day off,
// square 班 = make-up day, hatched = not known; a corner marks what this city decided, a dashed frame what isn't published yet.
// Keys: arrows a day or a week, Page Up/Down a month, Home/End of the month, Ctrl+Page Up/Down a year, Enter or Space edits.
#pragma once

#include "ui/calendar/CalendarDraft.h"
#include "ui/cases/Workplace.h"

#include <QWidget>

namespace zs::calendar {

class YearView final : public QWidget {
    Q_OBJECT
public:
    /// Both outlive the view.
    YearView(const cases::Workplace& place, const CalendarDraft& draft, QWidget* parent = nullptr);

    int year() const { return m_year; }
    domain::CalendarDay current() const { return m_current; }
    void setCurrent(domain::CalendarDay day); ///< shows its year
    /// The draft or the language changed.
    void refresh();

    /// "Saturday 14 February 2026: make-up day, worked (Spring Festival …)".
    QString dayText(domain::CalendarDay day) const;
    static QString kindText(domain::DayKind kind);
    std::optional<domain::CalendarDay> dayAt(QPoint point) const;
    QRect rectOf(domain::CalendarDay day) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    int heightForWidth(int width) const override;

Q_SIGNALS:
    void currentChanged();
    void yearChanged(int year);
    void activated();

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool event(QEvent* event) override;

private:
    int columns(int width) const;
    QRect monthRect(unsigned month) const;
    void paintMonth(QPainter& p, unsigned month) const;
    void paintDay(QPainter& p, domain::CalendarDay day) const;
    const domain::Holiday* holidayOf(domain::CalendarDay day) const;
    QLocale locale() const;

    const cases::Workplace& m_place;
    const CalendarDraft& m_draft;
    int m_year;
    domain::CalendarDay m_current;
};

} // namespace zs::calendar
