#include "base/storage/Compress.h"
#include "tests/fuzz/Seeds.h"

#include <cstdlib>

using namespace zs::storage;

std::vector<std::string> fuzzSeeds()
{
    const std::string text(3000, 'a');
    return {*zstdCompress(text, 1), *gzip(text), *zstdCompress("中枢", 1), *gzip("中枢")};
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    constexpr std::size_t limit = 64 * 1024;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const auto a = zstdDecompress(bytes, limit);
    const auto b = gunzip(bytes, limit);
    if ((a && a->size() > limit) || (b && b->size() > limit))
        std::abort();
    return 0;
}
