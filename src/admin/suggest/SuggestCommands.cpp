#include "admin/suggest/SuggestCommands.h"

#include "admin/suggest/Examples.h"
#include "protocol/citypack/CityPack.h"
#include "suggest/ModelFile.h"

#include <charconv>
#include <cstdio>
#include <ostream>

namespace zs::admin {

namespace {

constexpr int kMostDays = 20 * 365;

Result<std::vector<suggest::Example>> examplesFrom(const Options& options, Categories categories)
{
    const auto city = protocol::readCityPack(options.value("--city"));
    if (!city)
        return Unexpected(city.error());
    return examplesOf(options.value("--data"), **city, categories);
}

std::string percent(double share)
{
    char text[16];
    std::snprintf(text, sizeof text, "%.1f %%", 100 * share);
    return text;
}

Result<int> train(const Options& options, const Surroundings& around)
{
    const std::string days = options.value("--window", "730");
    int window = 0;
    const auto [end, problem] = std::from_chars(days.data(), days.data() + days.size(), window);
    if (problem != std::errc() || end != days.data() + days.size() || window < 1 || window > kMostDays)
        return fail("usage", "--window must be a number of days, 1 to " + std::to_string(kMostDays) + ".");
    auto examples = examplesFrom(options, Categories::Both);
    if (!examples)
        return Unexpected(examples.error());
    suggest::TrainOptions how;
    how.window = std::chrono::days(window);
    const auto trained = suggest::train(*std::move(examples), how);
    if (!trained)
        return Unexpected(trained.error());
    if (auto written = suggest::writeModel(options.value("--out"), *trained); !written)
        return Unexpected(written.error());
    const suggest::Manifest& m = trained->manifest;
    around.out << "examples=" << m.examples << " left_out=" << m.leftOut << " agencies=" << m.perLabel.size() << " input=" << m.inputHash << '\n'
               << "held out: " << m.heldOut.cases() << " newest, first suggestion right " << percent(m.heldOut.accuracy()) << ", among three "
               << percent(m.topThree) << ", calibration error " << percent(m.heldOut.error()) << '\n'
               << m.heldOut.text();
    return 0;
}

Result<int> evaluate(const Options& options, const Surroundings& around)
{
    const auto model = suggest::readModelFile(options.value("--model"));
    if (!model)
        return Unexpected(model.error());
    const auto examples = examplesFrom(options, Categories::Known);
    if (!examples)
        return Unexpected(examples.error());
    if (examples->empty())
        return fail("suggest.few", "The journal holds no case that an agency has taken.");
    const suggest::Scores scores = suggest::evaluate(**model, *examples);
    around.out << "cases=" << scores.cases << " first=" << percent(scores.top1) << " among_three=" << percent(scores.top3)
               << " calibration_error=" << percent(scores.reliability.error()) << '\n'
               << scores.reliability.text();
    return 0;
}

const std::vector<Flag> source{{"--data", Takes::Value, Need::Required, "DIR", "the data folder of a gateway, which may be running"},
                               {"--city", Takes::Value, Need::Required, "DIR", "the city pack that it runs with"}};

std::vector<Flag> with(std::vector<Flag> more)
{
    std::vector<Flag> all = source;
    all.insert(all.end(), more.begin(), more.end());
    return all;
}

} // namespace

std::vector<Command> suggestCommands()
{
    return {
        {"suggest train",
         "Makes a routing model and its manifest from the cases that agencies took; the same journal gives the same bytes.",
         with({{"--out", Takes::Value, Need::Required, "FILE", "the model; FILE.json is its manifest"},
               {"--window", Takes::Value, Need::Optional, "DAYS", "how far back from the newest case (730)"}}),
         train},
        {"suggest evaluate",
         "Says how often a model is right on the cases of a journal, and whether its confidence can be believed.",
         with({{"--model", Takes::Value, Need::Required, "FILE", "made by suggest train"}}), evaluate},
    };
}

} // namespace zs::admin
