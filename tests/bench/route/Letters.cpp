#include "tests/bench/route/Letters.h"

#include "suggest/ModelFile.h"
#include "tests/bench/route/Data.h"
#include "tests/bench/route/Measure.h"

#include <algorithm>
#include <cstdio>
#include <random>

namespace zs::bench {

std::size_t measureLetters(const std::filesystem::path& data, Report& report, int rounds)
{
    std::size_t largest = 0;
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
    return largest;
}

} // namespace zs::bench
