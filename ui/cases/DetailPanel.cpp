#include "ui/cases/DetailPanel.h"

#include "ui/cases/CaseWords.h"
#include "ui/cases/DetailParts.h"
#include "ui/cases/LabelTone.h"
#include "ui/cases/LinkStatusText.h"
#include "ui/cases/Timeline.h"
#include "ui/kit/KeyCap.h"
#include "ui/kit/PhaseRail.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace zs::cases {

namespace {

constexpr Action barActions[] = {Action::Dispatch, Action::Route, Action::Classify, Action::Accept, Action::Return,
                                 Action::Note};
constexpr int rankEverySeconds = 5;

QFrame* rule(QWidget* parent)
{
    auto* line = new QFrame(parent);
    line->setObjectName(QStringLiteral("detailRule"));
    line->setFixedHeight(1);
    line->setAutoFillBackground(true);
    return line;
}

/// Rows of a timeline have to be 28 px and the list as high as its rows: the panel scrolls as a whole.
QListView* makeList(QWidget* parent, const char* name)
{
    auto* list = new QListView(parent);
    list->setObjectName(QLatin1String(name));
    list->setUniformItemSizes(true);
    list->setMouseTracking(true);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->setTabKeyNavigation(false);
    return list;
}

} // namespace

DetailPanel::DetailPanel(const Workplace& place, QWidget* parent)
    : Panel(parent), m_place(place), m_actions(new CaseActions(place, this))
{
    setObjectName(QStringLiteral("detailPanel"));
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    m_scroll = new QScrollArea(this);
    m_scroll->setObjectName(QStringLiteral("detailScroll"));
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidget(makeBody());
    m_scroll->setFocusPolicy(Qt::NoFocus);
    all->addWidget(m_scroll, 1);
    m_said = heading("detailSaid");
    m_said->setWordWrap(true);
    m_said->setContentsMargins(place.themes.theme().px(12), 4, place.themes.theme().px(12), 4);
    m_said->hide();
    all->addWidget(m_said);
    all->addWidget(makeBar());

    connect(&place.selection, &dispatch::Selection::caseSelected, this, &DetailPanel::showCase);
    connect(&place.desk, &Desk::casesReset, this, &DetailPanel::refresh);
    connect(&place.desk, &Desk::casesChanged, this, [this](const std::vector<std::uint32_t>& rows) {
        const auto row = m_place.desk.cases().rowOf(m_case);
        if (!row || std::ranges::find(rows, *row) == rows.end()) return;
        m_place.desk.requestTimeline(m_case);
        refresh();
    });
    connect(&place.desk, &Desk::outboxChanged, this, &DetailPanel::refresh);
    connect(&place.desk, &Desk::linkChanged, this, &DetailPanel::refreshStatus);
    connect(&place.desk, &Desk::timelineReady, this,
            [this](CaseId id, const std::vector<domain::RecordedEvent>& events, session::TimelineSource source) {
                if (id != m_case) return;
                m_source = source;
                m_events->setEvents(events);
                refresh();
            });
    connect(m_actions, &CaseActions::refused, this,
            [this](CaseId, const QString& sentence) { say(sentence, kit::Tone::Alarm); });
    connect(m_actions, &CaseActions::submitted, this, [this] { say({}, kit::Tone::Secondary); });
    connect(&place.themes, &kit::ThemeManager::changed, this, [this] {
        words();
        fitLists();
    });
    connect(&m_second, &QTimer::timeout, this, &DetailPanel::refreshTimes);
    m_second.start(std::chrono::seconds(1));
    words();
    showCase(place.selection.selectedCase());
}

QLabel* DetailPanel::heading(const char* name)
{
    auto* label = new QLabel(this);
    label->setObjectName(QLatin1String(name));
    label->setTextFormat(Qt::PlainText);
    return label;
}

