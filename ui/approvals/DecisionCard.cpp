#include "ui/approvals/DecisionCard.h"

#include "domain/duties/Duties.h"
#include "ui/approvals/Change.h"
#include "ui/cases/CaseWords.h"
#include "ui/cases/LabelTone.h"
#include "ui/kit/KeyCap.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace zs::approvals {

using cases::Action;
using cases::CaseWords;
using kit::Tone;

DecisionCard::DecisionCard(const cases::Workplace& place, cases::CaseActions& actions, QWidget* host, QWidget* parent)
    : QFrame(parent), m_place(place), m_actions(actions), m_host(host), m_reason(new QLineEdit(this))
{
    const kit::Theme& t = place.themes.theme();
    setObjectName(QStringLiteral("decisionCard"));
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(t.px(12), t.px(8), t.px(12), t.px(8));
    all->setSpacing(t.px(4));
    const auto label = [&](const char* name) {
        auto* made = new QLabel(this);
        made->setObjectName(QLatin1String(name));
        made->setTextFormat(Qt::PlainText);
        made->setWordWrap(true);
        all->addWidget(made);
        return made;
    };
    m_head = label("decisionHead");
    m_who = label("decisionWho");
    m_why = label("decisionWhy");
    m_effect = label("decisionEffect");
    m_bar = label("decisionBar");
    m_reason->setObjectName(QStringLiteral("decisionReason"));
    m_reason->installEventFilter(this);
    all->addWidget(m_reason);
    m_row = new QHBoxLayout;
    m_row->setSpacing(t.px(6));
    m_row->addStretch(1);
    all->addLayout(m_row);
    connect(&place.themes, &kit::ThemeManager::changed, this, &DecisionCard::words);
    words();
}

void DecisionCard::words()
{
    const kit::Theme& t = m_place.themes.theme();
    setStyleSheet(QStringLiteral("#decisionCard { background: %1; border: none; border-top: 1px solid %2; }")
                      .arg(t.surface.panel.name(), t.line.strong.name()));
    cases::setTone(*m_head, t, Tone::Primary, kit::Weight::Strong);
    cases::setTone(*m_who, t, Tone::Secondary);
    cases::setTone(*m_why, t, Tone::Primary);
    cases::setTone(*m_effect, t, Tone::Secondary);
    cases::setTone(*m_bar, t, Tone::Alarm);
    refresh();
}

void DecisionCard::makeButtons()
{
    if (m_kind == m_waiting->kind) return;
    m_kind = m_waiting->kind;
    for (kit::KeyButton* button : m_buttons) {
        button->hide();
        button->setObjectName({}); // it may be the sender: it goes later
        button->deleteLater();
    }
    m_buttons.clear();
    const auto actions = decisions(*m_kind);
    for (std::size_t n = 0; n < actions.size(); ++n) {
        auto* button = new kit::KeyButton(m_place.themes, {}, cases::CaseActions::key(actions[n]), kit::ButtonRole::Plain, this);
        button->setObjectName(QStringLiteral("decision_%1").arg(n));
        connect(button, &QPushButton::clicked, this, [this, n] { decide(n); });
        m_row->insertWidget(static_cast<int>(n), button);
        m_buttons.push_back(button);
    }
}

void DecisionCard::show(const Waiting* waiting)
{
    if (!waiting || !m_waiting || waiting->key() != m_waiting->key()) m_reason->clear();
    m_waiting = waiting ? std::optional(*waiting) : std::nullopt;
    refresh();
}

