#include "ui/cases/duplicates/CompareGrid.h"

#include "ui/cases/CaseWords.h"
#include "ui/cases/LabelTone.h"

#include <QGridLayout>

namespace zs::cases {

namespace {
constexpr qsizetype detailShown = 120; ///< characters; the whole stands in the tool tip
}

CompareSide CompareSide::of(const Workplace& place, const domain::Case& state)
{
    const domain::Matter* matter = place.desk.city().matter(state.matter);
    const QString reporter = QString::fromStdString(state.reporter.name + ' ' + state.reporter.phone).trimmed();
    return {{CaseWords::number(state.id) + QStringLiteral(" · ") + CaseWords::phase(state.phase),
             QString::fromStdString(state.title),
             CaseWords::kind(state.kind) + (matter ? QStringLiteral(" · ") + place.text(matter->name) : QString()),
             CaseWords::grid(place, state.grid),
             CaseWords::clock(place, state.receivedAt, place.desk.serverNow()),
             CaseWords::channel(state.channel) + (reporter.isEmpty() ? QString() : u' ' + reporter),
             QString::fromStdString(state.detail)}};
}

CompareGrid::CompareGrid(const Workplace& place, const QString& name, QWidget* parent) : QWidget(parent), m_place(place)
{
    const kit::Theme& t = place.themes.theme();
    setObjectName(name);
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(t.px(12));
    grid->setVerticalSpacing(t.px(4));
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(2, 1);
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        Line& line = m_lines[i];
        const int row = static_cast<int>(i);
        for (const auto& [label, column] : {std::pair{&line.name, 0}, std::pair{&line.left, 1}, std::pair{&line.right, 2}}) {
            *label = new QLabel(this);
            (*label)->setTextFormat(Qt::PlainText);
            (*label)->setWordWrap(column > 0);
            // A word without a break must not widen the dialog.
            if (column > 0) (*label)->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
            grid->addWidget(*label, row, column, Qt::AlignTop);
        }
        line.left->setObjectName(name + QStringLiteral("Left%1").arg(i));
        line.right->setObjectName(name + QStringLiteral("Right%1").arg(i));
        // Ignored columns are only as wide as the stretch makes them: not aligned into a corner.
        grid->setAlignment(line.left, {});
        grid->setAlignment(line.right, {});
        line.left->setAlignment(Qt::AlignTop | Qt::AlignLeft);
        line.right->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    }
    languageChanged();
}

void CompareGrid::languageChanged()
{
    const QString names[CompareSide::lines] = {tr("Case"), tr("Title"), tr("Kind"), tr("Place"), tr("Received"), tr("From"), tr("Detail")};
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        m_lines[i].name->setText(names[i]);
        setTone(*m_lines[i].name, m_place.themes.theme(), kit::Tone::Tertiary);
    }
}

void CompareGrid::setSides(const CompareSide& left, const CompareSide& right)
{
    const kit::Theme& t = m_place.themes.theme();
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        const bool same = i > 0 && left.texts[i] == right.texts[i];
        for (const auto& [label, text] : {std::pair{m_lines[i].left, &left.texts[i]}, std::pair{m_lines[i].right, &right.texts[i]}}) {
            label->setText(text->size() > detailShown ? text->left(detailShown - 1) + QChar(0x2026) : *text);
            label->setToolTip(text->size() > detailShown ? text->toHtmlEscaped() : QString());
            setTone(*label, t, same ? kit::Tone::Tertiary : kit::Tone::Primary, i == 0 ? kit::Weight::Strong : kit::Weight::Normal);
        }
    }
}

} // namespace zs::cases
