// A routing catalogue from an editor or another city: read, judged, written, read again.
#include "domain/catalogue/Diff.h"
#include "domain/catalogue/Validate.h"
#include "protocol/vocab/Catalogue.h"
#include "tests/fuzz/Seeds.h"

#include <cstdlib>

using namespace zs;

std::vector<std::string> fuzzSeeds()
{
    return {R"({"format":"zhongshu-routing-catalogue","version":"1","name":{"zh":"目录","en":"C"},
"departments":[{"code":"fire","name":{"zh":"消防","en":"Fire"},"short_name":{"zh":"消防","en":"Fire"}}],
"matters":[{"code":"fire-001","list":"grid","department":"fire","kind":"hazard","name":{"zh":"火情","en":"Fire"},"priority":"urgent","keywords":["着火"]}],
"rules":[{"matter":"fire-001","area":"","level":"any","lead":"fire","assisting":["police"],"priority":"urgent","limits":{"report":{"amount":1,"unit":"natural_days"}}},
{"matter":"fire-001","area":"441900001","level":"town","lead":"fire","assisting":[],"priority":"high","limits":{}}]})"};
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto read = protocol::readCatalogue({reinterpret_cast<const char*>(data), size});
    if (!read)
        return 0;
    (void)domain::faultsOf(**read);
    const std::string written = protocol::writeCatalogue(**read);
    const auto again = protocol::readCatalogue(written);
    if (!again || protocol::writeCatalogue(**again) != written)
        std::abort(); // what is accepted must survive being written
    (void)domain::diff(**read, **again, domain::Names(**read));
    return 0;
}
