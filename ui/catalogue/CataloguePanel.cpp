#include "ui/catalogue/CataloguePanel.h"

#include "domain/catalogue/Simulate.h"
#include "ui/catalogue/MoveTable.h"
#include "ui/catalogue/RuleForm.h"
#include "ui/catalogue/RuleTable.h"
#include "ui/cases/LabelTone.h"
#include "ui/kit/DurationText.h"

#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

namespace zs::catalogue {

using cases::setTone;
using kit::Tone;
using kit::Weight;

CataloguePanel::CataloguePanel(const cases::Workplace& place, Publish publish, QWidget* parent)
    : Panel(parent), m_place(place), m_publish(std::move(publish)), m_draft(place.advice->sharedCatalogue()),
      m_rules(new RuleTable(place, m_draft, this)), m_form(new RuleForm(place)), m_moves(new MoveTable(place, this))
{
    setObjectName(QStringLiteral("cataloguePanel"));
    build();
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_rules->setFilter(text);
        showRule();
    });
    connect(m_ruleView->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &CataloguePanel::showRule);
    connect(m_form, &RuleForm::edited, this, [this] { edit(m_form->rule()); });
    connect(m_form, &RuleForm::exceptionAsked, this, &CataloguePanel::addException);
    connect(m_form, &RuleForm::removalAsked, this, &CataloguePanel::removeRule);
    connect(m_moves, &MoveTable::simulated, this, &CataloguePanel::showEffect);
    connect(m_moveView, &QTableView::activated, this, [this](const QModelIndex& at) {
        if (const CaseId id = m_moves->caseAt(at.row())) m_place.selection.openCase(id);
    });
    connect(m_note, &QLineEdit::textChanged, this, &CataloguePanel::showEffect);
    connect(m_revert, &QPushButton::clicked, this, [this] {
        m_draft.revert();
        draftEdited();
    });
    connect(m_publishButton, &QPushButton::clicked, this, &CataloguePanel::publish);
    connect(&place.themes, &kit::ThemeManager::changed, this, &CataloguePanel::words);
    setFocusProxy(m_filter);
    words();
}

CataloguePanel::~CataloguePanel() = default;

sdk::PanelInfo CataloguePanel::panelInfo()
{
    return {QStringLiteral("catalogue.routing"), tr("Routing catalogue"), QStringLiteral("list-filter"), sdk::PanelArea::Centre, {960, 720},
            sdk::PanelVisibility::Hidden};
}

void CataloguePanel::build()
{
    const kit::Theme& t = m_place.themes.theme();
    const auto label = [this](QLabel*& out, const char* name) {
        out = new QLabel(this);
        out->setObjectName(QLatin1String(name));
        out->setTextFormat(Qt::PlainText);
        out->setWordWrap(true);
        return out;
    };
    const auto table = [&](QTableView*& out, const char* name, QAbstractItemModel* model, std::initializer_list<int> widths) {
        out = new QTableView(this);
        out->setObjectName(QLatin1String(name));
        out->setModel(model);
        out->verticalHeader()->hide();
        out->verticalHeader()->setDefaultSectionSize(t.px(t.row.table));
        out->horizontalHeader()->setStretchLastSection(true);
        out->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
        out->setShowGrid(false);
        out->setSelectionBehavior(QAbstractItemView::SelectRows);
        out->setSelectionMode(QAbstractItemView::SingleSelection);
        out->setTabKeyNavigation(false);
        int column = 0;
        for (const int width : widths) out->setColumnWidth(column++, t.px(width));
        return out;
    };
    const auto line = [this](QLineEdit*& out, const char* name) {
        out = new QLineEdit(this);
        out->setObjectName(QLatin1String(name));
        out->setMaxLength(200);
        return out;
    };
    const auto button = [this](QPushButton*& out, const char* name) {
        out = new QPushButton(this);
        out->setObjectName(QLatin1String(name));
        return out;
    };
    auto *leftHalf = new QWidget, *rightHalf = new QWidget;
    auto* left = new QVBoxLayout(leftHalf);
    left->setSpacing(t.px(8));
    left->setContentsMargins(t.px(12), t.px(8), 0, t.px(8));
    left->addWidget(line(m_filter, "catalogueFilter"));
    left->addWidget(table(m_ruleView, "catalogueRules", m_rules, {190, 130, 80, 150, 60}), 1);
    left->addWidget(label(m_version, "catalogueVersion"));

    auto* right = new QVBoxLayout(rightHalf);
    right->setSpacing(t.px(8));
    right->setContentsMargins(t.px(12), t.px(8), t.px(12), t.px(8));
    right->addWidget(m_form);
    right->addWidget(label(m_fault, "catalogueFault"));
    right->addWidget(label(m_effectTitle, "catalogueEffectTitle"));
    right->addWidget(label(m_effect, "catalogueEffect"));
    right->addWidget(label(m_changes, "catalogueChanges"));
    right->addWidget(table(m_moveView, "catalogueMoves", m_moves, {64, 150, 70, 70}), 1);
    right->addWidget(line(m_note, "catalogueNote"));
    auto* end = new QHBoxLayout;
    end->addWidget(button(m_revert, "catalogueRevert"));
    end->addStretch(1);
    end->addWidget(button(m_publishButton, "cataloguePublish"));
    m_publishButton->setProperty("role", "main");
    right->addLayout(end);
    right->addWidget(label(m_said, "catalogueSaid"));

    auto* split = new QSplitter(Qt::Horizontal, this);
    split->addWidget(leftHalf);
    split->addWidget(rightHalf);
    split->setStretchFactor(0, 1);
    split->setSizes({t.px(620), t.px(430)});
    split->setChildrenCollapsible(false);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(split);
}

