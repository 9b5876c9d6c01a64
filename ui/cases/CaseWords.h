// What a case, an event and a command are called on screen: the one place where panels get their words and symbols.
// Pure functions of their arguments, the city and the language. No reporter appears here but masked.
#pragma once

#include "domain/city/City.h"
#include "domain/sla/CaseClock.h"
#include "session/Session.h"
#include "ui/kit/DurationText.h"
#include "ui/kit/RowDelegate.h"
#include "ui/kit/Symbol.h"

#include <QCoreApplication>
#include <QString>

namespace zs::cases {

class Desk;
struct Workplace;

class CaseWords {
    Q_DECLARE_TR_FUNCTIONS(zs::cases::CaseWords)

public:
    static QString number(CaseId id);
    static QString phase(domain::Phase phase);
    static QString kind(domain::CaseKind kind);
    static QString priority(domain::Priority priority);
    static QString channel(domain::Channel channel);
    static QString outcome(domain::Outcome outcome);
    static QString role(domain::PersonRole role);
    static QString commandState(session::CommandState state);
    /// Icon and tone of a command that isn't confirmed; empty icon for Confirmed.
    static QString commandStateIcon(session::CommandState state);
    static kit::Tone commandStateTone(session::CommandState state);

    static QString grid(const Workplace& place, GridId id);
    static QString agency(const Workplace& place, AgencyId id);     ///< short name; "—" if none
    static QString agencyFull(const Workplace& place, AgencyId id);
    static QString person(const Workplace& place, PersonId id);
    /// "Dongcheng, Zhushan, grid 07": town, community, grid as far as known.
    static QString place(const Workplace& place, GridId id);

    static kit::Symbol symbol(const domain::Case& state, kit::Attention attention, kit::Pending pending);
    static kit::Symbol symbol(const Workplace& place, const domain::Case& state);
    static kit::LimitView view(const domain::Limit& limit, TimePoint now);
    /// The limit column: the next running limit; "—" if there is none.
    static kit::LimitView nextLimit(const domain::Case& state, const domain::WorkCalendar& calendar, TimePoint now);
    static kit::Attention attention(domain::Urgency urgency);
    static kit::LimitView nextLimit(const Desk& desk, const domain::Case& state);
    static QString limitName(domain::LimitKind kind);
    static QString allowed(Millis value); ///< "15 min", "2 h", "3 d"
    static QString allowed(domain::LimitSpan span); ///< "15 min", "2 h of working time", "5 working days", "3 d"
    static bool isStrong(const Desk& desk, const domain::Case& state);

    static QString distance(double metres); ///< "400 m", "1.2 km"
    /// Local time of the city, "09:41"; with the day before it when that isn't `now`'s.
    static QString clock(const Workplace& place, TimePoint at, TimePoint now);
    /// By when something is due: as clock(), but the end of a day is that day's 24:00, not the next day's 0:00, which may be
    /// a day off.
    static QString until(const Workplace& place, TimePoint at, TimePoint now);
    /// "dispute, urgent, late 0:42, waiting to be sent": the symbol in words.
    static QString symbolText(const Workplace& place, const domain::Case& state);
};

} // namespace zs::cases
