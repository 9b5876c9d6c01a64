#include "tests/bench/route/Measure.h"

#include "tests/bench/kit/Report.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>

namespace zs::bench {

namespace {
constexpr std::chrono::days kWholeWindow{20 * 365};
}

void giveUp(const Error& error)
{
    std::fprintf(stderr, "bench_route: %s\nIt needs the recorded cases of ../shared/data (or --data DIR), which are no part of the product.\n", error.sentence.c_str());
    std::exit(1);
}

suggest::Trained trainOn(const std::vector<suggest::Example>& examples, std::vector<suggest::Message> background)
{
    suggest::TrainOptions options;
    options.window = kWholeWindow;
    options.background = std::move(background);
    auto trained = suggest::train(examples, options);
    if (!trained)
        giveUp(trained.error());
    return *std::move(trained);
}

double microseconds(const suggest::Model& model, const std::vector<suggest::Example>& examples, int rounds)
{
    std::vector<double> times;
    for (int r = 0; r < rounds; ++r) {
        std::size_t offered = 0;
        const std::clock_t begin = std::clock();
        for (const suggest::Example& e : examples)
            offered += model.suggest(e.message).size();
        const double took = 1e6 * static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
        if (offered > 0)
            times.push_back(took / static_cast<double>(examples.size()));
    }
    return median(times);
}

void show(const char* name, const Shares& s)
{
    std::printf("  %-44s top-1 %6.2f %%   top-3 %6.2f %%\n", name, s.top1, s.top3);
}

} // namespace zs::bench
