#include "ui/dispatch/OutboxPanel.h"

#include "ui/cases/CaseWords.h"
#include "ui/cases/CommandWords.h"
#include "ui/cases/DutyCommandWords.h"
#include "ui/cases/LinkStatusText.h"
#include "ui/dispatch/OutboxModel.h"
#include "ui/kit/KeyCap.h"
#include "ui/kit/RowDelegate.h"

#include <QGridLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace zs::dispatch {

using cases::CaseWords;
using session::CommandState;
using session::DeskCommand;

namespace {

// px at 100 %: no., state, case, command (flex), time, withdraw
constexpr int widths[] = {24, 92, 60, 0, 52, 72};

class OutboxDelegate final : public kit::RowDelegate {
public:
    OutboxDelegate(kit::ThemeManager& themes, const OutboxModel& model, QObject* parent)
        : RowDelegate(themes, {.padLeft = 8, .padRight = 4}, parent), m_model(model)
    {
    }

protected:
    kit::RowContent content(const QModelIndex& index) const override
    {
        kit::RowContent c;
        const DeskCommand* command = m_model.at(index.row());
        if (!command) return c;
        c.text = index.data().toString();
        switch (index.column()) {
        case OutboxModel::NumberColumn: c.textTone = kit::Tone::Tertiary; break;
        case OutboxModel::StateColumn:
            c.icon = CaseWords::commandStateIcon(command->state);
            c.iconTone = c.textTone = CaseWords::commandStateTone(command->state);
            break;
        case OutboxModel::TimeColumn: c.textTone = kit::Tone::Secondary; break;
        case OutboxModel::ActionColumn: c.textTone = kit::Tone::Accent; break;
        default: break;
        }
        return c;
    }

private:
    const OutboxModel& m_model;
};

} // namespace

OutboxPanel::OutboxPanel(const cases::Workplace& place, QWidget* parent)
    : Panel(parent), m_place(place), m_actions(new cases::CaseActions(place, this)),
      m_model(new OutboxModel(place, std::chrono::seconds(2), this)), m_table(new QTableView(this)),
      m_note(new QLabel(this)), m_withdrawAll(new QAction(this))
{
    setObjectName(QStringLiteral("outboxPanel"));
    m_table->setObjectName(QStringLiteral("outboxTable"));
    m_table->setModel(m_model);
    m_table->setItemDelegate(new OutboxDelegate(place.themes, *m_model, m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->setMouseTracking(true);
    m_table->horizontalHeader()->hide();
    m_table->verticalHeader()->hide();
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_note->setObjectName(QStringLiteral("outboxNote"));
    m_withdrawAll->setObjectName(QStringLiteral("outboxWithdrawAll"));
    sdk::setIconName(*m_withdrawAll, QStringLiteral("reply"));
    m_reason = makeReason();

    auto* left = new QVBoxLayout;
    left->setContentsMargins(0, 0, 0, 0);
    left->setSpacing(0);
    left->addWidget(m_table, 1);
    left->addWidget(m_note);
    auto* all = new QHBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addLayout(left, 476);
    all->addWidget(m_reason, 379);
    setFocusProxy(m_table);
    m_table->installEventFilter(this);

    connect(m_model, &OutboxModel::rowsInserted, this, &OutboxPanel::refresh);
    connect(m_model, &OutboxModel::rowsRemoved, this, &OutboxPanel::refresh);
    connect(m_model, &OutboxModel::dataChanged, this, &OutboxPanel::refresh);
    connect(&place.desk, &cases::Desk::linkChanged, this, &OutboxPanel::refresh);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& now) {
        if (m_table->hasFocus()) m_following = !now.isValid();
        refreshReason();
    });
    connect(m_table, &QTableView::clicked, this, [this](const QModelIndex& index) {
        m_following = false;
        if (index.column() == OutboxModel::ActionColumn) act(index.row());
    });
    connect(m_table, &QTableView::doubleClicked, this, [this](const QModelIndex& index) {
        if (const DeskCommand* c = m_model->at(index.row())) m_place.selection.openCase(c->caseId);
    });
    connect(m_withdrawAll, &QAction::triggered, this, [this] {
        std::vector<Uuid> waiting;
        for (const DeskCommand& c : m_place.desk.outbox())
            if (c.state == CommandState::Waiting) waiting.push_back(c.id);
        // Newest first: a later command of a case may rest on an earlier one.
        for (auto it = waiting.rbegin(); it != waiting.rend(); ++it) m_place.desk.withdraw(*it);
    });
    connect(&place.themes, &kit::ThemeManager::changed, this, [this] {
        restyle();
        refreshReason();
    });
    restyle();
    words();
}

