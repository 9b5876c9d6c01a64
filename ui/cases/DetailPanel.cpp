#include "ui/cases/DetailPanel.h"

#include "ui/cases/ActionBar.h"
#include "ui/cases/CaseWords.h"
#include "ui/cases/DetailParts.h"
#include "ui/cases/LabelTone.h"
#include "ui/cases/LinkStatusText.h"
#include "ui/cases/PhaseSteps.h"
#include "ui/cases/Timeline.h"
#include "ui/kit/KeyCap.h"
#include "ui/kit/PhaseRail.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace zs::cases {

namespace {

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
    : Panel(parent), m_place(place), m_actions(new CaseActions(place, this)), m_bar(new ActionBar(place, *m_actions, this))
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
    all->addWidget(m_bar);

    connect(&place.selection, &cases::Selection::caseSelected, this, &DetailPanel::showCase);
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
    auto* body = new QWidget(m_scroll->viewport()); // its final place: its style is worked out once
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

    m_whom->installEventFilter(this);
    m_timeline->installEventFilter(this);
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
    m_bar->words();
    m_limitsTitle->setText(tr("Limits"));
    m_limitsNote->setText(tr("mark = 80 %"));
    m_whomTitle->setText(tr("Whom to send"));
    m_timelineTitle->setText(tr("Timeline"));
    m_rail->setAccessibleName(tr("Steps of the case"));
    m_whom->setAccessibleName(tr("Whom to send, best placed first"));
    m_timeline->setAccessibleName(tr("Timeline of the case"));
    m_candidateAge = 0;
    kit::setSheetKeys(*this, CaseActions::sheetKeys());
    m_events->refresh();
    refresh();
}

void DetailPanel::showCase(CaseId id)
{
    m_case = id;
    m_bar->setCase(id);
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
    m_bar->refresh();
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
    m_rail->setNodes(PhaseSteps::of(m_place, *state, m_events->events()));
    if (m_candidateAge-- <= 0) {
        m_candidateAge = rankEverySeconds;
        refreshCandidates(*state);
    }
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

bool DetailPanel::eventFilter(QObject* watched, QEvent* event)
{
    // Letters are the panel's keys; a list would search for a row that begins with them.
    if ((watched == m_whom || watched == m_timeline) && event->type() == QEvent::KeyPress) {
        auto* key = static_cast<QKeyEvent*>(event);
        if (!key->text().isEmpty() && key->text().at(0).isPrint()) {
            keyPressEvent(key);
            return true;
        }
    }
    return Panel::eventFilter(watched, event);
}

void DetailPanel::keyPressEvent(QKeyEvent* event)
{
    if (event->modifiers() == Qt::NoModifier && event->key() == Qt::Key_Period) {
        m_bar->openMenu();
        return;
    }
    if (m_actions->runKey(m_case, *event, this)) return;
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
