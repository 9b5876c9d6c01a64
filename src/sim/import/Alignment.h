// Whether two layers of the same city lie on one another. A layer in another coordinate system than it is
// said to be in is off by 300–1,200 m: too little for the eye, enough to send people to the wrong grid.
#pragma once

#include "sim/import/GeoJson.h"

#include <optional>
#include <string>

namespace zs::sim {

struct Misfit {
    enum class Whose {
        Layer,
        Reference
    } whose = Whose::Layer;            ///< which of the two should be read as `better`
    geo::Crs better = geo::Crs::Wgs84; ///< in which the layer would fit
    double shiftMetres = 0;            ///< between the two readings of it
    double now = 0,
           then = 0; ///< share of the city's ground on which the layers disagree, as said and as `better`
};

/// What is compared: only the outlines of all shapes together, or each shape of `layer` with the one of the
/// same name
/// (`property` of layer, "name" of reference).
enum class Compare { Outline, Named };

/// Whether the two fit clearly better when one of them is read in another system than it is said to be in.
std::optional<Misfit> findMisfit(const GeoLayer& reference, const GeoLayer& layer, Compare what,
                                 const char* property = "town");

/// "grids.geojson lies about 590 m beside towns.geojson …"
std::string sentenceOf(const Misfit& misfit, const GeoLayer& reference, const GeoLayer& layer,
                       const char* flag, const char* referenceFlag);

} // namespace zs::sim
