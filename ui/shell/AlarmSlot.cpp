#include "ui/shell/AlarmSlot.h"

#include "ui/kit/ElidedLabel.h"
#include "ui/kit/Paint.h"
#include "ui/kit/Symbol.h"
#include "ui/kit/ThemeManager.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace zs::shell {

namespace {

const char* nameOf(AlarmState state) {
    switch (state) {
    case AlarmState::Quiet:
        return "quiet";
    case AlarmState::Urgent:
        return "urgent";
    case AlarmState::Acknowledged:
        return "acknowledged";
    case AlarmState::High:
        return "high";
    case AlarmState::Flood:
        return "flood";
    case AlarmState::Shelved:
        return "shelved";
    case AlarmState::Offline:
        return "offline";
    }
    return "quiet";
}

QPixmap triangle(kit::Fill fill, const QColor& colour, const kit::Theme& theme, qreal dpr) {
    kit::Theme own = theme;
    own.map.event = colour;
    const int side = theme.px(24);
    QPixmap pixmap(QSize(side, side) * dpr);
    pixmap.setDevicePixelRatio(dpr);
    pixmap.fill(Qt::transparent);
    kit::Symbol symbol;
    symbol.shape = kit::Shape::Hazard;
    symbol.fill = fill;
    QPainter p(&pixmap);
    kit::paintSymbol(p, QPointF(side / 2.0, side / 2.0 + theme.px(1)), theme.px(18), symbol, own);
    return pixmap;
}

} // namespace

AlarmSlot::AlarmSlot(kit::ThemeManager& themes, QWidget* parent)
    : QFrame(parent), m_themes(themes), m_mark(new QLabel(this)), m_word(new QLabel(this)),
      m_headline(new kit::ElidedLabel(this)), m_detail(new kit::ElidedLabel(this)),
      m_chip(new QPushButton(this)), m_trailing(new QLabel(this)), m_buttons(new QHBoxLayout) {
    setObjectName(QStringLiteral("alarmSlot"));
    m_word->setObjectName(QStringLiteral("alarmWord"));
    m_headline->setObjectName(QStringLiteral("alarmHeadline"));
    m_detail->setObjectName(QStringLiteral("alarmDetail"));
    m_chip->setObjectName(QStringLiteral("alarmChip"));
    m_trailing->setObjectName(QStringLiteral("alarmTrailing"));
    m_word->setTextFormat(Qt::PlainText);
    m_trailing->setTextFormat(Qt::PlainText);
    auto* layout = new QHBoxLayout(this);
    // What happened is read whole; what it means is shortened first.
    m_detail->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    layout->addWidget(m_mark);
    layout->addWidget(m_word);
    layout->addWidget(m_headline);
    layout->addWidget(m_detail, 1);
    layout->addWidget(m_chip);
    layout->addWidget(m_trailing);
    layout->addLayout(m_buttons);
    connect(m_chip, &QPushButton::clicked, this, &AlarmSlot::chipTriggered);
    connect(&themes, &kit::ThemeManager::changed, this, &AlarmSlot::restyle);
    setProperty("state", QStringLiteral("quiet"));
    m_word->hide();
    m_chip->hide();
    restyle();
}

void AlarmSlot::setView(const AlarmView& view) {
    if (view == m_view) {
        return;
    }
    const bool newActions = view.actions != m_view.actions;
    const bool louder = view.state != m_view.state;
    m_view = view;
    m_word->setText(view.word);
    m_word->setVisible(!view.word.isEmpty());
    m_headline->setText(view.headline);
    m_headline->setVisible(!view.headline.isEmpty());
    m_detail->setText(view.detail);
    m_trailing->setText(view.trailing);
    m_trailing->setVisible(!view.trailing.isEmpty());
    m_chip->setText(view.chip);
    m_chip->setAccessibleName(view.chip);
    m_chip->setVisible(!view.chip.isEmpty());
    if (newActions) {
        // Kept where the ids are the same: a button must not vanish under a press because a count changed.
        const auto old = findChildren<QPushButton*>(QRegularExpression(QStringLiteral("^alarmAction_")));
        for (QPushButton* button : old) {
            button->hide();
            button->deleteLater();
            button->setObjectName(QString());
            m_buttons->removeWidget(button);
        }
        for (const AlarmAction& action : view.actions) {
            auto* button = new QPushButton(action.label, this);
            button->setObjectName(QStringLiteral("alarmAction_") + action.id);
            button->setAccessibleName(action.label);
            const QString id = action.id;
            connect(button, &QPushButton::clicked, this, [this, id] { Q_EMIT actionTriggered(id); });
            m_buttons->addWidget(button);
        }
    }
    setAccessibleName(QStringList{view.word, view.headline, view.detail}.join(QLatin1Char(' ')).simplified());
    kit::setStyleProperty(*this, "state", QString::fromLatin1(nameOf(view.state)));
    showMark();
    if (louder && view.state != AlarmState::Quiet) {
        // Spoken at once; the focus stays where the hand is.
        QAccessibleEvent event(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&event);
    }
}

void AlarmSlot::restyle() {
    const kit::Theme& t = m_themes.theme();
    setFixedHeight(t.px(t.bar.alarmSlot));
    layout()->setContentsMargins(t.px(12), 0, t.px(12), 1);
    layout()->setSpacing(t.px(12));
    m_buttons->setSpacing(t.px(12));
    showMark();
}

void AlarmSlot::showMark() {
    const kit::Theme& t = m_themes.theme();
    const qreal dpr = devicePixelRatioF();
    const auto icon = [&](const char* name, int size, const QColor& colour) {
        return m_themes.icons().pixmap(QLatin1String(name), t.px(size), colour, dpr);
    };
    QPixmap mark;
    switch (m_view.state) {
    case AlarmState::Quiet:
        mark = icon("bell", 16, t.text.tertiary);
        break;
    case AlarmState::Urgent:
    case AlarmState::Flood:
        mark = triangle(kit::Fill::Full, t.text.onAlarm, t, dpr);
        break;
    case AlarmState::Acknowledged:
        mark = triangle(kit::Fill::Half, t.semantic.alarm, t, dpr);
        break;
    case AlarmState::High:
        mark = icon("clock-alert", 20, t.semantic.warn);
        break;
    case AlarmState::Shelved:
        mark = icon("bell-off", 16, t.text.secondary);
        break;
    case AlarmState::Offline:
        mark = icon("unplug", 20, t.semantic.warn);
        break;
    }
    m_mark->setPixmap(mark);
}

} // namespace zs::shell
