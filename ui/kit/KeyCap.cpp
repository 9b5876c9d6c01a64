#include "ui/kit/KeyCap.h"

#include "ui/kit/Paint.h"
#include "ui/kit/ThemeManager.h"
#include "ui/kit/ThemeStyle.h"

#include <QPainter>
#include <QStyleOptionButton>

namespace zs::kit {

int keyCapWidth(const QString& key, const Theme& t) {
    return QFontMetrics(t.font(Type::Caption)).horizontalAdvance(key) + 2 * t.px(5);
}

int paintKeyCap(QPainter& p, const QRect& rect, const QString& key, const QColor& colour, const Theme& t) {
    const QRect cap(rect.left(), rect.top(), keyCapWidth(key, t), rect.height());
    p.save();
    p.setRenderHint(QPainter::Antialiasing);
    p.setBrush(Qt::NoBrush);
    p.setPen(QPen(colour, 1));
    p.drawRoundedRect(QRectF(cap).adjusted(0.5, 0.5, -0.5, -0.5), t.px(t.control.radius),
                      t.px(t.control.radius));
    p.setFont(t.font(Type::Caption));
    p.drawText(cap, Qt::AlignCenter | Qt::TextSingleLine, key);
    p.restore();
    return cap.width();
}

KeyCap::KeyCap(ThemeManager& themes, QString key, QWidget* parent)
    : QWidget(parent), m_themes(themes), m_key(std::move(key)) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    connect(&themes, &ThemeManager::changed, this, [this] { updateGeometry(); });
}

QSize KeyCap::sizeHint() const {
    return {keyCapWidth(m_key, m_themes.theme()), m_themes.theme().px(18)};
}

void KeyCap::paintEvent(QPaintEvent*) {
    QPainter p(this);
    paintKeyCap(p, rect(), m_key, m_themes.theme().text.tertiary, m_themes.theme());
}

void setButtonRole(QPushButton& button, ButtonRole role) {
    static constexpr const char* names[] = {"plain", "main", "danger", "link"};
    setStyleProperty(button, "role", QLatin1String(names[static_cast<int>(role)]));
}

KeyButton::KeyButton(ThemeManager& themes, const QString& label, QString key, ButtonRole role,
                     QWidget* parent)
    : QPushButton(label, parent), m_themes(themes), m_key(std::move(key)), m_role(role) {
    setButtonRole(*this, role);
    connect(&themes, &ThemeManager::changed, this, [this] { updateGeometry(); });
}

void KeyButton::setRole(ButtonRole role) {
    m_role = role;
    setButtonRole(*this, role);
}

QSize KeyButton::sizeHint() const {
    const Theme& t = m_themes.theme();
    const QFontMetrics metrics(
        t.font(Type::Body, m_role == ButtonRole::Main ? Weight::Strong : Weight::Normal));
    int width = metrics.horizontalAdvance(text()) + 2 * t.px(11);
    if (!m_key.isEmpty()) {
        width += t.px(6) + keyCapWidth(m_key, t);
    }
    return {width, t.px(t.control.height)};
}

void KeyButton::paintEvent(QPaintEvent*) {
    const Theme& t = m_themes.theme();
    QStyleOptionButton option;
    initStyleOption(&option);
    option.text.clear();
    QPainter p(this);
    style()->drawControl(QStyle::CE_PushButtonBevel, &option, &p, this);
    const bool main = m_role == ButtonRole::Main;
    const QColor colour = !isEnabled()                   ? t.text.disabled
                          : main                         ? t.text.onAccent
                          : m_role == ButtonRole::Danger ? t.semantic.alarm
                                                         : t.text.primary;
    const QFont font = t.font(Type::Body, main ? Weight::Strong : Weight::Normal);
    const int textWidth = QFontMetrics(font).horizontalAdvance(text());
    const int capWidth = m_key.isEmpty() ? 0 : keyCapWidth(m_key, t) + t.px(6);
    int x = (width() - textWidth - capWidth) / 2;
    p.setFont(font);
    p.setPen(colour);
    p.drawText(QRect(x, 0, textWidth + 1, height()), Qt::AlignVCenter | Qt::TextSingleLine, text());
    if (!m_key.isEmpty()) {
        x += textWidth + t.px(6);
        const int h = t.px(18);
        paintKeyCap(p, QRect(x, (height() - h) / 2, 0, h), m_key,
                    main || !isEnabled() ? colour : t.text.tertiary, t);
    }
    if (hasFocus()) {
        paintFocus(p, rect(), t);
    }
}

} // namespace zs::kit