QWidget* OutboxPanel::makeReason()
{
    const kit::Theme& t = m_place.themes.theme();
    auto* box = new QFrame(this);
    box->setObjectName(QStringLiteral("outboxReason"));
    auto* all = new QVBoxLayout(box);
    all->setContentsMargins(t.px(12), t.px(10), t.px(12), t.px(8));
    all->setSpacing(t.px(6));
    m_headIcon = new QLabel(box);
    m_head = new QLabel(box);
    m_head->setObjectName(QStringLiteral("outboxReasonHead"));
    auto* head = new QHBoxLayout;
    head->setSpacing(t.px(6));
    head->addWidget(m_headIcon);
    head->addWidget(m_head, 1);
    all->addLayout(head);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(t.px(12));
    grid->setVerticalSpacing(t.px(4));
    grid->setColumnStretch(1, 1);
    static constexpr const char* names[] = {"outboxHappened", "outboxEffect", "outboxNow"};
    for (int i = 0; i < 3; ++i) {
        m_names[i] = new QLabel(box);
        m_parts[i] = new QLabel(box);
        m_parts[i]->setObjectName(QLatin1String(names[i]));
        m_parts[i]->setWordWrap(true);
        m_parts[i]->setTextFormat(Qt::PlainText);
        grid->addWidget(m_names[i], i, 0, Qt::AlignTop);
        grid->addWidget(m_parts[i], i, 1);
    }
    all->addLayout(grid);
    auto* row = new QHBoxLayout;
    row->setSpacing(t.px(8));
    m_instead = new QPushButton(box);
    m_instead->setObjectName(QStringLiteral("outboxInstead"));
    kit::setButtonRole(*m_instead, kit::ButtonRole::Main);
    m_dismiss = new QPushButton(box);
    m_dismiss->setObjectName(QStringLiteral("outboxDismiss"));
    m_show = new QPushButton(box);
    m_show->setObjectName(QStringLiteral("outboxShow"));
    for (QPushButton* b : {m_instead, m_dismiss, m_show}) row->addWidget(b);
    row->addStretch(1);
    all->addLayout(row);
    all->addStretch(1);
    connect(m_instead, &QPushButton::clicked, this, [this] {
        const DeskCommand* c = current();
        if (!c || !c->rejection || c->rejection->instead.isNone()) return;
        const CaseId id = c->caseId;
        const AgencyId lead = c->rejection->instead;
        const Uuid refused = c->id;
        if (m_actions->submit(id, domain::Route{lead, {}, {}})) m_place.desk.dismiss(refused);
    });
    connect(m_dismiss, &QPushButton::clicked, this, [this] {
        if (const DeskCommand* c = current()) act(m_model->rowOf(c->id));
    });
    connect(m_show, &QPushButton::clicked, this, [this] {
        if (const DeskCommand* c = current()) m_place.selection.openCase(c->caseId);
    });
    return box;
}

sdk::PanelInfo OutboxPanel::panelInfo()
{
    return {QStringLiteral("dispatch.outbox"), tr("Outbox"), QStringLiteral("send"), sdk::PanelArea::Bottom, {855, 232},
            sdk::PanelVisibility::Hidden};
}

