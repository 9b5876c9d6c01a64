#include "ui/catalogue/EffectBox.h"

#include "domain/catalogue/Simulate.h"
#include "ui/catalogue/MoveTable.h"
#include "ui/cases/LabelTone.h"
#include "ui/kit/KeyCap.h"
#include "ui/kit/SegmentBar.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace zs::catalogue {

using cases::setTone;
using kit::Tone;
using kit::Weight;

namespace {
constexpr const char* pageIds[] = {"moves", "changes"};
}

EffectBox::EffectBox(const cases::Workplace& place, MayPublish may, QWidget* parent)
    : QWidget(parent), m_place(place), m_may(may), m_moves(new MoveTable(place, this)), m_title(new QLabel(this)), m_effect(new QLabel(this)),
      m_said(new QLabel(this)), m_segments(new kit::SegmentBar(place.themes, {}, this)), m_pages(new QStackedWidget(this)),
      m_moveView(new QTableView(this)), m_changes(new QListWidget(this)), m_note(new QLineEdit(this)), m_fault(new QPushButton(this)),
      m_revert(new QPushButton(this)), m_publish(new QPushButton(this))
{
    build();
    connect(m_moves, &MoveTable::simulated, this, &EffectBox::refresh);
    connect(m_moveView, &QTableView::activated, this, [this](const QModelIndex& at) {
        if (const CaseId id = m_moves->caseAt(at.row())) m_place.selection.openCase(id);
    });
    connect(m_segments, &kit::SegmentBar::currentChanged, this,
            [this](const QString& id) { m_pages->setCurrentIndex(id == QLatin1String(pageIds[0]) ? 0 : 1); });
    connect(m_note, &QLineEdit::textChanged, this, &EffectBox::refresh);
    connect(m_fault, &QPushButton::clicked, this, &EffectBox::faultChosen);
    connect(m_revert, &QPushButton::clicked, this, &EffectBox::revertAsked);
    connect(m_publish, &QPushButton::clicked, this, [this] { Q_EMIT publishAsked(m_note->text().trimmed()); });
}

