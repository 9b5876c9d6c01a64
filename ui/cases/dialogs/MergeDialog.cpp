#include "ui/cases/dialogs/MergeDialog.h"

#include "geo/Distance.h"
#include "ui/cases/CaseWords.h"
#include "ui/cases/LabelTone.h"
#include "ui/cases/dialogs/Form.h"
#include "ui/cases/dialogs/PickList.h"

#include <QGridLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace zs::cases {

MergeDialog::MergeDialog(const Workplace& place, CaseActions& actions, CaseId id, QWidget* parent)
    : CommandDialog(place, actions, id, QStringLiteral("mergeDialog"), parent),
      m_cases(new PickList(place, QStringLiteral("mergeCases"), this)), m_reason(new QLineEdit(this))
{
    const kit::Theme& t = place.themes.theme();
    setMinimumWidth(t.px(640));
    body()->addWidget(m_cases, 1);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(t.px(12));
    grid->setVerticalSpacing(t.px(2));
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(2, 1);
    for (std::size_t i = 0; i < lines; ++i) {
        const int row = static_cast<int>(i);
        for (const auto& [label, column] : {std::pair{&m_names[i], 0}, std::pair{&m_ours[i], 1}, std::pair{&m_theirs[i], 2}}) {
            *label = new QLabel(this);
            (*label)->setTextFormat(Qt::PlainText);
            (*label)->setWordWrap(column > 0);
            grid->addWidget(*label, row, column, Qt::AlignTop);
        }
        m_ours[i]->setObjectName(QStringLiteral("mergeOurs_%1").arg(i));
        m_theirs[i]->setObjectName(QStringLiteral("mergeTheirs_%1").arg(i));
    }
    body()->addLayout(grid);
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

const domain::Case* MergeDialog::other() const
{
    return m_place.desk.cases().find(CaseId(m_cases->chosen()));
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
    const QString names[lines] = {tr("Case"), tr("Title"), tr("Kind"), tr("Place"), tr("Received"), tr("From"), tr("Step"), tr("Agency")};
    const kit::Theme& t = m_place.themes.theme();
    const domain::Case* pair[] = {m_place.desk.cases().find(caseId()), other()};
    const TimePoint now = m_place.desk.serverNow();
    for (std::size_t side = 0; side < 2; ++side) {
        auto& labels = side == 0 ? m_ours : m_theirs;
        const domain::Case* c = pair[side];
        QStringList texts;
        if (c) {
            const domain::Matter* matter = m_place.desk.city().matter(c->matter);
            QString where = CaseWords::grid(m_place, c->grid);
            if (side == 1 && pair[0])
                where += QStringLiteral(" · ") + CaseWords::distance(geo::distanceMetres(pair[0]->place, c->place));
            const QString reporter = QString::fromStdString(c->reporter.name + " " + c->reporter.phone).trimmed();
            texts = {CaseWords::number(c->id),
                     QString::fromStdString(c->title),
                     CaseWords::kind(c->kind) + (matter ? QStringLiteral(" · ") + m_place.text(matter->name) : QString()),
                     where,
                     CaseWords::clock(m_place, c->receivedAt, now),
                     CaseWords::channel(c->channel) + (reporter.isEmpty() ? QString() : u' ' + reporter),
                     CaseWords::phase(c->phase),
                     CaseWords::agency(m_place, c->lead)};
        }
        for (std::size_t i = 0; i < lines; ++i) {
            const QString text = texts.value(static_cast<qsizetype>(i));
            labels[i]->setText(text);
            // What is the same on both sides steps back.
            const bool same = pair[0] && pair[1] && side == 1 && i > 1 && text == m_ours[i]->text();
            setTone(*labels[i], t, same ? kit::Tone::Tertiary : kit::Tone::Primary, i == 0 ? kit::Weight::Strong : kit::Weight::Normal);
        }
    }
    for (std::size_t i = 0; i < lines; ++i) {
        m_names[i]->setText(names[i]);
        setTone(*m_names[i], t, kit::Tone::Tertiary);
    }
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
