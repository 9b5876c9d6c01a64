#include "ui/indicators/IndicatorsPanel.h"

#include "domain/indicators/ZeroReports.h"
#include "ui/cases/LabelTone.h"
#include "ui/cases/LinkStatusText.h"
#include "ui/indicators/FigureView.h"
#include "ui/indicators/DateRange.h"
#include "ui/indicators/FigureWords.h"
#include "ui/kit/DurationText.h"
#include "ui/kit/SegmentBar.h"

#include <QComboBox>
#include <QElapsedTimer>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace zs::indicators {

using namespace domain::indicators;

namespace {
constexpr const char* periodIds[] = {"today", "morning", "week", "month"};
constexpr const char* datesId = "dates";
constexpr std::chrono::milliseconds sliceBudget{4};
constexpr std::size_t sliceRows = 256;
constexpr std::chrono::seconds pauseBetweenCounts{5}, longestPause{30};
} // namespace

IndicatorsPanel::IndicatorsPanel(const cases::Workplace& place, QWidget* parent)
    : Panel(parent), m_place(place), m_counting(new Counting(this)),
      m_model(new FigureModel(place, FigureModel::Order::Given, this)),
      m_breakdownModel(new FigureModel(place, FigureModel::Order::WorstFirst, this)),
      m_view(new FigureView(place, *m_model, this)), m_breakdown(new FigureView(place, *m_breakdownModel, this)),
      m_periods(new kit::SegmentBar(place.themes, {}, this)), m_dates(new DateRange(place.themes.theme().px(8), this)),
      m_dimensions(new QComboBox(this)),
      m_explanation(new QPlainTextEdit(this)), m_footer(new QLabel(this)), m_export(new QAction(this)), m_sight(*this, this)
{
    const kit::Theme& t = place.themes.theme();
    setObjectName(QStringLiteral("indicatorsPanel"));
    m_view->setObjectName(QStringLiteral("indicatorTable"));
    m_breakdown->setObjectName(QStringLiteral("indicatorBreakdown"));
    m_periods->setObjectName(QStringLiteral("indicatorPeriods"));
    m_dimensions->setObjectName(QStringLiteral("indicatorDimension"));
    m_explanation->setObjectName(QStringLiteral("indicatorExplanation"));
    m_footer->setObjectName(QStringLiteral("indicatorFooter"));
    m_footer->setTextFormat(Qt::PlainText);
    m_export->setObjectName(QStringLiteral("indicatorExport"));
    sdk::setIconName(*m_export, QStringLiteral("download"));
    for (std::size_t d = 0; d < dimensionCount; ++d) m_dimensions->addItem(QString());
    m_explanation->setReadOnly(true);
    m_explanation->setFrameShape(QFrame::NoFrame);
    m_explanation->setTabChangesFocus(true);
    m_breakdown->hide();

    auto* tools = new QHBoxLayout;
    tools->setContentsMargins(t.px(12), t.px(8), t.px(8), t.px(8));
    tools->setSpacing(t.px(8));
    tools->addWidget(m_periods);
    tools->addStretch(1);
    tools->addWidget(m_dimensions);
    auto* parts = new QSplitter(Qt::Vertical, this);
    parts->setObjectName(QStringLiteral("indicatorParts"));
    parts->setChildrenCollapsible(false);
    parts->setHandleWidth(t.px(1));
    for (QWidget* part : {static_cast<QWidget*>(m_view), static_cast<QWidget*>(m_breakdown), static_cast<QWidget*>(m_explanation)})
        parts->addWidget(part);
    parts->setStretchFactor(0, 3);
    parts->setStretchFactor(1, 2);
    parts->setStretchFactor(2, 0);
    parts->setSizes({t.px(420), t.px(220), t.px(128)});
    m_explanation->setMinimumHeight(t.px(72));
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
    m_dates->setContentsMargins(t.px(12), 0, t.px(8), t.px(8));
    m_dates->hide();
    all->addWidget(m_dates);
    all->addWidget(parts, 1);
    all->addWidget(footer);
    setFocusProxy(m_view);
    setTabOrder(m_periods, m_dimensions);
    setTabOrder(m_dimensions, m_view);
    setTabOrder(m_view, m_breakdown);
    setTabOrder(m_breakdown, m_explanation);

    connect(m_periods, &kit::SegmentBar::currentChanged, this, [this](const QString& id) {
        for (std::size_t p = 0; p < periodCount; ++p)
            if (id == QLatin1String(periodIds[p])) setPeriod(static_cast<Period>(p));
        if (id == QLatin1String(datesId)) showDates();
    });
    connect(m_dates, &DateRange::changed, this, [this] { want(); });
    connect(m_dimensions, &QComboBox::activated, this, [this](int i) { setDimension(static_cast<Dimension>(i)); });
    connect(m_view, &FigureView::chosen, this, &IndicatorsPanel::refreshBreakdown);
    for (FigureView* view : {m_view, m_breakdown}) {
        connect(view, &FigureView::opened, this, [this] { openCases(Behind::Counting); });
        connect(view, &FigureView::menuWanted, this, [this, view](QPoint at) { showMenu(*view, at); });
    }
    connect(m_export, &QAction::triggered, this, &IndicatorsPanel::exportTable);
    connect(m_counting, &Counting::counted, this, &IndicatorsPanel::present);
    connect(&place.desk, &cases::Desk::casesReset, this, &IndicatorsPanel::reread);
    connect(&place.desk, &cases::Desk::calendarChanged, this, &IndicatorsPanel::reread);
    connect(&place.desk, &cases::Desk::casesAppended, this, [this] {
        m_dirty = true;
        m_read = false;
        m_slice.start();
    });
    connect(&place.desk, &cases::Desk::casesChanged, this, [this](const std::vector<std::uint32_t>& rows) {
        m_measures.change(m_place.desk.cases(), rows, m_place.desk.city(), *m_deadlines);
        m_dirty = true;
    });
    const auto dutiesMoved = [this] { m_dirty = true; };
    connect(&place.desk, &cases::Desk::dutiesReset, this, dutiesMoved);
    connect(&place.desk, &cases::Desk::dutiesChanged, this, dutiesMoved);
    connect(&place.desk, &cases::Desk::linkChanged, this, &IndicatorsPanel::refreshStatus);
    connect(&place.themes, &kit::ThemeManager::changed, this, [this] {
        m_view->restyle();
        m_breakdown->restyle();
        refreshStatus();
    });
    m_slice.setInterval(0);
    connect(&m_slice, &QTimer::timeout, this, &IndicatorsPanel::readSlice);
    connect(&m_sight, &cases::Sight::cleared, this, [this] {
        if (!m_read) m_slice.start();
    });
    connect(&m_second, &QTimer::timeout, this, &IndicatorsPanel::tick);
    m_second.start(std::chrono::seconds(1));
    words();
    reread();
}

