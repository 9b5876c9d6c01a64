#include "ui/duties/ZeroPanel.h"

#include "ui/cases/LabelTone.h"
#include "ui/cases/LinkStatusText.h"
#include "ui/duties/DutyWords.h"
#include "ui/duties/ZeroDelegate.h"
#include "ui/duties/ZeroForms.h"
#include "ui/kit/SegmentBar.h"
#include "ui/kit/SheetKeys.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace zs::duties {

using cases::setTone;
using domain::DaySheet;
using domain::SensitivePeriod;
using domain::SubjectKind;
using kit::Tone;

namespace {
constexpr const char* filterIds[] = {"all", "owing", "late"};
}

ZeroPanel::ZeroPanel(const cases::Workplace& place, QWidget* parent)
    : Panel(parent), m_place(place), m_model(new ZeroModel(place, this)), m_header(new QWidget(this))
{
    setObjectName(QStringLiteral("zeroPanel"));
    build();
    connect(m_periods, &QComboBox::activated, this, [this] {
        m_model->setTown({});
        m_model->setPeriod(m_periods->currentData().toULongLong());
        refresh();
    });
    connect(m_segments, &kit::SegmentBar::currentChanged, this, [this](const QString& id) {
        for (std::size_t i = 0; i < std::size(filterIds); ++i)
            if (id == QLatin1String(filterIds[i])) m_model->setFilter(static_cast<ZeroFilter>(i));
        refresh();
    });
    connect(m_back, &QPushButton::clicked, this, &ZeroPanel::back);
    connect(m_remind, &QPushButton::clicked, this, &ZeroPanel::remind);
    connect(m_copy, &QPushButton::clicked, this, &ZeroPanel::copyDebtors);
    connect(m_new, &QPushButton::clicked, this, [this] { show(ZeroForms::open(m_place)); });
    connect(m_change, &QPushButton::clicked, this, [this] {
        if (m_model->state()) show(ZeroForms::change(*m_model->state()));
    });
    connect(m_close, &QPushButton::clicked, this, [this] {
        if (m_model->state()) show(ZeroForms::close(*m_model->state()));
    });
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex& at) { open(at.row()); });
    connect(&place.desk, &cases::Desk::dutiesReset, this, &ZeroPanel::refresh);
    connect(&place.desk, &cases::Desk::dutiesChanged, this, [this](const std::vector<domain::Subject>& subjects) {
        if (std::ranges::any_of(subjects, [](domain::Subject s) {
                return s.kind == SubjectKind::SensitivePeriod || s.kind == SubjectKind::ZeroReport;
            }))
            m_settle.start();
    });
    connect(&place.desk, &cases::Desk::linkChanged, this, &ZeroPanel::refreshStatus);
    connect(&place.themes, &kit::ThemeManager::changed, this, &ZeroPanel::words);
    connect(&m_minute, &QTimer::timeout, this, &ZeroPanel::changed); // what is due comes by itself
    m_minute.start(std::chrono::minutes(1));
    m_settle.setSingleShot(true); // reports come in by the dozen at the end of a day
    m_settle.setInterval(std::chrono::milliseconds(200));
    connect(&m_settle, &QTimer::timeout, this, &ZeroPanel::changed);
    words();
}

sdk::PanelInfo ZeroPanel::panelInfo()
{
    return {QStringLiteral("duties.zero"), tr("Zero reports"), QStringLiteral("grid-3x3"), sdk::PanelArea::Centre, {960, 738},
            sdk::PanelVisibility::Hidden};
}

