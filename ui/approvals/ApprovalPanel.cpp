#include "ui/approvals/ApprovalPanel.h"

#include "ui/approvals/Change.h"
#include "ui/approvals/DecisionCard.h"
#include "ui/cases/CaseWords.h"
#include "ui/cases/LabelTone.h"
#include "ui/cases/LinkStatusText.h"
#include "ui/cases/sheet/SheetView.h"
#include "ui/kit/DurationText.h"
#include "ui/kit/SegmentBar.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QVBoxLayout>

namespace zs::approvals {

using cases::CaseWords;
using cases::SheetRow;
using kit::RowContent;
using kit::Tone;
using Whose = ApprovalBook::Whose;

namespace {

constexpr quint64 headBit = quint64(1) << 63;
constexpr int linesOfAKind = 100;
constexpr std::chrono::milliseconds afterAChange{150}, whileReading{1000};

RowContent cell(const QString& text, Tone tone = Tone::Primary)
{
    RowContent c;
    c.text = text;
    c.textTone = tone;
    return c;
}

} // namespace

ApprovalPanel::ApprovalPanel(const cases::Workplace& place, QWidget* parent)
    : Panel(parent), m_place(place), m_actions(new cases::CaseActions(place, this)),
      m_book(new ApprovalBook(place, *m_actions, *this)),
      m_model(new cases::SheetModel(std::vector<cases::SheetColumn>(5), this)),
      m_sheet(new cases::SheetView(place.themes, *m_model, this)), m_segments(new kit::SegmentBar(place.themes, {}, this)),
      m_card(new DecisionCard(place, *m_actions, this, this)), m_footer(new QLabel(this))
{
    const kit::Theme& t = place.themes.theme();
    setObjectName(QStringLiteral("approvalPanel"));
    m_sheet->setObjectName(QStringLiteral("approvalSheet"));
    m_segments->setObjectName(QStringLiteral("approvalSegments"));
    m_footer->setObjectName(QStringLiteral("approvalFooter"));
    m_footer->setTextFormat(Qt::PlainText);
    auto* tools = new QHBoxLayout;
    tools->setContentsMargins(t.px(12), t.px(8), t.px(8), t.px(8));
    tools->addWidget(m_segments);
    tools->addStretch(1);
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
    all->addLayout(tools);
    all->addWidget(m_sheet, 1);
    all->addWidget(m_card);
    all->addWidget(footer);
    setFocusProxy(m_sheet);
    setTabOrder(m_segments, m_sheet);
    setTabOrder(m_sheet, m_card);

    connect(m_segments, &kit::SegmentBar::currentChanged, this, [this](const QString& id) {
        m_whose = id == QLatin1String("mine") ? Whose::Mine : Whose::All;
        refresh();
    });
    connect(m_sheet, &cases::SheetView::currentKeyChanged, this, [this](quint64 key) {
        say({}, Tone::Tertiary);
        m_card->show(m_book->find(key));
        if (key != 0) m_place.selection.selectCase(m_sheet->currentCase());
    });
    connect(m_sheet, &cases::SheetView::keyActivated, this, [this] { m_place.selection.openCase(m_sheet->currentCase()); });
    connect(m_sheet, &cases::SheetView::menuWanted, this, [this](quint64, QPoint at) { showMenu(m_sheet->currentCase(), at); });
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &ApprovalPanel::refresh);
    connect(m_book, &ApprovalBook::changed, this, [this] {
        if (!m_soon.isActive()) m_soon.start(m_book->isWhole() ? afterAChange : whileReading);
    });
    connect(&place.desk, &cases::Desk::linkChanged, this, &ApprovalPanel::refreshStatus);
    connect(m_card, &DecisionCard::refused, this, [this](const QString& sentence) { say(sentence, Tone::Alarm); });
    connect(m_card, &DecisionCard::decided, m_sheet, [this] { m_sheet->setFocus(); });
    connect(m_actions, &cases::CaseActions::submitted, this,
            [this](CaseId id, const QString& what) { say(CaseWords::number(id) + u' ' + what, Tone::Secondary); });
    connect(m_actions, &cases::CaseActions::refused, this, [this](CaseId, const QString& sentence) { say(sentence, Tone::Alarm); });
    connect(&place.themes, &kit::ThemeManager::changed, this, [this] {
        m_sheet->restyle();
        refreshStatus();
    });
    connect(&m_second, &QTimer::timeout, this, [this] {
        if (isVisible()) refresh(); // ages
    });
    m_second.start(std::chrono::seconds(1));
    words();
}

