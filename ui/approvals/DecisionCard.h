// The card below the tray: what is asked, by whom and why, what it would change, and the decision with its reason; or why
// this desk may not decide.
#pragma once

#include "ui/approvals/ApprovalBook.h"

#include <QFrame>

#include <vector>

class QHBoxLayout;
class QLabel;
class QLineEdit;

namespace zs::kit {
class KeyButton;
}

namespace zs::approvals {

class DecisionCard final : public QFrame {
    Q_OBJECT
public:
    /// All outlive it. Dialogs open over `host`.
    DecisionCard(const cases::Workplace& place, cases::CaseActions& actions, QWidget* host, QWidget* parent);

    /// Null: nothing is chosen. The same one again keeps what was typed.
    void show(const Waiting* waiting);
    void words();
    /// Does the n-th decision (0 = the usual one). Of a request with what stands in the field: a denial without a reason asks
    /// for it first. Anything else opens its dialog.
    void decide(std::size_t n);

Q_SIGNALS:
    void decided(); ///< a decision of a request was submitted from here
    void refused(const QString& sentence);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void refresh();
    void makeButtons(); ///< those of the present kind
    void finishTask();

    const cases::Workplace& m_place;
    cases::CaseActions& m_actions;
    QWidget* m_host;
    std::optional<Waiting> m_waiting;
    QLabel* m_head;
    QLabel* m_who;
    QLabel* m_why;
    QLabel* m_effect;
    QLabel* m_bar; ///< why this desk may not
    QLineEdit* m_reason;
    QHBoxLayout* m_row;
    std::optional<Kind> m_kind; ///< whose buttons stand there
    std::vector<kit::KeyButton*> m_buttons;
};

} // namespace zs::approvals
