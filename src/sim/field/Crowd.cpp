#include "sim/field/Crowd.h"

#include "geo/Distance.h"
#include "geo/Polygon.h"
#include "protocol/Limits.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace zs::sim {

namespace {

using namespace domain;
constexpr std::chrono::seconds kDutyEvery{5};

double strollSpeed(PersonRole role) {
    switch (role) {
    case PersonRole::PoliceOfficer:
        return 4.5; // a patrol on wheels
    case PersonRole::ProfessionalGridOfficer:
        return 3.2;
    case PersonRole::GridOfficer:
        return 2.2;
    default:
        return 1.2;
    }
}

double travelSpeed(PersonRole role) {
    return role == PersonRole::PoliceOfficer   ? 13
           : role == PersonRole::VolunteerTeam ? 5
                                               : 8; // car, on foot and bike, e-bike
}

/// Metres on the flat plane of a city: precise enough for steps of some metres, and cheap.
struct Flat {
    double perLon, perLat;
    explicit Flat(double lat)
        : perLon(geo::kEarthRadius * std::numbers::pi / 180 * std::cos(lat * std::numbers::pi / 180)),
          perLat(geo::kEarthRadius * std::numbers::pi / 180) {}
};

} // namespace

GeoPoint pointIn(const GeoShape& shape, GeoPoint label, Random& random) {
    const GeoBounds b = geo::boundsOf(shape);
    for (int tries = 0; tries < 24; ++tries) {
        const GeoPoint p{random.between(b.west, b.east), random.between(b.south, b.north)};
        if (geo::contains(shape, p))
            return p;
    }
    return label;
}

Crowd::Crowd(std::shared_ptr<const City> city, std::shared_ptr<const CityGraph> graph, std::uint64_t seed,
             double pace)
    : m_city(std::move(city)), m_graph(std::move(graph)), m_random(seed), m_pace(pace),
      m_walkers(m_city->people.size()) {}

GeoPoint Crowd::somewhereIn(GridId id) {
    const Grid* grid = m_city->grid(id);
    return grid ? pointIn(grid->shape, grid->label, m_random) : m_city->bounds.centre();
}

void Crowd::checkDuty(TimePoint now) {
    if (m_dutyChecked && now - *m_dutyChecked < kDutyEvery)
        return;
    m_dutyChecked = now;
    m_onDuty = 0;
    for (std::size_t i = 0; i < m_walkers.size(); ++i) {
        Walker& w = m_walkers[i];
        const bool duty = domain::isOnDuty(m_city->people[i].shift, now, m_city->utcOffset);
        if (duty && !w.duty && w.doing != Doing::Travelling && w.doing != Doing::Working) {
            w.at = somewhereIn(m_city->people[i].homeGrid);
            w.doing = Doing::Pausing;
            w.pause = m_random.between(0, 60);
        }
        w.justLeft = (w.justLeft && !duty) || (w.duty && !duty);
        w.duty = duty;
        m_onDuty += duty;
    }
}

void Crowd::stroll(std::size_t index) {
    Walker& w = m_walkers[index];
    w.way = {somewhereIn(m_city->people[index].homeGrid)};
    w.speed = strollSpeed(m_city->people[index].role) * m_random.between(0.7, 1.25);
    w.doing = Doing::Walking;
}

void Crowd::step(std::size_t index, double seconds) {
    Walker& w = m_walkers[index];
    if (w.doing == Doing::Working)
        return;
    if (w.doing == Doing::Pausing) {
        w.pause -= seconds;
        if (w.pause > 0)
            return;
        stroll(index);
    }
    const Flat flat(w.at.lat);
    double left = w.speed * seconds;
    while (left > 0 && !w.way.empty()) {
        const GeoPoint next = w.way.back();
        const double dx = (next.lon - w.at.lon) * flat.perLon, dy = (next.lat - w.at.lat) * flat.perLat;
        const double distance = std::hypot(dx, dy);
        if (distance > 0.5)
            w.heading = static_cast<std::uint8_t>(
                std::lround(std::atan2(dx, dy) / (2 * std::numbers::pi) * 256) & 0xff);
        if (distance > left) {
            w.at.lon += (next.lon - w.at.lon) * left / distance;
            w.at.lat += (next.lat - w.at.lat) * left / distance;
            return;
        }
        left -= distance;
        w.at = next;
        w.way.pop_back();
    }
    if (!w.way.empty())
        return;
    if (w.doing == Doing::Travelling) {
        w.doing = Doing::Working;
        m_arrivals.push_back(m_city->people[index].id);
    } else {
        w.doing = Doing::Pausing;
        w.pause = m_random.between(5, 150);
    }
}

void Crowd::advance(TimePoint now) {
    checkDuty(now);
    const double seconds = m_now ? std::chrono::duration<double>(now - *m_now).count() * m_pace : 0;
    m_now = now;
    if (seconds <= 0)
        return;
    for (std::size_t i = 0; i < m_walkers.size(); ++i) {
        if (m_walkers[i].duty || m_walkers[i].doing == Doing::Travelling)
            step(i, seconds);
    }
}

void Crowd::send(PersonId person, GeoPoint to) {
    if (!knows(person))
        return;
    Walker& w = walker(person);
    if (w.at == GeoPoint{})
        w.at = somewhereIn(m_city->person(person)->homeGrid);
    w.way = m_graph->route(w.at, to);
    std::ranges::reverse(w.way);
    w.speed = travelSpeed(m_city->person(person)->role) * m_random.between(0.85, 1.15);
    w.doing = Doing::Travelling;
}

void Crowd::release(PersonId person) {
    if (!knows(person))
        return;
    Walker& w = walker(person);
    w.way.clear();
    w.doing = Doing::Pausing;
    w.pause = m_random.between(2, 20);
}

std::vector<PersonId> Crowd::arrivals() {
    return std::exchange(m_arrivals, {});
}

std::optional<GeoPoint> Crowd::place(PersonId person) const {
    if (!knows(person) || !m_walkers[person.value - 1].duty)
        return std::nullopt;
    return m_walkers[person.value - 1].at;
}

bool Crowd::isOnDuty(PersonId person) const {
    return knows(person) && m_walkers[person.value - 1].duty;
}

std::vector<protocol::PositionFrame> Crowd::frames(TimePoint now) {
    std::vector<protocol::PositionFrame> out;
    for (std::size_t i = 0; i < m_walkers.size(); ++i) {
        Walker& w = m_walkers[i];
        if (!w.duty && !w.justLeft)
            continue;
        if (out.empty() || out.back().positions.size() >= protocol::maxPositionsPerFrame)
            out.push_back({now, {}});
        protocol::Position p = protocol::Position::at(m_city->people[i].id, w.at);
        p.heading = w.heading;
        if (w.justLeft && !w.duty)
            p.flags = protocol::positionOffDuty;
        w.justLeft = false;
        out.back().positions.push_back(p);
    }
    return out;
}

} // namespace zs::sim
