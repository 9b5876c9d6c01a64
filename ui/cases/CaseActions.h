// What can be done with a case: is it legal now, why not, and do it. Queue, detail, lanes and people go through here, so
// that a drag, a key and a menu always mean the same. GUI thread; dialogs are opened, never waited for.
#pragma once

#include "ui/cases/Workplace.h"

#include <QObject>
#include <QString>

#include <vector>

class QMenu;
class QWidget;

namespace zs::cases {

enum class Action {
    Dispatch, Route, Accept, Return, Classify, Note, ///< what a desk decides
    Acknowledge, Arrive, Finish,                     ///< what the person sent reports by phone
    Withdraw                                         ///< the last unsent command on the case
};

/// Legal, or the reason as a sentence in the reader's language.
struct Legality {
    bool legal = false;
    QString reason;
    AgencyId instead; ///< where the way out is one agency, that
};

class CaseActions final : public QObject {
    Q_OBJECT
public:
    /// `place` outlives it.
    explicit CaseActions(const Workplace& place, QObject* parent = nullptr);

    static QString label(Action action);  ///< "Dispatch"
    static QString key(Action action);    ///< "D"; empty without one
    static QString iconName(Action action);

    Legality legality(CaseId id, Action action) const;
    Legality canRoute(CaseId id, AgencyId lead) const;
    Legality canDispatch(CaseId id, PersonId person) const;

    /// Does it, or opens its dialog as a child of `parent`. An illegal one only says why (refused()).
    void run(CaseId id, Action action, QWidget* parent);
    void routeTo(CaseId id, AgencyId lead);
    void dispatchTo(CaseId id, PersonId person);
    /// Opens the dispatch dialog with this person chosen.
    void askDispatch(CaseId id, PersonId person, QWidget* parent);
    /// Opens the intake form; `at` fills in the place.
    void receive(QWidget* parent, std::optional<GeoPoint> at = std::nullopt);
    bool submit(CaseId id, const domain::CaseCommand& command);

    /// Every action, as a menu; what isn't legal is disabled and says why. Shown with popup() by the caller.
    void fillMenu(QMenu& menu, CaseId id, QWidget* parent);

    /// The agencies of the lanes, in their order: key 1 is the first.
    static std::vector<AgencyId> laneAgencies(const domain::City& city);
    QString sentenceOf(const domain::Rejection& rejection) const;

Q_SIGNALS:
    void submitted(zs::CaseId id, const QString& words);
    void refused(zs::CaseId id, const QString& sentence, zs::AgencyId instead);

private:
    Legality judge(CaseId id, const domain::CaseCommand& command) const;
    const session::DeskCommand* lastUnsent(CaseId id) const;
    PersonId handlerOf(CaseId id) const;

    const Workplace& m_place;
};

} // namespace zs::cases