sdk::PanelInfo ApprovalPanel::panelInfo()
{
    return {QStringLiteral("approvals.tray"), tr("Approvals"), QStringLiteral("stamp"), sdk::PanelArea::Left, {560, 738},
            sdk::PanelVisibility::Hidden};
}

QList<sdk::PanelColumn> ApprovalPanel::columns() const
{
    QList<sdk::PanelColumn> list;
    for (const cases::SheetColumn& c : m_model->columns()) list.append({c.title, c.width, c.align});
    return list;
}

void ApprovalPanel::words()
{
    m_segments->setAccessibleName(tr("Whose decision"));
    m_sheet->setAccessibleName(tr("What waits for a decision"));
    const QList<kit::SheetKey> keys{{QStringLiteral("J K"), tr("Next, previous line")}, {QStringLiteral("Enter"), tr("Open the case")}};
    kit::setSheetKeys(*this, keys + cases::CaseActions::sheetKeys());
    const bool english = m_place.translations.language() == kit::Language::English;
    m_model->setColumns({{tr("Case"), 96},
                         {tr("Title"), 0},
                         {tr("Asked for"), english ? 168 : 128},
                         {tr("By"), 88},
                         {tr("Since"), english ? 100 : 84, Qt::AlignRight}});
    m_card->words();
    m_book->languageChanged();
    refresh();
}

std::vector<SheetRow> ApprovalPanel::rows() const
{
    std::vector<SheetRow> rows;
    const TimePoint now = m_place.desk.serverNow();
    const auto counts = m_book->counts(m_whose);
    std::optional<Kind> last;
    int lines = 0;
    for (const Waiting* w : m_book->waiting(m_whose)) {
        if (last != w->kind) {
            last = w->kind;
            lines = 0;
            SheetRow head;
            head.kind = SheetRow::Kind::Head;
            head.key = headBit | static_cast<quint64>(w->kind);
            RowContent c = cell(Change::kind(w->kind));
            c.weight = kit::Weight::Strong;
            const auto count = counts[static_cast<std::size_t>(w->kind)];
            c.detail = count > linesOfAKind ? tr("%1, the first %2 are shown").arg(count).arg(linesOfAKind) : QString::number(count);
            head.cells = {c};
            rows.push_back(std::move(head));
        }
        const domain::Case* state = m_place.desk.cases().find(w->caseId);
        if (!state || ++lines > linesOfAKind) continue;
        SheetRow row;
        row.key = w->key();
        row.caseId = w->caseId;
        RowContent number = cell(CaseWords::number(w->caseId), Tone::Secondary);
        number.symbol = CaseWords::symbol(m_place, *state);
        RowContent what = cell(Change::what(m_place, *w), w->mine.legal ? Tone::Primary : Tone::Tertiary);
        what.icon = w->mine.legal ? Change::icon(*w) : QStringLiteral("lock");
        RowContent since;
        since.trailing = w->kind == Kind::Task ? CaseWords::until(m_place, w->since, now) : CaseWords::clock(m_place, w->since, now);
        since.trailingTone = Tone::Secondary;
        if ((w->kind == Kind::FollowUp || w->kind == Kind::Mediation) && w->limit.state != domain::LimitState::NoLimit) {
            const kit::LimitView view = CaseWords::view(w->limit, now);
            since.trailing = kit::DurationText::limit(view);
            since.trailingTone = kit::DurationText::limitTone(view);
        }
        row.cells = {number, cell(QString::fromStdString(state->title), w->mine.legal ? Tone::Primary : Tone::Tertiary), what,
                     cell(w->who, Tone::Secondary), since};
        if (!w->mine.legal) row.tip = w->mine.reason;
        row.spoken = QStringList{number.text, QString::fromStdString(state->title), what.text, w->who, since.trailing, w->mine.reason}
                         .join(QStringLiteral(", "));
        rows.push_back(std::move(row));
    }
    return rows;
}