void DecisionCard::refresh()
{
    const domain::Case* state = m_waiting ? m_place.desk.cases().find(m_waiting->caseId) : nullptr;
    setVisible(state != nullptr);
    if (!state) return;
    const TimePoint now = m_place.desk.serverNow();
    m_head->setText(CaseWords::number(state->id) + QStringLiteral("  ") + QString::fromStdString(state->title) + QStringLiteral("  ")
                    + Change::what(m_place, *m_waiting));
    const QString since = CaseWords::clock(m_place, m_waiting->since, now);
    m_who->setText(m_waiting->kind == Kind::Task     ? tr("Owed by %1, due %2").arg(m_waiting->who, CaseWords::until(m_place, m_waiting->since, now))
                   : state->isOpen() && m_waiting->kind != Kind::Request && m_waiting->kind != Kind::Police
                       ? tr("With %1, since %2").arg(m_waiting->who, since)
                   : m_waiting->kind == Kind::Request  ? tr("Asked by %1, %2; with %3")
                                                          .arg(m_waiting->who, since, CaseWords::agency(m_place, state->lead))
                       : m_waiting->kind == Kind::Police ? tr("Received by %1, %2").arg(m_waiting->who, since)
                                                         : tr("Closed by %1, %2; %3").arg(m_waiting->who, since, CaseWords::outcome(state->outcome)));
    m_why->setText(m_waiting->request ? QString::fromStdString(m_waiting->request->reason) : QString());
    m_why->setVisible(!m_why->text().isEmpty());
    m_effect->setText(Change::effect(m_place, *state, *m_waiting));
    // Also where only the usual decision isn't this desk's: a follow-up by who handled the case, say.
    const auto usuals = decisions(m_waiting->kind);
    const cases::Legality usual = usuals.empty() || m_waiting->kind == Kind::Mediation ? cases::Legality{} : m_actions.legality(state->id, usuals.front());
    m_bar->setText(!m_waiting->mine.legal ? tr("Not yours to decide: %1").arg(m_waiting->mine.reason) : usual.reason);
    m_bar->setVisible(!m_bar->text().isEmpty());
    const bool isTask = m_waiting->kind == Kind::Task;
    m_reason->setVisible((m_waiting->kind == Kind::Request || isTask) && m_waiting->mine.legal);
    m_reason->setAccessibleName(isTask ? tr("Result") : tr("Reason or note"));
    m_reason->setPlaceholderText(isTask ? tr("Result; Ctrl+Enter records that it is done")
                                        : tr("Reason; Ctrl+Enter approves, Ctrl+Shift+Enter denies"));

    makeButtons();
    const auto actions = decisions(m_waiting->kind);
    for (std::size_t n = 0; n < m_buttons.size(); ++n) {
        kit::KeyButton* button = m_buttons[n];
        const cases::Legality legality = m_actions.legality(state->id, actions[n]);
        button->setText(cases::CaseActions::label(actions[n]));
        button->setEnabled(legality.legal);
        button->setToolTip(legality.reason);
        button->setAccessibleDescription(legality.reason);
        button->setRole(n == 0 && legality.legal ? kit::ButtonRole::Main : kit::ButtonRole::Plain);
    }
}

void DecisionCard::decide(std::size_t n)
{
    if (!m_waiting) return;
    if (m_waiting->kind == Kind::Task) return finishTask();
    const auto actions = decisions(m_waiting->kind);
    if (n >= actions.size()) return;
    const CaseId id = m_waiting->caseId;
    if (m_waiting->kind != Kind::Request) {
        m_actions.run(id, actions[n], m_host);
        return;
    }
    const cases::Legality legality = m_actions.legality(id, actions[n]);
    if (!legality.legal) {
        Q_EMIT refused(legality.reason);
        return;
    }
    const std::string reason = m_reason->text().trimmed().toStdString();
    if (actions[n] == Action::Deny && reason.empty()) {
        m_reason->setFocus(Qt::ShortcutFocusReason);
        Q_EMIT refused(tr("Say why not, then Ctrl+Shift+Enter: who asked reads this."));
        return;
    }
    const domain::CaseCommand command =
        actions[n] == Action::Approve ? domain::CaseCommand(domain::Approve{reason}) : domain::CaseCommand(domain::Deny{reason});
    if (m_actions.submit(id, command)) Q_EMIT decided();
}

void DecisionCard::finishTask()
{
    const std::string result = m_reason->text().trimmed().toStdString();
    const auto sent = m_place.desk.submit({domain::SubjectKind::Consultation, m_waiting->task->consultation},
                                          domain::FinishTask{{m_waiting->task->index, result}});
    if (sent) {
        Q_EMIT decided();
        return;
    }
    m_reason->setFocus(Qt::ShortcutFocusReason);
    Q_EMIT refused(m_place.text(sent.error().sentence));
}

bool DecisionCard::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_reason && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (enter && key->modifiers().testFlag(Qt::ControlModifier)) {
            decide(key->modifiers().testFlag(Qt::ShiftModifier) ? 1 : 0);
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace zs::approvals
