#include "ui/calendar/CalendarPanel.h"

#include "ui/calendar/DayForm.h"
#include "ui/calendar/ImpactTable.h"
#include "ui/calendar/YearView.h"
#include "ui/cases/LabelTone.h"
#include "ui/kit/DurationText.h"
#include "ui/kit/Paint.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

namespace zs::calendar {

using cases::setTone;
using kit::Tone;
using kit::Weight;

CalendarPanel::CalendarPanel(const cases::Workplace& place, Publish publish, QWidget* parent)
    : Panel(parent), m_place(place), m_publish(std::move(publish)), m_draft(place.desk.calendar().data()),
      m_year(new YearView(place, m_draft)), m_day(new DayForm(place, m_draft)), m_impact(new ImpactTable(place, this))
{
    setObjectName(QStringLiteral("calendarPanel"));
    build();
    connect(m_previous, &QToolButton::clicked, this, [this] { m_year->setCurrent(m_year->current() - std::chrono::days(365)); });
    connect(m_next, &QToolButton::clicked, this, [this] { m_year->setCurrent(m_year->current() + std::chrono::days(365)); });
    connect(m_year, &YearView::yearChanged, this, &CalendarPanel::showYear);
    connect(m_year, &YearView::currentChanged, this, &CalendarPanel::showDay);
    connect(m_year, &YearView::activated, m_day, &DayForm::edit);
    connect(m_day, &DayForm::left, m_year, [this] { m_year->setFocus(); });
    connect(m_day, &DayForm::edited, this, [this] {
        draftEdited();
        m_year->setFocus();
    });
    connect(m_hoursApply, &QPushButton::clicked, this, &CalendarPanel::applyHours);
    connect(m_yearApply, &QPushButton::clicked, this, &CalendarPanel::completeYear);
    connect(m_publishButton, &QPushButton::clicked, this, &CalendarPanel::publish);
    connect(m_revertButton, &QPushButton::clicked, this, &CalendarPanel::revert);
    connect(m_note, &QLineEdit::textChanged, this, &CalendarPanel::showImpact);
    connect(m_impact, &ImpactTable::rechecked, this, &CalendarPanel::showImpact);
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex& at) {
        if (const CaseId id = m_impact->caseAt(at.row())) m_place.selection.openCase(id);
    });
    connect(&place.desk, &cases::Desk::calendarChanged, this, &CalendarPanel::calendarReplaced);
    connect(&place.desk, &cases::Desk::casesReset, this, [this] { // a new picture may bring another one
        if (!(m_draft.base() == m_place.desk.calendar().data())) calendarReplaced();
    });
    connect(&place.themes, &kit::ThemeManager::changed, this, &CalendarPanel::words);
    setFocusProxy(m_year);
    words();
}

CalendarPanel::~CalendarPanel() = default;

sdk::PanelInfo CalendarPanel::panelInfo()
{
    return {QStringLiteral("calendar.work"), tr("Work calendar"), QStringLiteral("calendar-clock"), sdk::PanelArea::Centre, {960, 738},
            sdk::PanelVisibility::Hidden};
}

