// The target of a request: which endpoint, and what is asked of it.
#include "gateway/auth/Access.h"
#include "gateway/http/Target.h"
#include "tests/fuzz/Seeds.h"

#include <cstdlib>

using namespace zs::gateway;

std::vector<std::string> fuzzSeeds()
{
    return {"/healthz",      "/v1/cases/412?after=500&limit=500", "/v1/cases/9223372036854775807", "/v1/stream?since=9",
            "/v1/snapshot?", "/v1/reference/calendar/3",          "/v1/reference//",               "?&=&&after==1"};
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view target(reinterpret_cast<const char*>(data), size);
    const auto inside = [&](std::string_view part) {
        return part.empty() || (part.data() >= target.data() && part.data() + part.size() <= target.data() + target.size());
    };
    for (const auto method : {boost::beast::http::verb::get, boost::beast::http::verb::post}) {
        const Found found = findEndpoint(method, target);
        if (!inside(found.argument) || !inside(found.query) || (found.access && !target.starts_with(found.access->path)))
            std::abort();
        (void)publicationOf(found.argument);
        if (const auto id = caseNumberOf(found.argument); id && !*id)
            std::abort();
        if (const auto page = pageOf(found.query); page && (page->limit < 1 || page->limit > 500))
            std::abort();
        if (const auto since = sinceOf(found.query); since && *since < 0)
            std::abort();
    }
    return 0;
}