QWidget* DetailPanel::makeBody()
{
    const kit::Theme& t = m_place.themes.theme();
    auto* body = new QWidget(this);
    auto* all = new QVBoxLayout(body);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    const auto head = [&](QLabel* title, QLabel* note, Qt::Alignment noteAt) {
        auto* row = new QHBoxLayout;
        row->setContentsMargins(t.px(12), t.px(5), t.px(12), t.px(3));
        row->setSpacing(t.px(8));
        row->addWidget(title);
        row->addWidget(note, 1, noteAt);
        all->addLayout(row);
        return row;
    };
    m_head = new CaseHead(m_place, body);
    m_rail = new kit::PhaseRail(m_place.themes, {}, body);
    m_rail->setObjectName(QStringLiteral("detailRail"));
    m_limits = new LimitRows(m_place, body);
    m_limitsTitle = heading("detailLimitsTitle");
    m_limitsNote = heading("detailLimitsNote");
    m_whomTitle = heading("detailWhomTitle");
    m_whomNote = heading("detailWhomNote");
    m_timelineTitle = heading("detailTimelineTitle");
    m_timelineCount = heading("detailTimelineCount");
    m_candidates = new CandidateModel(m_place, this);
    m_whom = makeList(body, "detailWhom");
    m_whom->setModel(m_candidates);
    m_whom->setItemDelegate(new CandidateDelegate(m_place, *m_candidates, m_whom));
    m_events = new TimelineModel(m_place, this);
    m_timeline = makeList(body, "detailTimeline");
    m_timeline->setModel(m_events);
    m_timeline->setItemDelegate(new TimelineDelegate(m_place.themes, m_timeline));
    m_timeline->setSelectionMode(QAbstractItemView::NoSelection);
    m_earlier = new QPushButton(body);
    m_earlier->setObjectName(QStringLiteral("detailEarlier"));
    kit::setButtonRole(*m_earlier, kit::ButtonRole::Link);

    all->addWidget(m_head);
    all->addWidget(rule(body));
    auto* rail = new QHBoxLayout;
    rail->setContentsMargins(t.px(6), 0, t.px(6), 0);
    rail->addWidget(m_rail);
    all->addLayout(rail);
    all->addWidget(rule(body));
    head(m_limitsTitle, m_limitsNote, Qt::AlignRight);
    all->addWidget(m_limits);
    all->addSpacing(t.px(6));
    all->addWidget(rule(body));
    head(m_whomTitle, m_whomNote, Qt::AlignLeft);
    all->addWidget(m_whom);
    all->addWidget(rule(body));
    head(m_timelineTitle, m_timelineCount, Qt::AlignLeft);
    all->addWidget(m_timeline);
    auto* earlier = new QHBoxLayout;
    earlier->setContentsMargins(t.px(54), t.px(2), t.px(12), t.px(6));
    earlier->addWidget(m_earlier);
    earlier->addStretch(1);
    all->addLayout(earlier);
    all->addStretch(1);

    connect(m_earlier, &QPushButton::clicked, m_events, &TimelineModel::showAll);
    connect(m_events, &TimelineModel::hiddenRowsChanged, this, &DetailPanel::fitLists);
    connect(m_candidates, &CandidateModel::modelReset, this, &DetailPanel::fitLists);
    connect(m_whom->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& now) {
        if (const Candidate* c = m_candidates->at(now.row())) m_place.selection.selectPerson(c->person);
    });
    connect(m_whom, &QListView::activated, this, [this](const QModelIndex& index) {
        if (const Candidate* c = m_candidates->at(index.row())) m_actions->askDispatch(m_case, c->person, this);
    });
    return body;
}

