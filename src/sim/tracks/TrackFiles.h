// Recorded GPS tracks of several makers. What can't be read is told with its line.
#pragma once

#include "base/GeoPoint.h"
#include "base/Result.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace zs::sim {

struct TrackPoint {
    GeoPoint at;
    double seconds = 0; ///< since the track's first point, growing
};

struct Track {
    std::string name;
    std::vector<TrackPoint> points; ///< at least two
};

struct TrackFile {
    std::vector<Track> tracks;
    std::vector<std::pair<std::size_t, std::string>> bad; ///< line, reason
};

/// GPX (*.gpx), NMEA 0183 ($…RMC with their checksum), "lat lon occupied epoch" of cabs, CSV with the columns
/// lat, lng, datetime and perhaps uid; told apart by what the file holds. A pause of more than ten minutes
/// begins another track. Points without a time are walked at 1.4 m/s. At most 512 MB unpacked. Errors:
/// "tracks.form", or those of the file.
Result<TrackFile> readTracks(const std::filesystem::path& path);
Result<TrackFile> parseTracks(std::string_view text, const std::string& name);

} // namespace zs::sim
