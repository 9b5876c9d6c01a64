#include "ui/cases/dialogs/SpanField.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QSpinBox>

namespace zs::cases {

namespace {
using domain::LimitUnit;
constexpr LimitUnit units[] = {LimitUnit::Minutes, LimitUnit::WorkingMinutes, LimitUnit::WorkingDays, LimitUnit::NaturalDays};
constexpr int amountAtMost = 100000;
} // namespace

SpanField::SpanField(const QString& name, QWidget* parent)
    : QWidget(parent), m_amount(new QSpinBox(this)), m_unit(new QComboBox(this))
{
    m_amount->setObjectName(name + QStringLiteral("Amount"));
    m_unit->setObjectName(name + QStringLiteral("Unit"));
    m_amount->setRange(1, amountAtMost);
    m_amount->setButtonSymbols(QAbstractSpinBox::NoButtons); // arrow keys do it
    for (std::size_t i = 0; i < std::size(units); ++i) m_unit->addItem(QString());
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_amount);
    row->addWidget(m_unit);
    row->addStretch(1);
    setFocusProxy(m_amount);
    connect(m_amount, &QSpinBox::valueChanged, this, &SpanField::changed);
    connect(m_unit, &QComboBox::currentIndexChanged, this, &SpanField::changed);
}

void SpanField::setSpan(domain::LimitSpan span)
{
    m_amount->setValue(static_cast<int>(span.amount));
    m_unit->setCurrentIndex(static_cast<int>(std::ranges::find(units, span.unit) - std::begin(units)));
}

domain::LimitSpan SpanField::span() const
{
    return {static_cast<std::uint32_t>(m_amount->value()), units[qMax(0, m_unit->currentIndex())]};
}

void SpanField::setWords(const QString& label)
{
    const QString names[] = {tr("minutes"), tr("working minutes"), tr("working days"), tr("natural days")};
    for (int i = 0; i < m_unit->count(); ++i) m_unit->setItemText(i, names[i]);
    QString plain = label;
    plain.remove(u'&');
    m_amount->setAccessibleName(plain);
    m_unit->setAccessibleName(tr("Unit of %1").arg(plain));
}

} // namespace zs::cases
