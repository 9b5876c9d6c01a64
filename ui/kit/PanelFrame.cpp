#include "ui/kit/PanelFrame.h"

#include "ui/kit/ElidedLabel.h"
#include "ui/kit/Paint.h"
#include "ui/kit/PanelPages.h"
#include "ui/kit/ThemeManager.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QMouseEvent>
#include <QStackedLayout>
#include <QToolButton>
#include <QVBoxLayout>

namespace zs::kit {

using sdk::FreshnessTone;
using sdk::PanelState;
using sdk::PanelStatus;

// ---- PanelTitle ----

PanelTitle::PanelTitle(ThemeManager& themes, sdk::Panel& panel, QWidget* parent)
    : QWidget(parent), m_themes(themes), m_panel(&panel), m_name(new QLabel(this)),
      m_freshness(new ElidedLabel(this)), m_hidden(new ElidedLabel(this)), m_tools(new QHBoxLayout),
      m_more(new QToolButton(this)), m_menu(new QMenu(this)), m_float(m_menu->addAction(QString())),
      m_maximise(m_menu->addAction(QString())), m_close(m_menu->addAction(QString())) {
    setObjectName(QStringLiteral("panelTitle"));
    setAttribute(Qt::WA_StyledBackground);
    m_name->setObjectName(QStringLiteral("panelTitleName"));
    m_name->setTextFormat(Qt::PlainText);
    m_freshness->setObjectName(QStringLiteral("panelTitleFreshness"));
    m_hidden->setObjectName(QStringLiteral("panelTitleHidden"));
    m_more->setObjectName(QStringLiteral("panelTitleMenu"));
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setMenu(m_menu);
    m_float->setObjectName(QStringLiteral("panelFloat"));
    m_maximise->setObjectName(QStringLiteral("panelMaximise"));
    m_close->setObjectName(QStringLiteral("panelClose"));

    auto* layout = new QHBoxLayout(this);
    layout->addWidget(m_name);
    layout->addWidget(m_freshness);
    layout->addWidget(m_hidden, 1);
    layout->addLayout(m_tools);
    layout->addWidget(m_more);

    connect(m_float, &QAction::triggered, this, &PanelTitle::floatRequested);
    connect(m_maximise, &QAction::triggered, this, &PanelTitle::maximiseRequested);
    connect(m_close, &QAction::triggered, this, &PanelTitle::closeRequested);
    connect(&panel, &sdk::Panel::statusChanged, this, &PanelTitle::refreshStatus);
    connect(&panel, &sdk::Panel::infoChanged, this, &PanelTitle::refreshInfo);
    connect(&themes, &ThemeManager::changed, this, &PanelTitle::restyle);
    setDockState(DockPlace::Docked, DockSize::Normal, DockLock::Free);
    refreshInfo();
    refreshStatus();
    restyle();
}

void PanelTitle::setDockState(DockPlace place, DockSize size, DockLock lock) {
    const bool floating = place == DockPlace::Floating;
    const bool maximised = size == DockSize::Maximised;
    m_float->setText(floating ? tr("Put back") : tr("Float"));
    m_maximise->setText(maximised ? tr("Restore size") : tr("Maximise"));
    m_close->setText(tr("Close"));
    m_more->setAccessibleName(tr("Panel menu"));
    m_more->setToolTip(tr("Panel menu"));
    m_float->setEnabled(lock == DockLock::Free && !maximised);
    m_close->setEnabled(lock == DockLock::Free && !maximised);
    m_maximise->setEnabled(!floating);
    // Remembered on the actions, so that a language change can say the same again.
    m_float->setData(floating);
    m_maximise->setData(maximised);
}

QSize PanelTitle::sizeHint() const {
    return {m_themes.theme().px(200), m_themes.theme().px(m_themes.theme().bar.dockTitle)};
}

QSize PanelTitle::minimumSizeHint() const {
    return {m_themes.theme().px(96), m_themes.theme().px(m_themes.theme().bar.dockTitle)};
}

void PanelTitle::restyle() {
    const Theme& t = m_themes.theme();
    layout()->setContentsMargins(t.px(12), 0, t.px(4), 1);
    layout()->setSpacing(t.px(8));
    m_tools->setSpacing(0);
    setFixedHeight(t.px(t.bar.dockTitle));
    m_more->setIcon(m_themes.icon(QStringLiteral("ellipsis"), 14));
    m_more->setIconSize(QSize(t.px(14), t.px(14)));
    m_more->setFixedSize(t.px(24), t.px(24));
    m_float->setIcon(m_themes.icon(QStringLiteral("picture-in-picture-2"), 14));
    m_maximise->setIcon(m_themes.icon(QStringLiteral("maximize-2"), 14));
    m_close->setIcon(m_themes.icon(QStringLiteral("x"), 14));
    for (QToolButton* button : m_toolButtons) {
        const QString name = sdk::iconName(*button->defaultAction());
        if (!name.isEmpty()) {
            button->defaultAction()->setIcon(m_themes.icon(name, 14));
        }
        button->setIconSize(QSize(t.px(14), t.px(14)));
        button->setMinimumSize(t.px(24), t.px(24));
        button->setMaximumHeight(t.px(24));
    }
}

void PanelTitle::refreshInfo() {
    if (!m_panel) {
        return;
    }
    m_name->setText(m_panel->info().title);
    setAccessibleName(m_panel->info().title);
    const QList<QAction*> actions = m_panel->titleActions();
    bool same = actions.size() == m_toolButtons.size();
    for (qsizetype i = 0; same && i < actions.size(); ++i) {
        same = m_toolButtons[i]->defaultAction() == actions[i];
    }
    if (same) {
        return;
    }
    qDeleteAll(m_toolButtons);
    m_toolButtons.clear();
    for (QAction* action : actions) {
        auto* button = new QToolButton(this);
        button->setDefaultAction(action);
        button->setObjectName(QStringLiteral("tool_") + action->objectName());
        button->setAccessibleName(action->text());
        if (action->menu()) {
            button->setPopupMode(QToolButton::InstantPopup);
        }
        m_tools->addWidget(button);
        m_toolButtons.append(button);
    }
    restyle();
}

void PanelTitle::refreshStatus() {
    if (!m_panel) {
        return;
    }
    const PanelStatus& s = m_panel->status();
    m_freshness->setText(s.freshness);
    setStyleProperty(*m_freshness, "tone",
                     s.tone == FreshnessTone::Alarm  ? QStringLiteral("alarm")
                     : s.tone == FreshnessTone::Warn ? QStringLiteral("warn")
                                                     : QStringLiteral("normal"));
    m_hidden->setText(s.hidden);
    setAccessibleDescription((s.freshness + QLatin1Char(' ') + s.hidden).trimmed());
}

void PanelTitle::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        m_float->setText(m_float->data().toBool() ? tr("Put back") : tr("Float"));
        m_maximise->setText(m_maximise->data().toBool() ? tr("Restore size") : tr("Maximise"));
        m_close->setText(tr("Close"));
        m_more->setAccessibleName(tr("Panel menu"));
        m_more->setToolTip(tr("Panel menu"));
    }
}