QWidget* DetailPanel::makeBar()
{
    const kit::Theme& t = m_place.themes.theme();
    auto* bar = new QFrame(this);
    bar->setObjectName(QStringLiteral("detailBar"));
    bar->setFixedHeight(t.px(t.bar.actions));
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(t.px(12), 0, t.px(4), 0);
    row->setSpacing(t.px(6));
    static constexpr const char* names[] = {"actionDispatch", "actionRoute",  "actionClassify",
                                            "actionAccept",   "actionReturn", "actionNote"};
    for (std::size_t i = 0; i < std::size(barActions); ++i) {
        const Action action = barActions[i];
        auto* button = new kit::KeyButton(m_place.themes, {}, CaseActions::key(action), kit::ButtonRole::Plain, bar);
        button->setObjectName(QLatin1String(names[i]));
        connect(button, &QPushButton::clicked, this, [this, action] { m_actions->run(m_case, action, this); });
        row->addWidget(button);
        m_buttons[action] = button;
    }
    auto* withdraw = new kit::KeyButton(m_place.themes, {}, CaseActions::key(Action::Withdraw), kit::ButtonRole::Plain, bar);
    withdraw->setObjectName(QStringLiteral("actionWithdraw"));
    connect(withdraw, &QPushButton::clicked, this, [this] { m_actions->run(m_case, Action::Withdraw, this); });
    row->addWidget(withdraw);
    m_buttons[Action::Withdraw] = withdraw;
    m_more = new kit::KeyButton(m_place.themes, QStringLiteral("…"), {}, kit::ButtonRole::Plain, bar);
    m_more->setObjectName(QStringLiteral("actionMore"));
    connect(m_more, &QPushButton::clicked, this, [this] {
        auto* menu = new QMenu(this);
        menu->setObjectName(QStringLiteral("caseMenu"));
        menu->setAttribute(Qt::WA_DeleteOnClose);
        m_actions->fillMenu(*menu, m_case, this);
        menu->popup(m_more->mapToGlobal(QPoint(0, -menu->sizeHint().height())));
    });
    row->addWidget(m_more);
    row->addStretch(1);
    return bar;
}

sdk::PanelInfo DetailPanel::panelInfo()
{
    return {QStringLiteral("cases.detail"), tr("Case"), QStringLiteral("file-text"), sdk::PanelArea::Right, {432, 738},
            sdk::PanelVisibility::Shown};
}

sdk::PanelInfo DetailPanel::info() const
{
    sdk::PanelInfo i = panelInfo();
    if (!m_case.isNone()) i.title += u' ' + CaseWords::number(m_case);
    return i;
}

void DetailPanel::runAction(const QString& id)
{
    if (id == QLatin1String("receive")) m_actions->receive(this);
    else if (id == QLatin1String("reconnect")) m_place.desk.reconnectNow();
    Panel::runAction(id);
}

void DetailPanel::words()
{
    const kit::Theme& t = m_place.themes.theme();
    for (QLabel* label : {m_limitsTitle, m_whomTitle, m_timelineTitle})
        setTone(*label, t, kit::Tone::Primary, kit::Weight::Strong);
    for (QLabel* label : {m_limitsNote, m_whomNote, m_timelineCount}) setTone(*label, t, kit::Tone::Tertiary);
    for (QFrame* line : findChildren<QFrame*>(QStringLiteral("detailRule"))) {
        line->setStyleSheet(QStringLiteral("background: %1;").arg(t.line.subtle.name()));
    }
    if (auto* bar = findChild<QFrame*>(QStringLiteral("detailBar")))
        bar->setStyleSheet(QStringLiteral("#detailBar { background: %1; border: none; border-top: 1px solid %2; }")
                               .arg(t.surface.raised.name(), t.line.strong.name()));
    m_limitsTitle->setText(tr("Limits"));
    m_limitsNote->setText(tr("mark = 80 %"));
    m_whomTitle->setText(tr("Whom to send"));
    m_timelineTitle->setText(tr("Timeline"));
    m_rail->setAccessibleName(tr("Steps of the case"));
    m_whom->setAccessibleName(tr("Whom to send, best placed first"));
    m_timeline->setAccessibleName(tr("Timeline of the case"));
    m_more->setAccessibleName(tr("More actions"));
    for (auto& [action, button] : m_buttons) button->setText(CaseActions::label(action));
    m_candidateAge = 0;
    m_events->refresh();
    refresh();
}

void DetailPanel::showCase(CaseId id)
{
    m_case = id;
    m_source = session::TimelineSource::Partial;
    m_events->setCase(id);
    m_candidateAge = 0;
    m_scroll->ensureVisible(0, 0);
    say({}, kit::Tone::Secondary);
    if (!id.isNone()) m_place.desk.requestTimeline(id);
    refresh();
    Q_EMIT infoChanged();
}

void DetailPanel::refresh()
{
    m_candidateAge = 0;
    refreshTimes();
    refreshActions();
    m_timelineCount->setText(m_case.isNone() ? QString() : QString::number(m_events->events().size()));
    fitLists();
}

