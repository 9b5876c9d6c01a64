#include "ui/cases/QueuePanel.h"

#include "ui/cases/CaseWords.h"
#include "ui/cases/LabelTone.h"
#include "ui/cases/LinkStatusText.h"
#include "ui/cases/QueueView.h"
#include "ui/kit/KeyCap.h"
#include "ui/kit/SearchField.h"
#include "ui/kit/SegmentBar.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

namespace zs::cases {

namespace {
constexpr const char* segmentIds[] = {"all", "fresh", "late", "mine", "unsent"};
constexpr std::chrono::milliseconds typingPause{120};
} // namespace

QueuePanel::QueuePanel(const Workplace& place, QWidget* parent)
    : Panel(parent), m_place(place), m_model(new CaseTableModel(place, this)), m_actions(new CaseActions(place, this)),
      m_view(new QueueView(place, *m_model, this)), m_segments(new kit::SegmentBar(place.themes, {}, this)),
      m_search(new kit::SearchField(place.themes, {}, QStringLiteral("/"), kit::FieldSize::Small, this)),
      m_footer(new QLabel(this)), m_clear(new QPushButton(this)), m_receive(new QAction(this))
{
    const kit::Theme& t = place.themes.theme();
    setObjectName(QStringLiteral("queuePanel"));
    m_view->setObjectName(QStringLiteral("queueView"));
    m_segments->setObjectName(QStringLiteral("queueSegments"));
    m_search->setObjectName(QStringLiteral("queueSearch"));
    m_footer->setObjectName(QStringLiteral("queueFooter"));
    m_footer->setTextFormat(Qt::PlainText);
    m_clear->setObjectName(QStringLiteral("queueClear"));
    m_receive->setObjectName(QStringLiteral("queueReceive"));
    sdk::setIconName(*m_receive, QStringLiteral("plus"));
    kit::setButtonRole(*m_clear, kit::ButtonRole::Link);

    auto* tools = new QHBoxLayout;
    tools->setContentsMargins(t.px(12), t.px(8), t.px(8), t.px(8));
    tools->setSpacing(t.px(8));
    tools->addWidget(m_segments);
    tools->addStretch(1);
    tools->addWidget(m_search, 0);
    m_search->setMinimumWidth(t.px(64));
    m_search->setMaximumWidth(t.px(160));
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(t.px(12), 0, t.px(12), 0);
    foot->addWidget(m_footer, 1);
    foot->addWidget(m_clear);
    auto* footer = new QFrame(this);
    footer->setObjectName(QStringLiteral("partialFooter")); // the kit's footer look
    footer->setFixedHeight(t.px(28));
    footer->setLayout(foot);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addLayout(tools);
    all->addWidget(m_view, 1);
    all->addWidget(footer);
    setFocusProxy(m_view);
    setTabOrder(m_segments, m_search);
    setTabOrder(m_search, m_view);
    setTabOrder(m_view, m_clear);

    auto* slash = new QShortcut(QKeySequence(Qt::Key_Slash), this);
    slash->setContext(Qt::WidgetWithChildrenShortcut);
    connect(slash, &QShortcut::activated, m_search, [this] { m_search->setFocus(Qt::ShortcutFocusReason); });
    connect(m_search, &kit::SearchField::dismissed, m_view, [this] { m_view->setFocus(); });
    connect(m_search, &QLineEdit::returnPressed, this, [this] {
        m_typing.stop();
        m_model->setSearch(m_search->text());
        m_view->setFocus();
        if (m_model->rowOf(m_view->currentCase()) < 0) m_view->step(1);
    });
    m_typing.setSingleShot(true);
    m_typing.setInterval(typingPause);
    connect(&m_typing, &QTimer::timeout, this, [this] { m_model->setSearch(m_search->text()); });
    connect(m_search, &QLineEdit::textChanged, this, [this] { m_typing.start(); });
    connect(m_segments, &kit::SegmentBar::currentChanged, this, [this](const QString& id) {
        for (std::size_t i = 0; i < segmentCount; ++i)
            if (id == QLatin1String(segmentIds[i])) m_model->setSegment(static_cast<Segment>(i));
    });
    connect(m_clear, &QPushButton::clicked, this, &QueuePanel::clearFilter);
    connect(m_view->horizontalHeader(), &QHeaderView::sectionClicked, this, &QueuePanel::sortBy);
    connect(m_view, &QueueView::caseChosen, this, [this](CaseId id) {
        say({}, kit::Tone::Tertiary);
        m_place.selection.selectCase(id);
    });
    connect(m_view, &QueueView::menuWanted, this, &QueuePanel::showMenu);
    connect(m_view, &QueueView::caseOpened, &place.selection, &cases::Selection::openCase);
    connect(&place.selection, &cases::Selection::caseSelected, m_view, &QueueView::showCase);
    connect(&place.selection, &cases::Selection::casesShown, this, [this](const CaseList& list) {
        clearFilter();
        m_model->setList(list);
        say({}, kit::Tone::Tertiary);
    });
    connect(&place.selection, &cases::Selection::dragChanged, m_view->viewport(), qOverload<>(&QWidget::update));
    connect(m_model, &CaseTableModel::rearranged, this, [this] {
        refreshStatus();
        m_place.selection.setFilteredGrids(m_model->filteredGrids());
    });
    connect(&place.desk, &Desk::linkChanged, this, &QueuePanel::refreshStatus);
    connect(m_actions, &CaseActions::submitted, this,
            [this](CaseId id, const QString& what) { say(CaseWords::number(id) + u' ' + what, kit::Tone::Secondary); });
    connect(m_actions, &CaseActions::refused, this,
            [this](CaseId, const QString& sentence) { say(sentence, kit::Tone::Alarm); });
    connect(m_receive, &QAction::triggered, this, [this] { m_actions->receive(this); });
    connect(&place.themes, &kit::ThemeManager::changed, this, [this] {
        m_view->restyle();
        refreshFooter();
    });
    connect(&m_second, &QTimer::timeout, this, &QueuePanel::tick);
    m_second.start(std::chrono::seconds(1));
    words();
    m_view->showCase(place.selection.selectedCase());
}

sdk::PanelInfo QueuePanel::panelInfo()
{
    return {QStringLiteral("cases.queue"), tr("Queue"), QStringLiteral("list-todo"), sdk::PanelArea::Left, {456, 738},
            sdk::PanelVisibility::Shown};
}

QList<sdk::PanelColumn> QueuePanel::columns() const
{
    QList<sdk::PanelColumn> list;
    for (int c = 0; c < CaseTableModel::ColumnCount; ++c) {
        const QString title = m_model->headerData(c, Qt::Horizontal, Qt::DisplayRole).toString();
        const int width = c == CaseTableModel::TitleColumn
            ? 0
            : qRound(m_view->columnWidth(c) / m_place.themes.theme().scale);
        list.append({title, width, c == CaseTableModel::LimitColumn ? Qt::AlignRight : Qt::AlignLeft});
    }
    return list;
}

void QueuePanel::words()
{
    m_segments->setAccessibleName(tr("Filter of the queue"));
    m_search->setAccessibleName(tr("Find in the queue"));
    m_search->setPlaceholderText(tr("Find"));
    m_view->setAccessibleName(tr("Queue of open cases"));
    m_clear->setText(tr("Clear filter"));
    m_receive->setText(tr("Receive a case…"));
    QList<kit::SheetKey> keys{{QStringLiteral("J K"), tr("Next, previous case")}, {QStringLiteral("Enter"), tr("Open the case")},
                              {QStringLiteral("1 … 9"), tr("Route to the agency of that lane")}, {QStringLiteral("/"), tr("Find in the queue")}};
    kit::setSheetKeys(*this, keys + CaseActions::sheetKeys());
    m_model->languageChanged();
    m_view->restyle();
    refreshStatus();
}

void QueuePanel::refreshSegments()
{
    const CaseOrder& order = m_model->order();
    const QString names[] = {tr("All"), tr("New"), tr("Late"), tr("Mine"), tr("Unsent")};
    QList<kit::Segment> list;
    for (std::size_t i = 0; i < segmentCount; ++i) {
        const Segment s = static_cast<Segment>(i);
        list.append({QLatin1String(segmentIds[i]), names[i], static_cast<qint64>(order.countOf(s)),
                     s == Segment::Late ? kit::Tone::Alarm : kit::Tone::Secondary});
    }
    m_segments->setSegments(list);
    m_segments->setCurrent(QLatin1String(segmentIds[static_cast<std::size_t>(m_model->segment())]));
}

void QueuePanel::refreshFooter()
{
    const auto number = [](std::size_t n) { return kit::DurationText::grouped(static_cast<qint64>(n)); };
    const CaseOrder& order = m_model->order();
    // Of a list closed ones are shown, too: then nothing can be said of how many open ones are hidden.
    const bool listed = !m_model->listTitle().isEmpty();
    const std::size_t hidden = listed ? 0 : order.countOf(Segment::All) - m_model->shown();
    QString text;
    if (!m_said.isEmpty()) {
        text = m_said;
    } else if (listed) {
        text = tr("%1 of %2: %3").arg(number(m_model->shown()), number(m_model->listSize()), m_model->listTitle());
    } else if (hidden == 0) {
        text = tr("%1 shown; %2 closed are hidden").arg(number(m_model->shown()), number(order.finished()));
    } else {
        QStringList filters;
        const QString names[] = {{}, tr("new"), tr("late"), tr("mine"), tr("unsent")};
        if (m_model->segment() != Segment::All) filters << names[static_cast<std::size_t>(m_model->segment())];
        if (!m_model->search().isEmpty()) filters << tr("\"%1\"").arg(m_model->search());
        text = tr("%1 shown, filter: %2; %3 hidden")
                   .arg(number(m_model->shown()), filters.join(tr(", ", "between filters")), number(hidden));
    }
    setTone(*m_footer, m_place.themes.theme(), m_said.isEmpty() ? kit::Tone::Tertiary : m_saidTone);
    m_footer->setText(text);
    m_footer->setToolTip(text);
    m_clear->setVisible(hidden > 0 || listed);
}

void QueuePanel::refreshStatus()
{
    refreshSegments();
    refreshFooter();
    sdk::PanelStatus s = linkPanelStatus(m_place);
    if (s.state != sdk::PanelState::Loading && s.state != sdk::PanelState::Error && m_model->shown() == 0) {
        s.state = sdk::PanelState::Empty;
        const std::size_t all = m_model->order().countOf(Segment::All);
        const bool filtered = all > 0 || !m_model->listTitle().isEmpty();
        s.headline = filtered ? tr("No case passes the filter") : tr("No open case");
        s.sentence = m_model->segment() == Segment::Late && m_model->search().isEmpty()
            ? tr("A case that runs over its limit comes here.")
            : filtered ? tr("Cases that match come here as they arrive.")
                       : tr("What is received comes here: from the app, the hotline, the hall.");
        s.hint.clear();
        s.actions.clear();
        if (filtered)
            s.actions.append({QStringLiteral("all"),
                              tr("Show all %1").arg(kit::DurationText::grouped(static_cast<qint64>(all)))});
        else s.actions.append({QStringLiteral("receive"), tr("Receive a case…")});
    }
    setStatus(s);
}

void QueuePanel::runAction(const QString& id)
{
    if (id == QLatin1String("all")) clearFilter();
    else if (id == QLatin1String("receive")) m_actions->receive(this);
    else if (id == QLatin1String("reconnect")) m_place.desk.reconnectNow();
    Panel::runAction(id);
}

void QueuePanel::clearFilter()
{
    m_search->clear();
    m_typing.stop();
    m_model->setSearch({});
    m_model->setList({});
    m_model->setSegment(Segment::All);
    m_view->setFocus();
}

void QueuePanel::sortBy(int column)
{
    const SortBy by = column == CaseTableModel::NumberColumn ? SortBy::Number
        : column == CaseTableModel::GridColumn               ? SortBy::Grid
                                                             : SortBy::Limit;
    if (column != CaseTableModel::NumberColumn && column != CaseTableModel::GridColumn
        && column != CaseTableModel::LimitColumn)
        return; // the other columns don't sort
    const bool turn = m_model->sortBy() == by && m_model->sortWay() == SortWay::Ascending;
    m_model->setSort(by, turn ? SortWay::Descending : SortWay::Ascending);
}

void QueuePanel::tick()
{
    m_model->tick();
    refreshStatus();
    const auto [first, last] = m_view->visibleRows();
    if (first < 0) return;
    // What the visible limits say now.
    m_view->viewport()->update();
}

void QueuePanel::say(const QString& sentence, kit::Tone tone)
{
    m_said = sentence;
    m_saidTone = tone;
    refreshFooter();
}

void QueuePanel::showMenu(CaseId id, QPoint at)
{
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("caseMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    m_actions->fillMenu(*menu, id, this);
    menu->popup(at);
}

void QueuePanel::keyPressEvent(QKeyEvent* event)
{
    const CaseId id = m_view->currentCase();
    if (event->modifiers() == Qt::NoModifier) {
        switch (event->key()) {
        case Qt::Key_J: m_view->step(1); return;
        case Qt::Key_K: m_view->step(-1); return;
        case Qt::Key_Period: showMenu(id, m_view->viewport()->mapToGlobal(m_view->visualRect(m_view->currentIndex()).bottomLeft())); return;
        default: break;
        }
        const int digit = event->key() - Qt::Key_0;
        const std::vector<AgencyId> lanes = CaseActions::laneAgencies(m_place.desk.city());
        if (digit >= 1 && digit <= 9 && static_cast<std::size_t>(digit) <= lanes.size() && !id.isNone()) {
            m_actions->routeTo(id, lanes[static_cast<std::size_t>(digit - 1)], this);
            return;
        }
    }
    if (m_actions->runKey(id, *event, this)) return;
    Panel::keyPressEvent(event);
}

void QueuePanel::changeEvent(QEvent* event)
{
    Panel::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) words();
}

std::unique_ptr<sdk::PanelFactory> queuePanelFactory(const Workplace& place)
{
    return sdk::makePanelFactory(&QueuePanel::panelInfo,
                                 [&place](QWidget* parent) { return new QueuePanel(place, parent); });
}

} // namespace zs::cases
