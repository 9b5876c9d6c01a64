#include "ui/duties/DutyBoard.h"

#include "ui/cases/LabelTone.h"
#include "ui/cases/LinkStatusText.h"
#include "ui/kit/SheetKeys.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace zs::duties {

using cases::setTone;
using kit::Tone;

namespace {

constexpr int numberRole = Qt::UserRole + 1;

void empty(QHBoxLayout& bar)
{
    while (QLayoutItem* item = bar.takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->setObjectName({}); // it goes with the next turn of the loop
            item->widget()->deleteLater();
        }
        delete item;
    }
}

} // namespace

DutyBoard::DutyBoard(const cases::Workplace& place, std::unique_ptr<DutySource> source, QWidget* parent)
    : Panel(parent), m_place(place), m_source(std::move(source))
{
    setObjectName(m_source->info().id);
    build();
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& now) {
        if (!now.isValid() || m_isRefreshing) return;
        m_current.number = now.data(numberRole).toULongLong();
        refreshDetail();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] { refreshDetail(); });
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex& at) {
        if (const CaseId id = m_source->caseOfRow(m_current, at.row())) m_place.selection.openCase(id);
    });
    connect(&place.desk, &cases::Desk::dutiesReset, this, &DutyBoard::refresh);
    connect(&place.desk, &cases::Desk::dutiesChanged, this, [this](const std::vector<domain::Subject>& subjects) {
        if (std::ranges::any_of(subjects, [this](domain::Subject s) { return m_source->shows(s.kind); })) changed();
    });
    connect(&place.desk, &cases::Desk::linkChanged, this, [this] { refreshStatus(m_items.rowCount() == 0); });
    connect(&place.themes, &kit::ThemeManager::changed, this, &DutyBoard::refresh);
    connect(&m_minute, &QTimer::timeout, this, &DutyBoard::changed); // what is overdue comes by itself
    m_minute.start(std::chrono::minutes(1));
    refresh();
}