IndicatorsPanel::~IndicatorsPanel() = default;

sdk::PanelInfo IndicatorsPanel::panelInfo()
{
    return {QStringLiteral("indicators.table"), tr("Indicators"), QStringLiteral("ruler"), sdk::PanelArea::Left, {456, 738},
            sdk::PanelVisibility::Hidden};
}

QList<sdk::PanelColumn> IndicatorsPanel::columns() const
{
    QList<sdk::PanelColumn> list;
    for (int c = 0; c < FigureModel::ColumnCount; ++c) {
        if (m_view->isColumnHidden(c)) continue;
        list.append({m_model->headerData(c, Qt::Horizontal, Qt::DisplayRole).toString(),
                     c == FigureModel::NameColumn ? 0 : qRound(m_view->columnWidth(c) / m_place.themes.theme().scale),
                     c == FigureModel::NameColumn ? Qt::AlignLeft : Qt::AlignRight});
    }
    return list;
}

// --- counting -----------------------------------------------------------------------------------------------------

void IndicatorsPanel::reread()
{
    m_deadlines = std::make_unique<CalendarDeadlines>(m_place.desk.calendar());
    m_measures.reset();
    m_read = false;
    m_dirty = true;
    m_slice.start();
    refreshStatus();
}

void IndicatorsPanel::readSlice()
{
    if (!m_sight.isClear()) {
        m_slice.stop(); // until it's cleared
        return;
    }
    QElapsedTimer timer;
    timer.start();
    const session::CaseStore& store = m_place.desk.cases();
    while (!m_read && timer.elapsed() < sliceBudget.count())
        m_read = m_measures.readMore(store, m_place.desk.city(), *m_deadlines, sliceRows);
    if (!m_read) return;
    m_slice.stop();
    if (!m_counted || m_waiting) want();
}