void OutboxPanel::restyle()
{
    const kit::Theme& t = m_place.themes.theme();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setMinimumSectionSize(t.px(t.row.table));
    m_table->verticalHeader()->setDefaultSectionSize(t.px(t.row.table));
    for (int c = 0; c < OutboxModel::ColumnCount; ++c) {
        const bool flex = c == OutboxModel::CommandColumn;
        m_table->horizontalHeader()->setSectionResizeMode(c, flex ? QHeaderView::Stretch : QHeaderView::Fixed);
        if (!flex) m_table->setColumnWidth(c, t.px(widths[c]));
    }
    m_reason->setStyleSheet(QStringLiteral("#outboxReason { background: %1; border: none; border-left: 1px solid %2; } "
                                           "#outboxReason QLabel { background: transparent; }")
                                .arg(t.surface.panel.name(), t.line.strong.name()));
    m_note->setContentsMargins(t.px(12), t.px(6), t.px(12), t.px(6));
    m_note->setStyleSheet(QStringLiteral("background: %1; color: %2; font-size: %3px; border-top: 1px solid %4;")
                              .arg(t.surface.panel.name(), t.text.tertiary.name())
                              .arg(t.size(kit::Type::Caption))
                              .arg(t.line.subtle.name()));
    for (QLabel* name : m_names) name->setStyleSheet(QStringLiteral("color: %1;").arg(t.text.tertiary.name()));
    m_head->setStyleSheet(QStringLiteral("font-weight: bold; color: %1;").arg(t.semantic.alarm.name()));
}

void OutboxPanel::words()
{
    m_table->setAccessibleName(tr("Commands of this desk that aren't confirmed"));
    m_note->setText(tr("unknown: sent, no receipt seen; asked again by itself, never done twice"));
    m_names[0]->setText(tr("Happened"));
    m_names[1]->setText(tr("For the case"));
    m_names[2]->setText(tr("Now"));
    m_dismiss->setText(tr("Give it up"));
    m_withdrawAll->setText(tr("Withdraw all that isn't sent"));
    m_model->languageChanged();
    refresh();
}

void OutboxPanel::refresh()
{
    sdk::PanelStatus s = cases::linkPanelStatus(m_place);
    if (s.state == sdk::PanelState::Loading || s.state == sdk::PanelState::Error) {
        setStatus(s);
        return;
    }
    const int waiting = m_model->count(CommandState::Waiting), sent = m_model->count(CommandState::Sent),
              unknown = m_model->count(CommandState::Unknown), refused = m_model->count(CommandState::Refused);
    m_withdrawAll->setEnabled(waiting > 0);
    m_note->setVisible(unknown > 0);
    s.tone = sdk::FreshnessTone::Normal;
    if (m_model->rowCount() == 0) {
        s.state = sdk::PanelState::Empty;
        s.freshness = tr("everything confirmed");
        s.headline = tr("Nothing waits here");
        s.sentence = tr("What you command stands here until the gateway has it on disk.");
        s.hint.clear();
    } else {
        const bool offline = s.state == sdk::PanelState::Partial;
        s.state = sdk::PanelState::Ready;
        QStringList parts;
        if (waiting) parts << tr("unsent %1").arg(waiting);
        if (sent) parts << tr("pending %1").arg(sent);
        if (unknown) parts << tr("unknown %1").arg(unknown);
        if (refused) parts << tr("refused %1").arg(refused);
        s.freshness = parts.join(tr(", ", "between counts"));
        s.tone = refused ? sdk::FreshnessTone::Alarm : offline || unknown ? sdk::FreshnessTone::Warn : sdk::FreshnessTone::Normal;
        s.hidden = offline ? tr("kept on this desk's disk; sent in this order when the gateway is back") : QString();
    }
    setStatus(s);
    if (m_following || !m_table->currentIndex().isValid()) {
        int row = 0;
        for (int i = m_model->rowCount() - 1; i >= 0; --i)
            if (m_model->at(i)->state == CommandState::Refused) row = i;
        if (m_model->rowCount() > 0) m_table->setCurrentIndex(m_model->index(row, OutboxModel::CommandColumn));
    }
    refreshReason();
}

const DeskCommand* OutboxPanel::current() const
{
    return m_model->at(m_table->currentIndex().row());
}

