// What the columns of a foreign table mean, and a table read by it.
#include "sim/replay/Mapping.h"
#include "sim/replay/Table.h"
#include "tests/fuzz/MemoryFile.h"
#include "tests/fuzz/Seeds.h"
#include "tests/gateway/kit/TinyCity.h"

#include <cstdlib>

using namespace zs;

std::vector<std::string> fuzzSeeds()
{
    const std::string code = gateway::test::tinyCity(3)->matters.front().code;
    return {R"({"about":"x","columns":{"time":"opened","category":"category","detail":"detail","lat":"lat","lon":"lon","agency":"agency","status":"status","channel":"channel","id":"id","region":"src"},
"regions":{"boston":[-71.19,42.23,-70.99,42.4]},"categories":[["rats",")" + code + R"("],["murder",""]],"other_matter":")" + code + R"(","agencies":{},"channels":{},"closed":["Closed"],"left_out":["Duplicate"],"separator":","})"};
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static MemoryFile file;
    static const auto city = gateway::test::tinyCity(3);
    file.hold(data, size);
    const auto mapping = sim::readMapping(file.path());
    if (!mapping)
        return 0;
    const auto table = sim::readTable("opened,category,detail,lat,lon,agency,status,channel,id,src\n"
                                      "2018-04-12T11:11:26,Rats,\"two, at night\",42.3,-71.1,ISD,Closed,App,7,boston\n"
                                      "yesterday,,,,,,,,,\n",
                                      *mapping, *city);
    if (table && table->cases.size() + table->bad.size() != table->rows)
        std::abort();
    return 0;
}
