#include "ui/people/PeoplePanel.h"

#include "ui/cases/CaseWords.h"
#include "ui/cases/LabelTone.h"
#include "ui/cases/LinkStatusText.h"
#include "ui/kit/SearchField.h"
#include "ui/kit/SegmentBar.h"
#include "ui/people/PeopleView.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QShortcut>
#include <QVBoxLayout>

namespace zs::people {

using cases::CaseWords;

namespace {
constexpr const char* filterIds[] = {"all", "idle", "enroute", "onscene", "full"};
}

PeoplePanel::PeoplePanel(const cases::Workplace& place, QWidget* parent)
    : Panel(parent), m_place(place), m_actions(new cases::CaseActions(place, this)),
      m_model(new PeopleTableModel(place, Millis(200), this, Begin::Asleep)), m_view(new PeopleView(place, *m_actions, *m_model, this)),
      m_segments(new kit::SegmentBar(place.themes, {}, this)),
      m_search(new kit::SearchField(place.themes, {}, QStringLiteral("/"), kit::FieldSize::Small, this)),
      m_footer(new QLabel(this))
{
    const kit::Theme& t = place.themes.theme();
    setObjectName(QStringLiteral("peoplePanel"));
    m_view->setObjectName(QStringLiteral("peopleView"));
    m_segments->setObjectName(QStringLiteral("peopleSegments"));
    m_search->setObjectName(QStringLiteral("peopleSearch"));
    m_footer->setObjectName(QStringLiteral("peopleFooter"));
    m_footer->setTextFormat(Qt::PlainText);
    auto* tools = new QHBoxLayout;
    tools->setContentsMargins(t.px(12), t.px(8), t.px(8), t.px(8));
    tools->setSpacing(t.px(8));
    tools->addWidget(m_segments);
    tools->addStretch(1);
    tools->addWidget(m_search);
    m_search->setMinimumWidth(t.px(64));
    m_search->setMaximumWidth(t.px(160));
    auto* footer = new QFrame(this);
    footer->setObjectName(QStringLiteral("partialFooter")); // the kit's footer look
    footer->setFixedHeight(t.px(28));
    auto* foot = new QHBoxLayout(footer);
    foot->setContentsMargins(t.px(12), 0, t.px(12), 0);
    foot->addWidget(m_footer, 1);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addLayout(tools);
    all->addWidget(m_view, 1);
    all->addWidget(footer);
    setFocusProxy(m_view);
    setTabOrder(m_segments, m_search);
    setTabOrder(m_search, m_view);

    auto* slash = new QShortcut(QKeySequence(Qt::Key_Slash), this);
    slash->setContext(Qt::WidgetWithChildrenShortcut);
    connect(slash, &QShortcut::activated, m_search, [this] { m_search->setFocus(Qt::ShortcutFocusReason); });
    connect(m_search, &kit::SearchField::dismissed, m_view, [this] { m_view->setFocus(); });
    connect(m_search, &QLineEdit::returnPressed, m_view, [this] { m_view->setFocus(); });
    connect(m_search, &QLineEdit::textChanged, m_model, &PeopleTableModel::setSearch);
    connect(m_segments, &kit::SegmentBar::currentChanged, this, [this](const QString& id) {
        for (std::size_t i = 0; i < std::size(filterIds); ++i)
            if (id == QLatin1String(filterIds[i])) m_model->setFilter(static_cast<Filter>(i));
    });
    connect(m_view->horizontalHeader(), &QHeaderView::sectionClicked, this, &PeoplePanel::sortBy);
    connect(m_view, &PeopleView::personChosen, &place.selection, &cases::Selection::selectPerson);
    connect(&place.selection, &cases::Selection::personSelected, m_view, &PeopleView::showPerson);
    connect(m_view, &PeopleView::menuWanted, this, &PeoplePanel::showMenu);
    connect(m_model, &PeopleTableModel::rearranged, this, &PeoplePanel::refreshStatus);
    connect(&place.desk, &cases::Desk::linkChanged, this, &PeoplePanel::refreshStatus);
    connect(m_actions, &cases::CaseActions::submitted, this, [this](CaseId id, const QString& what) {
        say(CaseWords::number(id) + u' ' + what, kit::Tone::Secondary);
    });
    connect(m_actions, &cases::CaseActions::refused, this,
            [this](CaseId, const QString& sentence) { say(sentence, kit::Tone::Alarm); });
    connect(&place.themes, &kit::ThemeManager::changed, this, [this] {
        m_view->restyle();
        refreshStatus();
    });
    connect(&m_second, &QTimer::timeout, this, [this] {
        m_model->tick();
        refreshStatus();
        m_view->viewport()->update();
    });
    m_second.start(std::chrono::seconds(1));
    words();
    m_view->showPerson(place.selection.selectedPerson());
}

sdk::PanelInfo PeoplePanel::panelInfo()
{
    return {QStringLiteral("people.onduty"), tr("People"), QStringLiteral("users"), sdk::PanelArea::Left, {456, 738},
            sdk::PanelVisibility::Shown};
}

QList<sdk::PanelColumn> PeoplePanel::columns() const
{
    QList<sdk::PanelColumn> list;
    for (int c = 0; c < PeopleTableModel::ColumnCount; ++c)
        list.append({m_model->headerData(c, Qt::Horizontal, Qt::DisplayRole).toString(),
                     c == PeopleTableModel::NameColumn ? 0 : qRound(m_view->columnWidth(c) / m_place.themes.theme().scale),
                     c >= PeopleTableModel::LoadColumn ? Qt::AlignRight : Qt::AlignLeft});
    return list;
}

void PeoplePanel::words()
{
    m_segments->setAccessibleName(tr("Filter of the staff"));
    m_search->setAccessibleName(tr("Find a member of staff"));
    m_search->setPlaceholderText(tr("Find"));
    m_view->setAccessibleName(tr("Staff on duty"));
    m_model->languageChanged();
    m_view->restyle();
    refreshStatus();
}

void PeoplePanel::refreshStatus()
{
    const QString names[] = {tr("All"), tr("Idle"), tr("En route"), tr("On scene"), tr("Full")};
    QList<kit::Segment> segments;
    for (std::size_t i = 0; i < std::size(filterIds); ++i)
        segments.append({QLatin1String(filterIds[i]), names[i], m_model->countOf(static_cast<Filter>(i)), kit::Tone::Secondary});
    m_segments->setSegments(segments);
    m_segments->setCurrent(QLatin1String(filterIds[static_cast<std::size_t>(m_model->filter())]));

    const int hidden = m_model->onDuty() - m_model->rowCount();
    const auto grouped = [](qint64 n) { return kit::DurationText::grouped(n); };
    const QString text = !m_said.isEmpty() ? m_said
        : hidden > 0 ? tr("%1 shown, %2 on duty hidden by the filter").arg(grouped(m_model->rowCount()), grouped(hidden))
                     : tr("%1 on duty; who is off duty isn't shown").arg(grouped(m_model->onDuty()));
    cases::setTone(*m_footer, m_place.themes.theme(), m_said.isEmpty() ? kit::Tone::Tertiary : m_saidTone);
    m_footer->setText(text);
    m_footer->setToolTip(text);

    sdk::PanelStatus s = cases::linkPanelStatus(m_place);
    if (s.state == sdk::PanelState::Ready) {
        const TimePoint newest = m_place.desk.people().newest();
        s.freshness = newest == TimePoint{}
            ? tr("no positions yet")
            : tr("positions %1 old")
                  .arg(kit::DurationText::age(std::chrono::floor<std::chrono::seconds>(
                      std::max(Millis(0), m_place.desk.serverNow() - newest))));
    }
    const bool shows = s.state == sdk::PanelState::Ready || s.state == sdk::PanelState::Partial;
    if (shows && m_model->isAwake() && m_model->rowCount() == 0) {
        s.state = sdk::PanelState::Empty;
        s.headline = m_model->onDuty() > 0 ? tr("Nobody passes the filter") : tr("Nobody is on duty");
        s.sentence = m_model->onDuty() > 0 ? tr("Staff who match come here.") : tr("Who starts a shift comes here.");
        s.hint.clear();
        s.actions.clear();
        if (m_model->onDuty() > 0) s.actions.append({QStringLiteral("all"), tr("Show all %1").arg(grouped(m_model->onDuty()))});
    }
    setStatus(s);
}

void PeoplePanel::sortBy(int column)
{
    std::optional<Order> by;
    switch (column) {
    case PeopleTableModel::NameColumn: by = Order::Name; break;
    case PeopleTableModel::AgencyColumn: by = Order::Agency; break;
    case PeopleTableModel::GridColumn: by = Order::Grid; break;
    case PeopleTableModel::LoadColumn: by = Order::Load; break;
    case PeopleTableModel::FixColumn: by = Order::FixAge; break;
    default: break;
    }
    if (!by) return;
    const bool turn = *by == m_model->order() && m_model->way() == Qt::AscendingOrder;
    m_model->setOrder(*by, turn ? Qt::DescendingOrder : Qt::AscendingOrder);
}

void PeoplePanel::showMenu(PersonId id, QPoint at)
{
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("personMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    const CaseId selected = m_place.selection.selectedCase();
    const domain::Case* state = m_place.desk.cases().find(selected);
    if (state) {
        const cases::Legality now = m_actions->canDispatch(selected, id);
        QAction* send = menu->addAction(m_place.themes.icon(QStringLiteral("send")),
                                        tr("Dispatch %1 to %2").arg(CaseWords::number(selected), CaseWords::person(m_place, id)));
        send->setObjectName(QStringLiteral("personDispatch"));
        send->setEnabled(now.legal);
        send->setToolTip(now.reason);
        connect(send, &QAction::triggered, this, [=, this] { m_actions->dispatchTo(selected, id); });
        QAction* ask = menu->addAction(tr("Dispatch with a note…"));
        ask->setObjectName(QStringLiteral("personDispatchNote"));
        ask->setEnabled(now.legal);
        ask->setToolTip(now.reason);
        connect(ask, &QAction::triggered, this, [=, this] { m_actions->askDispatch(selected, id, this); });
    } else {
        menu->addAction(tr("Select a case first, to dispatch it here"))->setEnabled(false);
    }
    QAction* show = menu->addAction(m_place.themes.icon(QStringLiteral("locate")), tr("Show on the map"));
    show->setObjectName(QStringLiteral("personShow"));
    const bool known = m_place.desk.people().fix(id) != nullptr;
    show->setEnabled(known);
    show->setToolTip(known ? QString() : tr("There is no position yet."));
    connect(show, &QAction::triggered, this, [=, this] { m_place.selection.openPerson(id); });
    menu->popup(at);
}

void PeoplePanel::say(const QString& sentence, kit::Tone tone)
{
    m_said = sentence;
    m_saidTone = tone;
    refreshStatus();
}

void PeoplePanel::clearFilter()
{
    m_search->clear();
    m_model->setFilter(Filter::All);
    m_view->setFocus();
}

void PeoplePanel::runAction(const QString& id)
{
    if (id == QLatin1String("all")) clearFilter();
    else if (id == QLatin1String("reconnect")) m_place.desk.reconnectNow();
    Panel::runAction(id);
}

void PeoplePanel::keyPressEvent(QKeyEvent* event)
{
    if (event->modifiers() == Qt::NoModifier) {
        const PersonId id = m_view->currentPerson();
        switch (event->key()) {
        case Qt::Key_J: m_view->step(1); return;
        case Qt::Key_K: m_view->step(-1); return;
        case Qt::Key_D: {
            const CaseId selected = m_place.selection.selectedCase();
            if (!m_place.desk.cases().find(selected) || id.isNone()) {
                say(tr("Select a case first, to dispatch it here"), kit::Tone::Alarm);
                return;
            }
            const cases::Legality now = m_actions->canDispatch(selected, id);
            if (now.legal) m_actions->askDispatch(selected, id, this);
            else say(now.reason, kit::Tone::Alarm);
            return;
        }
        case Qt::Key_Return:
        case Qt::Key_Enter:
            if (!id.isNone()) m_place.selection.openPerson(id);
            return;
        default: break;
        }
    }
    Panel::keyPressEvent(event);
}

void PeoplePanel::paintEvent(QPaintEvent* event)
{
    // A tab behind another is "shown" too, beyond the window's edge; painted is only what is looked at.
    if (!m_model->isAwake())
        QMetaObject::invokeMethod(m_model, &PeopleTableModel::wake, Qt::QueuedConnection);
    Panel::paintEvent(event);
}

void PeoplePanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) words();
    Panel::changeEvent(event);
}

std::unique_ptr<sdk::PanelFactory> peoplePanelFactory(const cases::Workplace& place)
{
    return sdk::makePanelFactory(&PeoplePanel::panelInfo,
                                 [&place](QWidget* parent) { return new PeoplePanel(place, parent); });
}

} // namespace zs::people
