#include "sim/tracks/TrackFiles.h"

#include "geo/Distance.h"
#include "sim/replay/Csv.h"
#include "sim/replay/Table.h"

#include <QXmlStreamReader>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <optional>

namespace zs::sim {

namespace {

constexpr double kPause = 600; // seconds
constexpr double kWalk = 1.4;  // m/s, where a track has no times
constexpr std::size_t kMaxBad = 10'000;

struct Fix {
    GeoPoint at;
    std::optional<double> time; ///< seconds since whenever
};

/// Cuts fixes at pauses and jumps back in time.
class Cutter {
public:
    Cutter(TrackFile& out, std::string name) : m_out(out), m_name(std::move(name)) {}
    ~Cutter() { flush(); }
    Cutter(const Cutter&) = delete;
    Cutter& operator=(const Cutter&) = delete;

    /// False: the clock didn't go on since the fix before, so this one can't be placed in time.
    bool add(const Fix& fix) {
        double at = 0;
        if (!m_points.empty()) {
            const TrackPoint& last = m_points.back();
            const double step = fix.time && m_lastTime ? *fix.time - *m_lastTime
                                                       : geo::distanceMetres(last.at, fix.at) / kWalk;
            if (step <= 0)
                return false;
            if (step > kPause)
                flush();
            else
                at = last.seconds + step;
        }
        m_points.push_back({fix.at, at});
        m_lastTime = fix.time;
        return true;
    }

    void flush() {
        if (m_points.size() >= 2)
            m_out.tracks.push_back({m_name, std::move(m_points)});
        m_points.clear();
        m_lastTime.reset();
    }

private:
    TrackFile& m_out;
    std::string m_name;
    std::vector<TrackPoint> m_points;
    std::optional<double> m_lastTime;
};

std::optional<double> number(std::string_view text) {
    double v = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), v);
    if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(v))
        return std::nullopt;
    return v;
}

std::optional<GeoPoint> place(std::optional<double> lon, std::optional<double> lat) {
    if (!lon || !lat || std::abs(*lon) > 180 || std::abs(*lat) > 90 || (*lon == 0 && *lat == 0))
        return std::nullopt;
    return GeoPoint{*lon, *lat};
}

double seconds(TimePoint t) {
    return double(toUnixMillis(t)) / 1000;
}

constexpr const char* kClock = "the clock stood still or was set back";
constexpr double kGpsEpoch = 315'964'800; // 1980: a receiver that says less has no time

void bad(TrackFile& out, std::size_t line, std::string why) {
    if (out.bad.size() < kMaxBad)
        out.bad.emplace_back(line, std::move(why));
}

Result<void> parseGpx(std::string_view text, TrackFile& out, const std::string& name) {
    QXmlStreamReader xml(QByteArray::fromRawData(text.data(), qsizetype(text.size())));
    Cutter cutter(out, name);
    std::optional<GeoPoint> at;
    std::optional<double> time;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.tokenType() == QXmlStreamReader::DTD)
            return fail("tracks.form", name + " has a document type; GPX needs none, so it isn't read.");
        const auto local = xml.name();
        if (xml.isStartElement() && local == QLatin1String("trkseg")) {
            cutter.flush();
        } else if (xml.isStartElement() && local == QLatin1String("trkpt")) {
            const auto attributes = xml.attributes();
            bool lonOk = false, latOk = false;
            const double lon = attributes.value(QLatin1String("lon")).toDouble(&lonOk);
            const double lat = attributes.value(QLatin1String("lat")).toDouble(&latOk);
            at = lonOk && latOk ? place(lon, lat) : std::nullopt;
            time.reset();
            if (!at)
                bad(out, static_cast<std::size_t>(xml.lineNumber()), "a point without a place");
        } else if (xml.isStartElement() && local == QLatin1String("time") && at) {
            if (const auto t = parseTime(
                    xml.readElementText(QXmlStreamReader::SkipChildElements).trimmed().toStdString());
                t && seconds(*t) >= kGpsEpoch)
                time = seconds(*t);
        } else if (xml.isEndElement() && local == QLatin1String("trkpt") && at) {
            if (!cutter.add({*at, time}))
                bad(out, static_cast<std::size_t>(xml.lineNumber()), kClock);
            at.reset();
        }
    }
    if (xml.hasError())
        return fail("tracks.form", name + ", line " + std::to_string(xml.lineNumber()) + ": " +
                                       xml.errorString().toStdString() + '.');
    return {};
}

/// ddmm.mmmm and a hemisphere.
std::optional<double> nmeaDegrees(std::string_view text, std::string_view hemisphere) {
    const auto v = number(text);
    if (!v)
        return std::nullopt;
    const double whole = std::floor(*v / 100), degrees = whole + (*v - whole * 100) / 60;
    return hemisphere == "S" || hemisphere == "W" ? -degrees : degrees;
}

bool nmeaChecksumFits(std::string_view line) {
    const std::size_t star = line.find('*');
    if (star == std::string_view::npos || line.size() < star + 3)
        return false;
    unsigned sum = 0, said = 0;
    for (const char c : line.substr(1, star - 1))
        sum ^= static_cast<unsigned char>(c);
    const auto [end, error] = std::from_chars(line.data() + star + 1, line.data() + star + 3, said, 16);
    return error == std::errc() && end == line.data() + star + 3 && sum == said;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> out;
    for (;;) {
        const std::size_t at = text.find(separator);
        out.push_back(text.substr(0, at));
        if (at == std::string_view::npos)
            return out;
        text.remove_prefix(at + 1);
    }
}

