#include "ui/catalogue/LimitsField.h"

#include "ui/cases/CaseWords.h"
#include "ui/cases/Capital.h"
#include "ui/cases/dialogs/SpanField.h"

#include <QCheckBox>
#include <QGridLayout>

namespace zs::catalogue {

namespace {

using domain::LimitKind;
using domain::LimitSpan;
using domain::LimitUnit;
using domain::TimeLimits;

struct Part {
    LimitKind kind;
    const char* name;
    LimitSpan TimeLimits::* span;
    LimitSpan usual; ///< where it is set for the first time
};
constexpr std::array<Part, domain::caseLimitCount> parts{{
    {LimitKind::Registration, "Registration", &TimeLimits::registration, {30, LimitUnit::Minutes}},
    {LimitKind::Response, "Response", &TimeLimits::response, {15, LimitUnit::Minutes}},
    {LimitKind::Acceptance, "Acceptance", &TimeLimits::acceptance, {4, LimitUnit::WorkingMinutes}},
    {LimitKind::OnScene, "OnScene", &TimeLimits::onScene, {60, LimitUnit::Minutes}},
    {LimitKind::Report, "Report", &TimeLimits::report, {7, LimitUnit::WorkingDays}},
    {LimitKind::FollowUp, "FollowUp", &TimeLimits::followUp, {7, LimitUnit::NaturalDays}},
}};

} // namespace

LimitsField::LimitsField(const QString& name, int spacing, QWidget* parent) : QWidget(parent)
{
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(spacing);
    grid->setColumnStretch(1, 1);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const QString field = name + QLatin1String(parts[i].name);
        m_set[i] = new QCheckBox(this);
        m_set[i]->setObjectName(field + QStringLiteral("Set"));
        m_spans[i] = new cases::SpanField(field, this);
        grid->addWidget(m_set[i], static_cast<int>(i), 0);
        grid->addWidget(m_spans[i], static_cast<int>(i), 1);
        m_set[i]->setEnabled(parts[i].kind != LimitKind::Report);
        connect(m_set[i], &QCheckBox::toggled, this, [this, i](bool on) {
            m_spans[i]->setEnabled(on);
            if (!m_filling) Q_EMIT changed();
        });
        connect(m_spans[i], &cases::SpanField::changed, this, [this] {
            if (!m_filling) Q_EMIT changed();
        });
    }
    setFocusProxy(m_spans[static_cast<std::size_t>(LimitKind::Report)]);
    words();
}

void LimitsField::setLimits(const TimeLimits& limits)
{
    m_filling = true;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const LimitSpan& span = limits.*parts[i].span;
        m_set[i]->setChecked(!span.isNone() || parts[i].kind == LimitKind::Report);
        m_spans[i]->setSpan(span.isNone() ? parts[i].usual : span);
        m_spans[i]->setEnabled(m_set[i]->isChecked());
    }
    m_filling = false;
}

TimeLimits LimitsField::limits() const
{
    TimeLimits limits;
    for (std::size_t i = 0; i < parts.size(); ++i)
        if (m_set[i]->isChecked()) limits.*parts[i].span = m_spans[i]->span();
    return limits;
}

void LimitsField::words()
{
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const QString name = cases::capital(cases::CaseWords::limitName(parts[i].kind));
        m_set[i]->setText(name);
        m_spans[i]->setWords(name);
    }
}

} // namespace zs::catalogue
