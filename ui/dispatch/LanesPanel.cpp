#include "ui/dispatch/LanesPanel.h"

#include "ui/cases/CaseWords.h"
#include "ui/cases/LinkStatusText.h"
#include "ui/dispatch/LaneBoard.h"
#include "ui/dispatch/LaneView.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMenu>
#include <QScrollArea>
#include <QScrollBar>

namespace zs::dispatch {

namespace {
constexpr int atOnce = 9;
constexpr int narrowest = 200; // px at 100 %
} // namespace

LanesPanel::LanesPanel(const cases::Workplace& place, QWidget* parent)
    : Panel(parent), m_place(place), m_actions(new cases::CaseActions(place, this)),
      m_board(new LaneBoard(place, cases::CaseActions::laneAgencies(place.desk.city()), this)),
      m_scroll(new QScrollArea(this)), m_row(new QWidget(m_scroll->viewport())), m_layout(new QHBoxLayout(m_row))
{
    setObjectName(QStringLiteral("lanesPanel"));
    m_scroll->setObjectName(QStringLiteral("lanesScroll"));
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    for (std::size_t i = 0; i < m_board->lanes(); ++i) {
        auto* lane = new LaneView(place, *m_actions, *m_board, i, i < atOnce ? static_cast<int>(i) + 1 : 0, m_row);
        m_layout->addWidget(lane);
        m_lanes.append(lane);
        connect(lane, &LaneView::menuWanted, this, &LanesPanel::showMenu);
    }
    m_scroll->setWidget(m_row);
    m_scroll->viewport()->installEventFilter(this);
    auto* all = new QHBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_scroll);

    connect(m_board, &LaneBoard::lanesChanged, this, [this](const std::vector<int>& changed) {
        for (const int i : changed) m_lanes[i]->refresh();
        refreshStatus();
    });
    connect(&place.desk, &cases::Desk::outboxChanged, this, [this] {
        for (LaneView* lane : m_lanes) lane->refreshTimes();
    });
    connect(&place.desk, &cases::Desk::linkChanged, this, &LanesPanel::refreshStatus);
    connect(&place.selection, &cases::Selection::dragChanged, this, [this](CaseId id) {
        for (LaneView* lane : m_lanes) lane->setDragged(id);
    });
    connect(&place.themes, &kit::ThemeManager::changed, this, [this] {
        fit();
        for (LaneView* lane : m_lanes) lane->refresh();
    });
    connect(m_actions, &cases::CaseActions::refused, this, [this](CaseId id, const QString& sentence) {
        m_refused = cases::CaseWords::number(id) + u' ' + sentence;
        refreshStatus();
    });
    connect(m_actions, &cases::CaseActions::submitted, this, [this] {
        m_refused.clear();
        refreshStatus();
    });
    connect(m_scroll->horizontalScrollBar(), &QScrollBar::rangeChanged, this, &LanesPanel::refreshStatus);
    connect(m_scroll->horizontalScrollBar(), &QScrollBar::valueChanged, this, &LanesPanel::refreshStatus);
    connect(&m_second, &QTimer::timeout, this, [this] {
        for (LaneView* lane : m_lanes) lane->refreshTimes();
        refreshStatus();
    });
    m_second.start(std::chrono::seconds(1));
    kit::setSheetKeys(*this, cases::CaseActions::sheetKeys());
    fit();
    refreshStatus();
}

sdk::PanelInfo LanesPanel::panelInfo()
{
    return {QStringLiteral("dispatch.lanes"), tr("Agencies"), QStringLiteral("columns-3"), sdk::PanelArea::Bottom,
            {1920, 232}, sdk::PanelVisibility::Shown};
}

void LanesPanel::fit()
{
    const kit::Theme& t = m_place.themes.theme();
    const int room = m_scroll->viewport()->width();
    // Nine lanes share the width; where that is too little for a title, fewer are seen and the rest scrolls.
    const int count = static_cast<int>(m_lanes.size());
    const int seen = qBound(1, room / qMax(1, t.px(narrowest)), qMin(atOnce, qMax(1, count)));
    m_seen = seen;
    const int base = room / seen, rest = room % seen;
    for (int i = 0; i < count; ++i) m_lanes[i]->setFixedWidth(base + (i < rest ? 1 : 0));
    m_scroll->setHorizontalScrollBarPolicy(count > seen ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
}

void LanesPanel::refreshStatus()
{
    sdk::PanelStatus s = cases::linkPanelStatus(m_place);
    std::size_t open = 0, late = 0;
    const TimePoint now = m_place.desk.serverNow();
    for (std::size_t i = 0; i < m_board->lanes(); ++i) {
        open += m_board->cases(i).size();
        late += m_board->late(i, now);
    }
    if (s.state == sdk::PanelState::Ready) {
        s.freshness = tr("%1 agencies, %2 open, %3 late")
                          .arg(m_board->lanes())
                          .arg(kit::DurationText::grouped(static_cast<qint64>(open)))
                          .arg(kit::DurationText::grouped(static_cast<qint64>(late)));
    } else if (s.state == sdk::PanelState::Partial) {
        // 232 px leave no room for a strip: the title says the age, and cases can still be routed.
        s.state = sdk::PanelState::Ready;
    }
    if (!m_refused.isEmpty()) {
        s.freshness = m_refused;
        s.tone = sdk::FreshnessTone::Alarm;
    }
    const QScrollBar* bar = m_scroll->horizontalScrollBar();
    const int width = m_lanes.isEmpty() ? 1 : qMax(1, m_lanes.first()->width());
    const int left = (bar->value() + width / 2) / width;
    const int right = static_cast<int>(m_lanes.size()) - left - m_seen;
    QStringList hidden;
    if (right > 0) hidden << tr("%1 more to the right").arg(right);
    if (left > 0) hidden << tr("%1 more to the left").arg(left);
    hidden << tr("1–9 routes");
    s.hidden = hidden.join(QStringLiteral(" · "));
    setStatus(s);
}

bool LanesPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_scroll->viewport() && event->type() == QEvent::Resize) fit();
    return Panel::eventFilter(watched, event);
}

void LanesPanel::runAction(const QString& id)
{
    if (id == QLatin1String("reconnect")) m_place.desk.reconnectNow();
    Panel::runAction(id);
}

void LanesPanel::showMenu(CaseId id, QPoint at)
{
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("caseMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    m_actions->fillMenu(*menu, id, this);
    menu->popup(at);
}

void LanesPanel::keyPressEvent(QKeyEvent* event)
{
    const int digit = event->key() - Qt::Key_0;
    const CaseId id = m_place.selection.selectedCase();
    if (event->modifiers() == Qt::NoModifier && digit >= 1 && digit <= atOnce && digit <= m_lanes.size() && !id.isNone()) {
        m_actions->routeTo(id, m_lanes[digit - 1]->agency(), this);
        return;
    }
    if (m_actions->runKey(id, *event, this)) return;
    Panel::keyPressEvent(event);
}

void LanesPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        for (LaneView* lane : m_lanes) lane->words();
        kit::setSheetKeys(*this, cases::CaseActions::sheetKeys());
        refreshStatus();
    }
    Panel::changeEvent(event);
}

std::unique_ptr<sdk::PanelFactory> lanesPanelFactory(const cases::Workplace& place)
{
    return sdk::makePanelFactory(&LanesPanel::panelInfo,
                                 [&place](QWidget* parent) { return new LanesPanel(place, parent); });
}

} // namespace zs::dispatch
