// A routing model as it lies on disk: read, asked, written again.
#include "suggest/ModelFile.h"
#include "tests/fuzz/Seeds.h"

#include <cstdlib>

using namespace zs;
using namespace zs::suggest;

std::vector<std::string> fuzzSeeds()
{
    std::vector<Example> examples;
    for (int i = 0; i < 60; ++i)
        examples.push_back({{i % 3 == 0 ? "rat" : "", i % 2 == 0 ? "鼠患" : "积水", "", {"town"}}, i % 2 == 0 ? "health" : "urban", fromUnixMillis(i * 1000LL)});
    const auto trained = train(std::move(examples), {});
    return {trained ? modelBytes(trained->model) : std::string()};
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const auto model = readModel(bytes);
    if (!model)
        return 0;
    (void)(*model)->suggest({"rat", "鼠患", "积水", {"town"}});
    if (const auto again = readModel(modelBytes(**model)); !again || modelBytes(**again) != modelBytes(**model))
        std::abort();
    return 0;
}
