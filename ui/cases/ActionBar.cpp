#include "ui/cases/ActionBar.h"

#include "ui/kit/KeyCap.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QResizeEvent>

namespace zs::cases {

std::vector<Action> barActions(const domain::Case& state)
{
    using A = Action;
    using domain::Phase;
    std::vector<A> bar;
    switch (state.phase) {
    case Phase::None: return {};
    case Phase::Received:
        bar = {A::Classify, A::Dispatch, A::Route, A::Decline, A::Note};
        break;
    case Phase::Classified: bar = {A::Dispatch, A::Route, A::Classify, A::Whistle, A::Note}; break;
    case Phase::Routed: bar = {A::Accept, A::Dispatch, A::Reroute, A::Return, A::Supervise, A::Note}; break;
    case Phase::Accepted: bar = {A::Dispatch, A::Reroute, A::Return, A::Whistle, A::Supervise, A::Note}; break;
    case Phase::Dispatched: bar = {A::Acknowledge, A::Dispatch, A::Reroute, A::Whistle, A::Supervise, A::Note}; break;
    case Phase::Acknowledged: bar = {A::Arrive, A::Dispatch, A::Whistle, A::Supervise, A::Note}; break;
    case Phase::OnScene: bar = {A::Finish, A::Dispatch, A::Whistle, A::Supervise, A::Note}; break;
    case Phase::Finished: bar = {A::Rate, A::FollowUp, A::Rework, A::Archive, A::Reopen, A::Note}; break;
    case Phase::Rated: bar = {A::FollowUp, A::Archive, A::Rework, A::Reopen, A::Note}; break;
    case Phase::FollowedUp: bar = {A::Archive, A::Reopen, A::Note}; break;
    case Phase::Archived: bar = {A::Reopen, A::Note}; break;
    case Phase::Declined: bar = {A::Reopen, A::Note}; break;
    case Phase::Merged: bar = {A::Unmerge, A::Note}; break;
    }
    // What has to be decided before anything else comes first.
    const auto first = [&](std::initializer_list<A> actions) { bar.insert(bar.begin(), actions); };
    const bool early = state.phase == Phase::Received || state.phase == Phase::Classified;
    if (early && state.channel == domain::Channel::PoliceHandover && state.police == domain::PoliceRuling::None) first({A::RulePolice});
    if (state.isOpen() && state.isSuspended()) first({A::Resume});
    if (state.isOpen() && state.request) first({A::Approve, A::Deny});
    return bar;
}

ActionBar::ActionBar(const Workplace& place, CaseActions& actions, QWidget* host, QWidget* parent)
    : QFrame(parent), m_place(place), m_actions(actions), m_host(host),
      m_more(new kit::KeyButton(place.themes, QStringLiteral("…"), QStringLiteral("."), kit::ButtonRole::Plain, this))
{
    setObjectName(QStringLiteral("detailBar"));
    auto* row = new QHBoxLayout(this);
    const auto add = [&](Action action, const QString& name) {
        auto* button = new kit::KeyButton(place.themes, {}, CaseActions::key(action), kit::ButtonRole::Plain, this);
        button->setObjectName(QStringLiteral("action") + name);
        button->hide();
        connect(button, &QPushButton::clicked, this, [this, action] { m_actions.run(m_case, action, m_host); });
        m_buttons[action] = button;
    };
    for (const ActionSpec& spec : actionTable()) add(spec.action, QLatin1String(spec.id));
    add(Action::Withdraw, QStringLiteral("Withdraw"));
    m_more->setObjectName(QStringLiteral("actionMore"));
    connect(m_more, &QPushButton::clicked, this, &ActionBar::openMenu);
    row->addWidget(m_more);
    row->addStretch(1);
    words();
}

void ActionBar::openMenu()
{
    if (!m_more->isEnabled()) return;
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("caseMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    m_actions.fillMenu(*menu, m_case, m_host);
    menu->popup(m_more->mapToGlobal(QPoint(0, -menu->sizeHint().height())));
}

void ActionBar::setCase(CaseId id)
{
    m_case = id;
    refresh();
}

void ActionBar::words()
{
    const kit::Theme& t = m_place.themes.theme();
    setFixedHeight(t.px(t.bar.actions));
    layout()->setContentsMargins(t.px(12), 0, t.px(4), 0);
    layout()->setSpacing(t.px(6));
    setStyleSheet(QStringLiteral("#detailBar { background: %1; border: none; border-top: 1px solid %2; }")
                      .arg(t.surface.raised.name(), t.line.strong.name()));
    m_more->setAccessibleName(tr("More actions"));
    for (auto& [action, button] : m_buttons) button->setText(CaseActions::label(action));
    refresh();
}

void ActionBar::refresh()
{
    const domain::Case* state = m_place.desk.cases().find(m_case);
    m_more->setEnabled(state != nullptr);
    // Without a case the bar keeps its usual buttons, greyed.
    m_wanted = state ? barActions(*state) : std::vector{Action::Dispatch, Action::Route, Action::Note};
    if (m_actions.legality(m_case, Action::Withdraw).legal) m_wanted.insert(m_wanted.begin() + 1, Action::Withdraw);
    std::optional<Action> main;
    for (const Action action : m_wanted) {
        auto* button = m_buttons[action];
        const Legality now = m_actions.legality(m_case, action);
        button->setEnabled(now.legal);
        button->setToolTip(now.legal ? QString() : now.reason);
        button->setAccessibleDescription(now.reason);
        if (now.legal && !main && action != Action::Withdraw) main = action;
    }
    for (auto& [action, button] : m_buttons)
        button->setRole(action == main ? kit::ButtonRole::Main : kit::ButtonRole::Plain);
    fit();
}

void ActionBar::fit()
{
    auto* row = static_cast<QHBoxLayout*>(layout());
    const QMargins margins = row->contentsMargins();
    int room = width() - margins.left() - margins.right() - m_more->sizeHint().width();
    int place = 0;
    std::vector<Action> shown;
    for (const Action action : m_wanted) {
        room -= m_buttons[action]->sizeHint().width() + row->spacing();
        if (room < 0) break;
        shown.push_back(action);
    }
    for (auto& [action, button] : m_buttons)
        if (std::ranges::find(shown, action) == shown.end()) {
            row->removeWidget(button);
            button->hide();
        }
    for (const Action action : shown) {
        auto* button = m_buttons[action];
        if (row->indexOf(button) != place) {
            row->removeWidget(button);
            row->insertWidget(place, button);
        }
        button->show();
        ++place;
    }
}

void ActionBar::resizeEvent(QResizeEvent* event)
{
    QFrame::resizeEvent(event);
    fit();
}

} // namespace zs::cases
