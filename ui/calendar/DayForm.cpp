#include "ui/calendar/DayForm.h"

#include "ui/cases/LabelTone.h"
#include "ui/kit/SegmentBar.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace zs::calendar {

namespace {
constexpr const char* choiceIds[] = {"arranged", "worked", "off"};
}

QString problemText(const Error& error)
{
    const std::string& code = error.code;
    if (code == "calendar.hours")
        return DayForm::tr("Not changed: the hours aren't lines like 01-01 08:30-12:00 14:30-17:30, in order and apart.");
    if (code == "calendar.seasons") return DayForm::tr("Not changed: the seasons must be in order, at most six, one at least.");
    if (code == "calendar.make_up") return DayForm::tr("Not changed: with it a make-up day would be worked anyway.");
    if (code == "calendar.change") return DayForm::tr("Not changed: at most 400 days between 2000 and 2099 can be decided here.");
    return DayForm::tr("Not changed: the calendar wouldn't be right any more (%1).").arg(QString::fromStdString(code));
}

DayForm::DayForm(const cases::Workplace& place, CalendarDraft& draft, QWidget* parent)
    : QWidget(parent), m_place(place), m_draft(draft), m_title(new QLabel(this)), m_choice(new kit::SegmentBar(place.themes, {}, this)),
      m_reason(new QLineEdit(this)), m_apply(new QPushButton(this)), m_problem(new QLabel(this))
{
    const kit::Theme& t = place.themes.theme();
    setObjectName(QStringLiteral("calendarDayForm"));
    m_title->setObjectName(QStringLiteral("calendarDay"));
    m_choice->setObjectName(QStringLiteral("calendarDayChoice"));
    m_reason->setObjectName(QStringLiteral("calendarDayReason"));
    m_apply->setObjectName(QStringLiteral("calendarDayApply"));
    m_problem->setObjectName(QStringLiteral("calendarDayProblem"));
    for (QLabel* label : {m_title, m_problem}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_reason->setMaxLength(static_cast<int>(domain::limits::changeReason));
    auto* line = new QHBoxLayout;
    line->setSpacing(t.px(8));
    line->addWidget(m_reason, 1);
    line->addWidget(m_apply);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(t.px(8));
    all->addWidget(m_title);
    all->addWidget(m_choice, 0, Qt::AlignLeft);
    all->addLayout(line);
    all->addWidget(m_problem);
    connect(m_choice, &kit::SegmentBar::currentChanged, this, [this] {
        if (m_choice->current() == QLatin1String(choiceIds[0])) return apply(); // needs no reason
        refresh();
        m_reason->setFocus();
    });
    connect(m_reason, &QLineEdit::textChanged, this, &DayForm::refresh);
    connect(m_reason, &QLineEdit::returnPressed, this, &DayForm::apply);
    connect(m_apply, &QPushButton::clicked, this, &DayForm::apply);
    words();
}

void DayForm::words()
{
    m_choice->setAccessibleName(tr("What the day is"));
    m_choice->setSegments({{QLatin1String(choiceIds[0]), tr("As arranged"), {}, kit::Tone::Secondary},
                           {QLatin1String(choiceIds[1]), tr("Worked"), {}, kit::Tone::Secondary},
                           {QLatin1String(choiceIds[2]), tr("Day off"), {}, kit::Tone::Secondary}});
    m_reason->setAccessibleName(tr("Reason of the change"));
    m_reason->setPlaceholderText(tr("Reason, for example: typhoon, no work"));
    m_apply->setText(tr("Change the day"));
    cases::setTone(*m_title, m_place.themes.theme(), kit::Tone::Primary, kit::Weight::Strong);
    refresh();
}

void DayForm::setDay(domain::CalendarDay day, const QString& title)
{
    const bool isAnother = day != m_day;
    m_day = day;
    m_title->setText(title);
    if (isAnother) {
        const domain::DayChange* change = m_draft.change(day);
        m_reason->setText(change ? QString::fromStdString(change->reason) : QString());
        say({});
    }
    m_choice->setCurrent(QLatin1String(choiceIds[static_cast<std::size_t>(m_draft.choice(day))]));
    refresh();
}

void DayForm::edit()
{
    if (m_reason->isEnabled()) return m_reason->setFocus();
    // The buttons of a segment bar take the focus themselves.
    if (auto* first = m_choice->findChild<QAbstractButton*>()) first->setFocus();
}

void DayForm::refresh()
{
    const bool needsReason = m_choice->current() != QLatin1String(choiceIds[0]);
    m_reason->setEnabled(needsReason);
    m_apply->setEnabled(needsReason && !m_reason->text().trimmed().isEmpty());
}

void DayForm::say(const QString& sentence)
{
    m_problem->setText(sentence);
    m_problem->setVisible(!sentence.isEmpty());
    cases::setTone(*m_problem, m_place.themes.theme(), kit::Tone::Alarm);
}

void DayForm::apply()
{
    auto choice = DayChoice::AsArranged;
    for (std::size_t i = 0; i < std::size(choiceIds); ++i)
        if (m_choice->current() == QLatin1String(choiceIds[i])) choice = static_cast<DayChoice>(i);
    const QString reason = m_reason->text().trimmed();
    if (choice != DayChoice::AsArranged && reason.isEmpty()) return say(tr("A changed day needs its reason."));
    if (auto done = m_draft.setDay(m_day, choice, reason.toStdString()); !done) return say(problemText(done.error()));
    if (choice == DayChoice::AsArranged) m_reason->clear();
    say({});
    Q_EMIT edited();
}

void DayForm::keyPressEvent(QKeyEvent* event)
{
    if (event->key() != Qt::Key_Escape) return QWidget::keyPressEvent(event);
    Q_EMIT left();
}

} // namespace zs::calendar