void IndicatorsPanel::tick()
{
    refreshStatus();
    if (!isVisible() || !m_read || m_counting->isRunning()) return;
    // Time alone changes figures, too: limits run out, and today grows.
    const Millis since = m_place.desk.serverNow() - m_countedAt;
    if (!m_counted || (m_dirty && since >= pauseBetweenCounts) || since >= longestPause || since < Millis(0)) want();
}

void IndicatorsPanel::want()
{
    m_waiting = !m_read; // readSlice() comes back to it
    if (!m_read || !m_place.desk.isLoaded()) return;
    m_dirty = false;
    m_countedAt = m_place.desk.serverNow();
    const std::chrono::minutes offset = m_place.desk.city().utcOffset;
    const Windows windows = m_dates->isHidden() ? windowsOf(m_period, m_countedAt, offset) : windowsOf(m_dates->span(offset), offset);
    m_counting->start({m_measures.snapshot(), windows, zeroReports(windows), m_dimension});
}

std::optional<std::vector<ZeroReportMeasure>> IndicatorsPanel::zeroReports(const Windows& windows) const
{
    const session::DutyStore& duties = m_place.desk.duties();
    const auto periods = duties.all<domain::SensitivePeriod>();
    if (periods.empty()) return std::nullopt; // nobody ever asked for one
    std::vector<ZeroReportMeasure> owed;
    for (const domain::SensitivePeriod* period : periods)
        addZeroReports(*period, [&](std::uint64_t number) { return duties.find<domain::DaySheet>(number); }, m_place.desk.city(),
                       windows, owed);
    return owed;
}

void IndicatorsPanel::present(const std::shared_ptr<const Counted>& counted)
{
    m_counted = counted;
    refreshRows();
    refreshStatus();
    Q_EMIT presented();
}

// --- what is shown ------------------------------------------------------------------------------------------------

void IndicatorsPanel::refreshRows()
{
    if (!m_counted) return;
    std::vector<FigureRow> rows;
    rows.reserve(indicatorCount);
    for (const Definition& d : definitions())
        rows.push_back(figureRow(m_counted->city, d.id, m_place.text(d.name), m_counted->report));
    m_model->setRows(std::move(rows));
    if (!m_view->current()) m_view->choose(IndicatorId::Received, 0);
    refreshBreakdown();
    const Span span = m_counted->report.windows()[0];
    QString text = FigureWords::span(m_place, span);
    if (m_counted->report.coverage(Window::Current) == Coverage::Partial) text += QStringLiteral("; ") + tr("records begin later");
    m_footer->setText(text);
    m_footer->setToolTip(tr("Compared with %1, and with %2")
                             .arg(FigureWords::span(m_place, m_counted->report.windows()[1]),
                                  FigureWords::span(m_place, m_counted->report.windows()[2])));
    cases::setTone(*m_footer, m_place.themes.theme(), kit::Tone::Tertiary);
}

void IndicatorsPanel::refreshBreakdown()
{
    const FigureRow* chosen = m_view->current();
    const IndicatorId id = chosen ? chosen->id : IndicatorId::Received;
    const QString text = FigureWords::explanation(m_place, id);
    if (m_explanation->toPlainText() != text) m_explanation->setPlainText(text);
    const bool by = m_dimension != Dimension::City;
    m_breakdown->setVisible(by);
    if (!by || !m_counted || m_counted->dimension != m_dimension) return;
    std::vector<FigureRow> rows;
    rows.reserve(m_counted->rows.size());
    for (const DimensionRow& row : m_counted->rows) {
        // A row that has nothing to do with this indicator, in any of the three times, would only be in the way.
        const bool concerned = std::ranges::any_of(row.figures, [&](const auto& window) {
            return window[static_cast<std::size_t>(id)].denominator > 0;
        });
        if (concerned) rows.push_back(figureRow(row, id, FigureWords::key(m_place, m_dimension, row.key), m_counted->report));
    }
    m_breakdownModel->setHead(m_place.text(definition(id).name));
    m_breakdownModel->setRows(std::move(rows));
}