void ZeroPanel::build()
{
    const kit::Theme& t = m_place.themes.theme();
    const auto button = [this](QPushButton*& out, const char* name, const char* icon) {
        out = new QPushButton(m_header);
        out->setObjectName(QLatin1String(name));
        out->setIcon(m_place.themes.icon(QLatin1String(icon)));
        return out;
    };
    m_periods = new QComboBox(m_header);
    m_periods->setObjectName(QStringLiteral("zeroPeriods"));
    m_segments = new kit::SegmentBar(m_place.themes, {}, m_header);
    m_segments->setObjectName(QStringLiteral("zeroSegments"));
    m_where = new QLabel(m_header);
    m_where->setObjectName(QStringLiteral("zeroWhere"));
    m_where->setTextFormat(Qt::PlainText);
    auto* first = new QHBoxLayout;
    first->addWidget(m_periods);
    first->addWidget(m_segments);
    first->addStretch(1);
    first->addWidget(button(m_new, "zeroNew", "plus"));
    first->addWidget(button(m_change, "zeroChange", "calendar-clock"));
    first->addWidget(button(m_close, "zeroClose", "check"));
    auto* second = new QHBoxLayout;
    second->addWidget(button(m_back, "zeroBack", "undo-2"));
    second->addWidget(m_where, 1);
    second->addWidget(button(m_copy, "zeroCopy", "copy"));
    second->addWidget(button(m_remind, "zeroRemind", "megaphone"));
    auto* head = new QVBoxLayout(m_header);
    head->setContentsMargins(t.px(12), t.px(8), t.px(12), t.px(8));
    head->setSpacing(t.px(8));
    head->addLayout(first);
    head->addLayout(second);

    m_table = new QTableView(this);
    m_table->setObjectName(QStringLiteral("zeroTable"));
    m_table->setModel(m_model);
    m_table->setItemDelegate(new ZeroDelegate(m_place.themes, {}, m_table));
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(t.px(t.row.table));
    m_table->setShowGrid(false);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->installEventFilter(this);
    m_legend = new QLabel(this);
    m_legend->setObjectName(QStringLiteral("zeroLegend"));
    m_legend->setTextFormat(Qt::PlainText);
    m_legend->setContentsMargins(t.px(12), t.px(4), t.px(12), t.px(4));
    m_said = new QLabel(this);
    m_said->setObjectName(QStringLiteral("zeroSaid"));
    m_said->setTextFormat(Qt::PlainText);
    m_said->setContentsMargins(t.px(12), 0, t.px(12), t.px(4));
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addWidget(m_table, 1);
    all->addWidget(m_legend);
    all->addWidget(m_said);
    setFocusProxy(m_table);
}

void ZeroPanel::words()
{
    const kit::Theme& t = m_place.themes.theme();
    m_periods->setAccessibleName(tr("Sensitive period"));
    m_segments->setAccessibleName(tr("Filter of the rows"));
    m_table->setAccessibleName(tr("Zero reports by day"));
    m_back->setText(tr("All towns"));
    m_remind->setText(tr("Remind"));
    m_remind->setToolTip(QStringLiteral("R"));
    m_copy->setText(tr("Copy who owes"));
    m_copy->setToolTip(QKeySequence(QKeySequence::Copy).toString(QKeySequence::NativeText));
    m_new->setText(tr("Open a period…"));
    m_change->setText(tr("Change it…", "the sensitive period"));
    m_close->setText(tr("Close it…", "the sensitive period"));
    m_legend->setText(tr("▲ missing   · waiting   ○ zero   ● something found   ■ late"));
    setTone(*m_legend, t, Tone::Tertiary);
    kit::setSheetKeys(*this, {{QStringLiteral("J K"), tr("Next, previous row")},
                              {QStringLiteral("Enter"), tr("A town's grids; report for a grid, or correct it")},
                              {QStringLiteral("Backspace"), tr("All towns")},
                              {QStringLiteral("R"), tr("Remind who owes today")},
                              {m_copy->toolTip(), tr("Copy who owes")}});
    m_model->languageChanged();
    refresh();
}

void ZeroPanel::refreshPeriods()
{
    std::vector<const SensitivePeriod*> all = m_place.desk.duties().all<SensitivePeriod>();
    std::ranges::reverse(all);
    std::ranges::stable_sort(all, {}, [](const SensitivePeriod* p) { return p->stage; }); // open ones first
    const QSignalBlocker quiet(m_periods);
    m_periods->clear();
    for (const SensitivePeriod* p : all) {
        QString name = QString::fromStdString(p->name) + u' ' + DutyWords::span(p->first, p->last);
        if (p->stage == domain::PeriodStage::Closed) name += tr(" (closed)");
        m_periods->addItem(name, QVariant::fromValue<qulonglong>(p->number));
    }
    int at = m_periods->findData(QVariant::fromValue<qulonglong>(m_model->period()));
    if (at < 0 && m_periods->count() > 0) at = 0;
    m_periods->setCurrentIndex(at);
    const std::uint64_t number = at < 0 ? 0 : m_periods->itemData(at).toULongLong();
    if (number != m_model->period()) m_model->setPeriod(number);
}

