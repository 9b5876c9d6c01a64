#include "ui/indicators/DateRange.h"

#include <QDateEdit>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>

#include <algorithm>

namespace zs::indicators {

DateRange::DateRange(int spacing, QWidget* parent)
    : QWidget(parent), m_fromLabel(new QLabel(this)), m_toLabel(new QLabel(this)), m_from(new QDateEdit(this)), m_to(new QDateEdit(this))
{
    m_from->setObjectName(QStringLiteral("indicatorFrom"));
    m_to->setObjectName(QStringLiteral("indicatorTo"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(spacing);
    for (const auto& [label, edit] : {std::pair(m_fromLabel, m_from), std::pair(m_toLabel, m_to)}) {
        edit->setDisplayFormat(QStringLiteral("yyyy-MM-dd"));
        edit->setButtonSymbols(QAbstractSpinBox::NoButtons); // arrow keys do it
        label->setBuddy(edit);
        row->addWidget(label);
        row->addWidget(edit);
        connect(edit, &QDateEdit::dateChanged, this, &DateRange::changed);
    }
    row->addStretch(1);
    words();
}

domain::indicators::Span DateRange::span(std::chrono::minutes utcOffset) const
{
    const auto start = [&](QDate day) {
        return fromUnixMillis(QDateTime(day, QTime(0, 0), Qt::UTC).toMSecsSinceEpoch()) - std::chrono::duration_cast<Millis>(utcOffset);
    };
    return {start(m_from->date()), start(std::max(m_from->date(), m_to->date()).addDays(1))};
}

void DateRange::setDays(QDate first, QDate last)
{
    const QSignalBlocker quiet(this);
    m_from->setDate(first);
    m_to->setDate(last);
}

void DateRange::words()
{
    m_fromLabel->setText(tr("&From"));
    m_toLabel->setText(tr("&to"));
    m_from->setAccessibleName(tr("First day"));
    m_to->setAccessibleName(tr("Last day"));
}

} // namespace zs::indicators
