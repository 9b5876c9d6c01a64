// What waits for a decision: requests, calls from 110, suspensions that ran out, mediations that are late, tasks of consultations
// that are due, finished cases to be reviewed, followed up or archived. GUI thread.
#pragma once

#include "domain/sla/Limits.h"
#include "ui/cases/CaseActions.h"
#include "ui/cases/CaseSweep.h"

#include <QObject>

#include <array>
#include <unordered_map>
#include <vector>

namespace zs::approvals {

/// In the order of the tray.
enum class Kind { Request, Police, Pause, Mediation, Task, FollowUp, Review, Archive };
inline constexpr std::size_t kindCount = 8;

struct Waiting {
    CaseId caseId;
    Kind kind = Kind::Request;
    std::optional<domain::Request> request; ///< of Kind::Request
    QString who;        ///< who asked, or who has to do it next
    TimePoint since{}; ///< of a task: the end of the day on which it is due
    domain::Limit limit; ///< of FollowUp and Mediation: by when
    struct TaskOf {
        std::uint64_t consultation = 0;
        std::uint16_t index = 0;
        QString what;
    };
    std::optional<TaskOf> task; ///< of Kind::Task
    /// Of this desk: may decide now, and else why not (the gateway's own sentence).
    cases::Legality mine;

    quint64 key() const
    {
        return task ? quint64(1) << 62 | task->consultation << 16 | task->index : caseId.value << 3 | static_cast<quint64>(kind);
    }
};

/// The actions that decide it; the first is the usual one. None for a task: it is done in a consultation.
std::vector<cases::Action> decisions(Kind kind);

class ApprovalBook final : public QObject {
    Q_OBJECT
public:
    enum class Whose { Mine, All };

    /// `place` and `actions` outlive it; it belongs to `panel`, and rests while that isn't in sight.
    ApprovalBook(const cases::Workplace& place, const cases::CaseActions& actions, QWidget& panel);

    bool isWhole() const { return m_sweep->isWhole(); }
    void languageChanged();
    /// By kind, and within it the longest wait first.
    std::vector<const Waiting*> waiting(Whose whose) const;
    const Waiting* find(quint64 key) const;
    std::size_t count(Whose whose) const;
    std::array<std::size_t, kindCount> counts(Whose whose) const; ///< indexed by Kind

Q_SIGNALS:
    void changed();

private:
    std::optional<Waiting> of(const domain::Case& state) const;
    bool look(const domain::Case& state);
    void readTasks();

    const cases::Workplace& m_place;
    const cases::CaseActions& m_actions;
    std::unordered_map<CaseId, Waiting> m_cases; ///< one a case: what comes first hides what comes after
    std::vector<Waiting> m_tasks;
    cases::CaseSweep* m_sweep;
};

} // namespace zs::approvals
