// Runs a fuzz target without libFuzzer: its seeds, then mutations of them, the same in every run.
#include "tests/fuzz/Seeds.h"

#include <cstdio>
#include <cstdlib>
#include <random>

namespace {

void mutate(std::string& input, std::mt19937_64& random)
{
    static constexpr unsigned char interesting[] = {0, 1, 0x7f, 0x80, 0xff, '"', '{', '}', '[', ',', '\\', '-', '.', '9'};
    const auto at = [&] { return input.empty() ? 0 : random() % input.size(); };
    switch (random() % 7) {
    case 0: if (!input.empty()) input[at()] = static_cast<char>(random()); break;
    case 1: if (!input.empty()) input[at()] = static_cast<char>(interesting[random() % sizeof interesting]); break;
    case 2: input.insert(at(), 1 + random() % 8, static_cast<char>(random())); break;
    case 3: if (!input.empty()) input.erase(at(), 1 + random() % 8); break;
    case 4: if (!input.empty()) input.resize(at()); break;
    case 5: if (!input.empty()) { const auto from = at(); input.insert(at(), input.substr(from, 1 + random() % 32)); } break;
    case 6: if (!input.empty()) input[at()] ^= static_cast<char>(1u << (random() % 8)); break;
    }
}

} // namespace

int main(int argc, char** argv)
{
    const long rounds = argc > 1 ? std::strtol(argv[1], nullptr, 10) : 50'000;
    const std::vector<std::string> seeds = fuzzSeeds();
    const auto run = [](const std::string& s) { LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(s.data()), s.size()); };
    run({});
    for (const std::string& seed : seeds)
        run(seed);
    std::mt19937_64 random(20260302);
    for (long i = 0; i < rounds; ++i) {
        std::string input = seeds[random() % seeds.size()];
        for (std::uint64_t n = 1 + random() % 6; n > 0; --n)
            mutate(input, random);
        run(input);
    }
    std::printf("%ld inputs from %zu seeds\n", rounds, seeds.size());
}
