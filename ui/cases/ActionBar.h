// The bar below a case: the actions that make sense now. One that isn't legal stays where the hand expects it and says
// why; the next natural step is the main button.
#pragma once

#include "ui/cases/CaseActions.h"

#include <QFrame>

#include <map>

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

private:
    const Workplace& m_place;
    CaseActions& m_actions;
    QWidget* m_host;
    CaseId m_case;
    std::map<Action, kit::KeyButton*> m_buttons;
    kit::KeyButton* m_more;
};

} // namespace zs::cases