void ZeroPanel::changed()
{
    // Hidden behind the page of its state it must look anew: that page goes when there is something to show.
    const bool isShowing = status().state == sdk::PanelState::Ready || status().state == sdk::PanelState::Partial;
    m_isStale = !isVisible() && isShowing;
    if (!m_isStale) refresh();
}

void ZeroPanel::showEvent(QShowEvent* event)
{
    if (m_isStale) changed();
    Panel::showEvent(event);
}

void ZeroPanel::refresh()
{
    const QModelIndex was = m_table->currentIndex();
    const TownId town = m_model->townAt(was.row());
    const GridId grid = m_model->gridAt(was.row());
    refreshPeriods();
    m_model->refresh();
    for (int row = 0; row < m_model->rowCount(); ++row)
        if (was.isValid() && m_model->townAt(row) == town && m_model->gridAt(row) == grid)
            m_table->setCurrentIndex(m_model->index(row, std::min(was.column(), m_model->columnCount() - 1)));
    const auto& t = m_place.themes.theme();
    m_table->setColumnWidth(ZeroModel::NameColumn, t.px(120));
    m_table->setColumnWidth(ZeroModel::DebtColumn, t.px(64));
    for (int c = ZeroModel::FirstDayColumn; c < m_model->columnCount(); ++c) m_table->setColumnWidth(c, t.px(152));
    if (m_model->columnCount() > 0) m_table->scrollTo(m_model->index(0, m_model->columnCount() - 1));
    const QString names[] = {m_model->town() ? tr("All grids") : tr("All"), tr("Owing"), tr("Late")};
    QList<kit::Segment> segments;
    for (std::size_t i = 0; i < std::size(filterIds); ++i)
        segments.append({QLatin1String(filterIds[i]), names[i], m_model->rowsWith(static_cast<ZeroFilter>(i)),
                         i == 1 ? Tone::Alarm : Tone::Secondary});
    m_segments->setSegments(segments);
    m_segments->setCurrent(QLatin1String(filterIds[static_cast<std::size_t>(m_model->filter())]));
    const domain::TownDay sum = m_model->today();
    const SensitivePeriod* period = m_model->state();
    m_where->setText(!period ? QString()
                             : tr("%1, %2, until %3: %4 of %5 reported, %6 missing, %7 waiting, %8 late")
                                   .arg(DutyWords::town(m_place, m_model->town()), DutyWords::shortDay(m_model->lastDay()),
                                        DutyWords::minute(period->dueMinute))
                                   .arg(sum.reported()).arg(sum.asked).arg(sum.missing).arg(sum.waiting).arg(sum.late));
    setTone(*m_where, t, sum.missing > 0 ? Tone::Alarm : Tone::Primary, kit::Weight::Strong);
    refreshButtons();
    refreshStatus();
}

void ZeroPanel::refreshButtons()
{
    const SensitivePeriod* period = m_model->state();
    const bool isOpen = period && period->stage == domain::PeriodStage::Open;
    const bool owes = !m_model->debtors(m_model->lastDay()).empty();
    m_back->setVisible(static_cast<bool>(m_model->town()));
    m_remind->setEnabled(isOpen && owes);
    m_copy->setEnabled(owes);
    m_change->setEnabled(isOpen);
    m_close->setEnabled(isOpen);
}

void ZeroPanel::refreshStatus()
{
    sdk::PanelStatus s = cases::linkPanelStatus(m_place);
    if ((s.state == sdk::PanelState::Ready || s.state == sdk::PanelState::Partial) && m_model->rowCount() == 0) {
        s.state = sdk::PanelState::Empty;
        const bool none = !m_model->state();
        s.headline = none ? tr("No sensitive period") : tr("No row passes the filter");
        s.sentence = none ? tr("When a period is opened, every grid reports here once a day, even if it found nothing.")
                          : tr("Rows that match come here.");
        s.hint.clear();
        s.actions = {none ? sdk::PanelAction{QStringLiteral("new"), tr("Open a period…")}
                          : sdk::PanelAction{QStringLiteral("all"), tr("Show all")}};
    }
    setStatus(s);
}

