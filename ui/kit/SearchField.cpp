#include "ui/kit/SearchField.h"

#include "ui/kit/KeyCap.h"
#include "ui/kit/ThemeManager.h"

#include <QAction>
#include <QKeyEvent>
#include <QPainter>

namespace zs::kit {

SearchField::SearchField(ThemeManager& themes, const QString& name, const QString& key, FieldSize size,
                         QWidget* parent)
    : QLineEdit(parent), m_themes(themes), m_key(key), m_icon(addAction(QIcon(), QLineEdit::LeadingPosition)),
      m_size(size) {
    setAccessibleName(name);
    setPlaceholderText(name);
    setProperty("size", size == FieldSize::Small ? QStringLiteral("small") : QStringLiteral("normal"));
    restyle();
    connect(&themes, &ThemeManager::changed, this, &SearchField::restyle);
}

void SearchField::restyle() {
    m_icon->setIcon(m_themes.icon(QStringLiteral("search"), 16, Tone::Tertiary));
}

void SearchField::paintEvent(QPaintEvent* event) {
    QLineEdit::paintEvent(event);
    if (!text().isEmpty() || hasFocus() || m_key.isEmpty()) {
        return;
    }
    const Theme& t = m_themes.theme();
    const int h = t.px(18);
    const int w = keyCapWidth(m_key, t);
    QPainter p(this);
    paintKeyCap(p, QRect(width() - w - t.px(6), (height() - h) / 2, w, h), m_key, t.text.tertiary, t);
}

void SearchField::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) {
        if (text().isEmpty()) {
            Q_EMIT dismissed();
        } else {
            clear();
        }
        return;
    }
    QLineEdit::keyPressEvent(event);
}

} // namespace zs::kit
