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
    const std::string what = options.value("--learn", "agency");
    if (what != "agency" && what != "matter")
        return fail("usage", "--learn must be agency or matter.");
    const Learn learn = what == "matter" ? Learn::Matter : Learn::Agency;
    if (options.has("--history") == options.has("--data"))
        return fail("usage", "Give --data with --city, or --history.");
    if (options.has("--history"))
        return examplesOfHistory(options.value("--history"), learn, categories);
    if (!options.has("--city"))
        return fail("usage", "--data needs --city: the city pack says what the codes are.");
    const auto city = protocol::readCityPack(options.value("--city"));
    if (!city)
        return Unexpected(city.error());
    return examplesOf(options.value("--data"), **city, learn, categories);
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
    if (options.has("--if-missing") && suggest::readModelFile(options.value("--out"))) {
        around.out << "there already\n";
        return 0;
    }
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
    around.out << "examples=" << m.examples << " left_out=" << m.leftOut << " labels=" << m.perLabel.size() << " input=" << m.inputHash << '\n'
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

const std::vector<Flag> source{{"--data", Takes::Value, Need::Optional, "DIR", "the data folder of a gateway, which may be running"},
                               {"--city", Takes::Value, Need::Optional, "DIR", "the city pack that it runs with"},
                               {"--history", Takes::Value, Need::Optional, "FILE", "instead of a journal: a line of JSON a routed case (zhongshu-sim history writes one)"},
                               {"--learn", Takes::Value, Need::Optional, "WHAT", "agency (default): who leads; matter: what it is classified as"}};

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
         "Makes a model and its manifest from the cases that agencies took, corrections included; the same cases give the same bytes.",
         with({{"--out", Takes::Value, Need::Required, "FILE", "the model; FILE.json is its manifest"},
               {"--window", Takes::Value, Need::Optional, "DAYS", "how far back from the newest case (730)"},
               {"--if-missing", Takes::Nothing, Need::Optional, "", "leaves a model that is there and can be read as it is"}}),
         train},
        {"suggest evaluate",
         "Says how often a model is right on the cases of a journal, and whether its confidence can be believed.",
         with({{"--model", Takes::Value, Need::Required, "FILE", "made by suggest train"}}), evaluate},
    };
}

} // namespace zs::admin
