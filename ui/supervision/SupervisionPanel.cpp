#include "ui/supervision/SupervisionPanel.h"

#include "ui/cases/CaseWords.h"
#include "ui/cases/LabelTone.h"
#include "ui/cases/LinkStatusText.h"
#include "ui/cases/dialogs/FormDialog.h"
#include "ui/cases/dialogs/SuperviseForm.h"
#include "ui/cases/sheet/SheetView.h"
#include "ui/kit/SegmentBar.h"
#include "ui/supervision/LadderStrip.h"
#include "ui/supervision/SupervisionRows.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QVBoxLayout>

namespace zs::supervision {

using cases::CaseWords;
using kit::Tone;

namespace {

using Show = View::Show;
constexpr const char* segmentIds[] = {"all", "late", "near", "reportIn", "answer", "history"};
constexpr std::size_t linesOfAnAgency = 50; ///< nobody reads on beyond; the filters are for that
constexpr std::chrono::milliseconds afterAChange{150}, whileReading{1000};
/// From here on the reason wants to be weighed before it is sent.
constexpr auto weighFrom = domain::SupervisionRung::Supervise;
constexpr domain::LimitSpan usualAnswer{1, domain::LimitUnit::WorkingDays};

} // namespace

SupervisionPanel::SupervisionPanel(const cases::Workplace& place, QWidget* parent)
    : Panel(parent), m_place(place), m_actions(new cases::CaseActions(place, this)), m_book(new SupervisionBook(place, *this)),
      m_model(new cases::SheetModel(std::vector<cases::SheetColumn>(6), this)),
      m_sheet(new cases::SheetView(place.themes, *m_model, this)), m_segments(new kit::SegmentBar(place.themes, {}, this)),
      m_town(new QComboBox(this)), m_agency(new QComboBox(this)), m_ladder(new LadderStrip(place.themes, this)),
      m_footer(new QLabel(this))
{
    const kit::Theme& t = place.themes.theme();
    setObjectName(QStringLiteral("supervisionPanel"));
    m_sheet->setObjectName(QStringLiteral("supervisionSheet"));
    m_segments->setObjectName(QStringLiteral("supervisionSegments"));
    m_town->setObjectName(QStringLiteral("supervisionTown"));
    m_agency->setObjectName(QStringLiteral("supervisionAgency"));
    m_footer->setObjectName(QStringLiteral("supervisionFooter"));
    m_footer->setTextFormat(Qt::PlainText);
    auto* tools = new QHBoxLayout;
    tools->setContentsMargins(t.px(12), t.px(8), t.px(8), t.px(8));
    tools->setSpacing(t.px(8));
    tools->addWidget(m_segments);
    tools->addStretch(1);
    for (QComboBox* box : {m_town, m_agency}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        tools->addWidget(box);
    }
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
    all->addWidget(m_ladder);
    all->addWidget(m_sheet, 1);
    all->addWidget(footer);
    setFocusProxy(m_sheet);
    setTabOrder(m_segments, m_town);
    setTabOrder(m_town, m_agency);
    setTabOrder(m_agency, m_sheet);

    connect(m_segments, &kit::SegmentBar::currentChanged, this, [this](const QString& id) {
        for (std::size_t i = 0; i < std::size(segmentIds); ++i)
            if (id == QLatin1String(segmentIds[i])) m_view.show = static_cast<Show>(i);
        refresh();
    });
    connect(m_town, &QComboBox::currentIndexChanged, this, [this](int i) {
        m_view.town = TownId(static_cast<std::uint16_t>(m_town->itemData(i).toUInt()));
        refresh();
    });
    connect(m_agency, &QComboBox::currentIndexChanged, this, [this](int i) {
        m_view.agency = AgencyId(static_cast<std::uint16_t>(m_agency->itemData(i).toUInt()));
        refresh();
    });
    connect(m_sheet, &cases::SheetView::currentKeyChanged, this, [this](quint64 key) {
        say({}, Tone::Tertiary);
        if (key != 0) m_place.selection.selectCase(m_sheet->currentCase());
    });
    connect(m_sheet, &cases::SheetView::keyActivated, this, [this] { m_place.selection.openCase(m_sheet->currentCase()); });
    connect(m_sheet, &cases::SheetView::menuWanted, this, [this](quint64, QPoint at) { showMenu(m_sheet->currentCase(), at); });
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &SupervisionPanel::refresh);
    connect(m_book, &SupervisionBook::changed, this, [this] {
        if (!m_soon.isActive()) m_soon.start(m_book->isWhole() ? afterAChange : whileReading);
    });
    connect(&place.desk, &cases::Desk::linkChanged, this, &SupervisionPanel::refreshStatus);
    connect(m_actions, &cases::CaseActions::submitted, this,
            [this](CaseId id, const QString& what) { say(CaseWords::number(id) + u' ' + what, Tone::Secondary); });
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
}

