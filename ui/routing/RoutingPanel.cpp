#include "ui/routing/RoutingPanel.h"

#include "ui/cases/CaseWords.h"
#include "ui/cases/LabelTone.h"
#include "ui/cases/LinkStatusText.h"
#include "ui/cases/sheet/SheetView.h"
#include "ui/routing/RoutingRows.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QVBoxLayout>

#include <algorithm>

namespace zs::routing {

using cases::CaseWords;
using kit::Tone;

RoutingPanel::RoutingPanel(const cases::Workplace& place, QWidget* parent)
    : Panel(parent), m_place(place), m_actions(new cases::CaseActions(place, this)),
      m_model(new cases::SheetModel(std::vector<cases::SheetColumn>(RoutingRows::ColumnCount), this)),
      m_sheet(new cases::SheetView(place.themes, *m_model, this)), m_footer(new QLabel(this))
{
    const kit::Theme& t = place.themes.theme();
    setObjectName(QStringLiteral("routingPanel"));
    m_sheet->setObjectName(QStringLiteral("routingSheet"));
    m_footer->setObjectName(QStringLiteral("routingFooter"));
    m_footer->setTextFormat(Qt::PlainText);
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(t.px(12), 0, t.px(12), 0);
    foot->addWidget(m_footer, 1);
    auto* footer = new QFrame(this);
    footer->setObjectName(QStringLiteral("partialFooter")); // the kit's footer look
    footer->setFixedHeight(t.px(28));
    footer->setLayout(foot);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addWidget(m_sheet, 1);
    all->addWidget(footer);
    setFocusProxy(m_sheet);

    connect(m_sheet, &cases::SheetView::keyActivated, this, &RoutingPanel::use);
    connect(m_sheet, &cases::SheetView::menuWanted, this, [this](quint64, QPoint at) { showMenu(at); });
    connect(m_sheet, &cases::SheetView::currentKeyChanged, this, [this] { say({}, Tone::Tertiary); });
    connect(&place.selection, &cases::Selection::caseSelected, this, &RoutingPanel::showCase);
    connect(&place.desk, &cases::Desk::casesReset, this, [this] {
        lookAround();
        refresh();
    });
    connect(&place.desk, &cases::Desk::dutiesChanged, this, &RoutingPanel::refresh);
    connect(&place.desk, &cases::Desk::casesChanged, this, [this](const std::vector<std::uint32_t>& rows) {
        const session::CaseStore& store = m_place.desk.cases();
        const auto row = store.rowOf(m_case);
        const auto touches = [&](std::uint32_t r) {
            return store.row(r).mergedInto == m_case || std::ranges::find(m_around.merged, store.row(r).id) != m_around.merged.end();
        };
        if (!m_case.isNone() && std::ranges::any_of(rows, touches)) {
            lookAround();
            refresh();
        }
        if (!row || std::ranges::find(rows, *row) == rows.end()) return;
        m_place.desk.requestTimeline(m_case);
        refresh();
    });
    connect(&place.desk, &cases::Desk::timelineReady, this,
            [this](CaseId id, const std::vector<domain::RecordedEvent>& events, session::TimelineSource source) {
                if (id != m_case) return;
                m_events = events;
                std::ranges::sort(m_events, {}, &domain::RecordedEvent::version);
                m_source = source;
                refresh();
            });
    connect(&place.desk, &cases::Desk::linkChanged, this, &RoutingPanel::refreshStatus);
    connect(m_actions, &cases::CaseActions::submitted, this,
            [this](CaseId, const QString& what) { say(what, Tone::Secondary); });
    connect(m_actions, &cases::CaseActions::refused, this, [this](CaseId, const QString& sentence) { say(sentence, Tone::Alarm); });
    connect(&place.themes, &kit::ThemeManager::changed, this, [this] {
        m_sheet->restyle();
        refreshStatus();
    });
    connect(&m_second, &QTimer::timeout, this, [this] {
        if (isVisible()) refresh(); // what the limits say now
    });
    m_second.start(std::chrono::seconds(1));
    words();
    showCase(place.selection.selectedCase());
}

sdk::PanelInfo RoutingPanel::panelInfo()
{
    return {QStringLiteral("routing.case"), tr("Routing"), QStringLiteral("waypoints"), sdk::PanelArea::Right, {480, 738},
            sdk::PanelVisibility::Hidden};
}

sdk::PanelInfo RoutingPanel::info() const
{
    sdk::PanelInfo i = panelInfo();
    if (!m_case.isNone()) i.title += u' ' + CaseWords::number(m_case);
    return i;
}

QList<sdk::PanelColumn> RoutingPanel::columns() const
{
    QList<sdk::PanelColumn> list;
    for (const cases::SheetColumn& c : m_model->columns()) list.append({c.title, c.width, c.align});
    return list;
}

void RoutingPanel::words()
{
    const bool english = m_place.translations.language() == kit::Language::English;
    m_model->setColumns({{tr("What"), 0},
                         {tr("Who"), 96},
                         {tr("When"), 88, Qt::AlignRight},
                         {tr("Limit"), english ? 92 : 88, Qt::AlignRight}});
    m_sheet->setAccessibleName(tr("The way of the case"));
    const QList<kit::SheetKey> keys{{QStringLiteral("J K"), tr("Next, previous line")}, {QStringLiteral("Enter"), tr("What the line is about")}};
    kit::setSheetKeys(*this, keys + cases::CaseActions::sheetKeys());
    refresh();
}

void RoutingPanel::showCase(CaseId id)
{
    m_case = id;
    m_events.clear();
    m_source = session::TimelineSource::Partial;
    say({}, Tone::Tertiary);
    if (!id.isNone()) m_place.desk.requestTimeline(id);
    lookAround();
    refresh();
    Q_EMIT infoChanged();
}

void RoutingPanel::lookAround()
{
    m_around = {};
    const session::CaseStore& store = m_place.desk.cases();
    const domain::Case* state = store.find(m_case);
    if (!state || !isVisible()) return; // showEvent() looks again
    // Only the duplicate knows of a merge; one walk when a case is chosen, some ms for a hundred thousand.
    for (std::size_t i = 0; i < store.size(); ++i)
        if (store.row(i).mergedInto == m_case) m_around.merged.push_back(store.row(i).id);
    // Whoever took it in by app or telephone saw no candidates: they are shown until it is on its way.
    if (state->phase == domain::Phase::Received || state->phase == domain::Phase::Classified) {
        if (!m_finder) {
            m_finder = new cases::DuplicateFinder(m_place, this);
            connect(m_finder, &cases::DuplicateFinder::completed, this, [this] {
                lookAround();
                refresh();
            });
        }
        m_around.alike = m_finder->find(cases::probeOf(*state));
        std::erase_if(m_around.alike, [](const auto& candidate) { return !candidate.isOpen; });
    }
}

void RoutingPanel::refresh()
{
    const domain::Case* state = m_place.desk.cases().find(m_case);
    m_model->setRows(state ? RoutingRows::of(m_place, *state, m_events, m_around) : std::vector<cases::SheetRow>());
    refreshStatus();
}

void RoutingPanel::refreshStatus()
{
    const QString text = m_said.isEmpty() ? tr("Enter does what the line is about; . shows all that can be done") : m_said;
    cases::setTone(*m_footer, m_place.themes.theme(), m_said.isEmpty() ? Tone::Tertiary : m_saidTone);
    m_footer->setText(text);
    m_footer->setToolTip(text);
    sdk::PanelStatus s = cases::linkPanelStatus(m_place);
    const domain::Case* state = m_place.desk.cases().find(m_case);
    if (s.state == sdk::PanelState::Ready || s.state == sdk::PanelState::Partial) {
        if (!state) {
            s.state = sdk::PanelState::Empty;
            s.headline = tr("No case is selected");
            s.sentence = tr("Choose one in the queue, on the map or in a lane: its way stands here.");
            s.hint.clear();
        } else if (s.state == sdk::PanelState::Ready) {
            s.freshness = tr("version %1, live").arg(state->version);
        } else {
            // Its age stands in the title; nothing is missing but events.
            s.state = sdk::PanelState::Ready;
            if (m_source == session::TimelineSource::Partial) s.hidden = tr("steps as far as known here");
        }
    }
    setStatus(s);
}

void RoutingPanel::use(quint64 key)
{
    const domain::Case* state = m_place.desk.cases().find(m_case);
    if (!state) return;
    const cases::SheetRow* row = m_model->at(m_model->rowOf(key));
    if (row && !row->caseId.isNone()) m_place.selection.openCase(row->caseId);
    else if (const auto action = RoutingRows::useOf(*state, key)) m_actions->run(m_case, *action, this);
}

void RoutingPanel::showMenu(QPoint at)
{
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("caseMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    m_actions->fillMenu(*menu, m_case, this);
    menu->popup(at);
}

void RoutingPanel::say(const QString& sentence, Tone tone)
{
    m_said = sentence;
    m_saidTone = tone;
    refreshStatus();
}

void RoutingPanel::runAction(const QString& id)
{
    if (id == QLatin1String("reconnect")) m_place.desk.reconnectNow();
    Panel::runAction(id);
}

void RoutingPanel::keyPressEvent(QKeyEvent* event)
{
    if (!m_case.isNone()) {
        if (event->modifiers() == Qt::NoModifier && event->key() == Qt::Key_Period) {
            showMenu(m_sheet->viewport()->mapToGlobal(m_sheet->visualRect(m_sheet->currentIndex()).bottomLeft()));
            return;
        }
        if (m_actions->runKey(m_case, *event, this)) return;
    }
    Panel::keyPressEvent(event);
}

void RoutingPanel::showEvent(QShowEvent* event)
{
    lookAround();
    refresh();
    Panel::showEvent(event);
}

void RoutingPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) words();
    Panel::changeEvent(event);
}

std::unique_ptr<sdk::PanelFactory> routingPanelFactory(const cases::Workplace& place)
{
    return sdk::makePanelFactory(&RoutingPanel::panelInfo,
                                 [&place](QWidget* parent) { return new RoutingPanel(place, parent); });
}

} // namespace zs::routing