void OutboxPanel::refreshReason()
{
    const DeskCommand* c = current();
    const bool refused = c && c->state == CommandState::Refused;
    m_reason->setVisible(refused);
    if (!refused) return;
    const kit::Theme& t = m_place.themes.theme();
    m_headIcon->setPixmap(m_place.themes.icons().pixmap(QStringLiteral("ban"), t.px(14), t.semantic.alarm, devicePixelRatioF()));
    const QString number = c->duty ? cases::DutyCommandWords::subject(c->duty->subject)
        : c->caseId.isNone()       ? tr("New case")
                                   : CaseWords::number(c->caseId);
    m_head->setText(tr("%1: %2 was refused").arg(number, c->duty ? cases::DutyCommandWords::text(c->duty->command)
                                                                  : cases::CommandWords::text(m_place, c->command)));
    m_parts[0]->setText(c->rejection ? m_place.text(c->rejection->sentence) : tr("The gateway refused it."));
    const domain::Case* state = m_place.desk.cases().find(c->caseId);
    QString effect = c->duty ? tr("It stands as it was before.") : tr("There is no such case at the gateway.");
    if (state) {
        const kit::LimitView limit = CaseWords::nextLimit(m_place.desk, *state);
        effect = tr("Still at \"%1\"").arg(CaseWords::phase(state->phase));
        if (!state->lead.isNone()) effect += tr(", with %1").arg(CaseWords::agency(m_place, state->lead));
        if (limit.state != kit::LimitState::None) effect += tr(", %1").arg(kit::DurationText::limit(limit));
        effect += state->handler.isNone() ? tr("; nobody was sent.") : tr("; %1 has it.").arg(CaseWords::person(m_place, state->handler));
    }
    m_parts[1]->setText(effect);
    const AgencyId instead = c->rejection ? c->rejection->instead : AgencyId();
    m_instead->setVisible(!instead.isNone());
    m_instead->setText(tr("Route to %1").arg(CaseWords::agency(m_place, instead)));
    m_parts[2]->setText(instead.isNone() ? tr("Look at the case as it is now, then decide again, or give the command up.")
                                         : tr("Route it to %1, or give the command up.").arg(CaseWords::agency(m_place, instead)));
    m_show->setVisible(state != nullptr);
    if (state) m_show->setText(tr("See version %1").arg(state->version));
}

void OutboxPanel::act(int row)
{
    const DeskCommand* c = m_model->at(row);
    if (!c) return;
    const Uuid id = c->id;
    if (c->state == CommandState::Waiting) m_place.desk.withdraw(id);
    else if (c->state == CommandState::Refused) m_place.desk.dismiss(id);
    m_following = true;
}

void OutboxPanel::runAction(const QString& id)
{
    if (id == QLatin1String("reconnect")) m_place.desk.reconnectNow();
    Panel::runAction(id);
}

bool OutboxPanel::eventFilter(QObject* watched, QEvent* event)
{
    // Letters are the panel's keys; the table would search for a row that begins with them.
    if (watched == m_table && event->type() == QEvent::KeyPress) {
        auto* key = static_cast<QKeyEvent*>(event);
        if (!key->text().isEmpty() && key->text().at(0).isPrint()) {
            keyPressEvent(key);
            return true;
        }
    }
    return Panel::eventFilter(watched, event);
}

void OutboxPanel::keyPressEvent(QKeyEvent* event)
{
    if (event->modifiers() == Qt::NoModifier && (event->key() == Qt::Key_U || event->key() == Qt::Key_Delete)) {
        act(m_table->currentIndex().row());
        return;
    }
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && current()) {
        m_place.selection.openCase(current()->caseId);
        return;
    }
    Panel::keyPressEvent(event);
}

void OutboxPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) words();
    Panel::changeEvent(event);
}

std::unique_ptr<sdk::PanelFactory> outboxPanelFactory(const cases::Workplace& place)
{
    return sdk::makePanelFactory(&OutboxPanel::panelInfo,
                                 [&place](QWidget* parent) { return new OutboxPanel(place, parent); });
}

} // namespace zs::dispatch