void EffectBox::build()
{
    const kit::Theme& t = m_place.themes.theme();
    const std::pair<QWidget*, const char*> names[] = {
        {m_title, "catalogueEffectTitle"}, {m_effect, "catalogueEffect"},     {m_said, "catalogueSaid"},      {m_segments, "cataloguePages"},
        {m_moveView, "catalogueMoves"},    {m_changes, "catalogueChanges"},   {m_note, "catalogueNote"},      {m_fault, "catalogueFault"},
        {m_revert, "catalogueRevert"},     {m_publish, "cataloguePublish"}};
    for (const auto& [widget, name] : names) widget->setObjectName(QLatin1String(name));
    for (QLabel* label : {m_title, m_effect, m_said}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_said->hide();
    m_moveView->setModel(m_moves);
    m_moveView->verticalHeader()->hide();
    m_moveView->verticalHeader()->setDefaultSectionSize(t.px(t.row.table));
    m_moveView->horizontalHeader()->setStretchLastSection(true);
    m_moveView->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_moveView->setShowGrid(false);
    m_moveView->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_moveView->setSelectionMode(QAbstractItemView::SingleSelection);
    m_moveView->setTabKeyNavigation(false);
    const int widths[] = {64, 150, 70, 70};
    for (int c = 0; c < 4; ++c) m_moveView->setColumnWidth(c, t.px(widths[c]));
    m_changes->setWordWrap(true);
    m_changes->setSelectionMode(QAbstractItemView::SingleSelection);
    m_pages->addWidget(m_moveView);
    m_pages->addWidget(m_changes);
    m_note->setMaxLength(200);
    kit::setButtonRole(*m_fault, kit::ButtonRole::Link);
    m_publish->setProperty("role", "main");

    auto* head = new QHBoxLayout;
    head->addWidget(m_title);
    head->addStretch(1);
    head->addWidget(m_segments);
    auto* end = new QHBoxLayout;
    end->addWidget(m_revert);
    end->addStretch(1);
    end->addWidget(m_publish);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(t.px(8));
    all->addLayout(head);
    all->addWidget(m_effect);
    all->addWidget(m_fault, 0, Qt::AlignLeft);
    all->addWidget(m_pages, 1);
    all->addWidget(m_note);
    all->addLayout(end);
    all->addWidget(m_said);
    setTabOrder(m_segments, m_moveView);
    setTabOrder(m_moveView, m_changes);
    setTabOrder(m_changes, m_note);
    setTabOrder(m_note, m_revert);
    setTabOrder(m_revert, m_publish);
}

void EffectBox::words()
{
    m_segments->setAccessibleName(tr("What is listed"));
    m_moveView->setAccessibleName(tr("Cases that would have gone elsewhere"));
    m_changes->setAccessibleName(tr("Differences to the version in force"));
    m_title->setText(tr("What will change"));
    m_note->setPlaceholderText(tr("What changed and why; stays in the journal"));
    m_note->setAccessibleName(tr("What changed and why"));
    m_revert->setText(tr("Take all back"));
    m_publish->setText(tr("Publish"));
    setTone(*m_title, m_place.themes.theme(), Tone::Primary, Weight::Strong);
    m_moves->languageChanged();
    refresh();
}

void EffectBox::setDraft(const CatalogueDraft& draft, const std::vector<domain::Fault>& faults)
{
    m_isChanged = draft.isChanged();
    m_version = QString::fromStdString(draft.base().version);
    m_faultCount = faults.size();
    m_changes->clear();
    if (m_isChanged)
        for (const domain::Change& change : domain::diff(draft.base(), draft.edited(), domain::Names(m_place.desk.city())))
            m_changes->addItem(m_place.text(change.sentence));
    if (!faults.empty()) {
        QString text = QStringLiteral("▲ ") + m_place.text(faults.front().sentence);
        if (faults.size() > 1) text += QLatin1Char(' ') + tr("And %1 more.").arg(faults.size() - 1);
        m_fault->setText(m_fault->fontMetrics().elidedText(text, Qt::ElideRight, qMax(width(), m_place.themes.theme().px(380)) - m_place.themes.theme().px(16)));
        m_fault->setToolTip(text + u'\n' + tr("Shows the entry"));
        m_fault->setAccessibleName(text);
        m_fault->setStyleSheet(QStringLiteral("color: %1; text-align: left;").arg(m_place.themes.theme().tone(Tone::Alarm).name()));
    }
    say({}, Tone::Secondary);
    if (m_isChanged) m_moves->simulate(draft.sharedBase(), std::make_shared<const domain::Catalogue>(draft.edited()));
    else m_moves->simulate(nullptr, nullptr);
    refresh();
}

void EffectBox::refresh()
{
    const kit::Theme& t = m_place.themes.theme();
    const domain::Simulation& result = m_moves->result();
    QString effect;
    if (!m_isChanged) effect = tr("Nothing was edited; version %1 is in force.").arg(m_version);
    else if (m_moves->isRunning()) effect = tr("Looking through the open cases…");
    else {
        effect = m_place.text(result.summary);
        if (result.moves.size() > MoveTable::shown) effect += QLatin1Char(' ') + tr("The first %1 are listed.").arg(MoveTable::shown);
        if (result.newAssistants + result.newLimits > 0)
            effect += QLatin1Char(' ') + tr("Other assistants: %1; other limits or priority for new cases like %2 open ones.").arg(result.newAssistants).arg(result.newLimits);
    }
    m_effect->setText(effect);
    setTone(*m_effect, t, m_isChanged && !result.moves.empty() ? Tone::Warn : Tone::Secondary);
    m_fault->setVisible(m_faultCount > 0);
    m_segments->setSegments({{QLatin1String(pageIds[0]), tr("Cases"), static_cast<qint64>(result.moves.size())},
                             {QLatin1String(pageIds[1]), tr("Differences"), m_changes->count()}});
    m_segments->setCurrent(QLatin1String(pageIds[m_pages->currentIndex()]));
    m_revert->setEnabled(m_isChanged);
    const bool noted = !m_note->text().trimmed().isEmpty(), may = m_may == MayPublish::Yes;
    // Nothing is published that has a fault, or hasn't been looked at whole.
    m_publish->setEnabled(m_isChanged && may && m_faultCount == 0 && !m_moves->isRunning() && noted);
    m_publish->setToolTip(!may               ? tr("This desk can't publish.")
                          : !m_isChanged     ? tr("Nothing was edited.")
                          : m_faultCount > 0 ? tr("The draft has a fault; it is said above.")
                          : !noted           ? tr("Say what changed and why first.")
                                             : QString());
}

void EffectBox::published() { m_note->clear(); }

void EffectBox::say(const QString& sentence, Tone tone)
{
    m_said->setText(sentence);
    m_said->setVisible(!sentence.isEmpty());
    setTone(*m_said, m_place.themes.theme(), tone);
}

} // namespace zs::catalogue
