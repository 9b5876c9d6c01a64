#include "ui/calendar/YearView.h"

#include "ui/kit/Paint.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace zs::calendar {

using namespace std::chrono;
using domain::CalendarDay;
using domain::DayKind;
using kit::paintText;
using kit::Type;
using kit::Weight;

namespace {

constexpr int cellWidth = 27, cellHeight = 24, gap = 20, headHeight = 24, namesHeight = 20;
constexpr int monthWidth = 7 * cellWidth, monthHeight = headHeight + namesHeight + 6 * cellHeight + 8;

year_month_day dateOf(CalendarDay day) { return year_month_day(day); }
CalendarDay dayOf(int y, unsigned m, unsigned d) { return CalendarDay(year_month_day(year(y), month(m), day(d))); }
unsigned lastOf(int y, unsigned m) { return static_cast<unsigned>(year_month_day_last(year(y), month_day_last(month(m))).day()); }
QDate qt(CalendarDay d)
{
    const auto date = dateOf(d);
    return {static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
            static_cast<int>(static_cast<unsigned>(date.day()))};
}

} // namespace

YearView::YearView(const cases::Workplace& place, const CalendarDraft& draft, QWidget* parent)
    : QWidget(parent), m_place(place), m_draft(draft), m_current(draft.calendar()->localDay(place.desk.serverNow()))
{
    m_year = static_cast<int>(dateOf(m_current).year());
    setObjectName(QStringLiteral("calendarYear"));
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    connect(&place.themes, &kit::ThemeManager::changed, this, &YearView::refresh);
    refresh();
}

QLocale YearView::locale() const
{
    return m_place.language() == domain::Language::Chinese ? QLocale(QLocale::Chinese, QLocale::China)
                                                           : QLocale(QLocale::English, QLocale::UnitedKingdom);
}

void YearView::refresh()
{
    setAccessibleName(dayText(m_current));
    setMinimumHeight(heightForWidth(width()));
    update();
}

void YearView::setCurrent(CalendarDay day)
{
    const int y = static_cast<int>(dateOf(day).year());
    if (y < domain::limits::firstCalendarYear || y > domain::limits::lastCalendarYear) return;
    const bool otherYear = y != m_year;
    m_current = day;
    m_year = y;
    refresh();
    if (otherYear) Q_EMIT yearChanged(y);
    Q_EMIT currentChanged();
}

// --- words --------------------------------------------------------------------------------------------------------

QString YearView::kindText(DayKind kind)
{
    switch (kind) {
    case DayKind::Working: return tr("working day");
    case DayKind::MakeUp: return tr("make-up day, worked");
    case DayKind::Weekend: return tr("weekend");
    case DayKind::Holiday: return tr("day off");
    case DayKind::Unknown: return tr("not known, counts as a natural day");
    }
    return {};
}

const domain::Holiday* YearView::holidayOf(CalendarDay day) const
{
    const int y = static_cast<int>(dateOf(day).year());
    for (const int of : {y, y + 1})
        if (const domain::CalendarYear* arrangement = m_draft.data().year(of))
            for (const domain::Holiday& holiday : arrangement->holidays)
                if (holiday.from <= day && day <= holiday.to) return &holiday;
    return nullptr;
}

QString YearView::dayText(CalendarDay day) const
{
    QString text = locale().toString(qt(day), m_place.language() == domain::Language::Chinese ? QStringLiteral("yyyy年M月d日 dddd")
                                                                                             : QStringLiteral("dddd d MMMM yyyy"));
    text += tr(": %1").arg(kindText(m_draft.calendar()->kindOf(day)));
    if (const domain::Holiday* holiday = holidayOf(day)) text += tr(", %1").arg(m_place.text(holiday->name));
    if (const domain::DayChange* change = m_draft.change(day))
        text += tr(", decided here: %1").arg(QString::fromStdString(change->reason));
    if (m_draft.isEdited(day)) text += tr(", not published yet");
    return text;
}

// --- geometry -----------------------------------------------------------------------------------------------------

int YearView::columns(int width) const
{
    const int fit = width / m_place.themes.theme().px(monthWidth + gap);
    return fit >= 6 ? 6 : fit >= 4 ? 4 : std::max(1, fit); // twelve divides by all of them
}

