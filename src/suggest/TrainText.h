// Fits a TextModel: penalised maximum likelihood by L-BFGS over all documents at once. One thread, no chance in it: the same
// documents in the same order give the same weights.
#pragma once

#include "suggest/TextModel.h"

#include <cstdint>
#include <vector>

namespace zs::suggest {

/// Documents that say the same are one, with a weight for each label.
struct Document {
    std::vector<Term> terms;
    std::uint64_t place = 0; ///< where it was said: the finest area; 0: not known
    std::size_t cases = 1;   ///< behind it; where the place isn't known, each counts as one
    std::vector<std::pair<std::uint32_t, double>> labels; ///< label, weight
};

/// Of title and text nothing counts that doesn't stand in cases of so many places: what one person writes again and again,
/// his name first of all, is no term. Background documents are a place each.
inline constexpr std::size_t kFewestPlaces = 5;

struct TextOptions {
    double penalty = 0.1;            ///< of the squared weights, per document
    std::size_t maxTerms = 120'000;  ///< the most frequent stay
    std::size_t maxBytes = 2'500'000; ///< of the model; decides as well how many terms stay
    int iterations = 60;
};

/// `background`: terms of messages without a label, for the frequency of terms only.
TextModel trainText(const std::vector<Document>& documents, std::size_t labels, const TextOptions& options,
                    const std::vector<std::vector<Term>>& background = {});

} // namespace zs::suggest