template <class Each>
void eachLine(std::string_view text, Each each) {
    std::size_t number = 0;
    for (std::string_view line : split(text, '\n')) {
        ++number;
        while (line.ends_with('\r') || line.ends_with(' '))
            line.remove_suffix(1);
        if (!line.empty())
            each(number, line);
    }
}

void parseNmea(std::string_view text, TrackFile& out, const std::string& name) {
    Cutter cutter(out, name);
    eachLine(text, [&](std::size_t number_, std::string_view line) {
        if (line.size() < 7 || line[0] != '$' || line.substr(3, 3) != "RMC")
            return;
        if (!nmeaChecksumFits(line))
            return bad(out, number_, "the checksum is wrong");
        const auto f = split(line.substr(0, line.find('*')), ',');
        if (f.size() < 10 || f[2] != "A")
            return bad(out, number_, "no valid fix");
        const auto at = place(nmeaDegrees(f[5], f[6]), nmeaDegrees(f[3], f[4]));
        if (!at || f[1].size() < 6 || f[9].size() != 6)
            return bad(out, number_, "a fix without a place or a time");
        const std::string iso = "20" + std::string(f[9].substr(4, 2)) + '-' + std::string(f[9].substr(2, 2)) +
                                '-' + std::string(f[9].substr(0, 2)) + 'T' + std::string(f[1].substr(0, 2)) +
                                ':' + std::string(f[1].substr(2, 2)) + ':' + std::string(f[1].substr(4, 2));
        const auto t = parseTime(iso);
        if (!t)
            return bad(out, number_, "the time can't be read");
        if (!cutter.add({*at, seconds(*t)}))
            bad(out, number_, kClock);
    });
}

void parseCab(std::string_view text, TrackFile& out, const std::string& name) {
    struct Row {
        double epoch;
        GeoPoint at;
        std::size_t line;
    };
    std::vector<Row> rows;
    eachLine(text, [&](std::size_t number_, std::string_view line) {
        const auto f = split(line, ' ');
        const auto epoch = f.size() == 4 ? number(f[3]) : std::nullopt;
        const auto at = f.size() == 4 ? place(number(f[1]), number(f[0])) : std::nullopt;
        if (!epoch || !at)
            return bad(out, number_, "isn't \"lat lon occupied epoch\"");
        rows.push_back({*epoch, *at, number_});
    });
    std::ranges::stable_sort(rows, {}, &Row::epoch); // some files run backwards
    Cutter cutter(out, name);
    for (const Row& row : rows) {
        if (!cutter.add({row.at, row.epoch}))
            bad(out, row.line, kClock);
    }
}

Result<void> parseCsv(std::string_view text, TrackFile& out, const std::string& name) {
    CsvReader reader(text);
    const auto head = reader.next();
    std::map<std::string, std::size_t> column;
    for (std::size_t i = 0; head && i < head->fields.size(); ++i)
        column[head->fields[i]] = i;
    if (!column.contains("lat") || !column.contains("lng") || !column.contains("datetime"))
        return fail("tracks.form",
                    name +
                        " is none of GPX, NMEA, \"lat lon occupied epoch\" and CSV with lat, lng, datetime.");
    const std::size_t lat = column["lat"], lng = column["lng"], when = column["datetime"];
    const bool hasUser = column.contains("uid");
    const std::size_t who = hasUser ? column["uid"] : 0;
    std::map<std::string, std::vector<std::pair<std::size_t, Fix>>> byUser; // with the line
    while (const auto row = reader.next()) {
        // Not column.size(): a head may name a column twice.
        if (!row->problem.empty() || row->fields.size() != head->fields.size()) {
            bad(out, row->line,
                row->problem.empty() ? "has another number of fields than the head" : row->problem);
            continue;
        }
        const auto at = place(number(row->fields[lng]), number(row->fields[lat]));
        const auto t = parseTime(row->fields[when]);
        if (!at || !t) {
            bad(out, row->line, at ? "the time can't be read" : "has no place");
            continue;
        }
        byUser[hasUser ? row->fields[who] : std::string()].emplace_back(row->line, Fix{*at, seconds(*t)});
    }
    for (const auto& [user, fixes] : byUser) {
        Cutter cutter(out, user.empty() ? name : name + ' ' + user);
        for (const auto& [line, fix] : fixes) {
            if (!cutter.add(fix))
                bad(out, line, kClock);
        }
    }
    return {};
}

} // namespace

Result<TrackFile> parseTracks(std::string_view text, const std::string& name) {
    TrackFile out;
    Result<void> done;
    std::string_view start = text.substr(0, 512);
    if (start.starts_with("\xef\xbb\xbf"))
        start.remove_prefix(3);
    const auto first = split(start.substr(0, start.find('\n')), ' ');
    if (start.starts_with("<"))
        done = parseGpx(text, out, name);
    else if (start.starts_with("$"))
        parseNmea(text, out, name);
    else if (first.size() == 4 && number(first[0]) && number(first[1]))
        parseCab(text, out, name);
    else
        done = parseCsv(text, out, name);
    if (!done)
        return Unexpected(done.error());
    return out;
}

Result<TrackFile> readTracks(const std::filesystem::path& path) {
    const auto text = readPacked(path, 512u << 20);
    if (!text)
        return Unexpected(text.error());
    return parseTracks(*text, path.filename().string());
}

} // namespace zs::sim
