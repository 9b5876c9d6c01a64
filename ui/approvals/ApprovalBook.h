// What waits for a decision: requests, calls from 110, finished cases to be reviewed, followed up or archived. GUI thread.
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
enum class Kind { Request, Police, FollowUp, Review, Archive };
inline constexpr std::size_t kindCount = 5;

struct Waiting {
    CaseId caseId;
    Kind kind = Kind::Request;
    std::optional<domain::Request> request; ///< of Kind::Request
    QString who;        ///< who asked, or who has to do it next
    TimePoint since{};
    domain::Limit limit; ///< of Kind::FollowUp: by when
    /// Of this desk: may decide now, and else why not (the gateway's own sentence).
    cases::Legality mine;

    quint64 key() const { return caseId.value << 3 | static_cast<quint64>(kind); }
};

/// The actions that decide it; the first is the usual one.
std::vector<cases::Action> decisions(Kind kind);

class ApprovalBook final : public QObject {
    Q_OBJECT
public:
    enum class Whose { Mine, All };

    /// `place` and `actions` outlive it; it belongs to `panel`, and rests while that isn't in sight.
    ApprovalBook(const cases::Workplace& place, const cases::CaseActions& actions, QWidget& panel);

    bool isWhole() const { return m_sweep->isWhole(); }
    void languageChanged() { m_sweep->restart(); } ///< sentences are kept as they were said
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

    const cases::Workplace& m_place;
    const cases::CaseActions& m_actions;
    std::unordered_map<CaseId, Waiting> m_cases; ///< one a case: what comes first hides what comes after
    cases::CaseSweep* m_sweep;
};

} // namespace zs::approvals
