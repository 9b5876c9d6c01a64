// The 28-px line at the bottom: is there a link, how old is what one sees, what is still to be sent.
#pragma once

#include <QFrame>
#include <chrono>
#include <optional>

class QLabel;
class QToolButton;

namespace zs::kit {
enum class Language;
enum class Mode;
class ThemeManager;
} // namespace zs::kit

namespace zs::shell {

enum class LinkState { Connected, Connecting, Lost };

struct LinkView {
    LinkState state = LinkState::Connecting;
    std::optional<std::chrono::milliseconds> latency;
    std::optional<std::chrono::seconds> lostFor;
    std::optional<std::chrono::seconds> dataAge;
    quint64 seq = 0;
    int pending = 0;
    int unknown = 0;
    int refused = 0;
    bool operator==(const LinkView&) const = default;
};

class StatusBar final : public QFrame {
    Q_OBJECT

public:
    StatusBar(kit::ThemeManager& themes, QWidget* parent = nullptr);
    void setLink(const LinkView& view);
    void setLanguage(kit::Language language);

Q_SIGNALS:
    void languageRequested(kit::Language language);
    void themeRequested(kit::Mode mode);

protected:
    void changeEvent(QEvent* event) override;

private:
    void restyle();
    void refresh();

    kit::ThemeManager& m_themes;
    LinkView m_view;
    kit::Language m_language;
    QLabel* m_icons[4];
    QLabel* m_texts[4];
    QList<QFrame*> m_rules;
    QToolButton* m_languageButton;
    QToolButton* m_themeButton;
};

} // namespace zs::shell
