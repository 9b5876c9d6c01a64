#include "ui/catalogue/CataloguePanel.h"

#include "ui/catalogue/EffectBox.h"
#include "ui/catalogue/MatterForm.h"
#include "ui/catalogue/MatterTable.h"
#include "ui/catalogue/MoveTable.h"
#include "ui/catalogue/RuleForm.h"
#include "ui/catalogue/RuleTable.h"
#include "ui/cases/LabelTone.h"
#include "ui/kit/SegmentBar.h"

#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace zs::catalogue {

using cases::setTone;
using kit::Tone;

namespace {
constexpr const char* viewIds[] = {"rules", "matters", "departments"};
constexpr const char* tableNames[] = {"catalogueRules", "catalogueMatters", "catalogueDepartments"};
} // namespace

CataloguePanel::CataloguePanel(const cases::Workplace& place, Publish publish, QWidget* parent)
    : Panel(parent), m_place(place), m_publish(std::move(publish)), m_draft(place.advice->sharedCatalogue()), m_rule(new RuleForm(place)),
      m_matter(new MatterForm(place)), m_department(new DepartmentForm(place)),
      m_effect(new EffectBox(place, m_publish ? MayPublish::Yes : MayPublish::No))
{
    setObjectName(QStringLiteral("cataloguePanel"));
    m_pages = {Page{new RuleTable(place, m_draft, this), nullptr, m_rule}, Page{new MatterTable(place, m_draft, this), nullptr, m_matter},
               Page{new DepartmentTable(place, m_draft, this), nullptr, m_department}};
    build();
    connectForms();
    connect(m_views, &kit::SegmentBar::currentChanged, this, [this](const QString& id) {
        for (std::size_t i = 0; i < std::size(viewIds); ++i)
            if (id == QLatin1String(viewIds[i])) setView(static_cast<View>(i));
    });
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString& text) {
        for (Page& page : m_pages) page.table->setFilter(text);
        showEntry();
    });
    for (Page& page : m_pages) connect(page.view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &CataloguePanel::showEntry);
    connect(m_add, &QPushButton::clicked, this, &CataloguePanel::add);
    connect(m_duplicate, &QPushButton::clicked, this, &CataloguePanel::duplicate);
    connect(m_remove, &QPushButton::clicked, this, &CataloguePanel::remove);
    const auto step = [this](void (CatalogueDraft::*way)()) {
        (m_draft.*way)();
        draftEdited();
    };
    connect(m_undo, &QPushButton::clicked, this, [=] { step(&CatalogueDraft::undo); });
    connect(m_redo, &QPushButton::clicked, this, [=] { step(&CatalogueDraft::redo); });
    connect(m_effect, &EffectBox::revertAsked, this, [=] { step(&CatalogueDraft::revert); });
    connect(m_effect, &EffectBox::publishAsked, this, &CataloguePanel::publish);
    connect(m_effect, &EffectBox::faultChosen, this, &CataloguePanel::showFault);
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

MoveTable& CataloguePanel::moves() { return m_effect->moves(); }

