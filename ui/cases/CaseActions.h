// What can be done with a case: is it legal now, why not, and do it. Queue, detail, lanes, people and the panels go through
// here, so that a drag, a key and a menu always mean the same. What each action is stands in actions/ActionTable; here it
// is judged and run. GUI thread; dialogs are opened, never waited for.
#pragma once

#include "ui/cases/actions/ActionTable.h"
#include "ui/kit/SheetKeys.h"

#include <QObject>
#include <QString>

#include <optional>
#include <vector>

class QKeyEvent;
class QMenu;
class QWidget;

namespace zs::cases {

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
    static QString key(Action action);    ///< "D", "Shift+D"
    static QString iconName(Action action);
    /// The keys of all actions, for the sheet of a panel that hands its keys to runKey().
    static QList<kit::SheetKey> sheetKeys();

    Legality legality(CaseId id, Action action) const;
    Legality canRoute(CaseId id, AgencyId lead) const;
    Legality canDispatch(CaseId id, PersonId person) const;
    Legality judge(CaseId id, const domain::CaseCommand& command) const;

    /// Does it, or opens its dialog as a child of `parent`. An illegal one only says why (refused()).
    void run(CaseId id, Action action, QWidget* parent);
    /// The action of a key pressed in a panel; of two that share it the legal one. False: the key means none.
    bool runKey(CaseId id, const QKeyEvent& key, QWidget* parent);
    /// Routes; a case that has an agency already is re-routed, and then the dialog asks for the reason.
    void routeTo(CaseId id, AgencyId lead, QWidget* parent);
    /// A lead agency was chosen already: another one is a re-routing.
    static bool isRouted(const Workplace& place, CaseId id);
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
    Legality canWithdraw(CaseId id) const;
    const session::DeskCommand* lastUnsent(CaseId id) const;
    void addTo(QMenu& menu, CaseId id, Action action, QWidget* parent);
    void addRoutes(QMenu& menu, CaseId id, QWidget* parent);

    const Workplace& m_place;
};

} // namespace zs::cases
