// The bar below a case: the actions that make sense in its phase, as many as fit; all others behind "…". One that isn't
// legal stays where the hand expects it and says why; the next natural step is the main button.
#pragma once

#include "ui/cases/CaseActions.h"

#include <QFrame>

#include <map>
#include <vector>

namespace zs::kit {
class KeyButton;
}

namespace zs::cases {

class ActionBar final : public QFrame {
    Q_OBJECT
public:
    /// Dialogs open over `host`. All arguments outlive it.
    ActionBar(const Workplace& place, CaseActions& actions, QWidget* host, QWidget* parent = nullptr);

    void setCase(CaseId id);
    void refresh(); ///< the case, the picture or the clock changed
    void words();
    void openMenu(); ///< what "…" does

    QSize minimumSizeHint() const override { return {0, QFrame::minimumSizeHint().height()}; }

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fit();

    const Workplace& m_place;
    CaseActions& m_actions;
    QWidget* m_host;
    CaseId m_case;
    std::map<Action, kit::KeyButton*> m_buttons;
    std::vector<Action> m_wanted; ///< of this phase, the most needed first
    kit::KeyButton* m_more;
};

/// The actions of the bar for a case, in its order.
std::vector<Action> barActions(const domain::Case& state);

} // namespace zs::cases
