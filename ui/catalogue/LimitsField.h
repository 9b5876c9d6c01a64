// The six limits of a rule: each is set or not, and how much of which unit; the report limit always is.
#pragma once

#include "domain/sla/Limits.h"

#include <QWidget>

#include <array>

class QCheckBox;

namespace zs::cases {
class SpanField;
}

namespace zs::catalogue {

class LimitsField final : public QWidget {
    Q_OBJECT
public:
    /// Fields are called `name` and the limit: "ruleLimitReport".
    LimitsField(const QString& name, int spacing, QWidget* parent);

    void setLimits(const domain::TimeLimits& limits);
    domain::TimeLimits limits() const;
    void words();

Q_SIGNALS:
    void changed();

private:
    std::array<QCheckBox*, domain::caseLimitCount> m_set{};
    std::array<cases::SpanField*, domain::caseLimitCount> m_spans{};
    bool m_filling = false;
};

} // namespace zs::catalogue