void CataloguePanel::build()
{
    const kit::Theme& t = m_place.themes.theme();
    const auto button = [this](QPushButton*& out, const char* name, const QKeySequence& key, QWidget* reach) {
        out = new QPushButton(this);
        out->setObjectName(QLatin1String(name));
        auto* shortcut = new QShortcut(key, reach);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, out, &QPushButton::click);
        return out;
    };
    auto *leftHalf = new QWidget, *rightHalf = new QWidget;
    m_views = new kit::SegmentBar(m_place.themes, {}, this);
    m_views->setObjectName(QStringLiteral("catalogueViews"));
    m_filter = new QLineEdit(this);
    m_filter->setObjectName(QStringLiteral("catalogueFilter"));
    m_tables = new QStackedWidget(this);
    m_forms = new QStackedWidget(this);
    const std::initializer_list<int> widths[] = {{164, 92, 68, 104, 56}, {220, 64, 88, 56}, {190, 120, 56}};
    for (std::size_t i = 0; i < m_pages.size(); ++i) {
        Page& page = m_pages[i];
        page.view = new QTableView(this);
        page.view->setObjectName(QLatin1String(tableNames[i]));
        page.view->setModel(page.table);
        page.view->verticalHeader()->hide();
        page.view->verticalHeader()->setDefaultSectionSize(t.px(t.row.table));
        page.view->horizontalHeader()->setStretchLastSection(true);
        page.view->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
        page.view->setShowGrid(false);
        page.view->setSelectionBehavior(QAbstractItemView::SelectRows);
        page.view->setSelectionMode(QAbstractItemView::SingleSelection);
        page.view->setTabKeyNavigation(false);
        int column = 0;
        for (const int width : widths[i]) page.view->setColumnWidth(column++, t.px(width));
        m_tables->addWidget(page.view);
        auto* scroll = new QScrollArea(this);
        scroll->setWidget(page.form);
        scroll->setWidgetResizable(true);
        scroll->setFrameShape(QFrame::NoFrame);
        scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        scroll->setFocusPolicy(Qt::NoFocus);
        m_forms->addWidget(scroll);
    }
    auto* tools = new QHBoxLayout;
    tools->setSpacing(t.px(8));
    tools->addWidget(button(m_add, "catalogueAdd", QKeySequence(Qt::Key_Insert), this));
    tools->addWidget(button(m_duplicate, "catalogueDuplicate", QKeySequence(Qt::CTRL | Qt::Key_D), this));
    tools->addWidget(button(m_remove, "catalogueRemove", QKeySequence(Qt::Key_Delete), m_tables));
    tools->addStretch(1);
    tools->addWidget(button(m_undo, "catalogueUndo", QKeySequence(QKeySequence::Undo), this));
    tools->addWidget(button(m_redo, "catalogueRedo", QKeySequence(QKeySequence::Redo), this));
    m_version = new QLabel(this);
    m_version->setObjectName(QStringLiteral("catalogueVersion"));
    m_version->setTextFormat(Qt::PlainText);
    auto* top = new QHBoxLayout;
    top->setSpacing(t.px(8));
    top->addWidget(m_views);
    top->addWidget(m_filter, 1);
    auto* left = new QVBoxLayout(leftHalf);
    left->setSpacing(t.px(8));
    left->setContentsMargins(t.px(12), t.px(8), t.px(8), t.px(8));
    left->addLayout(top);
    left->addWidget(m_tables, 1);
    left->addLayout(tools);
    left->addWidget(m_version);

    auto* right = new QVBoxLayout(rightHalf);
    right->setSpacing(t.px(8));
    right->setContentsMargins(t.px(12), t.px(8), t.px(12), t.px(8));
    right->addWidget(m_forms, 5);
    right->addWidget(m_effect, 3);

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

void CataloguePanel::connectForms()
{
    const auto edit = [this](auto set) {
        return [this, set](const QString& field) {
            const auto entry = current();
            if (!entry) return;
            set(*entry, field.toStdString());
            draftEdited();
        };
    };
    connect(m_rule, &RuleForm::edited, this, edit([this](std::size_t i, const std::string& field) { m_draft.setRule(i, m_rule->rule(), field); }));
    connect(m_rule, &RuleForm::exceptionAsked, this, &CataloguePanel::addException);
    connect(m_matter, &MatterForm::edited, this, edit([this](std::size_t i, const std::string& field) { m_draft.setMatter(i, m_matter->matter(), field); }));
    connect(m_matter, &MatterForm::limitsEdited, this, [this] {
        const auto entry = current();
        const auto rule = entry ? m_draft.cityRule(m_draft.edited().matters[*entry].code) : std::nullopt;
        if (!rule) return;
        domain::RoutingRule to = m_draft.edited().rules[*rule];
        to.limits = m_matter->limits();
        m_draft.setRule(*rule, std::move(to), "matterLimits");
        draftEdited();
    });
    connect(m_department, &DepartmentForm::edited, this,
            edit([this](std::size_t i, const std::string& field) { m_draft.setDepartment(i, m_department->department(), field); }));
}

void CataloguePanel::words()
{
    m_views->setAccessibleName(tr("What is listed"));
    m_filter->setPlaceholderText(tr("Filter: matter, number, agency or area"));
    m_filter->setAccessibleName(tr("Filter of the list"));
    m_pages[0].view->setAccessibleName(tr("Rules of the catalogue"));
    m_pages[1].view->setAccessibleName(tr("Matters of the catalogue"));
    m_pages[2].view->setAccessibleName(tr("Departments of the catalogue"));
    const auto name = [](QPushButton* button, const QString& text, const char* key) {
        button->setText(text);
        button->setToolTip(QKeySequence(QLatin1String(key)).toString(QKeySequence::NativeText));
    };
    name(m_add, tr("Add"), "Ins");
    name(m_duplicate, tr("Duplicate"), "Ctrl+D");
    name(m_remove, tr("Remove"), "Del");
    name(m_undo, tr("Undo"), "Ctrl+Z");
    name(m_redo, tr("Redo"), "Ctrl+Shift+Z");
    setTone(*m_version, m_place.themes.theme(), Tone::Tertiary);
    m_rule->words();
    m_matter->words();
    m_department->words();
    m_effect->words();
    draftEdited();
}

void CataloguePanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) words();
    Panel::changeEvent(event);
}

// --- what is shown ------------------------------------------------------------------------------------------------

void CataloguePanel::setView(View view)
{
    m_view = view;
    m_tables->setCurrentIndex(static_cast<int>(view));
    m_forms->setCurrentIndex(static_cast<int>(view));
    m_views->setCurrent(QLatin1String(viewIds[static_cast<std::size_t>(view)]));
    showEntry();
}

std::optional<std::size_t> CataloguePanel::current() { return page().table->entryAt(page().view->currentIndex().row()); }

void CataloguePanel::select(std::size_t entry)
{
    const int row = page().table->rowOf(entry);
    if (row >= 0) {
        page().view->setCurrentIndex(page().table->index(row, 0));
        page().view->scrollTo(page().table->index(row, 0));
    }
    showEntry();
}

void CataloguePanel::showEntry()
{
    const domain::Catalogue& c = m_draft.edited();
    const auto entry = current();
    std::string subject;
    switch (m_view) {
    case View::Rules: {
        const domain::RoutingRule* rule = entry ? &c.rules[*entry] : nullptr;
        const domain::CatalogueMatter* matter = rule ? c.matter(rule->matter) : nullptr;
        if (rule) subject = rule->matter;
        const QString name = matter ? m_place.text(matter->name) : QString::fromStdString(subject);
        m_rule->show(rule, rule ? name + QStringLiteral(" · ") + placeText(m_place, domain::Names(m_place.desk.city()), *rule) : QString());
        break;
    }
    case View::Matters: {
        const domain::CatalogueMatter* matter = entry ? &c.matters[*entry] : nullptr;
        if (matter) subject = matter->code;
        const auto rule = matter ? m_draft.cityRule(matter->code) : std::nullopt;
        m_matter->show(matter, rule ? &c.rules[*rule] : nullptr, c.departments,
                       matter && m_draft.base().matter(matter->code) ? MatterForm::Code::Fixed : MatterForm::Code::Free);
        break;
    }
    case View::Departments: {
        const domain::Department* department = entry ? &c.departments[*entry] : nullptr;
        if (department) subject = department->code;
        m_department->show(department);
        break;
    }
    }
    std::vector<domain::Fault> mine;
    const std::string_view family = m_view == View::Departments ? "department." : "";
    for (const domain::Fault& fault : m_faults)
        if (entry && fault.subject == subject && fault.code.starts_with(family)) mine.push_back(fault);
    page().form->setFaults(mine);
    showTools();
}

void CataloguePanel::showTools()
{
    const auto entry = current();
    const domain::Catalogue& c = m_draft.edited();
    // What holds for the whole city at every level is what all other rules except from: it can be changed, not removed.
    const bool isCityRule = m_view == View::Rules && entry && c.rules[*entry].area.empty() && c.rules[*entry].level == domain::RuleLevel::Any;
    m_add->setEnabled(m_view != View::Rules);
    m_duplicate->setEnabled(entry && m_view != View::Departments);
    m_remove->setEnabled(entry && !isCityRule);
    m_undo->setEnabled(m_draft.canUndo());
    m_redo->setEnabled(m_draft.canRedo());
    QList<kit::Segment> segments;
    const QString names[] = {tr("Rules"), tr("Matters"), tr("Departments")};
    const std::size_t counts[] = {c.rules.size(), c.matters.size(), c.departments.size()};
    for (std::size_t i = 0; i < std::size(viewIds); ++i) segments.append({QLatin1String(viewIds[i]), names[i], static_cast<qint64>(counts[i])});
    m_views->setSegments(segments);
    m_views->setCurrent(QLatin1String(viewIds[static_cast<std::size_t>(m_view)]));
}

void CataloguePanel::say(const QString& sentence, Tone tone) { m_effect->say(sentence, tone); }

std::unique_ptr<sdk::PanelFactory> cataloguePanelFactory(const cases::Workplace& place, CataloguePanel::Publish publish)
{
    return sdk::makePanelFactory(&CataloguePanel::panelInfo, [&place, publish = std::move(publish)](QWidget* parent) {
        return new CataloguePanel(place, publish, parent);
    });
}

} // namespace zs::catalogue
