#include "domain/cases/Case.h"
#include "protocol/Binary.h"
#include "tests/fuzz/Seeds.h"

#include <cstdlib>

using namespace zs;
using namespace zs::protocol;

std::vector<std::string> fuzzSeeds()
{
    domain::Case c;
    c.id = CaseId(412);
    c.version = 7;
    c.title = "噪声纠纷";
    c.assisting = {AgencyId(2), AgencyId(3)};
    std::string bytes;
    BinaryWriter(bytes).value(c);
    return {bytes};
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    domain::Case c;
    BinaryReader reader(std::string_view(reinterpret_cast<const char*>(data), size));
    reader.value(c);
    if (reader.ok() && (c.title.size() > 4 * 80 || c.assisting.size() > 8))
        std::abort();
    return 0;
}