void CalendarPanel::build()
{
    const kit::Theme& t = m_place.themes.theme();
    const auto label = [this](QLabel*& out, const char* name) {
        out = new QLabel(this);
        out->setObjectName(QLatin1String(name));
        out->setTextFormat(Qt::PlainText);
        out->setWordWrap(true);
        return out;
    };
    const auto button = [this](QPushButton*& out, const char* name) {
        out = new QPushButton(this);
        out->setObjectName(QLatin1String(name));
        return out;
    };
    const auto line = [this](QLineEdit*& out, const char* name) {
        out = new QLineEdit(this);
        out->setObjectName(QLatin1String(name));
        out->setMaxLength(200);
        return out;
    };
    m_previous = new QToolButton(this);
    m_next = new QToolButton(this);
    m_previous->setObjectName(QStringLiteral("calendarPrevious"));
    m_next->setObjectName(QStringLiteral("calendarNext"));
    m_previous->setText(QStringLiteral("‹"));
    m_next->setText(QStringLiteral("›"));

    auto* head = new QHBoxLayout;
    head->setSpacing(t.px(8));
    head->addWidget(m_previous);
    head->addWidget(label(m_yearName, "calendarYearName"));
    m_yearName->setWordWrap(false);
    head->addWidget(m_next);
    head->addWidget(label(m_status, "calendarStatus"), 1);
    auto* left = new QVBoxLayout;
    left->setSpacing(t.px(8));
    left->setContentsMargins(t.px(12), t.px(8), 0, t.px(8));
    left->addLayout(head);
    auto* scroll = new QScrollArea(this);
    scroll->setWidget(m_year);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    left->addWidget(scroll, 1);
    left->addWidget(label(m_legend, "calendarLegend"));

    m_hours = new QPlainTextEdit(this);
    m_hours->setObjectName(QStringLiteral("calendarHours"));
    m_hours->setTabChangesFocus(true);
    m_hours->setFixedHeight(t.px(56));
    m_table = new QTableView(this);
    m_table->setObjectName(QStringLiteral("calendarImpact"));
    m_table->setModel(m_impact);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(t.px(t.row.table));
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->setShowGrid(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    const int widths[] = {64, 76, 96, 96};
    for (int c = 0; c < 4; ++c) m_table->setColumnWidth(c, t.px(widths[c]));

    auto* right = new QVBoxLayout;
    right->setSpacing(t.px(8));
    right->setContentsMargins(t.px(12), t.px(8), t.px(12), t.px(8));
    right->addWidget(m_day);
    auto* complete = new QHBoxLayout;
    complete->addWidget(line(m_notice, "calendarNotice"), 1);
    complete->addWidget(button(m_yearApply, "calendarCompleteYear"));
    right->addLayout(complete);
    right->addWidget(label(m_hoursTitle, "calendarHoursTitle"));
    right->addWidget(m_hours);
    right->addWidget(button(m_hoursApply, "calendarHoursApply"), 0, Qt::AlignRight);
    right->addWidget(label(m_impactTitle, "calendarImpactTitle"));
    right->addWidget(label(m_impactNote, "calendarImpactNote"));
    right->addWidget(m_table, 1);
    right->addWidget(line(m_note, "calendarNote"));
    auto* end = new QHBoxLayout;
    end->addWidget(button(m_revertButton, "calendarRevert"));
    end->addStretch(1);
    end->addWidget(button(m_publishButton, "calendarPublish"));
    m_publishButton->setProperty("role", "main");
    right->addLayout(end);
    right->addWidget(label(m_said, "calendarSaid"));

    auto* split = new QSplitter(Qt::Horizontal, this);
    auto *leftHalf = new QWidget(split), *rightHalf = new QWidget(split);
    leftHalf->setLayout(left);
    rightHalf->setLayout(right);
    split->addWidget(leftHalf);
    split->addWidget(rightHalf);
    split->setStretchFactor(0, 1);
    split->setStretchFactor(1, 0);
    split->setSizes({t.px(640), t.px(440)});
    split->setChildrenCollapsible(false);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(split);
}

void CalendarPanel::words()
{
    const kit::Theme& t = m_place.themes.theme();
    m_previous->setAccessibleName(tr("Previous year"));
    m_next->setAccessibleName(tr("Next year"));
    m_previous->setToolTip(m_previous->accessibleName());
    m_next->setToolTip(m_next->accessibleName());
    m_legend->setText(tr("round = day off · square = make-up day, worked · pale = weekend · hatched = not known, natural day · "
                         "corner = decided here · dashed = not published yet"));
    m_hoursTitle->setText(tr("Working hours, a line a season"));
    m_hours->setAccessibleName(m_hoursTitle->text());
    m_hoursApply->setText(tr("Change the hours"));
    m_notice->setAccessibleName(tr("Notice of the year's arrangement"));
    m_notice->setPlaceholderText(tr("Notice: number or address"));
    m_yearApply->setText(tr("The year is published"));
    m_impactTitle->setText(tr("What will change"));
    m_table->setAccessibleName(tr("Cases that get another deadline"));
    m_note->setAccessibleName(tr("What changed and why"));
    m_note->setPlaceholderText(tr("What changed and why; stays in the journal"));
    m_revertButton->setText(tr("Take all back"));
    m_publishButton->setText(tr("Publish"));
    setTone(*m_yearName, t, Tone::Primary, Weight::Strong);
    setTone(*m_legend, t, Tone::Tertiary);
    for (QLabel* title : {m_hoursTitle, m_impactTitle}) setTone(*title, t, Tone::Primary, Weight::Strong);
    m_day->words();
    m_impact->languageChanged();
    m_year->refresh();
    m_hours->setPlainText(QString::fromStdString(m_draft.hours()));
    showYear();
    showImpact();
}

void CalendarPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) words();
    Panel::changeEvent(event);
}

// --- what is shown ------------------------------------------------------------------------------------------------

void CalendarPanel::showYear()
{
    const kit::Theme& t = m_place.themes.theme();
    m_yearName->setText(QString::number(m_year->year()));
    const domain::CalendarYear* year = m_draft.data().year(m_year->year());
    const bool known = m_draft.calendar()->isKnown(m_year->year());
    QString status;
    if (known) {
        QStringList notices;
        for (const std::string& notice : year->notices) notices << QString::fromStdString(notice);
        status = tr("published: %1").arg(notices.join(QStringLiteral("  ")));
    } else if (year) {
        status = tr("The arrangement isn't published. Only the holidays fixed by law are shown; limits in working days count natural days.");
    } else {
        status = tr("There is no calendar of this year. Limits in working days count natural days.");
    }
    m_status->setText(status);
    setTone(*m_status, t, known ? Tone::Tertiary : Tone::Warn, known ? Weight::Normal : Weight::Strong);
    m_notice->setVisible(!known);
    m_yearApply->setVisible(!known);
    showDay();
}

void CalendarPanel::showDay()
{
    m_day->setDay(m_year->current(), m_year->dayText(m_year->current()));
}

