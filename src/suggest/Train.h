// Re-training on a sliding window of routings that people made or corrected. Offline, one thread, no chance: the same examples
// give the same bytes, in whatever order they come.
#pragma once

#include "base/Result.h"
#include "suggest/Model.h"
#include "suggest/Reliability.h"

#include <chrono>
#include <string>
#include <vector>

namespace zs::suggest {

struct TrainOptions {
    std::chrono::days window{730};    ///< back from the last example; older ones are left out
    double heldOut = 0.15;            ///< the newest share of the window, on which trust and confidence are measured
    std::vector<Message> background;  ///< messages without a known answer: only how often words are used is taken from them
};

/// What stands beside a model, so that anyone can see and repeat how it was made.
struct Manifest {
    TimePoint from{}, to{};       ///< of the examples that were used
    std::size_t examples = 0, leftOut = 0;
    std::vector<std::pair<std::string, std::size_t>> perLabel;
    std::string inputHash;        ///< SHA-256 of the examples, hex
    double penalty = 0;
    Tuning tuning;
    double topThree = 0;          ///< on the held-out share
    Reliability heldOut;          ///< accuracy() is top-1
};

struct Trained {
    Model model;
    Manifest manifest;
};

/// Errors: "suggest.few" with fewer than 50 examples in the window or fewer than two labels.
Result<Trained> train(std::vector<Example> examples, const TrainOptions& options);

struct Scores {
    std::size_t cases = 0;
    double top1 = 0, top3 = 0; ///< shares
    Reliability reliability;
};
/// Labels that the model doesn't know count as wrong.
Scores evaluate(const Model& model, const std::vector<Example>& examples);

} // namespace zs::suggest