void IndicatorsPanel::refreshStatus()
{
    sdk::PanelStatus s = cases::linkPanelStatus(m_place);
    const bool hasPicture = s.state == sdk::PanelState::Ready || s.state == sdk::PanelState::Partial;
    if (hasPicture && !m_counted) {
        const auto grouped = [](std::size_t n) { return kit::DurationText::grouped(static_cast<qint64>(n)); };
        s.state = sdk::PanelState::Loading;
        s.freshness = tr("reading %1 of %2 cases").arg(grouped(m_measures.size()), grouped(m_place.desk.cases().size()));
    } else if (hasPicture && m_counted->report.caseCount() == 0) {
        s.state = sdk::PanelState::Empty;
        s.headline = tr("Nothing to count yet");
        s.sentence = tr("With the first case that is received the figures begin.");
    } else if (s.state == sdk::PanelState::Ready) {
        const auto age = std::chrono::floor<std::chrono::seconds>(std::max(Millis(0), m_place.desk.serverNow() - m_countedAt));
        s.freshness = tr("counted %1 ago").arg(kit::DurationText::age(age));
    }
    m_export->setEnabled(m_counted != nullptr);
    setStatus(s);
}

void IndicatorsPanel::words()
{
    m_periods->setAccessibleName(tr("Period"));
    m_dimensions->setAccessibleName(tr("Broken down by"));
    m_view->setAccessibleName(tr("Indicators"));
    m_breakdown->setAccessibleName(tr("The chosen indicator, broken down"));
    m_explanation->setAccessibleName(tr("What the chosen indicator means"));
    m_export->setText(tr("Save the figures as a table…"));
    QList<kit::Segment> periods;
    for (std::size_t p = 0; p < periodCount; ++p)
        periods.append({QLatin1String(periodIds[p]), FigureWords::period(static_cast<Period>(p)), std::nullopt, kit::Tone::Secondary});
    periods.append({QLatin1String(datesId), tr("Dates"), std::nullopt, kit::Tone::Secondary});
    m_periods->setSegments(periods);
    m_periods->setCurrent(QLatin1String(m_dates->isHidden() ? periodIds[static_cast<std::size_t>(m_period)] : datesId));
    m_dates->words();
    for (std::size_t d = 0; d < dimensionCount; ++d)
        m_dimensions->setItemText(static_cast<int>(d), FigureWords::dimension(static_cast<Dimension>(d)));
    m_model->setHead(tr("Indicator"));
    m_model->languageChanged();
    m_breakdownModel->languageChanged();
    refreshRows();
    refreshBreakdown();
    refreshStatus();
}

// --- what a person does -------------------------------------------------------------------------------------------

void IndicatorsPanel::setPeriod(Period period)
{
    m_period = period;
    m_dates->hide();
    m_periods->setCurrent(QLatin1String(periodIds[static_cast<std::size_t>(period)]));
    want();
}

void IndicatorsPanel::showDates()
{
    // Yesterday: the day that is whole and nearest.
    const auto local = m_place.desk.serverNow() + m_place.desk.city().utcOffset;
    const QDate yesterday = QDateTime::fromMSecsSinceEpoch(toUnixMillis(std::chrono::floor<Millis>(local)), Qt::UTC).date().addDays(-1);
    if (m_dates->isHidden()) m_dates->setDays(yesterday, yesterday);
    m_dates->show();
    m_periods->setCurrent(QLatin1String(datesId));
    want();
}

void IndicatorsPanel::setDimension(Dimension dimension)
{
    m_dimension = dimension;
    m_dimensions->setCurrentIndex(static_cast<int>(dimension));
    refreshBreakdown();
    want();
}

void IndicatorsPanel::runAction(const QString& id)
{
    if (id == QLatin1String("reconnect")) m_place.desk.reconnectNow();
    Panel::runAction(id);
}

void IndicatorsPanel::keyPressEvent(QKeyEvent* event)
{
    const bool shift = event->modifiers() == Qt::ShiftModifier;
    if (event->modifiers() == Qt::NoModifier || shift) {
        switch (event->key()) {
        case Qt::Key_J: activeView().step(1); return;
        case Qt::Key_K: activeView().step(-1); return;
        case Qt::Key_Return:
        case Qt::Key_Enter: openCases(shift ? Behind::NotCounting : Behind::Counting); return;
        default: break;
        }
    }
    Panel::keyPressEvent(event);
}

void IndicatorsPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) words();
    Panel::changeEvent(event);
}

void IndicatorsPanel::showEvent(QShowEvent* event)
{
    Panel::showEvent(event);
    if (m_counted && m_dirty) want();
}

std::unique_ptr<sdk::PanelFactory> indicatorsPanelFactory(const cases::Workplace& place)
{
    return sdk::makePanelFactory(&IndicatorsPanel::panelInfo,
                                 [&place](QWidget* parent) { return new IndicatorsPanel(place, parent); });
}

} // namespace zs::indicators
