#include "ui/cases/Candidates.h"

#include "geo/Distance.h"
#include "ui/cases/CaseWords.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace zs::cases {

namespace {

// Who is nearer by less than this isn't better placed: then the load decides.
constexpr double distanceStep = 200;
constexpr std::chrono::minutes oldFix{5};

class Words {
    Q_DECLARE_TR_FUNCTIONS(zs::cases::Candidates)
};

} // namespace

std::vector<Candidate> rankCandidates(const Desk& desk, const domain::Case& state, std::size_t limit, Room room)
{
    const domain::City& city = desk.city();
    const TimePoint now = desk.serverNow();
    std::vector<Candidate> found;
    for (const domain::Person& person : city.people) {
        if (person.id == state.handler || !domain::isOnDuty(person.shift, now, city.utcOffset)) continue;
        Candidate c{person.id, !state.grid.isNone() && person.homeGrid == state.grid, std::nullopt, std::nullopt,
                    desk.cases().openCasesOf(person.id), person.capacity};
        if (room == Room::Needed && !c.hasRoom()) continue;
        if (const session::Fix* fix = desk.people().fix(person.id)) {
            c.metres = geo::distanceMetres(fix->place(), state.place);
            c.fixAge = std::max(Millis(0), now - fix->at);
        }
        found.push_back(c);
    }
    const auto rank = [](const Candidate& c) {
        const double step = c.metres ? std::floor(*c.metres / distanceStep) : 1e9;
        return std::tuple(!c.hasRoom(), !c.ownGrid, step, c.load, c.metres.value_or(1e9), c.person.value);
    };
    const std::size_t n = std::min(limit, found.size());
    std::ranges::partial_sort(found, found.begin() + static_cast<std::ptrdiff_t>(n), {}, rank);
    found.resize(n);
    return found;
}

QString reasonsOf(const Workplace& place, const Candidate& c)
{
    QStringList good, bad;
    if (c.ownGrid) good << Words::tr("own grid");
    else bad << Words::tr("other grid");
    if (c.load == 0) good << Words::tr("idle");
    else if (!c.hasRoom()) bad << Words::tr("full");
    else if (c.load + 1 >= c.capacity) bad << Words::tr("full after this one");
    if (!c.fixAge) bad << Words::tr("no position");
    else if (*c.fixAge > oldFix)
        bad << Words::tr("position %1 old").arg(kit::DurationText::age(std::chrono::floor<std::chrono::seconds>(*c.fixAge)));
    const domain::Person* person = place.desk.city().person(c.person);
    if (person && person->members > 1) good << Words::tr("%1 people").arg(person->members);
    QString text = good.join(Words::tr(", ", "between reasons"));
    if (!bad.isEmpty()) {
        const QString against = Words::tr("against: %1").arg(bad.join(Words::tr(", ", "between reasons")));
        text = text.isEmpty() ? against : text + Words::tr("; ", "between reasons for and against") + against;
    }
    return text;
}

QString loadText(int load, int capacity)
{
    return Words::tr("load %1/%2").arg(load).arg(capacity);
}

} // namespace zs::cases
