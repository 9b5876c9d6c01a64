// China's public maps use three coordinate systems. Ours is WGS-84 (for a map the same as CGCS2000); the
// other two are converted where data come in or a foreign provider is drawn, and nowhere else.
#pragma once

#include "base/GeoPoint.h"

#include <optional>
#include <string_view>

namespace zs::geo {

enum class Crs {
    Wgs84,
    Gcj02, ///< AMap, Tencent, Google's Chinese maps: some 300–700 m off inside China
    Bd09   ///< Baidu: GCJ-02 and another shift on top
};

/// Outside of this rough box GCJ-02 is the same as WGS-84.
bool isInChina(GeoPoint p);

GeoPoint wgs84ToGcj02(GeoPoint p);
/// Inverse by iteration, to about 1e-9 degrees.
GeoPoint gcj02ToWgs84(GeoPoint p);
GeoPoint gcj02ToBd09(GeoPoint p);
GeoPoint bd09ToGcj02(GeoPoint p);

GeoPoint toWgs84(GeoPoint p, Crs from);
GeoPoint fromWgs84(GeoPoint p, Crs to);

/// "wgs84", "gcj02", "bd09" as on a command line.
std::optional<Crs> crsFromName(std::string_view name);
std::string_view crsName(Crs crs);

} // namespace zs::geo