sdk::PanelInfo SupervisionPanel::panelInfo()
{
    return {QStringLiteral("supervision.board"), tr("Supervision"), QStringLiteral("bell"), sdk::PanelArea::Left, {680, 738},
            sdk::PanelVisibility::Hidden};
}

QList<sdk::PanelColumn> SupervisionPanel::columns() const
{
    QList<sdk::PanelColumn> list;
    for (const cases::SheetColumn& c : m_model->columns()) list.append({c.title, c.width, c.align});
    return list;
}

void SupervisionPanel::words()
{
    m_segments->setAccessibleName(tr("What is shown"));
    m_town->setAccessibleName(tr("Town"));
    m_agency->setAccessibleName(tr("Agency"));
    m_sheet->setAccessibleName(tr("Who is late or near, by agency"));
    m_ladder->words();
    QList<kit::SheetKey> keys = cases::CaseActions::sheetKeys();
    for (kit::SheetKey& key : keys)
        if (key.key == cases::CaseActions::key(cases::Action::Supervise)) key.does = tr("Issue the rung that is due");
    keys.prepend({QStringLiteral("Enter"), tr("Open the case")});
    keys.prepend({QStringLiteral("J K"), tr("Next, previous line")});
    kit::setSheetKeys(*this, keys);
    for (QComboBox* box : {m_town, m_agency})
        box->setMinimumContentsLength(m_place.translations.language() == kit::Language::English ? 9 : 6);
    fillFilters();
    refresh();
}

void SupervisionPanel::fillFilters()
{
    const auto fill = [](QComboBox& box, const QString& all, const auto& items) {
        const QSignalBlocker quiet(box);
        const QVariant chosen = box.currentData();
        box.clear();
        box.addItem(all, 0U);
        for (const auto& [name, id] : items) box.addItem(name, id);
        box.setCurrentIndex(qMax(0, box.findData(chosen)));
    };
    QList<std::pair<QString, uint>> towns, agencies;
    for (const domain::Town& town : m_place.desk.city().towns) towns.append({m_place.text(town.name), town.id.value});
    for (const AgencyId id : cases::CaseActions::laneAgencies(m_place.desk.city()))
        agencies.append({CaseWords::agency(m_place, id), id.value});
    fill(*m_town, tr("All towns"), towns);
    fill(*m_agency, tr("All agencies"), agencies);
}

// --- rows ---------------------------------------------------------------------------------------------------------

void SupervisionPanel::refresh()
{
    const bool history = m_view.show == Show::History;
    const bool english = m_place.translations.language() == kit::Language::English;
    std::vector<cases::SheetColumn> columns = {
        {tr("Case"), 96},
        {tr("Title"), 0},
        {history ? tr("Agency") : tr("Owes"), english ? 104 : 88},
        {history ? tr("At") : tr("Limit"), english && history ? 104 : 84, Qt::AlignRight},
        {history ? tr("Rung") : tr("Last"), english ? 88 : 72},
        {history ? tr("Answer") : tr("Next"), english ? 136 : 104}};
    if (!std::ranges::equal(columns, m_model->columns(), {}, &cases::SheetColumn::title, &cases::SheetColumn::title))
        m_model->setColumns(std::move(columns));
    const Digest digest = m_book->digest(m_view, linesOfAnAgency);
    m_counts = digest.counts;
    m_ladder->setCounts(digest.rungs);
    m_model->setRows(history ? SupervisionRows::history(m_place, *m_book, m_view) : SupervisionRows::owing(m_place, digest));
    refreshStatus();
}

