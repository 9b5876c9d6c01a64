#include "ui/kit/ThemeManager.h"

#include "ui/kit/ThemeStyle.h"

#include <QApplication>

namespace zs::kit {

ThemeManager::ThemeManager(ThemeSet themes, Mode mode, QObject* parent)
    : QObject(parent), m_themes(std::move(themes)),
      m_icons(std::make_unique<IconCache>(m_themes.light.iconStroke)) {
    initResources();
    m_theme = m_themes.of(mode);
}

ThemeManager::~ThemeManager() = default;

void ThemeManager::setMode(Mode mode) {
    rebuild(mode, m_theme.scale);
}

void ThemeManager::setScale(qreal scale) {
    rebuild(m_theme.mode, qBound(0.75, scale, 3.0));
}

QIcon ThemeManager::icon(const QString& name, int size, Tone tone) {
    return m_icons->icon(name, m_theme.px(size), m_theme.tone(tone), m_theme.text.disabled);
}

void ThemeManager::applyTo(QApplication& app) {
    m_app = &app;
    m_style = new Style;
    m_style->setTheme(m_theme);
    app.setStyle(m_style);
    push();
}

void ThemeManager::rebuild(Mode mode, qreal scale) {
    if (mode == m_theme.mode && qFuzzyCompare(scale, m_theme.scale)) {
        return;
    }
    m_theme = m_themes.of(mode);
    m_theme.scale = scale;
    m_icons->clear();
    push();
    Q_EMIT changed();
}

void ThemeManager::push() {
    if (!m_app) {
        return;
    }
    m_style->setTheme(m_theme);
    m_app->setFont(m_theme.font(Type::Body));
    m_app->setPalette(palette(m_theme));
    m_app->setStyleSheet(styleSheet(m_theme));
}

} // namespace zs::kit
