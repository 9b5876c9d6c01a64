#include "ui/cases/duplicates/DuplicatesBox.h"

#include "ui/cases/CaseWords.h"
#include "ui/cases/LabelTone.h"
#include "ui/kit/RowDelegate.h"

#include <QAbstractListModel>
#include <QLabel>
#include <QListView>
#include <QRadioButton>
#include <QVBoxLayout>

#include <algorithm>

namespace zs::cases {

using domain::duplicates::Candidate;

class DuplicateModel final : public QAbstractListModel {
public:
    DuplicateModel(const Workplace& place, QObject* parent) : QAbstractListModel(parent), m_place(place) {}

    void set(std::vector<Candidate> candidates)
    {
        beginResetModel();
        m_candidates = std::move(candidates);
        endResetModel();
    }
    const std::vector<Candidate>& all() const { return m_candidates; }
    int rowOf(CaseId id) const
    {
        const auto it = std::ranges::find(m_candidates, id, &Candidate::id);
        return it == m_candidates.end() ? -1 : static_cast<int>(it - m_candidates.begin());
    }

    int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : static_cast<int>(m_candidates.size()); }
    QVariant data(const QModelIndex& index, int role) const override
    {
        if (!index.isValid() || index.row() >= rowCount()) return {};
        const Candidate& c = m_candidates[static_cast<std::size_t>(index.row())];
        const domain::Case* state = m_place.desk.cases().find(c.id);
        if (!state) return {};
        const QString score = QStringLiteral("%1 %").arg(qRound(c.score * 100));
        switch (role) {
        case Qt::DisplayRole: return QString(CaseWords::number(c.id) + u' ' + QString::fromStdString(state->title));
        case Qt::AccessibleTextRole:
            return DuplicatesBox::tr("%1, %2, %3 the same").arg(CaseWords::number(c.id), QString::fromStdString(state->title), score);
        case kit::SymbolRole: return kit::symbolCode(CaseWords::symbol(m_place, *state));
        case kit::TrailingRole: return score;
        case kit::TrailingToneRole: return static_cast<int>(kit::Tone::Secondary);
        default: return {};
        }
    }

private:
    const Workplace& m_place;
    std::vector<Candidate> m_candidates;
};

DuplicatesBox::DuplicatesBox(const Workplace& place, QWidget* parent)
    : QWidget(parent), m_place(place), m_model(new DuplicateModel(place, this)), m_head(new QLabel(this)), m_list(new QListView(this)),
      m_reasons(new QLabel(this)), m_compare(new CompareGrid(place, QStringLiteral("duplicateCompare"), this)),
      m_new(new QRadioButton(this)), m_note(new QRadioButton(this)), m_merge(new QRadioButton(this))
{
    const kit::Theme& t = place.themes.theme();
    setObjectName(QStringLiteral("duplicatesBox"));
    m_head->setObjectName(QStringLiteral("duplicatesHead"));
    m_list->setObjectName(QStringLiteral("duplicatesList"));
    m_reasons->setObjectName(QStringLiteral("duplicatesReasons"));
    m_new->setObjectName(QStringLiteral("duplicateNew"));
    m_note->setObjectName(QStringLiteral("duplicateNote"));
    m_merge->setObjectName(QStringLiteral("duplicateMerge"));
    for (QLabel* label : {m_head, m_reasons}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_list->setModel(m_model);
    m_list->setItemDelegate(new kit::RowDelegate(place.themes, {}, m_list));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setFixedHeight(t.px(t.row.table) * 3 + t.px(2));
    setMinimumWidth(t.px(420));
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(t.px(8));
    for (QWidget* part : {static_cast<QWidget*>(m_head), static_cast<QWidget*>(m_list), static_cast<QWidget*>(m_reasons),
                          static_cast<QWidget*>(m_compare)})
        all->addWidget(part);
    all->addStretch(1);
    for (QRadioButton* way : {m_new, m_note, m_merge}) {
        all->addWidget(way);
        connect(way, &QRadioButton::toggled, this, [this](bool on) {
            if (on && !m_settling) Q_EMIT changed();
        });
    }
    m_new->setChecked(true);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        if (m_settling) return;
        refresh();
        Q_EMIT changed();
    });
    languageChanged();
    hide();
}

const std::vector<Candidate>& DuplicatesBox::candidates() const { return m_model->all(); }

const Candidate* DuplicatesBox::current() const
{
    const int row = m_list->currentIndex().row();
    return row >= 0 && row < m_model->rowCount() ? &m_model->all()[static_cast<std::size_t>(row)] : nullptr;
}

CaseId DuplicatesBox::chosen() const
{
    const Candidate* c = current();
    return c ? c->id : CaseId();
}

DuplicatesBox::Choice DuplicatesBox::choice() const
{
    if (chosen().isNone()) return Choice::NewMatter;
    return m_note->isChecked() ? Choice::NoteInstead : m_merge->isChecked() ? Choice::FileAndMerge : Choice::NewMatter;
}

void DuplicatesBox::setChoice(Choice choice)
{
    QRadioButton* ways[] = {m_new, m_note, m_merge};
    ways[static_cast<std::size_t>(choice)]->setChecked(true);
}

void DuplicatesBox::setCandidates(std::vector<Candidate> candidates, const CompareSide& typed)
{
    const CaseId before = chosen();
    m_settling = true;
    m_typed = typed;
    m_model->set(std::move(candidates));
    const int row = m_model->rowOf(before);
    // What was decided about one case says nothing about another.
    if (row < 0) m_new->setChecked(true);
    if (m_model->rowCount() > 0) m_list->setCurrentIndex(m_model->index(std::max(0, row)));
    m_settling = false;
    setVisible(m_model->rowCount() > 0);
    refresh();
    Q_EMIT changed();
}

void DuplicatesBox::refresh()
{
    const Candidate* c = current();
    const domain::Case* state = c ? m_place.desk.cases().find(c->id) : nullptr;
    if (!state) return;
    QStringList reasons;
    for (const domain::LocalText& reason : c->reasons) reasons << m_place.text(reason);
    m_reasons->setText(reasons.join(tr("; ", "between reasons")));
    setTone(*m_reasons, m_place.themes.theme(), kit::Tone::Secondary);
    m_compare->setSides(m_typed, CompareSide::of(m_place, *state));
    const QString number = CaseWords::number(c->id);
    m_note->setText(tr("The &same as %1: add it there as a note").arg(number));
    m_merge->setText(tr("The sa&me as %1: file it and merge").arg(number));
    m_merge->setEnabled(c->isOpen);
    m_merge->setToolTip(c->isOpen ? QString() : tr("A closed case takes no other in; reopen it, or add a note."));
    if (!c->isOpen && m_merge->isChecked()) m_new->setChecked(true);
}

void DuplicatesBox::languageChanged()
{
    m_head->setText(tr("Perhaps it is known already"));
    setTone(*m_head, m_place.themes.theme(), kit::Tone::Primary, kit::Weight::Strong);
    m_list->setAccessibleName(tr("Cases that may be the same matter"));
    m_new->setText(tr("A &new matter"));
    m_compare->languageChanged();
    refresh();
}

} // namespace zs::cases
