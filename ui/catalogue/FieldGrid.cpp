#include "ui/catalogue/FieldGrid.h"

#include "ui/cases/LabelTone.h"

#include <QComboBox>
#include <QGridLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace zs::catalogue {

FieldGrid::FieldGrid(const cases::Workplace& place, QWidget* parent)
    : QWidget(parent), m_place(place), m_grid(new QGridLayout), m_title(new QLabel(this))
{
    const kit::Theme& t = place.themes.theme();
    auto* all = new QVBoxLayout(this); // rows keep together where there is more room
    all->setContentsMargins(0, 0, t.px(8), 0);
    all->addLayout(m_grid);
    all->addStretch(1);
    m_grid->setHorizontalSpacing(t.px(12));
    m_grid->setVerticalSpacing(t.px(6));
    m_grid->setColumnStretch(1, 1);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setWordWrap(true);
    m_grid->addWidget(m_title, 0, 0, 1, 2);
    m_rows.push_back({sayer(2), {}});
}

QLabel* FieldGrid::sayer(int columns)
{
    auto* said = new QLabel(this);
    said->setTextFormat(Qt::PlainText);
    said->setWordWrap(true);
    said->hide();
    m_grid->addWidget(said, m_grid->rowCount(), 2 - columns, 1, columns);
    return said;
}

void FieldGrid::setTitle(const QString& text)
{
    m_title->setText(text);
    cases::setTone(*m_title, m_place.themes.theme(), kit::Tone::Primary, kit::Weight::Strong);
}

QLabel* FieldGrid::addField(QWidget* field, const QString& name, std::vector<std::string> faults)
{
    field->setObjectName(name);
    // As wide as there is room, whatever its longest item: the form never scrolls sideways.
    if (auto* box = qobject_cast<QComboBox*>(field)) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(8);
    }
    auto* label = new QLabel(this);
    label->setBuddy(field);
    const int line = m_grid->rowCount();
    m_grid->addWidget(label, line, 0, Qt::AlignTop);
    m_grid->addWidget(field, line, 1);
    if (!faults.empty()) {
        QLabel* said = sayer(1);
        said->setObjectName(name + QStringLiteral("Fault"));
        m_rows.push_back({said, std::move(faults)});
    }
    return label;
}

void FieldGrid::addWide(QWidget* widget, Qt::Alignment alignment)
{
    m_grid->addWidget(widget, m_grid->rowCount(), 0, 1, 2, alignment);
}

void FieldGrid::setFaults(const std::vector<domain::Fault>& faults)
{
    std::vector<QStringList> said(m_rows.size());
    for (const domain::Fault& fault : faults) {
        const auto row = std::ranges::find_if(m_rows, [&](const Row& r) { return std::ranges::find(r.codes, fault.code) != r.codes.end(); });
        said[row == m_rows.end() ? 0 : static_cast<std::size_t>(row - m_rows.begin())] << QStringLiteral("▲ ") + m_place.text(fault.sentence);
    }
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        m_rows[i].said->setText(said[i].join(u'\n'));
        m_rows[i].said->setVisible(!said[i].isEmpty());
        cases::setTone(*m_rows[i].said, m_place.themes.theme(), kit::Tone::Alarm);
    }
}

} // namespace zs::catalogue