void ApprovalPanel::refresh()
{
    m_model->setRows(rows());
    m_card->show(m_book->find(m_sheet->currentKey()));
    refreshStatus();
}

void ApprovalPanel::refreshStatus()
{
    const auto mine = static_cast<qint64>(m_book->count(Whose::Mine)), all = static_cast<qint64>(m_book->count(Whose::All));
    m_segments->setSegments({{QStringLiteral("mine"), tr("Mine to decide"), mine, Tone::Secondary},
                             {QStringLiteral("all"), tr("All", "that waits for a decision"), all, Tone::Secondary}});
    m_segments->setCurrent(m_whose == Whose::Mine ? QStringLiteral("mine") : QStringLiteral("all"));
    QString text = m_said;
    if (text.isEmpty())
        text = m_whose == Whose::Mine && all > mine ? tr("%1 wait for others").arg(all - mine)
                                                    : tr("Y approves, Shift+Y denies with a reason, Enter opens the case");
    cases::setTone(*m_footer, m_place.themes.theme(), m_said.isEmpty() ? Tone::Tertiary : m_saidTone);
    m_footer->setText(text);
    m_footer->setToolTip(text);

    sdk::PanelStatus s = cases::linkPanelStatus(m_place);
    if (s.state == sdk::PanelState::Ready && !m_book->isWhole()) s.state = sdk::PanelState::Loading;
    if ((s.state == sdk::PanelState::Ready || s.state == sdk::PanelState::Partial) && m_model->rowCount() == 0) {
        s.state = sdk::PanelState::Empty;
        s.headline = tr("Nothing waits for a decision");
        s.sentence = tr("Requests of agencies, calls from 110 and finished cases come here.");
        s.hint = m_whose == Whose::Mine && all > 0 ? tr("%1 wait for others").arg(all) : QString();
        s.actions.clear();
        if (m_whose == Whose::Mine && all > 0) s.actions.append({QStringLiteral("all"), tr("Show those, too")});
    }
    setStatus(s);
}

void ApprovalPanel::showMenu(CaseId id, QPoint at)
{
    if (id.isNone()) return;
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("caseMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    m_actions->fillMenu(*menu, id, this);
    menu->popup(at);
}

void ApprovalPanel::say(const QString& sentence, Tone tone)
{
    m_said = sentence;
    m_saidTone = tone;
    refreshStatus();
}

void ApprovalPanel::runAction(const QString& id)
{
    if (id == QLatin1String("reconnect")) m_place.desk.reconnectNow();
    if (id == QLatin1String("all")) {
        m_whose = Whose::All;
        refresh();
    }
    Panel::runAction(id);
}

void ApprovalPanel::keyPressEvent(QKeyEvent* event)
{
    const CaseId id = m_sheet->currentCase();
    const Waiting* waiting = m_book->find(m_sheet->currentKey());
    if (waiting && event->modifiers() == Qt::NoModifier && event->key() == Qt::Key_Period) {
        showMenu(id, m_sheet->viewport()->mapToGlobal(m_sheet->visualRect(m_sheet->currentIndex()).bottomLeft()));
        return;
    }
    const bool shift = event->modifiers() == Qt::ShiftModifier;
    const bool decidedHere = waiting && (waiting->kind == Kind::Request || waiting->kind == Kind::Task);
    if (decidedHere && event->key() == Qt::Key_Y && (shift || !event->modifiers())) {
        m_card->decide(shift ? 1 : 0);
        return;
    }
    if (waiting && m_actions->runKey(id, *event, this)) return;
    Panel::keyPressEvent(event);
}

void ApprovalPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) words();
    Panel::changeEvent(event);
}

std::unique_ptr<sdk::PanelFactory> approvalPanelFactory(const cases::Workplace& place)
{
    return sdk::makePanelFactory(&ApprovalPanel::panelInfo,
                                 [&place](QWidget* parent) { return new ApprovalPanel(place, parent); });
}

} // namespace zs::approvals
