// What agencies are late with or near to, kept up to date case by case, and the supervision that was issued. GUI thread.
#pragma once

#include "domain/sla/Ladder.h"
#include "ui/cases/CaseSweep.h"
#include "ui/cases/Workplace.h"

#include <QObject>

#include <array>
#include <unordered_map>
#include <vector>

namespace zs::supervision {

/// One agency and one case: the limit that waits longest stands for what else it owes there.
struct Owing {
    CaseId caseId;
    AgencyId agency;
    TownId town;
    domain::Limit limit;
    bool owesReportIn = false;
    bool owesAnswer = false;
    std::optional<domain::SupervisionStep> last; ///< the last step towards the agency in this case
    std::optional<domain::SupervisionRung> due;  ///< what the ladder suggests now

    bool isLate() const { return limit.state == domain::LimitState::Late; }
    quint64 key() const { return caseId.value << 16 | agency.value; }
};

/// One step that was issued, of whatever case.
struct IssuedStep {
    CaseId caseId;
    TownId town;
    std::size_t index = 0; ///< in Case::supervision
    domain::SupervisionStep step;

    quint64 key() const { return caseId.value << 16 | index; }
};

/// Which of them a reader wants to see. None of a field: all.
struct View {
    enum class Show { All, Late, Near, ReportIn, Answer, History };
    Show show = Show::All;
    TownId town;
    AgencyId agency;
};

/// What one agency owes, of what passes a view.
struct AgencyGroup {
    AgencyId agency;
    int late = 0, near = 0, due = 0;   ///< of all of them
    std::vector<const Owing*> lines;   ///< the longest waits first; at most as many as asked for
};

/// A view in one pass over everything: what the panel shows.
struct Digest {
    std::vector<AgencyGroup> groups; ///< the agency that is late most often first
    std::array<int, 6> counts{};     ///< by View::Show, whatever the view shows
    std::array<int, 6> rungs{};      ///< by the last rung towards the agency; those without supervision aren't counted
    int hidden = 0;                  ///< lines beyond those asked for
};

class SupervisionBook final : public QObject {
    Q_OBJECT
public:
    /// `place` outlives it; it belongs to `panel`, and rests while that isn't in sight.
    SupervisionBook(const cases::Workplace& place, QWidget& panel);

    bool isWhole() const { return m_sweep->isWhole(); }
    /// Pointers are valid until the next change. Some ms for 100,000 cases.
    Digest digest(const View& view, std::size_t linesOfAnAgency) const;
    /// Steps that pass town and agency, the newest first, at most `limit`.
    std::vector<const IssuedStep*> history(const View& view, std::size_t limit) const;
    const Owing* find(quint64 key) const;

Q_SIGNALS:
    void changed();

private:
    struct Kept {
        std::vector<Owing> owing;
        std::vector<IssuedStep> steps;
    };
    bool look(const domain::Case& state);

    const cases::Workplace& m_place;
    std::unordered_map<CaseId, Kept> m_cases;
    cases::CaseSweep* m_sweep;
};

} // namespace zs::supervision