void DetailPanel::refreshTimes()
{
    refreshStatus();
    const domain::Case* state = m_place.desk.cases().find(m_case);
    if (!state) return;
    m_head->setCase(*state);
    m_limits->setCase(*state);
    refreshRail(*state);
    if (m_candidateAge-- <= 0) {
        m_candidateAge = rankEverySeconds;
        refreshCandidates(*state);
    }
}

void DetailPanel::refreshRail(const domain::Case& state)
{
    using domain::Phase;
    struct Node {
        QString name;
        Phase phase; ///< is done when this was reached
        TimePoint at{};
    };
    std::vector<Node> nodes = {{tr("Intake"), Phase::Received},      {tr("Register"), Phase::Classified},
                               {tr("Route"), Phase::Routed},         {tr("Accept"), Phase::Accepted},
                               {tr("Dispatch"), Phase::Dispatched},  {tr("On scene"), Phase::OnScene},
                               {tr("Report"), Phase::Finished}};
    for (const domain::RecordedEvent& e : m_events->events()) {
        const auto mark = [&](Phase phase) {
            for (Node& node : nodes)
                if (node.phase == phase) node.at = e.at;
        };
        if (std::holds_alternative<domain::Received>(e.event)) mark(Phase::Received);
        else if (std::holds_alternative<domain::Classified>(e.event)) mark(Phase::Classified);
        else if (std::holds_alternative<domain::Routed>(e.event)) mark(Phase::Routed);
        else if (std::holds_alternative<domain::Accepted>(e.event)) mark(Phase::Accepted);
        else if (std::holds_alternative<domain::Dispatched>(e.event)) mark(Phase::Dispatched);
        else if (std::holds_alternative<domain::Arrived>(e.event)) mark(Phase::OnScene);
        else if (std::holds_alternative<domain::Finished>(e.event)) mark(Phase::Finished);
        else if (std::holds_alternative<domain::Returned>(e.event))
            for (Node& node : nodes)
                if (node.phase == Phase::Routed || node.phase == Phase::Accepted) node.at = {};
    }
    nodes.front().at = state.receivedAt;
    nodes[5].at = state.arrivedAt;
    nodes[6].at = state.finishedAt;
    // What this desk has asked for has no event yet.
    for (Node& node : nodes)
        if (node.phase == state.phase && node.at == TimePoint{}) node.at = state.phaseAt;
    // The next step is the current one: "Route, to do".
    const Phase reached = state.phase == Phase::Acknowledged ? Phase::Dispatched : state.phase;
    const TimePoint now = m_place.desk.serverNow();
    const kit::Attention attention = CaseWords::nextLimit(state, now).attention;
    QList<kit::PhaseNode> shown;
    bool currentGiven = false;
    for (const Node& node : nodes) {
        kit::PhaseNode n;
        n.name = node.name;
        if (node.phase <= reached) {
            n.progress = kit::PhaseProgress::Done;
            n.note = node.at == TimePoint{} ? QStringLiteral("—") : CaseWords::clock(m_place, node.at, now).right(5);
        } else if (!currentGiven) {
            currentGiven = true;
            n.progress = kit::PhaseProgress::Current;
            n.note = reached == Phase::Dispatched ? (state.phase == Phase::Acknowledged ? tr("en route") : tr("sent"))
                                                  : tr("to do");
            n.tone = attention == kit::Attention::Alarm ? kit::Tone::Alarm
                : attention == kit::Attention::Warn     ? kit::Tone::Warn
                                                        : kit::Tone::Primary;
        }
        shown.append(n);
    }
    m_rail->setNodes(shown);
}

void DetailPanel::refreshCandidates(const domain::Case& state)
{
    const bool asks = state.isOpen() && state.phase != domain::Phase::Acknowledged && state.phase != domain::Phase::OnScene;
    auto best = asks ? rankCandidates(m_place.desk, state, 3) : std::vector<Candidate>();
    QString note;
    if (!state.isOpen()) note = tr("closed, nobody is needed");
    else if (!asks) note = tr("%1 is on it").arg(CaseWords::person(m_place, state.handler));
    else if (best.empty()) note = tr("nobody on duty has room");
    else note = tr("by own grid, distance, load; you decide");
    m_whomNote->setText(note);
    m_candidates->setCandidates(std::move(best));
}