void PanelTitle::mouseDoubleClickEvent(QMouseEvent* event) {
    // A double click floats in Qt; here it makes the panel large, which is what it is wanted for.
    if (event->button() == Qt::LeftButton && m_maximise->isEnabled()) {
        Q_EMIT maximiseRequested();
        return;
    }
    QWidget::mouseDoubleClickEvent(event);
}

// ---- PanelFrame ----

PanelFrame::PanelFrame(ThemeManager& themes, sdk::Panel* panel, QWidget* parent)
    : PanelFrame(themes, [panel](QWidget*) { return panel; }, parent) {}

PanelFrame::PanelFrame(ThemeManager& themes, const std::function<sdk::Panel*(QWidget*)>& make, QWidget* parent)
    : QWidget(parent), m_themes(themes), m_panel(make(this)), m_stack(new QStackedLayout),
      m_strip(new StripView(themes, StripView::Kind::Strip, this)),
      m_footer(new StripView(themes, StripView::Kind::Footer, this)), m_blank(new QWidget(this)),
      m_loading(new LoadingPage(themes, *m_panel, this)), m_empty(new EmptyPage(themes, *m_panel, this)),
      m_error(new ErrorPage(themes, *m_panel, this)) {
    setObjectName(QStringLiteral("panelBody"));
    setAttribute(Qt::WA_StyledBackground);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_strip);
    if (QWidget* header = m_panel->header()) {
        layout->addWidget(header);
    }
    layout->addLayout(m_stack, 1);
    layout->addWidget(m_footer);
    for (QWidget* page : {m_blank, static_cast<QWidget*>(m_panel), static_cast<QWidget*>(m_loading),
                          static_cast<QWidget*>(m_empty), static_cast<QWidget*>(m_error)}) {
        m_stack->addWidget(page);
    }
    setFocusProxy(m_panel);
    m_delay.setSingleShot(true);
    m_delay.setInterval(kLoadingDelayMs);
    connect(&m_delay, &QTimer::timeout, this, [this] { showState(PanelState::Loading); });
    connect(m_panel, &sdk::Panel::statusChanged, this, &PanelFrame::refresh);
    refresh();
}

void PanelFrame::refresh() {
    const PanelStatus& s = m_panel->status();
    if (s.state == PanelState::Loading) {
        if ((m_first || m_shown != PanelState::Loading) && !m_delay.isActive()) {
            m_delay.start();
        }
        if (m_first) {
            m_stack->setCurrentWidget(m_blank);
            m_strip->hide();
            m_footer->hide();
        }
        return;
    }
    m_delay.stop();
    showState(s.state);
}

void PanelFrame::showState(PanelState state) {
    m_first = false;
    m_shown = state;
    const PanelStatus& s = m_panel->status();
    const bool partial = state == PanelState::Partial;
    m_strip->setTexts(partial ? s.headline : QString(), partial ? s.sentence : QString());
    m_footer->setTexts(QString(), partial ? s.hint : QString());
    switch (state) {
    case PanelState::Loading:
        m_stack->setCurrentWidget(m_loading);
        break;
    case PanelState::Empty:
        m_empty->setStatus(s);
        m_stack->setCurrentWidget(m_empty);
        break;
    case PanelState::Error:
        m_error->setStatus(s);
        m_stack->setCurrentWidget(m_error);
        break;
    case PanelState::Ready:
    case PanelState::Partial:
        if (m_stack->currentWidget() != m_panel) {
            m_stack->setCurrentWidget(m_panel);
            Q_EMIT panelShown();
        }
        break;
    }
}

} // namespace zs::kit
