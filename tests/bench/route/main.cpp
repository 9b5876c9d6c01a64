// bench_route: routing suggestions on recorded routings, beside look-ups, the majority and fastText in the same run; README.md
// says how to read it. Penalty, half-life, trust and temperatures are tuned inside each training part. The shape of the features
// (one and two characters, a title counts three times, 600 characters of text, cells of 1,000 to 40 m, channel and street as
// terms) was chosen with these sets in sight, so a new set may do a little worse.
// Options: --data DIR (default: ../shared/data beside the sources), --rounds N (of the timing),
// --only baltimore|boston|letters.
#include "tests/bench/route/Cities.h"
#include "tests/bench/route/Letters.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string>

using namespace zs::bench;

int main(int argc, char** argv)
{
    std::filesystem::path data = std::filesystem::path(ZS_SOURCE_DIR) / "../shared/data";
    std::string only;
    int rounds = 5;
    for (int i = 1; i + 1 < argc; i += 2) {
        const std::string name = argv[i];
        if (name == "--data")
            data = argv[i + 1];
        else if (name == "--only")
            only = argv[i + 1];
        else if (name == "--rounds")
            rounds = std::max(5, std::atoi(argv[i + 1]));
    }
    std::setvbuf(stdout, nullptr, _IOLBF, 1 << 12);
    Report report("route");
    std::size_t largest = 0;
    for (const std::string set : {"baltimore", "boston", "letters"}) {
        if (only.empty() || only == set)
            largest = std::max(largest, set == "letters" ? measureLetters(data, report, rounds) : measureCity(data, set, report, rounds));
    }
    report.target("model_bytes", static_cast<double>(largest), "<=", 5e6, "bytes");
    report.print(rounds);
}
