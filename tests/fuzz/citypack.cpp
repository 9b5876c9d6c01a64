// A city pack from elsewhere, one of its files damaged: the first byte says which.
#include "protocol/citypack/CityPack.h"
#include "tests/fuzz/Seeds.h"
#include "tests/gateway/kit/TinyCity.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <unistd.h>

using namespace zs;

namespace {

/// A whole pack in a folder of its own, gone at the end.
struct Pack {
    Pack()
    {
        std::string name = (std::filesystem::temp_directory_path() / "zhongshu-fuzz.XXXXXX").string();
        if (!::mkdtemp(name.data()) || !protocol::writeCityPack(name, *gateway::test::tinyCity(3)))
            std::abort();
        folder = name;
        for (const auto& entry : std::filesystem::directory_iterator(folder)) {
            std::ostringstream text;
            text << std::ifstream(entry.path(), std::ios::binary).rdbuf();
            files.emplace_back(entry.path(), text.str());
        }
        std::ranges::sort(files);
    }
    ~Pack()
    {
        std::error_code ignored;
        std::filesystem::remove_all(folder, ignored);
    }
    std::filesystem::path folder;
    std::vector<std::pair<std::filesystem::path, std::string>> files;
};

const Pack& pack()
{
    static const Pack made;
    return made;
}

void put(const std::filesystem::path& file, std::string_view content)
{
    std::ofstream(file, std::ios::binary | std::ios::trunc).write(content.data(), static_cast<std::streamsize>(content.size()));
}

} // namespace

std::vector<std::string> fuzzSeeds()
{
    std::vector<std::string> seeds;
    for (std::size_t i = 0; i < pack().files.size(); ++i)
        seeds.push_back(std::string(1, static_cast<char>(i)) + pack().files[i].second);
    return seeds;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size == 0)
        return 0;
    const auto& [file, whole] = pack().files[data[0] % pack().files.size()];
    put(file, {reinterpret_cast<const char*>(data) + 1, size - 1});
    const auto city = protocol::readCityPack(pack().folder);
    put(file, whole);
    // What is accepted holds together: others index with these numbers.
    if (city)
        for (std::size_t i = 0; i < (*city)->people.size(); ++i)
            if ((*city)->people[i].id.value != i + 1)
                std::abort();
    return 0;
}
