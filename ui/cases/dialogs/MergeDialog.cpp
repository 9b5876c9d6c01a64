#include "ui/cases/dialogs/MergeDialog.h"

#include "geo/Distance.h"
#include "ui/cases/CaseWords.h"
#include "ui/cases/dialogs/Form.h"
#include "ui/cases/dialogs/PickList.h"
#include "ui/cases/duplicates/CompareGrid.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace zs::cases {

namespace {
constexpr std::size_t placeLine = 3; ///< of CompareSide
}

MergeDialog::MergeDialog(const Workplace& place, CaseActions& actions, CaseId id, QWidget* parent)
    : CommandDialog(place, actions, id, QStringLiteral("mergeDialog"), parent),
      m_cases(new PickList(place, QStringLiteral("mergeCases"), this)), m_reason(new QLineEdit(this)),
      m_sides(new CompareGrid(place, QStringLiteral("mergeCompare"), this))
{
    const kit::Theme& t = place.themes.theme();
    setMinimumWidth(t.px(640));
    body()->addWidget(m_cases, 1);
    body()->addWidget(m_sides);
    m_reasonLabel = addRow(m_reason, QStringLiteral("mergeReason"));
    connect(m_cases, &PickList::chosenChanged, this, [this] {
        compare();
        revise();
    });
    connect(m_cases, &PickList::activated, this, [this] { submit(); });
    connect(m_reason, &QLineEdit::textChanged, this, [this] { revise(); });
    start();
    m_cases->setFocus();
}

void MergeDialog::words()
{
    setRowLabel(m_reasonLabel, m_reason, tr("&Reason"));
    m_cases->setWords(tr("Number or words of the other case"), tr("Open cases, the likeliest first"));
    const domain::Case* state = m_place.desk.cases().find(caseId());
    if (!state) return;
    auto items = Forms::otherCases(m_place, *state);
    const quint64 first = items.empty() ? 0 : items.front().id;
    const quint64 before = m_cases->chosen();
    m_cases->setItems(std::move(items));
    m_cases->choose(before ? before : first);
    compare();
}

void MergeDialog::compare()
{
    m_sides->languageChanged();
    const domain::Case* ours = m_place.desk.cases().find(caseId());
    const domain::Case* theirs = m_place.desk.cases().find(CaseId(m_cases->chosen()));
    if (!ours) return;
    CompareSide right;
    if (theirs) {
        right = CompareSide::of(m_place, *theirs);
        right.texts[placeLine] += QStringLiteral(" · ") + CaseWords::distance(geo::distanceMetres(ours->place, theirs->place));
    }
    m_sides->setSides(CompareSide::of(m_place, *ours), right);
}

std::optional<domain::CaseCommand> MergeDialog::command() const
{
    if (m_cases->chosen() == 0) return std::nullopt;
    return domain::Merge{CaseId(m_cases->chosen()), m_reason->text().trimmed().toStdString()};
}

QString MergeDialog::heading() const { return tr("Merge into another case"); }
QString MergeDialog::verb() const { return tr("Merge"); }
QString MergeDialog::missing() const { return tr("Choose the case in which this one goes on."); }

QString MergeDialog::legalNote(const domain::CaseEvent& event) const
{
    const auto* merged = std::get_if<domain::Merged>(&event);
    return merged ? tr("This case goes on in %1; both histories and clocks are kept, and it can be undone.")
                        .arg(CaseWords::number(merged->into))
                  : QString();
}

} // namespace zs::cases