QRect YearView::monthRect(unsigned month) const
{
    const kit::Theme& t = m_place.themes.theme();
    const int n = columns(width()), i = static_cast<int>(month) - 1;
    return {t.px(12) + (i % n) * t.px(monthWidth + gap), (i / n) * t.px(monthHeight), t.px(monthWidth), t.px(monthHeight)};
}

QSize YearView::sizeHint() const
{
    const kit::Theme& t = m_place.themes.theme();
    return {3 * t.px(monthWidth + gap), heightForWidth(3 * t.px(monthWidth + gap))};
}

QSize YearView::minimumSizeHint() const
{
    const kit::Theme& t = m_place.themes.theme();
    return {t.px(monthWidth + 2 * gap), t.px(monthHeight)};
}

void YearView::resizeEvent(QResizeEvent*) { setMinimumHeight(heightForWidth(width())); }

int YearView::heightForWidth(int width) const
{
    const int n = columns(width);
    return ((12 + n - 1) / n) * m_place.themes.theme().px(monthHeight);
}

QRect YearView::rectOf(CalendarDay day) const
{
    const kit::Theme& t = m_place.themes.theme();
    const auto date = dateOf(day);
    const unsigned m = static_cast<unsigned>(date.month()), d = static_cast<unsigned>(date.day());
    const QRect area = monthRect(m);
    const unsigned first = weekday(dayOf(static_cast<int>(date.year()), m, 1)).iso_encoding() - 1; // Monday first
    const unsigned cell = first + d - 1;
    return {area.left() + static_cast<int>(cell % 7) * t.px(cellWidth),
            area.top() + t.px(headHeight + namesHeight) + static_cast<int>(cell / 7) * t.px(cellHeight), t.px(cellWidth), t.px(cellHeight)};
}

std::optional<CalendarDay> YearView::dayAt(QPoint point) const
{
    for (unsigned m = 1; m <= 12; ++m)
        if (monthRect(m).contains(point))
            for (unsigned d = 1; d <= lastOf(m_year, m); ++d)
                if (rectOf(dayOf(m_year, m, d)).contains(point)) return dayOf(m_year, m, d);
    return std::nullopt;
}

// --- painting -----------------------------------------------------------------------------------------------------

void YearView::paintEvent(QPaintEvent* event)
{
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    for (unsigned m = 1; m <= 12; ++m)
        if (monthRect(m).intersects(event->rect())) paintMonth(p, m);
}

void YearView::paintMonth(QPainter& p, unsigned m) const
{
    const kit::Theme& t = m_place.themes.theme();
    const QRect area = monthRect(m);
    const QLocale words = locale();
    paintText(p, QRect(area.left() + t.px(4), area.top(), area.width(), t.px(headHeight)),
              words.standaloneMonthName(static_cast<int>(m)), t.font(Type::Body, Weight::Strong), t.text.primary);
    for (int i = 0; i < 7; ++i)
        paintText(p, QRect(area.left() + i * t.px(cellWidth), area.top() + t.px(headHeight), t.px(cellWidth), t.px(namesHeight)),
                  words.standaloneDayName(i + 1, QLocale::NarrowFormat), t.font(Type::Caption), t.text.tertiary, Qt::AlignHCenter);
    for (unsigned d = 1; d <= lastOf(m_year, m); ++d) paintDay(p, dayOf(m_year, m, d));
}