void ZeroPanel::open(int row)
{
    const TownId town = m_model->townAt(row);
    if (!town) return;
    if (m_model->town()) {
        const int column = m_table->currentIndex().column();
        return askReport(m_model->gridAt(row), column < ZeroModel::FirstDayColumn ? m_model->lastDay() : m_model->dayOf(column));
    }
    m_model->setTown(town);
    refresh();
    if (m_model->rowCount() > 0) m_table->setCurrentIndex(m_model->index(0, m_model->columnCount() - 1));
}

void ZeroPanel::back()
{
    if (!m_model->town()) return;
    m_model->setTown({});
    refresh();
    m_table->setFocus();
}

void ZeroPanel::remind()
{
    const SensitivePeriod* period = m_model->state();
    if (!period) return;
    int grids = 0;
    QString refused;
    for (auto& [town, owing] : m_model->debtors(m_model->lastDay())) {
        const auto count = static_cast<int>(owing.size());
        const domain::Subject sheet{SubjectKind::ZeroReport, domain::sheetOf(*period, m_model->lastDay(), town)};
        if (const auto sent = m_place.desk.submit(sheet, domain::RemindGrids{{std::move(owing)}}); sent) grids += count;
        else refused = m_place.text(sent.error().sentence);
    }
    if (!refused.isEmpty()) say(refused, Tone::Alarm);
    else if (grids > 0) say(tr("%1 grids reminded").arg(grids), Tone::Secondary);
}

QString ZeroPanel::debtorsText() const
{
    QString text;
    for (const auto& [town, grids] : m_model->debtors(m_model->lastDay()))
        for (const GridId id : grids)
            if (const domain::Grid* grid = m_place.desk.city().grid(id))
                text += DutyWords::town(m_place, town) + u'\t' + m_place.text(grid->name) + u'\t' + QString::fromStdString(grid->code) + u'\n';
    return text;
}

void ZeroPanel::copyDebtors()
{
    const QString text = debtorsText();
    if (text.isEmpty()) return;
    QApplication::clipboard()->setText(text);
    say(tr("%1 lines copied").arg(text.count(u'\n')), Tone::Secondary);
}

void ZeroPanel::show(DutyForm::Ask ask)
{
    auto* form = new DutyForm(m_place, std::move(ask), this);
    connect(form, &DutyForm::submitted, this, [this](const QString& verb) { say(tr("%1: sent").arg(verb), Tone::Secondary); });
    form->open();
}

void ZeroPanel::askReport(GridId id, domain::DayNumber day)
{
    const SensitivePeriod* period = m_model->state();
    const domain::Grid* grid = m_place.desk.city().grid(id);
    if (period && grid) show(ZeroForms::report(m_place, *period, *grid, day));
}

void ZeroPanel::say(const QString& sentence, Tone tone)
{
    m_said->setText(sentence);
    setTone(*m_said, m_place.themes.theme(), tone);
}

void ZeroPanel::runAction(const QString& id)
{
    if (id == QLatin1String("reconnect")) m_place.desk.reconnectNow();
    else if (id == QLatin1String("new")) show(ZeroForms::open(m_place));
    else if (id == QLatin1String("all")) {
        m_model->setFilter(ZeroFilter::All);
        refresh();
    }
    Panel::runAction(id);
}

bool ZeroPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress) return Panel::eventFilter(watched, event);
    auto* key = static_cast<QKeyEvent*>(event);
    if (key->matches(QKeySequence::Copy)) return copyDebtors(), true;
    if (key->modifiers() != Qt::NoModifier) return false;
    const QModelIndex at = m_table->currentIndex();
    switch (key->key()) {
    case Qt::Key_Backspace: back(); return true;
    case Qt::Key_R: remind(); return true;
    case Qt::Key_J:
    case Qt::Key_K: {
        const int next = at.row() + (key->key() == Qt::Key_J ? 1 : -1);
        if (next >= 0 && next < m_model->rowCount()) m_table->setCurrentIndex(m_model->index(next, std::max(0, at.column())));
        return true;
    }
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (at.isValid()) open(at.row());
        return true;
    default: return false;
    }
}

void ZeroPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) words();
    Panel::changeEvent(event);
}

} // namespace zs::duties
