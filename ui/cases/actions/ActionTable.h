// The table of what can be done with a case: for each action its words, key and icon, the commands that stand for it while
// nothing has been typed, and what asks for the rest. CaseActions runs it; menus, keys and the action bar read it.
// A new action is one line in its family's file and its name below. GUI thread only.
#pragma once

#include "ui/cases/Workplace.h"

#include <span>
#include <vector>

class QWidget;

namespace zs::cases {

class CaseActions;
struct Form;

enum class Action {
    Classify, Decline, RulePolice, Note,                                    ///< at the desk
    Route, Reroute, Accept, Return, Dispatch,                               ///< to whom
    Acknowledge, Arrive, Finish,                                            ///< reported by phone
    AskExtension, AskSuspension, AskEscalation, Approve, Deny,              ///< asked and decided
    Suspend, Resume, Escalate,                                              ///< the desk's own
    Whistle, ReportIn, StandDown,                                           ///< 吹哨报到
    Supervise, AnswerSupervision,                                           ///< 督办
    OpenMediation, ProlongMediation, CloseMediation,                        ///< 调解
    AskConfirmation, RecordConfirmation,                                    ///< 司法确认
    Merge, Unmerge, Link, Unlink, Attach,                                   ///< other cases and files
    Rework, Reopen, Rate, FollowUp, Archive,                                ///< after it was closed
    Withdraw                                                                ///< the last unsent command on the case
};

/// Which part of the menu it stands in. Everyday ones stand in the menu itself.
enum class ActionGroup { Everyday, Phone, Ask, Whistle, Supervise, Mediate, Relate, After };

struct ActionSpec {
    Action action;
    const char* id;    ///< ASCII, stable: objectNames are made of it
    const char* label; ///< source text in the context of CaseActions
    const char* key;   ///< "D", "Shift+D"; two actions share one when never both are legal
    const char* icon;  ///< a name of resources/icons
    ActionGroup group;
    /// The commands it may come to, with a dash for what a person types: it is legal when one of them is, and else the
    /// first one's refusal is the reason. Never empty.
    std::vector<domain::CaseCommand> (*probes)(const Workplace&, const domain::Case&);
    /// What is to be asked; null with `open` null: the first legal probe is the command itself.
    Form (*form)(const Workplace&, const domain::Case&) = nullptr;
    /// A dialog of its own, where a form isn't enough.
    void (*open)(const Workplace&, CaseActions&, CaseId, QWidget* parent) = nullptr;
    /// A reason against it that no single command would name; empty = none.
    QString (*obstacle)(const Workplace&, const domain::Case&) = nullptr;
};

/// Every action but Withdraw, in the order of menus.
std::span<const ActionSpec> actionTable();
/// Null for Withdraw.
const ActionSpec* specOf(Action action);

/// The families; each in its own file.
std::span<const ActionSpec> deskActions();
std::span<const ActionSpec> requestActions();
std::span<const ActionSpec> whistleActions();
std::span<const ActionSpec> supervisionActions();
std::span<const ActionSpec> mediationActions();
std::span<const ActionSpec> relationActions();
std::span<const ActionSpec> closingActions();

/// Stands for a text that a person will type: rules about texts can't be judged yet.
inline const std::string typed = "-";

} // namespace zs::cases
