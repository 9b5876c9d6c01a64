// A time limit as people say it: an amount and a unit, side by side.
#pragma once

#include "domain/sla/LimitSpan.h"

#include <QWidget>

class QComboBox;
class QSpinBox;

namespace zs::cases {

class SpanField final : public QWidget {
    Q_OBJECT
public:
    /// Children are `<name>Amount` and `<name>Unit`.
    SpanField(const QString& name, QWidget* parent);

    void setSpan(domain::LimitSpan span);
    domain::LimitSpan span() const;
    void setWords(const QString& label); ///< accessible names; units in the present language

Q_SIGNALS:
    void changed();

private:
    QSpinBox* m_amount;
    QComboBox* m_unit;
};

} // namespace zs::cases
