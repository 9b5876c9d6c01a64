// Who owns the theme in use. Made by main() and passed down by reference; never a singleton. GUI thread only.
#pragma once

#include "ui/kit/Icons.h"
#include "ui/kit/Theme.h"

#include <QObject>
#include <memory>

class QApplication;

namespace zs::kit {

class Style;

class ThemeManager final : public QObject {
    Q_OBJECT

public:
    explicit ThemeManager(ThemeSet themes, Mode mode = Mode::Light, QObject* parent = nullptr);
    ~ThemeManager() override;

    /// The theme at the user's scale. The reference stays valid; its content changes with changed().
    const Theme& theme() const { return m_theme; }
    Mode mode() const { return m_theme.mode; }
    qreal scale() const { return m_theme.scale; }

    void setMode(Mode mode);
    /// 0.75…3; other values are brought into that range.
    void setScale(qreal scale);

    /// Lucide icons tinted with this theme's colours.
    IconCache& icons() { return *m_icons; }
    /// A 16-px icon in text.secondary (disabled: text.disabled), for actions and buttons.
    QIcon icon(const QString& name, int size = 16, Tone tone = Tone::Secondary);

    /// Gives the application palette, font, style and style sheet, now and at every change from now on.
    void applyTo(QApplication& app);

Q_SIGNALS:
    void changed();

private:
    void rebuild(Mode mode, qreal scale);
    void push();

    ThemeSet m_themes;
    Theme m_theme;
    std::unique_ptr<IconCache> m_icons;
    QApplication* m_app = nullptr;
    Style* m_style = nullptr; // owned by the application
};

} // namespace zs::kit
