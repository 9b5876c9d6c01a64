#include "ui/cases/ActionBar.h"

#include "ui/kit/KeyCap.h"

#include <QHBoxLayout>
#include <QMenu>

namespace zs::cases {

namespace {

struct Entry {
    Action action;
    const char* name;
};
constexpr Entry entries[] = {{Action::Dispatch, "actionDispatch"}, {Action::Route, "actionRoute"},
                             {Action::Classify, "actionClassify"}, {Action::Accept, "actionAccept"},
                             {Action::Return, "actionReturn"},     {Action::Note, "actionNote"},
                             {Action::Withdraw, "actionWithdraw"}};

} // namespace

ActionBar::ActionBar(const Workplace& place, CaseActions& actions, QWidget* host, QWidget* parent)
    : QFrame(parent), m_place(place), m_actions(actions), m_host(host),
      m_more(new kit::KeyButton(place.themes, QStringLiteral("…"), {}, kit::ButtonRole::Plain, this))
{
    setObjectName(QStringLiteral("detailBar"));
    auto* row = new QHBoxLayout(this);
    for (const Entry& entry : entries) {
        auto* button = new kit::KeyButton(place.themes, {}, CaseActions::key(entry.action), kit::ButtonRole::Plain, this);
        button->setObjectName(QLatin1String(entry.name));
        connect(button, &QPushButton::clicked, this, [this, action = entry.action] { m_actions.run(m_case, action, m_host); });
        row->addWidget(button);
        m_buttons[entry.action] = button;
    }
    m_more->setObjectName(QStringLiteral("actionMore"));
    connect(m_more, &QPushButton::clicked, this, [this] {
        auto* menu = new QMenu(this);
        menu->setObjectName(QStringLiteral("caseMenu"));
        menu->setAttribute(Qt::WA_DeleteOnClose);
        m_actions.fillMenu(*menu, m_case, m_host);
        menu->popup(m_more->mapToGlobal(QPoint(0, -menu->sizeHint().height())));
    });
    row->addWidget(m_more);
    row->addStretch(1);
    words();
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
    Action main = Action::Note;
    for (const Action action : {Action::Withdraw, Action::Return, Action::Accept, Action::Route, Action::Dispatch,
                                Action::Classify}) {
        auto* button = m_buttons[action];
        const Legality now = m_actions.legality(m_case, action);
        button->setEnabled(now.legal);
        button->setToolTip(now.legal ? QString() : now.reason);
        button->setAccessibleDescription(now.reason);
        if (now.legal && action != Action::Withdraw && action != Action::Return) main = action;
    }
    const domain::Case* state = m_place.desk.cases().find(m_case);
    // A registered case can be routed or sent out at once; a fresh one is registered first, as the button says.
    if (state && state->phase == domain::Phase::Classified) main = Action::Dispatch;
    m_buttons[Action::Note]->setEnabled(state != nullptr);
    m_more->setEnabled(state != nullptr);
    const bool fresh = state && (state->phase == domain::Phase::Received || state->phase == domain::Phase::Classified);
    const bool routed = state && (state->phase == domain::Phase::Routed || state->phase == domain::Phase::Accepted);
    m_buttons[Action::Classify]->setVisible(fresh);
    m_buttons[Action::Accept]->setVisible(routed);
    m_buttons[Action::Return]->setVisible(routed);
    m_buttons[Action::Withdraw]->setVisible(m_buttons[Action::Withdraw]->isEnabled());
    for (auto& [action, button] : m_buttons)
        button->setRole(action == main && button->isEnabled() ? kit::ButtonRole::Main : kit::ButtonRole::Plain);
}

} // namespace zs::cases
