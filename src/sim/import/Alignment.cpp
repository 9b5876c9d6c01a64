#include "sim/import/Alignment.h"

#include "geo/Distance.h"
#include "geo/GridIndex.h"
#include "geo/Polygon.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace zs::sim {

namespace {

constexpr int kLattice = 260; // samples along each side of the city: some 300 m apart

class Located {
public:
    Located(const GeoLayer& layer, geo::Crs crs) {
        m_shapes.reserve(layer.features.size());
        for (const GeoFeature& f : layer.features)
            m_shapes.push_back(inWgs84(f.shape, crs));
        std::vector<const GeoShape*> pointers;
        for (const GeoShape& s : m_shapes)
            pointers.push_back(&s);
        m_index = geo::GridIndex(pointers);
    }
    std::optional<std::size_t> at(GeoPoint p) const { return m_index.find(p); }
    GeoBounds bounds() const { return m_index.bounds(); }

private:
    std::vector<GeoShape> m_shapes;
    geo::GridIndex m_index;
};

} // namespace

std::optional<Misfit> findMisfit(const GeoLayer& reference, const GeoLayer& layer, Compare what,
                                 const char* property) {
    const GeoBounds box = Located(reference, reference.crs).bounds();
    const auto disagreement = [&](geo::Crs referenceCrs, geo::Crs crs) {
        const Located fixed(reference, referenceCrs), moved(layer, crs);
        std::size_t any = 0, differ = 0;
        for (int i = 0; i < kLattice; ++i) {
            for (int j = 0; j < kLattice; ++j) {
                const GeoPoint p{box.west + (box.east - box.west) * (i + 0.5) / kLattice,
                                 box.south + (box.north - box.south) * (j + 0.5) / kLattice};
                const auto a = fixed.at(p), b = moved.at(p);
                any += a || b;
                if (a.has_value() != b.has_value())
                    ++differ;
                else if (a && b && what == Compare::Named)
                    differ +=
                        reference.features[*a].property({"name"}) != layer.features[*b].property({property});
            }
        }
        return any ? double(differ) / double(any) : 1.0;
    };
    Misfit found{Misfit::Whose::Layer, layer.crs, 0, disagreement(reference.crs, layer.crs), 1};
    if (found.now < 0.01)
        return std::nullopt;
    found.then = found.now;
    const auto consider = [&found](Misfit::Whose whose, geo::Crs crs, double share) {
        if (share < found.then) {
            found.whose = whose;
            found.better = crs;
            found.then = share;
        }
    };
    for (const geo::Crs crs : {geo::Crs::Wgs84, geo::Crs::Gcj02, geo::Crs::Bd09}) {
        if (crs != layer.crs)
            consider(Misfit::Whose::Layer, crs, disagreement(reference.crs, crs));
        if (crs != reference.crs)
            consider(Misfit::Whose::Reference, crs, disagreement(crs, layer.crs));
    }
    // A layer that is merely drawn more coarsely fits no system well; one in the wrong system fits another
    // much better.
    if (found.then > 0.6 * found.now)
        return std::nullopt;
    const geo::Crs said = found.whose == Misfit::Whose::Layer ? layer.crs : reference.crs;
    const GeoPoint middle = box.centre();
    found.shiftMetres = geo::distanceMetres(geo::toWgs84(middle, said), geo::toWgs84(middle, found.better));
    return found;
}

std::string sentenceOf(const Misfit& misfit, const GeoLayer& reference, const GeoLayer& layer,
                       const char* flag, const char* referenceFlag) {
    char figures[96];
    std::snprintf(figures, sizeof figures, "%.1f %% of the ground disagrees, %.1f %% would", misfit.now * 100,
                  misfit.then * 100);
    const bool own = misfit.whose == Misfit::Whose::Layer;
    const GeoLayer& wrong = own ? layer : reference;
    return layer.file + " and " + reference.file + " lie about " +
           std::to_string(std::lround(misfit.shiftMetres / 10) * 10) + " m apart (" + figures +
           "): " + wrong.file + " looks like " + std::string(geo::crsName(misfit.better)) + ", not " +
           std::string(geo::crsName(wrong.crs)) + ". Say " + (own ? flag : referenceFlag) + ' ' +
           std::string(geo::crsName(misfit.better)) + '.';
}

} // namespace zs::sim
