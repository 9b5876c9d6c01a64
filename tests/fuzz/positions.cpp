#include "protocol/PositionFrame.h"
#include "tests/fuzz/Seeds.h"

#include <cstdlib>

using namespace zs;
using namespace zs::protocol;

std::vector<std::string> fuzzSeeds()
{
    PositionFrame frame{fromUnixMillis(1'800'000'000'000), {}};
    std::vector<std::string> seeds{encodePositions(frame)};
    for (std::uint32_t i = 1; i <= 20; ++i)
        frame.positions.push_back(Position::at(PersonId(i), {113.5 + i * 0.01, 22.9}));
    seeds.push_back(encodePositions(frame));
    return seeds;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const auto frame = decodePositions(bytes);
    if (frame && encodePositions(*frame) != bytes)
        std::abort(); // what is accepted must be exactly what would be sent
    return 0;
}
