// The timeline of a case: what this desk has asked for and isn't confirmed, then the events, newest first.
#pragma once

#include "ui/cases/CaseWords.h"
#include "ui/cases/Workplace.h"
#include "ui/kit/RowDelegate.h"

#include <QAbstractListModel>

namespace zs::cases {

class TimelineModel final : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { IconRole = Qt::UserRole, TimeRole, ToneRole };

    explicit TimelineModel(const Workplace& place, QObject* parent = nullptr);

    void setCase(CaseId id);
    /// What the gateway (or this desk) knows; kept for as long as the case is shown.
    void setEvents(std::vector<domain::RecordedEvent> events);
    const std::vector<domain::RecordedEvent>& events() const { return m_events; }
    /// Rows shown at first; showAll() lifts it.
    void setShort(int rows);
    void showAll();
    int hiddenRows() const;
    void refresh(); ///< commands, language or clock changed

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

Q_SIGNALS:
    void hiddenRowsChanged();

private:
    struct Row {
        QString time, icon, text;
        kit::Tone tone = kit::Tone::Primary;
        bool operator==(const Row&) const = default;
    };
    std::vector<Row> make() const;

    const Workplace& m_place;
    CaseId m_case;
    std::vector<domain::RecordedEvent> m_events;
    std::vector<Row> m_rows;
    int m_short = 6;
    bool m_all = false;
};

/// time 34, icon 14, sentence; 28 px.
class TimelineDelegate final : public kit::RowDelegate {
    Q_OBJECT
public:
    TimelineDelegate(kit::ThemeManager& themes, QObject* parent);
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace zs::cases
