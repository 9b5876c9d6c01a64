#include "sim/tracks/TrackPlayer.h"

#include "geo/Distance.h"
#include "protocol/Limits.h"

#include <algorithm>
#include <cmath>

namespace zs::sim {

namespace {

/// Into [low, high] like light between two mirrors.
double folded(double v, double low, double high) {
    const double width = high - low;
    if (width <= 0)
        return low;
    double t = std::fmod(v - low, 2 * width);
    if (t < 0)
        t += 2 * width;
    return low + (t > width ? 2 * width - t : t);
}

GeoPoint middleOf(const Track& track) {
    std::vector<double> lon, lat;
    for (const TrackPoint& p : track.points) {
        lon.push_back(p.at.lon);
        lat.push_back(p.at.lat);
    }
    const auto median = [](std::vector<double>& v) {
        const auto m = v.begin() + static_cast<std::ptrdiff_t>(v.size() / 2);
        std::ranges::nth_element(v, m);
        return *m;
    };
    return {median(lon), median(lat)}; // a stray fix on another continent must not move it
}

Track laidInto(Track track, const domain::City& city, GeoPoint home) {
    const geo::LocalPlane from(middleOf(track)), to(home);
    std::vector<double> reach;
    for (const TrackPoint& p : track.points) {
        const auto m = from.toMetres(p.at);
        reach.push_back(std::hypot(m.x, m.y));
    }
    const auto most = reach.begin() + static_cast<std::ptrdiff_t>(reach.size() * 95 / 100);
    std::ranges::nth_element(reach, most);
    const double room =
        geo::distanceMetres({city.bounds.west, city.bounds.south}, {city.bounds.east, city.bounds.north}) / 4;
    const double scale = *most > room ? room / *most : 1;
    for (TrackPoint& p : track.points) {
        const auto m = from.toMetres(p.at);
        const GeoPoint g = to.toGeo({m.x * scale, m.y * scale});
        p.at = {folded(g.lon, city.bounds.west, city.bounds.east),
                folded(g.lat, city.bounds.south, city.bounds.north)};
    }
    return track;
}

} // namespace

TrackPlayer::TrackPlayer(std::shared_ptr<const domain::City> city, std::vector<Track> tracks,
                         std::size_t people, double speed, TimePoint start)
    : m_city(std::move(city)), m_speed(speed), m_start(start) {
    std::erase_if(tracks, [](const Track& t) { return t.points.size() < 2 || t.points.back().seconds <= 0; });
    std::ranges::stable_sort(
        tracks, [](const Track& a, const Track& b) { return a.points.size() > b.points.size(); });
    people = std::min({people, tracks.size(), protocol::maxPositionsPerFrame});
    std::vector<const domain::Person*> onDuty;
    for (const domain::Person& p : m_city->people) {
        if (domain::isOnDuty(p.shift, start, m_city->utcOffset) && m_city->grid(p.homeGrid))
            onDuty.push_back(&p);
    }
    people = std::min(people, onDuty.size());
    for (std::size_t i = 0; i < people; ++i) {
        const domain::Person& p = *onDuty[i * onDuty.size() / people]; // spread over the city
        m_walks.push_back(
            {p.id, laidInto(std::move(tracks[i]), *m_city, m_city->grid(p.homeGrid)->label), false});
    }
}

protocol::PositionFrame TrackPlayer::at(TimePoint now) {
    protocol::PositionFrame frame{now, {}};
    const double passed = std::max(0.0, std::chrono::duration<double>(now - m_start).count() * m_speed);
    for (Walk& walk : m_walks) {
        if (walk.left)
            continue;
        const std::vector<TrackPoint>& points = walk.track.points;
        const double t = std::fmod(passed, points.back().seconds);
        const auto next =
            std::max(points.begin() + 1, std::ranges::upper_bound(points, t, {}, &TrackPoint::seconds));
        const TrackPoint &a = *(next - 1), &b = next == points.end() ? points.back() : *next;
        const double share = b.seconds > a.seconds ? (t - a.seconds) / (b.seconds - a.seconds) : 0;
        protocol::Position p =
            protocol::Position::at(walk.person, {a.at.lon + share * (b.at.lon - a.at.lon),
                                                 a.at.lat + share * (b.at.lat - a.at.lat)});
        if (a.at != b.at)
            p.heading =
                static_cast<std::uint8_t>(std::lround(geo::bearingDegrees(a.at, b.at) / 360 * 256) & 0xff);
        if (!domain::isOnDuty(m_city->person(walk.person)->shift, now, m_city->utcOffset)) {
            p.flags = protocol::positionOffDuty;
            walk.left = true;
        }
        frame.positions.push_back(p);
    }
    return frame;
}

} // namespace zs::sim
