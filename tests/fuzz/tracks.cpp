// Recorded tracks: GPX, NMEA 0183, cabs' lines, CSV; told apart by what they hold.
#include "sim/tracks/TrackFiles.h"
#include "tests/fuzz/Seeds.h"

#include <cmath>
#include <cstdlib>

using namespace zs;

std::vector<std::string> fuzzSeeds()
{
    return {"<gpx xmlns='http://www.topografix.com/GPX/1/1'><trk><trkseg><trkpt lat='45.1' lon='14.1'><time>2010-10-02T09:00:00Z</time></trkpt>"
            "<trkpt lat='45.101' lon='14.1'><time>2010-10-02T09:01:00Z</time></trkpt></trkseg></trk></gpx>",
            "$GPRMC,123519,A,4807.038,N,01131.000,E,022.4,084.4,230394,003.1,W*6A\r\n"
            "$GPRMC,123520,A,4807.048,N,01131.000,E,022.4,084.4,230394,003.1,W*6A\r\n$GPGGA,,,,,,,,,,M,,M,,*56\r\n",
            "37.75134 -122.39488 0 1213084687\n37.75136 -122.39527 0 1213084659\n",
            "uid,uid,lat,lng,datetime\n1,1,31.2,121.4\n",
            "uid,lat,lng,datetime\n1,31.2,121.4,2018-04-12 11:11:26\n1,31.21,121.41,2018-04-12 11:12:26\n"};
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto file = sim::parseTracks({reinterpret_cast<const char*>(data), size}, "fuzz");
    if (!file)
        return 0;
    for (const sim::Track& track : file->tracks) {
        if (track.points.size() < 2)
            std::abort();
        double seconds = -1;
        for (const sim::TrackPoint& p : track.points) {
            if (!std::isfinite(p.at.lon) || !std::isfinite(p.at.lat) || !(p.seconds > seconds))
                std::abort();
            seconds = p.seconds;
        }
    }
    return 0;
}