void CalendarPanel::showImpact()
{
    const kit::Theme& t = m_place.themes.theme();
    const bool changed = m_draft.isChanged();
    QString note;
    if (!changed) {
        note = tr("Nothing was edited; version %1 is in force.").arg(QString::fromStdString(m_draft.base().version));
    } else if (m_impact->isChecking()) {
        note = tr("Looking through the open cases…");
    } else {
        const auto grouped = [](std::size_t n) { return kit::DurationText::grouped(static_cast<qint64>(n)); };
        note = tr("Edits: %1. %2 of %3 open cases get another deadline, %4 become late.")
                   .arg(QString::number(m_draft.edits()), grouped(m_impact->affected()), grouped(m_impact->open()),
                        grouped(m_impact->becomeLate()));
        if (m_impact->affected() > ImpactTable::shown) note += tr(" The nearest %1 are listed.").arg(ImpactTable::shown);
    }
    m_impactNote->setText(note);
    setTone(*m_impactNote, t, changed && m_impact->becomeLate() > 0 ? Tone::Warn : Tone::Secondary);
    m_revertButton->setEnabled(changed);
    // Nothing is published that hasn't been looked at whole.
    m_publishButton->setEnabled(changed && m_publish && !m_impact->isChecking() && !m_note->text().trimmed().isEmpty());
    m_publishButton->setToolTip(!m_publish                          ? tr("This desk can't publish.")
                                : !changed                          ? tr("Nothing was edited.")
                                : m_note->text().trimmed().isEmpty() ? tr("Say what changed and why first.")
                                                                     : QString());

    sdk::PanelStatus s;
    s.state = sdk::PanelState::Ready;
    s.freshness = tr("version %1").arg(QString::fromStdString(m_draft.base().version));
    const TimePoint now = m_place.desk.serverNow();
    if (const auto problem = m_place.desk.calendar().problem(now, now + std::chrono::days(60))) {
        s.state = sdk::PanelState::Partial;
        s.headline = tr("Year without an arrangement");
        s.sentence = m_place.text(*problem);
    }
    setStatus(s);
}

void CalendarPanel::say(const QString& sentence, Tone tone)
{
    m_said->setText(sentence);
    m_said->setVisible(!sentence.isEmpty());
    setTone(*m_said, m_place.themes.theme(), tone);
}

// --- edits --------------------------------------------------------------------------------------------------------

void CalendarPanel::draftEdited()
{
    m_year->refresh();
    m_impact->check(m_draft.isChanged() ? m_draft.calendar() : nullptr);
    showYear();
    showImpact();
    say({}, Tone::Secondary);
}

void CalendarPanel::applyHours()
{
    if (auto done = m_draft.setHours(m_hours->toPlainText().toStdString()); !done)
        return say(problemText(done.error()), Tone::Alarm);
    m_hours->setPlainText(QString::fromStdString(m_draft.hours()));
    draftEdited();
}

void CalendarPanel::completeYear()
{
    if (auto done = m_draft.publishYear(m_year->year(), m_notice->text().trimmed().toStdString()); !done)
        return say(done.error().code == "calendar.notice" ? tr("Name the notice of the State Council first.")
                                                          : problemText(done.error()),
                   Tone::Alarm);
    m_notice->clear();
    draftEdited();
    say(tr("Now enter the days that are off or made up, one by one."), Tone::Secondary);
}

void CalendarPanel::revert()
{
    m_draft.revert();
    m_hours->setPlainText(QString::fromStdString(m_draft.hours()));
    draftEdited();
}

void CalendarPanel::publish()
{
    if (!m_publish || !m_draft.isChanged()) return;
    domain::CalendarData edited = m_draft.data();
    edited.version = nextVersion(edited.version);
    if (auto sent = m_publish(edited, m_note->text().trimmed().toStdString()); !sent)
        return say(tr("Not published: %1 Deadlines stay as they are; try again.").arg(QString::fromStdString(sent.error().sentence)),
                   Tone::Alarm);
    m_note->clear();
    say(tr("Sent. It is in force as soon as the gateway has recorded it."), Tone::Secondary);
}

/// Another version came into force, from here or elsewhere. What was being edited here rested on the old one.
void CalendarPanel::calendarReplaced()
{
    domain::CalendarData edited = m_draft.data();
    edited.version = m_place.desk.calendar().data().version;
    const bool lost = m_draft.isChanged() && !(edited == m_place.desk.calendar().data());
    m_draft = CalendarDraft(m_place.desk.calendar().data());
    m_hours->setPlainText(QString::fromStdString(m_draft.hours()));
    draftEdited();
    say(lost ? tr("Another version came into force; what was edited here was taken back.") : tr("The calendar in force was replaced."),
        lost ? Tone::Warn : Tone::Secondary);
}

std::unique_ptr<sdk::PanelFactory> calendarPanelFactory(const cases::Workplace& place, CalendarPanel::Publish publish)
{
    return sdk::makePanelFactory(&CalendarPanel::panelInfo, [&place, publish = std::move(publish)](QWidget* parent) {
        return new CalendarPanel(place, publish, parent);
    });
}

} // namespace zs::calendar