void CataloguePanel::words()
{
    const kit::Theme& t = m_place.themes.theme();
    m_filter->setPlaceholderText(tr("Filter: matter, number, agency or area"));
    m_filter->setAccessibleName(tr("Filter of the rules"));
    m_ruleView->setAccessibleName(tr("Rules of the catalogue"));
    m_moveView->setAccessibleName(tr("Cases that would have gone elsewhere"));
    m_effectTitle->setText(tr("What will change"));
    m_note->setPlaceholderText(tr("What changed and why; stays in the journal"));
    m_note->setAccessibleName(tr("What changed and why"));
    m_revert->setText(tr("Take all back"));
    m_publishButton->setText(tr("Publish"));
    setTone(*m_effectTitle, t, Tone::Primary, Weight::Strong);
    setTone(*m_version, t, Tone::Tertiary);
    m_form->words();
    m_moves->languageChanged();
    draftEdited();
}

void CataloguePanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) words();
    Panel::changeEvent(event);
}

// --- what is shown ------------------------------------------------------------------------------------------------

std::optional<std::size_t> CataloguePanel::current() const
{
    return m_rules->ruleAt(m_ruleView->currentIndex().row());
}

void CataloguePanel::select(std::size_t rule)
{
    const int row = m_rules->rowOf(rule);
    if (row < 0) return showRule();
    m_ruleView->setCurrentIndex(m_rules->index(row, 0));
    showRule();
}

void CataloguePanel::showRule()
{
    const auto rule = current();
    if (!rule) return m_form->show(nullptr, {});
    const domain::RoutingRule& r = m_draft.edited().rules[*rule];
    const domain::CatalogueMatter* matter = m_draft.edited().matter(r.matter);
    const QString name = matter ? m_place.text(matter->name) : QString::fromStdString(r.matter);
    m_form->show(&r, name + QStringLiteral(" · ") + placeText(m_place, domain::Names(m_place.desk.city()), r));
}

void CataloguePanel::showEffect()
{
    const kit::Theme& t = m_place.themes.theme();
    const bool changed = m_draft.isChanged();
    const domain::Simulation& result = m_moves->result();
    QString effect;
    if (!changed) effect = tr("Nothing was edited; version %1 is in force.").arg(QString::fromStdString(m_draft.base().version));
    else if (m_moves->isRunning()) effect = tr("Looking through the open cases…");
    else {
        effect = m_place.text(result.summary);
        if (result.moves.size() > MoveTable::shown) effect += QLatin1Char(' ') + tr("The first %1 are listed.").arg(MoveTable::shown);
        if (result.newAssistants + result.newLimits > 0)
            effect += QLatin1Char(' ') + tr("Other assistants: %1; other limits or priority for new cases like %2 open ones.").arg(result.newAssistants).arg(result.newLimits);
    }
    m_effect->setText(effect);
    setTone(*m_effect, t, changed && !result.moves.empty() ? Tone::Warn : Tone::Secondary);
    m_fault->setVisible(!m_faults.empty());
    if (!m_faults.empty()) {
        QString said = m_place.text(m_faults.front().sentence);
        if (m_faults.size() > 1) said += QLatin1Char(' ') + tr("And %1 more.").arg(m_faults.size() - 1);
        m_fault->setText(said);
        setTone(*m_fault, t, Tone::Alarm, Weight::Strong);
    }
    m_revert->setEnabled(changed);
    const bool noted = !m_note->text().trimmed().isEmpty();
    // Nothing is published that has a fault, or hasn't been looked at whole.
    m_publishButton->setEnabled(changed && m_publish && m_faults.empty() && !m_moves->isRunning() && noted);
    m_publishButton->setToolTip(!m_publish           ? tr("This desk can't publish.")
                                : !changed           ? tr("Nothing was edited.")
                                : !m_faults.empty()  ? tr("The draft has a fault; it is said above.")
                                : !noted             ? tr("Say what changed and why first.")
                                                     : QString());
}

