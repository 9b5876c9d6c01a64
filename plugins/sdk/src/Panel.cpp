#include "zhongshu/Panel.h"

#include <QEvent>
#include <utility>

namespace zs::sdk {

namespace {

constexpr char kIconProperty[] = "zhongshuIcon";

class FunctionFactory final : public PanelFactory {
public:
    FunctionFactory(std::function<PanelInfo()> info, std::function<Panel*(QWidget*)> make)
        : m_info(std::move(info)), m_make(std::move(make)) {}
    PanelInfo info() const override { return m_info(); }
    Panel* create(QWidget* parent) override { return m_make(parent); }

private:
    std::function<PanelInfo()> m_info;
    std::function<Panel*(QWidget*)> m_make;
};

} // namespace

Panel::Panel(QWidget* parent) : QWidget(parent) {}

Panel::~Panel() = default;

void Panel::runAction(const QString& id) {
    Q_EMIT actionTriggered(id);
}

void Panel::setStatus(PanelStatus status) {
    if (status == m_status) {
        return;
    }
    m_status = std::move(status);
    Q_EMIT statusChanged();
}

void Panel::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        Q_EMIT infoChanged();
    }
}

void setIconName(QAction& action, const QString& name) {
    action.setProperty(kIconProperty, name);
}

QString iconName(const QAction& action) {
    return action.property(kIconProperty).toString();
}

std::unique_ptr<PanelFactory> makePanelFactory(std::function<PanelInfo()> info,
                                               std::function<Panel*(QWidget*)> make) {
    return std::make_unique<FunctionFactory>(std::move(info), std::move(make));
}

} // namespace zs::sdk
