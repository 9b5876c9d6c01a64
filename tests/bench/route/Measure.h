// Training and asking, the same way for every set of the benchmark.
#pragma once

#include "suggest/Train.h"
#include "tests/bench/route/Peers.h"

#include <vector>

namespace zs::bench {

/// Ends the program with the sentence: without data or a model there is nothing to measure.
[[noreturn]] void giveUp(const Error& error);

/// On all of the examples: the bars speak of the whole of the first 70 %.
suggest::Trained trainOn(const std::vector<suggest::Example>& examples, std::vector<suggest::Message> background = {});

/// Microseconds of processor time a suggestion, reasons and all: the median of the rounds.
double microseconds(const suggest::Model& model, const std::vector<suggest::Example>& examples, int rounds);

inline Shares percent(const suggest::Scores& s) { return {100 * s.top1, 100 * s.top3}; }
void show(const char* name, const Shares& s);

} // namespace zs::bench