void DutyBoard::build()
{
    const kit::Theme& t = m_place.themes.theme();
    const auto label = [this](const char* name) {
        auto* made = new QLabel(this);
        made->setObjectName(QLatin1String(name));
        made->setTextFormat(Qt::PlainText);
        made->setWordWrap(true);
        return made;
    };
    m_heading = label("dutyHeading");
    m_facts = label("dutyFacts");
    m_warning = label("dutyWarning");
    m_tableName = label("dutyTableName");
    m_said = label("dutySaid");
    m_list = new QListView(this);
    m_list->setObjectName(QStringLiteral("dutyList"));
    m_list->setModel(&m_items);
    m_list->setItemDelegate(new kit::RowDelegate(m_place.themes, {.symbolWidth = 0}, m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setMinimumWidth(t.px(240));
    m_table = new QTableView(this);
    m_table->setObjectName(QStringLiteral("dutyTable"));
    m_table->setModel(&m_rows);
    m_table->setItemDelegate(new DutyTableDelegate(m_place.themes, {}, m_table));
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(t.px(t.row.table));
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->setShowGrid(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);

    m_boardBar.row = new QHBoxLayout;
    m_dutyBar.row = new QHBoxLayout;
    for (const Bar* bar : {&m_boardBar, &m_dutyBar}) bar->row->setSpacing(t.px(8));
    auto* left = new QVBoxLayout;
    left->setContentsMargins(t.px(12), t.px(8), t.px(8), t.px(8));
    left->setSpacing(t.px(8));
    left->addLayout(m_boardBar.row);
    left->addWidget(m_list, 1);
    auto* right = new QVBoxLayout;
    right->setContentsMargins(t.px(12), t.px(8), t.px(12), t.px(8));
    right->setSpacing(t.px(8));
    right->addWidget(m_heading);
    right->addWidget(m_warning);
    right->addWidget(m_facts);
    right->addWidget(m_tableName);
    right->addWidget(m_table, 1);
    right->addWidget(m_said);
    right->addLayout(m_dutyBar.row);
    auto* split = new QSplitter(Qt::Horizontal, this);
    auto *leftHalf = new QWidget(split), *rightHalf = new QWidget(split);
    leftHalf->setLayout(left);
    rightHalf->setLayout(right);
    split->addWidget(leftHalf);
    split->addWidget(rightHalf);
    split->setSizes({t.px(320), t.px(560)});
    split->setStretchFactor(1, 1);
    split->setChildrenCollapsible(false);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(split);
    setFocusProxy(m_list);
    m_list->installEventFilter(this);
    m_table->installEventFilter(this);
}

void DutyBoard::changed()
{
    // Hidden behind the page of its state it must look anew: that page goes when there is something to show.
    const bool isShowing = status().state == sdk::PanelState::Ready || status().state == sdk::PanelState::Partial;
    m_isStale = !isVisible() && isShowing;
    if (!m_isStale) refresh();
}

void DutyBoard::showEvent(QShowEvent* event)
{
    if (m_isStale) changed();
    orderTabs(); // it stands in its window now
    Panel::showEvent(event);
}

void DutyBoard::refresh()
{
    const std::vector<DutyItem> items = m_source->items();
    m_isRefreshing = true;
    m_items.setRowCount(static_cast<int>(items.size()));
    m_items.setColumnCount(1);
    int row = 0, currentRow = -1;
    for (const DutyItem& item : items) {
        const QModelIndex at = m_items.index(row, 0);
        m_items.setData(at, item.text, Qt::DisplayRole);
        m_items.setData(at, QString(item.text + u' ' + item.detail + u' ' + item.trailing), Qt::AccessibleTextRole);
        m_items.setData(at, item.detail, kit::DetailRole);
        m_items.setData(at, item.trailing, kit::TrailingRole);
        m_items.setData(at, static_cast<int>(item.trailingTone), kit::TrailingToneRole);
        m_items.setData(at, static_cast<int>(item.look), kit::LookRole);
        m_items.setData(at, QVariant::fromValue<qulonglong>(item.subject.number), numberRole);
        if (item.subject == m_current) currentRow = row;
        ++row;
    }
    if (currentRow < 0 && !items.empty()) {
        currentRow = 0;
        m_current = items.front().subject;
    }
    if (items.empty()) m_current = {};
    if (currentRow >= 0) m_list->setCurrentIndex(m_items.index(currentRow, 0));
    m_isRefreshing = false;
    m_list->setAccessibleName(m_source->info().title);
    showActions(m_boardBar, m_source->actions({}, -1));
    refreshDetail();
    refreshStatus(items.empty());
}

void DutyBoard::choose(domain::Subject subject)
{
    m_current = subject;
    refresh();
}

void DutyBoard::refreshDetail()
{
    const kit::Theme& t = m_place.themes.theme();
    const bool any = m_current.number != 0;
    const DutyDetail detail = any ? m_source->detail(m_current) : DutyDetail{};
    m_heading->setText(detail.heading);
    QStringList lines;
    for (const auto& [name, value] : detail.facts)
        if (!value.isEmpty()) lines.append(name + QStringLiteral("  ") + value);
    m_facts->setText(lines.join(u'\n'));
    m_warning->setText(detail.warning);
    m_warning->setVisible(!detail.warning.isEmpty());
    m_tableName->setText(detail.tableName);
    m_table->setAccessibleName(detail.tableName);
    setTone(*m_heading, t, Tone::Primary, kit::Weight::Strong);
    setTone(*m_facts, t, Tone::Secondary);
    setTone(*m_warning, t, Tone::Alarm, kit::Weight::Strong);
    setTone(*m_tableName, t, Tone::Primary, kit::Weight::Strong);
    const int columns = m_rows.columnCount();
    m_rows.setContent(detail.table);
    if (m_rows.columnCount() != columns)
        for (int c = 0; c + 1 < m_rows.columnCount(); ++c) m_table->setColumnWidth(c, t.px(c == 0 ? 112 : 88));
    showActions(m_dutyBar, any ? m_source->actions(m_current, m_table->currentIndex().row()) : std::vector<DutyAction>());
    QList<kit::SheetKey> keys{{QStringLiteral("J K"), tr("Next, previous one")}, {QStringLiteral("Enter"), tr("Open the case of the line")}};
    for (const DutyAction& action : allActions())
        if (!action.key.isEmpty()) keys.append({action.key.toString(QKeySequence::NativeText), QString(action.label).remove(QChar(0x2026))});
    kit::setSheetKeys(*this, keys);
}

std::vector<DutyAction> DutyBoard::allActions() const
{
    std::vector<DutyAction> all = m_source->actions({}, -1);
    if (m_current.number != 0)
        for (DutyAction& action : m_source->actions(m_current, m_table->currentIndex().row())) all.push_back(std::move(action));
    return all;
}

void DutyBoard::refreshStatus(bool isEmpty)
{
    sdk::PanelStatus s = cases::linkPanelStatus(m_place);
    if (isEmpty && (s.state == sdk::PanelState::Ready || s.state == sdk::PanelState::Partial)) {
        s.state = sdk::PanelState::Empty;
        s.headline = m_source->emptyHeadline();
        s.sentence = m_source->emptySentence();
        s.hint.clear();
        s.actions.clear();
        for (const DutyAction& action : m_source->actions({}, -1)) s.actions.append({action.id, action.label});
    }
    setStatus(s);
}

void DutyBoard::showActions(Bar& bar, const std::vector<DutyAction>& actions)
{
    // The same buttons stay, so that the one with the focus keeps it when the duty changes under it.
    if (!std::ranges::equal(bar.buttons, actions, {}, [](const QPushButton* button) { return button->objectName(); }, &DutyAction::id)) {
        empty(*bar.row);
        bar.buttons.clear();
        bar.row->addStretch(1);
        for (const DutyAction& action : actions) {
            auto* button = new QPushButton(this);
            button->setObjectName(action.id);
            connect(button, &QPushButton::clicked, this, [this, id = action.id] {
                for (const DutyAction& one : allActions())
                    if (one.id == id) return start(one);
            });
            bar.row->addWidget(button);
            bar.buttons.push_back(button);
        }
        orderTabs();
    }
    for (std::size_t i = 0; i < actions.size(); ++i) {
        const DutyAction& action = actions[i];
        QPushButton* button = bar.buttons[i];
        button->setText(action.label);
        button->setIcon(m_place.themes.icon(action.icon));
        button->setToolTip(action.key.toString(QKeySequence::NativeText));
        button->setEnabled(true);
        if (!action.ask.fields.empty()) continue; // a form shows its own reason
        const auto command = action.ask.build({});
        const auto checked = command ? m_place.desk.check(action.ask.subject, *command) : tl::expected<domain::DutyEvent, domain::Rejection>();
        button->setEnabled(checked.has_value());
        if (!checked) button->setToolTip(m_place.text(checked.error().sentence));
    }
}

/// As it is read: the list and what can be done with the whole board, then the duty's table and its buttons.
void DutyBoard::orderTabs()
{
    QWidget* before = m_list;
    const auto next = [&](QWidget* widget) {
        setTabOrder(before, widget);
        before = widget;
    };
    for (QPushButton* button : m_boardBar.buttons) next(button);
    next(m_table);
    for (QPushButton* button : m_dutyBar.buttons) next(button);
}

void DutyBoard::start(const DutyAction& action)
{
    if (!action.ask.fields.empty()) {
        auto* form = new DutyForm(m_place, action.ask, this);
        connect(form, &DutyForm::submitted, this, [this](const QString& verb) { say(tr("%1: sent").arg(verb), Tone::Secondary); });
        form->open();
        return;
    }
    const auto command = action.ask.build({});
    if (!command) return;
    if (const auto sent = m_place.desk.submit(action.ask.subject, *command); sent) say(tr("%1: sent").arg(action.label), Tone::Secondary);
    else say(m_place.text(sent.error().sentence), Tone::Alarm);
}

void DutyBoard::say(const QString& sentence, Tone tone)
{
    m_said->setText(sentence);
    setTone(*m_said, m_place.themes.theme(), tone);
}

void DutyBoard::runAction(const QString& id)
{
    if (id == QLatin1String("reconnect")) m_place.desk.reconnectNow();
    for (const DutyAction& action : m_source->actions({}, -1))
        if (action.id == id) start(action);
    Panel::runAction(id);
}

bool DutyBoard::eventFilter(QObject* watched, QEvent* event)
{
    // Letters are the board's keys; a list would search for a row that begins with them.
    if (event->type() == QEvent::KeyPress && (watched == m_list || watched == m_table)) {
        auto* key = static_cast<QKeyEvent*>(event);
        const bool isLetter = !key->text().isEmpty() && key->text().at(0).isPrint() && key->key() != Qt::Key_Space;
        if (isLetter && !(key->modifiers() & (Qt::ControlModifier | Qt::AltModifier))) {
            keyPressEvent(key);
            return true;
        }
    }
    return Panel::eventFilter(watched, event);
}

void DutyBoard::keyPressEvent(QKeyEvent* event)
{
    const QKeySequence pressed(event->keyCombination());
    for (const DutyAction& action : allActions())
        if (action.key == pressed) return start(action);
    const int row = m_list->currentIndex().row();
    if (event->modifiers() == Qt::NoModifier && (event->key() == Qt::Key_J || event->key() == Qt::Key_K)) {
        const int next = row + (event->key() == Qt::Key_J ? 1 : -1);
        if (next >= 0 && next < m_items.rowCount()) m_list->setCurrentIndex(m_items.index(next, 0));
        return;
    }
    Panel::keyPressEvent(event);
}

void DutyBoard::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) refresh();
    Panel::changeEvent(event);
}

} // namespace zs::duties