void SupervisionPanel::refreshStatus()
{
    const QString names[] = {tr("All"), tr("Late"), tr("Near"), tr("Report-in"), tr("Answer"), tr("History")};
    QList<kit::Segment> segments;
    for (std::size_t i = 0; i < std::size(segmentIds); ++i)
        segments.append({QLatin1String(segmentIds[i]), names[i], m_counts[i],
                         static_cast<Show>(i) == Show::Late && m_counts[i] > 0 ? Tone::Alarm : Tone::Secondary});
    m_segments->setSegments(segments);
    m_segments->setCurrent(QLatin1String(segmentIds[static_cast<std::size_t>(m_view.show)]));

    QString text = m_said;
    if (text.isEmpty())
        text = m_view.show == Show::History ? tr("%1 steps, the newest first").arg(m_model->rowCount())
                                            : tr("S issues the rung that is due; from the third on its reason is looked at first");
    cases::setTone(*m_footer, m_place.themes.theme(), m_said.isEmpty() ? Tone::Tertiary : m_saidTone);
    m_footer->setText(text);
    m_footer->setToolTip(text);

    sdk::PanelStatus s = cases::linkPanelStatus(m_place);
    if (s.state == sdk::PanelState::Ready && !m_book->isWhole()) s.state = sdk::PanelState::Loading;
    const bool filtered = !m_view.town.isNone() || !m_view.agency.isNone();
    if (filtered) s.hidden = tr("filter: %1").arg(QStringList{m_view.town.isNone() ? QString() : m_town->currentText(),
                                                              m_view.agency.isNone() ? QString() : m_agency->currentText()}
                                                      .join(u' ')
                                                      .trimmed());
    if ((s.state == sdk::PanelState::Ready || s.state == sdk::PanelState::Partial) && m_model->rowCount() == 0) {
        s.state = sdk::PanelState::Empty;
        s.headline = m_view.show == Show::History ? tr("No supervision was issued") : tr("Nobody is late");
        s.sentence = m_view.show == Show::History ? tr("Each step that a person issues stands here, with its answer.")
                                                  : tr("Agencies that run over a limit, or owe a report-in or an answer, come here.");
        s.hint.clear();
        s.actions.clear();
        if (filtered || m_view.show != Show::All) s.actions.append({QStringLiteral("all"), tr("Show everything")});
    }
    setStatus(s);
}

// --- what can be done ---------------------------------------------------------------------------------------------

QString SupervisionPanel::reasonOf(const Owing& owing) const
{
    return tr("%1: %2", "a limit and how late it is")
        .arg(CaseWords::limitName(owing.limit.kind),
             kit::DurationText::limit(CaseWords::view(owing.limit, m_place.desk.serverNow()), kit::LimitForm::Full));
}

bool SupervisionPanel::issue(quint64 key)
{
    const Owing* owing = m_book->find(key);
    if (!owing) return false;
    if (!owing->due) {
        const QString agency = CaseWords::agency(m_place, owing->agency);
        say(!owing->isLate()   ? tr("%1 isn't late yet; press . to supervise it all the same.").arg(agency)
                : !owing->last || owing->last->rung != domain::SupervisionRung::Listed
                ? tr("%1 is still within the time it was given.").arg(agency)
                : tr("%1 stands on the top rung already.").arg(agency),
            Tone::Secondary);
        return false;
    }
    const QString why = reasonOf(*owing);
    if (*owing->due < weighFrom)
        return m_actions->submit(owing->caseId, domain::Supervise{*owing->due, owing->agency, usualAnswer, why.toStdString()});
    const AgencyId agency = owing->agency;
    const auto rung = *owing->due;
    auto* dialog = new cases::FormDialog(
        m_place, *m_actions, owing->caseId,
        [agency, rung, why](const cases::Workplace& place, const domain::Case& state) {
            return cases::superviseForm(place, state, agency, rung, why);
        },
        this);
    dialog->open();
    return true;
}

void SupervisionPanel::showMenu(CaseId id, QPoint at)
{
    if (id.isNone()) return;
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("caseMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    m_actions->fillMenu(*menu, id, this);
    menu->popup(at);
}

void SupervisionPanel::say(const QString& sentence, Tone tone)
{
    m_said = sentence;
    m_saidTone = tone;
    refreshStatus();
}

void SupervisionPanel::runAction(const QString& id)
{
    if (id == QLatin1String("reconnect")) m_place.desk.reconnectNow();
    if (id == QLatin1String("all")) {
        m_view = {};
        m_town->setCurrentIndex(0);
        m_agency->setCurrentIndex(0);
        refresh();
    }
    Panel::runAction(id);
}

void SupervisionPanel::keyPressEvent(QKeyEvent* event)
{
    const CaseId id = m_sheet->currentCase();
    if (event->modifiers() == Qt::NoModifier && m_sheet->currentKey() != 0) {
        if (event->key() == Qt::Key_S && m_view.show != Show::History) {
            issue(m_sheet->currentKey());
            return;
        }
        if (event->key() == Qt::Key_Period) {
            showMenu(id, m_sheet->viewport()->mapToGlobal(m_sheet->visualRect(m_sheet->currentIndex()).bottomLeft()));
            return;
        }
    }
    if (!id.isNone() && m_actions->runKey(id, *event, this)) return;
    Panel::keyPressEvent(event);
}

void SupervisionPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) words();
    Panel::changeEvent(event);
}

std::unique_ptr<sdk::PanelFactory> supervisionPanelFactory(const cases::Workplace& place)
{
    return sdk::makePanelFactory(&SupervisionPanel::panelInfo,
                                 [&place](QWidget* parent) { return new SupervisionPanel(place, parent); });
}

} // namespace zs::supervision
