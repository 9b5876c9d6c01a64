#include "tests/fuzz/Seeds.h"
#include "ui/map/painter/MvtDecoder.h"

#include <cstdlib>
#include <protozero/pbf_writer.hpp>

using namespace zs::map;

std::vector<std::string> fuzzSeeds()
{
    std::vector<std::string> seeds{{}};
    for (const int type : {1, 2, 3}) {
        std::string bytes;
        {
            protozero::pbf_writer tile(bytes);
            protozero::pbf_writer layer(tile, 3);
            layer.add_uint32(15, 2);
            layer.add_string(1, "water");
            for (int i = 0; i < 3; ++i) {
                protozero::pbf_writer feature(layer, 2);
                const std::vector<std::uint32_t> tags{0, 0, 1, 1}, geometry{9, 20, 20, 26, 200, 0, 0, 200, 199, 0, 15, 9, 4, 4, 18, 9, 0, 0, 9, 15};
                feature.add_packed_uint32(2, tags.begin(), tags.end());
                feature.add_enum(3, type);
                feature.add_packed_uint32(4, geometry.begin(), geometry.end());
            }
            layer.add_string(3, "kind");
            layer.add_string(3, "rank");
            {
                protozero::pbf_writer value(layer, 4);
                value.add_string(1, "lake");
            }
            {
                protozero::pbf_writer value(layer, 4);
                value.add_double(3, 4.5);
            }
            layer.add_uint32(5, 4096);
        }
        seeds.push_back(bytes);
    }
    return seeds;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto tile = decodeMvt({reinterpret_cast<const char*>(data), size}, {});
    if (!tile)
        return 0;
    for (const MvtLayer& layer : tile->layers) {
        for (const MvtFeature& feature : layer.features) {
            (void)layer.value(feature, "kind"); // indexes that are in range by now
            std::uint32_t next = 0;
            for (const MvtPart& part : feature.parts) {
                if (part.first != next || part.count == 0)
                    std::abort(); // parts cover the points without gap
                next += part.count;
            }
            if (next != feature.points.size())
                std::abort();
        }
    }
    return 0;
}
