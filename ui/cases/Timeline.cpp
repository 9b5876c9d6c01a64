#include "ui/cases/Timeline.h"

#include "ui/cases/CommandWords.h"
#include "ui/cases/EventWords.h"
#include "ui/kit/Paint.h"
#include "ui/kit/ThemeManager.h"

#include <QPainter>

#include <algorithm>
#include <ranges>

namespace zs::cases {

using kit::paintText;

TimelineModel::TimelineModel(const Workplace& place, QObject* parent) : QAbstractListModel(parent), m_place(place)
{
    connect(&place.desk, &Desk::outboxChanged, this, &TimelineModel::refresh);
}

void TimelineModel::setCase(CaseId id)
{
    if (id == m_case) return;
    m_case = id;
    m_events.clear();
    m_all = false;
    refresh();
}

void TimelineModel::setEvents(std::vector<domain::RecordedEvent> events)
{
    m_events = std::move(events);
    std::ranges::sort(m_events, {}, &domain::RecordedEvent::version);
    refresh();
}

void TimelineModel::setShort(int rows)
{
    m_short = rows;
    refresh();
}

void TimelineModel::showAll()
{
    m_all = true;
    refresh();
}

std::vector<TimelineModel::Row> TimelineModel::make() const
{
    std::vector<Row> rows;
    if (m_case.isNone()) return rows;
    const TimePoint now = m_place.desk.serverNow();
    for (const session::DeskCommand& c : m_place.desk.outbox()) {
        if (c.caseId != m_case || c.state == session::CommandState::Confirmed) continue;
        QString text = CommandWords::text(m_place, c.command) + QStringLiteral(" — ") + CaseWords::commandState(c.state);
        switch (c.state) {
        case session::CommandState::Waiting: text += tr("; sent when the gateway is there"); break;
        case session::CommandState::Unknown: text += tr("; asked again, never done twice"); break;
        case session::CommandState::Refused:
            if (c.rejection) text += tr(": %1").arg(m_place.text(c.rejection->sentence));
            break;
        default: break;
        }
        const kit::Tone tone = CaseWords::commandStateTone(c.state);
        rows.push_back({tr("desk", "a row of this desk, not yet at the gateway"), CaseWords::commandStateIcon(c.state), text,
                        tone == kit::Tone::Secondary ? kit::Tone::Primary : tone});
    }
    for (const domain::RecordedEvent& e : m_events | std::views::reverse) {
        const EventLine line = EventWords::line(m_place, e);
        rows.push_back({CaseWords::clock(m_place, e.at, now), line.icon, line.text, line.tone});
    }
    return rows;
}

void TimelineModel::refresh()
{
    std::vector<Row> rows = make();
    if (rows == m_rows) return;
    const int before = hiddenRows();
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
    if (hiddenRows() != before || !m_rows.empty()) Q_EMIT hiddenRowsChanged();
}

int TimelineModel::hiddenRows() const
{
    const int n = static_cast<int>(m_rows.size());
    // One row more is shown rather than a link that stands for it.
    return m_all || n <= m_short + 1 ? 0 : n - m_short;
}

int TimelineModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size()) - hiddenRows();
}

QVariant TimelineModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount()) return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole: return row.text;
    case Qt::AccessibleTextRole: return row.time + u' ' + row.text;
    case IconRole: return row.icon;
    case TimeRole: return row.time;
    case ToneRole: return static_cast<int>(row.tone);
    default: return {};
    }
}

TimelineDelegate::TimelineDelegate(kit::ThemeManager& themes, QObject* parent) : RowDelegate(themes, {}, parent) {}

void TimelineDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const kit::Theme& t = theme();
    painter->save();
    const bool hover = option.state.testFlag(QStyle::State_MouseOver) || option.state.testFlag(QStyle::State_HasFocus);
    painter->fillRect(option.rect, hover ? t.surface.hover : t.surface.panel);
    const auto tone = static_cast<kit::Tone>(index.data(TimelineModel::ToneRole).toInt());
    const QFont font = t.font(kit::Type::Body);
    const QString time = index.data(TimelineModel::TimeRole).toString();
    // A time of another day is longer: icons of one list still stand in one column for today's rows.
    const int timeWidth = qMax(t.px(34), QFontMetrics(font).horizontalAdvance(time));
    QRect r = option.rect.adjusted(t.px(12), 0, -t.px(12), 0);
    paintText(*painter, QRect(r.left(), r.top(), timeWidth + 1, r.height()), time, font, t.text.tertiary);
    r.setLeft(r.left() + timeWidth + t.px(8));
    const int size = t.px(14);
    const QColor colour = t.tone(tone == kit::Tone::Primary ? kit::Tone::Secondary : tone);
    const QPixmap icon = themes().icons().pixmap(index.data(TimelineModel::IconRole).toString(), size, colour,
                                                 painter->device()->devicePixelRatioF());
    painter->drawPixmap(QPointF(r.left(), r.top() + (r.height() - size) / 2), icon);
    r.setLeft(r.left() + size + t.px(8));
    paintText(*painter, r, index.data().toString(), font, t.tone(tone));
    painter->restore();
}

} // namespace zs::cases
