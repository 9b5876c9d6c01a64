// Two days of the city, from and to, both included: "that day" is the same day twice. GUI thread.
#pragma once

#include "domain/indicators/Period.h"

#include <QWidget>

class QDateEdit;
class QLabel;

namespace zs::indicators {

class DateRange final : public QWidget {
    Q_OBJECT
public:
    explicit DateRange(int spacing, QWidget* parent);

    /// [first day 0:00, last day 24:00) of a city so far east of UTC. A last day before the first counts as the first.
    domain::indicators::Span span(std::chrono::minutes utcOffset) const;
    void setDays(QDate first, QDate last);
    void words();

Q_SIGNALS:
    void changed(); ///< by a person

private:
    QLabel *m_fromLabel, *m_toLabel;
    QDateEdit *m_from, *m_to;
};

} // namespace zs::indicators