void DetailPanel::refreshActions()
{
    Action main = Action::Note;
    for (const Action action : {Action::Withdraw, Action::Return, Action::Accept, Action::Route, Action::Dispatch,
                                Action::Classify}) {
        auto* button = m_buttons[action];
        const Legality now = m_actions->legality(m_case, action);
        button->setEnabled(now.legal);
        button->setToolTip(now.legal ? QString() : now.reason);
        button->setAccessibleDescription(now.reason);
        if (now.legal && action != Action::Withdraw && action != Action::Return) main = action;
    }
    const domain::Case* state = m_place.desk.cases().find(m_case);
    // A registered case can be routed or sent out at once; a fresh one is registered first, as the button says.
    if (state && state->phase == domain::Phase::Classified) main = Action::Dispatch;
    m_buttons[Action::Note]->setEnabled(state != nullptr);
    m_more->setEnabled(state != nullptr);
    const bool fresh = state && (state->phase == domain::Phase::Received || state->phase == domain::Phase::Classified);
    const bool routed = state && (state->phase == domain::Phase::Routed || state->phase == domain::Phase::Accepted);
    m_buttons[Action::Classify]->setVisible(fresh);
    m_buttons[Action::Accept]->setVisible(routed);
    m_buttons[Action::Return]->setVisible(routed);
    m_buttons[Action::Withdraw]->setVisible(m_buttons[Action::Withdraw]->isEnabled());
    for (auto& [action, button] : m_buttons)
        button->setRole(action == main && button->isEnabled() ? kit::ButtonRole::Main : kit::ButtonRole::Plain);
}

void DetailPanel::refreshStatus()
{
    sdk::PanelStatus s = linkPanelStatus(m_place);
    const domain::Case* state = m_place.desk.cases().find(m_case);
    if (s.state == sdk::PanelState::Ready || s.state == sdk::PanelState::Partial) {
        if (!state) {
            s.state = sdk::PanelState::Empty;
            s.headline = tr("No case is selected");
            s.sentence = tr("Choose one in the queue, on the map or in a lane.");
            s.hint.clear();
            s.actions = {{QStringLiteral("receive"), tr("Receive a case…")}};
        } else if (s.state == sdk::PanelState::Ready) {
            s.freshness = tr("version %1, live").arg(state->version);
        } else {
            // The strip would push the case down; its age stands in the title, and here nothing is missing but the events.
            s.state = sdk::PanelState::Ready;
            if (m_source == session::TimelineSource::Partial) s.hidden = tr("timeline as far as known here");
        }
    }
    setStatus(s);
}

void DetailPanel::fitLists()
{
    const kit::Theme& t = m_place.themes.theme();
    m_whom->setFixedHeight(m_candidates->rowCount() * t.px(56));
    m_timeline->setFixedHeight(m_events->rowCount() * t.px(t.row.timeline));
    m_earlier->setText(tr("%1 earlier").arg(m_events->hiddenRows()));
    m_earlier->setVisible(m_events->hiddenRows() > 0);
}

void DetailPanel::say(const QString& sentence, kit::Tone tone)
{
    setTone(*m_said, m_place.themes.theme(), tone);
    m_said->setText(sentence);
    m_said->setVisible(!sentence.isEmpty());
}

void DetailPanel::keyPressEvent(QKeyEvent* event)
{
    if (event->modifiers() == Qt::NoModifier) {
        for (const Action action : {Action::Dispatch, Action::Route, Action::Withdraw}) {
            if (QKeySequence(event->key()).toString() == CaseActions::key(action)) {
                m_actions->run(m_case, action, this);
                return;
            }
        }
    }
    Panel::keyPressEvent(event);
}

void DetailPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) words();
    Panel::changeEvent(event);
}

std::unique_ptr<sdk::PanelFactory> detailPanelFactory(const Workplace& place)
{
    return sdk::makePanelFactory(&DetailPanel::panelInfo,
                                 [&place](QWidget* parent) { return new DetailPanel(place, parent); });
}

} // namespace zs::cases