void YearView::paintDay(QPainter& p, CalendarDay day) const
{
    const kit::Theme& t = m_place.themes.theme();
    const QRect cell = rectOf(day);
    const QRect box = cell.adjusted(t.px(1), t.px(1), -t.px(1), -t.px(1));
    const DayKind kind = m_draft.calendar()->kindOf(day);
    QColor ink = t.text.primary;
    QString mark;
    Weight weight = Weight::Normal;
    switch (kind) {
    case DayKind::Working: break;
    case DayKind::Weekend: ink = t.text.tertiary; break;
    case DayKind::Holiday:
        p.setPen(QPen(t.semantic.ok, t.px(1)));
        p.setBrush(t.semantic.okTint);
        p.drawEllipse(QRectF(box).center(), box.height() / 2.0 - 0.5, box.height() / 2.0 - 0.5);
        ink = t.semantic.ok;
        mark = tr("off", "mark on a day off, one or two letters wide");
        break;
    case DayKind::MakeUp:
        p.setPen(QPen(t.text.secondary, t.px(1)));
        p.setBrush(t.surface.control);
        p.drawRect(QRectF(box.center().x() - box.height() / 2.0, box.top() + 0.5, box.height() - 1, box.height() - 1));
        weight = Weight::Strong;
        mark = tr("on", "mark on a make-up day, one or two letters wide");
        break;
    case DayKind::Unknown:
        kit::paintHatch(p, box, t);
        ink = t.text.secondary;
        if (holidayOf(day)) {
            p.setPen(QPen(t.semantic.ok, t.px(1), Qt::DashLine)); // fixed by law, but not counted with
            p.setBrush(Qt::NoBrush);
            p.drawEllipse(QRectF(box).center(), box.height() / 2.0 - 0.5, box.height() / 2.0 - 0.5);
        }
        break;
    }
    const QFont number = t.font(Type::Caption, weight);
    paintText(p, cell, QString::number(static_cast<unsigned>(dateOf(day).day())), number, ink, Qt::AlignHCenter);
    if (!mark.isEmpty()) {
        QFont small = t.font(Type::Caption);
        small.setPixelSize(t.px(9));
        paintText(p, QRect(cell.right() - t.px(11), cell.top() - t.px(1), t.px(13), t.px(11)), mark, small, ink, Qt::AlignRight);
    }
    if (m_draft.change(day)) {
        const QPointF corner(cell.left() + 1, cell.bottom());
        p.setPen(Qt::NoPen);
        p.setBrush(t.text.primary);
        p.drawPolygon(QPolygonF{corner, corner + QPointF(t.px(6), 0), corner - QPointF(0, t.px(6))});
    }
    if (m_draft.isEdited(day)) kit::paintPendingFrame(p, cell.adjusted(0, 0, -1, -1), t);
    if (day == m_draft.calendar()->localDay(m_place.desk.serverNow()))
        p.fillRect(QRect(cell.left() + t.px(6), cell.bottom() - t.px(2), cell.width() - t.px(12), t.px(2)), t.text.primary);
    if (day == m_current) {
        p.setPen(QPen(hasFocus() ? t.line.focus : t.line.control, t.px(2)));
        p.setBrush(Qt::NoBrush);
        p.drawRect(cell.adjusted(1, 1, -1, -1));
    }
}

// --- hands --------------------------------------------------------------------------------------------------------

void YearView::keyPressEvent(QKeyEvent* event)
{
    const auto date = dateOf(m_current);
    const auto clipped = [](year_month_day to) { return to.ok() ? CalendarDay(to) : CalendarDay(to.year() / to.month() / last); };
    const bool control = event->modifiers().testFlag(Qt::ControlModifier);
    switch (event->key()) {
    case Qt::Key_Left: return setCurrent(m_current - days(1));
    case Qt::Key_Right: return setCurrent(m_current + days(1));
    case Qt::Key_Up: return setCurrent(m_current - days(7));
    case Qt::Key_Down: return setCurrent(m_current + days(7));
    case Qt::Key_PageUp: return setCurrent(control ? clipped(date - years(1)) : clipped(date - months(1)));
    case Qt::Key_PageDown: return setCurrent(control ? clipped(date + years(1)) : clipped(date + months(1)));
    case Qt::Key_Home: return setCurrent(CalendarDay(date.year() / date.month() / 1));
    case Qt::Key_End: return setCurrent(CalendarDay(date.year() / date.month() / last));
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space: Q_EMIT activated(); return;
    default: QWidget::keyPressEvent(event);
    }
}

void YearView::mousePressEvent(QMouseEvent* event)
{
    if (const auto day = dayAt(event->pos())) setCurrent(*day);
}

void YearView::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (dayAt(event->pos())) Q_EMIT activated();
}

bool YearView::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        auto* help = static_cast<QHelpEvent*>(event);
        if (const auto day = dayAt(help->pos()))
            QToolTip::showText(help->globalPos(), dayText(*day), this, rectOf(*day));
        else
            QToolTip::hideText();
        return true;
    }
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut) update();
    return QWidget::event(event);
}

} // namespace zs::calendar
