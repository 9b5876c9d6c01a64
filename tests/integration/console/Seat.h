// A console as a person works it: opens a case, presses the action's key, fills the form by its fields' names, sends it; and what
// the screen says of it. Nothing here reaches past widgets but to read what both desks hold.
#pragma once

#include "tests/integration/console/Stand.h"
#include "ui/console/Console.h"

#include <QPointer>
#include <QVariant>

class QDialog;

// An empty text is success; anything else says what went wrong.
#define WENT(what)                                                                                                   \
    do {                                                                                                             \
        const QString problem = (what);                                                                              \
        QVERIFY2(problem.isEmpty(), qPrintable(problem));                                                            \
    } while (false)

namespace zs::testkit {

inline constexpr int patience = 30'000; ///< ms
inline QString zh(const char* text) { return QString::fromUtf8(text); }

/// What is put into a form, by its fields' names: text, an index, a number, an instant, or for a list what is typed into its
/// filter before Enter takes the first line that is left (a QStringList: several of them).
using Filled = QList<std::pair<const char*, QVariant>>;

class Seat {
public:
    Seat(Stand& stand, const QString& name);

    session::Session* operator->() { return &m_console->session(); }
    console::Console& console() { return *m_console; }
    bool isOnline() { return m_console->session().link().state == session::LinkState::Online; }
    const domain::Case& at(CaseId id) { return *m_console->session().cases().find(id); }

    /// Brings the panel to the front; it is whatever its factory made.
    template <class P>
    P& show(const QString& id)
    {
        m_console->window().panels().focusPanel(id);
        auto* panel = dynamic_cast<P*>(m_console->window().panels().panel(id));
        if (!panel) qFatal("no panel %s", qPrintable(id));
        return *panel;
    }
    template <class W>
    W* find(const char* name)
    {
        auto* found = m_console->window().findChild<W*>(QLatin1String(name));
        if (!found) qFatal("no %s", name);
        return found;
    }

    void open(CaseId id);
    /// Presses the action's key over the case; its dialog, or null where it has none or wasn't legal.
    QDialog* ask(CaseId id, cases::Action action);
    /// Why the case's menu doesn't let it be done; empty if it does.
    QString whyNot(CaseId id, cases::Action action);
    /// What stands below the case, in words: refusals.
    QString said();
    /// The timeline's newest line.
    QString newest(CaseId id);
    /// Every line of the routing panel of the case.
    QString routing(CaseId id);

    /// The dialog that is open in this window; null: none.
    QDialog* dialog();
    /// Closes what a failed test left open.
    void leave();

private:
    std::unique_ptr<console::Console> m_console;
};

/// An empty text, or which field isn't there.
QString fill(QDialog& form, const Filled& fields);
/// Presses the form's button, "dialogOk" or "formOk": an empty text, or what the form says against it.
QString press(QDialog& form);

/// `by` does it: by key, through its form if it has one; it is pending on this desk, then confirmed, and `other` holds the same
/// case and names the same newest event. An empty text, or what went wrong.
QString done(Seat& by, Seat& other, CaseId id, cases::Action action, const Filled& fields = {});
/// What is open on the case from `by` gets confirmed and comes to `other`; an empty text, or what went wrong.
QString arrives(Seat& by, Seat& other, CaseId id);

} // namespace zs::testkit
