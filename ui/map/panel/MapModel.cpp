#include "ui/map/panel/MapModel.h"

#include "geo/Mercator.h"

#include <algorithm>

namespace zs::map {

namespace {

constexpr int kPeopleMs = 200;
constexpr int kCasesMs = 100;
constexpr std::chrono::milliseconds kReading{6}; ///< of a new picture in one turn of the event loop
constexpr int kClockMs = 5000;

kit::Freshness freshnessOf(Millis age)
{
    using namespace std::chrono_literals;
    if (age <= 60s) return kit::Freshness::Fresh;
    if (age <= 5min) return kit::Freshness::Minutes5;
    return age <= 15min ? kit::Freshness::Minutes15 : kit::Freshness::Stale;
}

kit::Fill fillOf(session::Activity activity)
{
    switch (activity) {
    case session::Activity::Idle: break;
    case session::Activity::EnRoute: return kit::Fill::Half;
    case session::Activity::OnScene: return kit::Fill::Full;
    }
    return kit::Fill::None;
}

} // namespace

std::vector<Mark> peopleMarks(const domain::City& city, const session::CaseStore& store,
                              const session::PeopleStore& people, TimePoint now)
{
    std::vector<Mark> marks;
    marks.reserve(people.known());
    const auto fixes = people.fixes();
    const std::size_t count = std::min(fixes.size(), city.people.size());
    for (std::size_t i = 0; i < count; ++i) {
        const session::Fix& fix = fixes[i];
        const domain::Person& person = city.people[i];
        // A place is shown on duty only, whatever is still in the store (PRIVACY.md).
        if (!fix.isKnown() || !domain::isOnDuty(person.shift, now, city.utcOffset))
            continue;
        kit::Symbol s;
        s.shape = person.role == domain::PersonRole::VolunteerTeam ? kit::Shape::Team : kit::Shape::Person;
        s.fill = fillOf(store.activityOf(person.id));
        s.freshness = freshnessOf(now - fix.at);
        s.backdrop = kit::Backdrop::Map;
        const auto w = geo::toWorld(fix.place());
        marks.push_back({w.x, w.y, person.id.value, kit::symbolCode(s)});
    }
    return marks;
}

MapModel::MapModel(const cases::Desk& desk, QObject* parent) : QObject(parent), m_desk(desk)
{
    m_peopleTimer.setSingleShot(true);
    m_peopleTimer.setInterval(kPeopleMs);
    m_caseTimer.setSingleShot(true);
    m_clock.setInterval(kClockMs);
    connect(&m_peopleTimer, &QTimer::timeout, this, &MapModel::sendPeople);
    connect(&m_caseTimer, &QTimer::timeout, this, &MapModel::workOnCases);
    const auto people = [this] { if (!m_peopleTimer.isActive()) m_peopleTimer.start(); };
    connect(&m_clock, &QTimer::timeout, this, [this, people] {
        people();
        changed({}); // what time alone changes
    });
    connect(&desk, &cases::Desk::peopleMoved, this, people);
    connect(&desk, &cases::Desk::casesReset, this, [this, people] {
        people();
        restart();
    });
    connect(&desk, &cases::Desk::calendarChanged, this, &MapModel::restart);
    connect(&desk, &cases::Desk::casesChanged, this, [this, people](const std::vector<std::uint32_t>& rows) {
        people(); // a case that changes hands changes what its person does
        changed(rows);
    });
    connect(&desk, &cases::Desk::casesAppended, this, [this] { changed({}); });
    m_clock.start();
    restart();
}

void MapModel::setSelectedCase(CaseId id)
{
    m_marks.setShown(m_desk.cases(), id);
    if (m_isWhole)
        sendCases(); // at once: somebody has just pressed a key
}

void MapModel::resend()
{
    sendPeople();
    sendCases();
}

void MapModel::sendPeople()
{
    auto marks = peopleMarks(m_desk.city(), m_desk.cases(), m_desk.people(), m_desk.serverNow());
    m_people = marks.size();
    Q_EMIT peopleReady(std::move(marks));
}

void MapModel::restart()
{
    m_marks.restart();
    m_isWhole = false;
    m_changed.clear();
    m_caseTimer.start(0);
}

void MapModel::changed(std::span<const std::uint32_t> rows)
{
    m_changed.insert(m_changed.end(), rows.begin(), rows.end());
    if (!m_caseTimer.isActive())
        m_caseTimer.start(kCasesMs);
}

void MapModel::workOnCases()
{
    const session::CaseStore& store = m_desk.cases();
    const TimePoint now = m_desk.serverNow();
    std::ranges::sort(m_changed);
    const auto twice = std::ranges::unique(m_changed);
    m_changed.erase(twice.begin(), twice.end());
    m_marks.change(store, m_changed, now);
    m_changed.clear();
    m_marks.tick(store, now);
    m_isWhole = m_marks.read(store, now, kReading);
    if (m_isWhole)
        sendCases();
    else
        m_caseTimer.start(0); // the rest with the next turn; what is drawn stays until it's whole
}

void MapModel::sendCases() { Q_EMIT casesReady(m_marks.marks()); }

} // namespace zs::map