void CataloguePanel::say(const QString& sentence, Tone tone)
{
    m_said->setText(sentence);
    m_said->setVisible(!sentence.isEmpty());
    setTone(*m_said, m_place.themes.theme(), tone);
}

// --- edits --------------------------------------------------------------------------------------------------------

void CataloguePanel::draftEdited()
{
    const auto rule = current();
    m_rules->refresh();
    m_faults = m_draft.isChanged() ? domain::faultsOf(m_draft.edited(), m_place.desk.city()) : std::vector<domain::Fault>();
    QStringList changes;
    if (m_draft.isChanged()) {
        for (const domain::Change& change : domain::diff(m_draft.base(), m_draft.edited(), domain::Names(m_place.desk.city()))) {
            if (changes.size() == 3) {
                changes << QStringLiteral("…");
                break;
            }
            changes << m_place.text(change.sentence);
        }
    }
    m_changes->setText(changes.join(QLatin1Char('\n')));
    m_changes->setVisible(!changes.isEmpty());
    setTone(*m_changes, m_place.themes.theme(), Tone::Secondary);
    m_version->setText(tr("Version %1: %2 matters, %3 rules").arg(QString::fromStdString(m_draft.base().version))
                           .arg(m_draft.edited().matters.size()).arg(m_draft.edited().rules.size()));
    if (m_draft.isChanged()) m_moves->simulate(m_draft.sharedBase(), std::make_shared<const domain::Catalogue>(m_draft.edited()));
    else m_moves->simulate(nullptr, nullptr);
    if (rule && *rule < m_draft.edited().rules.size()) select(*rule);
    else showRule();
    say({}, Tone::Secondary);
    sdk::PanelStatus status;
    status.state = sdk::PanelState::Ready;
    status.freshness = tr("version %1").arg(QString::fromStdString(m_draft.base().version));
    setStatus(status);
}

void CataloguePanel::edit(domain::RoutingRule to)
{
    const auto rule = current();
    if (!rule) return;
    m_draft.setRule(*rule, std::move(to));
    draftEdited();
}

void CataloguePanel::addException()
{
    const auto rule = current();
    if (!rule) return;
    const auto area = m_form->area();
    if (!area) return say(tr("This city has no town, community or grid of that name or number."), Tone::Alarm);
    domain::RoutingRule copy = m_draft.edited().rules[*rule];
    copy.area = *area;
    copy.level = m_form->level();
    const std::size_t before = m_draft.edited().rules.size();
    const std::size_t added = m_draft.addRule(std::move(copy));
    const bool isNew = m_draft.edited().rules.size() > before;
    draftEdited();
    select(added);
    say(isNew ? tr("Added. Now say who leads there.") : tr("There is a rule for that place and level already; it is shown."), Tone::Secondary);
}

void CataloguePanel::removeRule()
{
    if (const auto rule = current()) {
        m_draft.removeRule(*rule);
        draftEdited();
    }
}

void CataloguePanel::publish()
{
    if (!m_publish || !m_draft.isChanged() || !m_faults.empty()) return;
    domain::Catalogue edited = m_draft.edited();
    edited.version = nextVersion(edited.version);
    if (auto sent = m_publish(edited, m_note->text().trimmed().toStdString()); !sent)
        return say(tr("Not published: %1 Rules stay as they are; try again.").arg(QString::fromStdString(sent.error().sentence)), Tone::Alarm);
    m_note->clear();
    say(tr("Sent. It is in force as soon as the gateway has recorded it."), Tone::Secondary);
}

void CataloguePanel::catalogueReplaced()
{
    domain::Catalogue edited = m_draft.edited();
    edited.version = m_place.advice->catalogue().version;
    const bool lost = m_draft.isChanged() && !(edited == m_place.advice->catalogue());
    m_draft = CatalogueDraft(m_place.advice->sharedCatalogue());
    draftEdited();
    say(lost ? tr("Another version came into force; what was edited here was taken back.") : tr("The catalogue in force was replaced."),
        lost ? Tone::Warn : Tone::Secondary);
}

std::unique_ptr<sdk::PanelFactory> cataloguePanelFactory(const cases::Workplace& place, CataloguePanel::Publish publish)
{
    return sdk::makePanelFactory(&CataloguePanel::panelInfo, [&place, publish = std::move(publish)](QWidget* parent) {
        return new CataloguePanel(place, publish, parent);
    });
}

} // namespace zs::catalogue
