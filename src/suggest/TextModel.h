// A linear model over terms: tf·idf per field, every field of length one, one weight per term and label, softmax. Weights are
// eight bits with a scale per term. Immutable, so any thread may use it.
#pragma once

#include "suggest/Terms.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace zs::suggest {

struct TextWeights {
    std::size_t labels = 0;
    std::vector<std::uint32_t> hashes; ///< of the terms, ascending
    std::vector<float> idf;            ///< one a term
    std::vector<float> scale;          ///< one a term
    std::vector<std::int8_t> weights;  ///< terms × labels
};

/// One term of a message as a row of the model.
struct Hit {
    std::uint32_t row = 0;
    float value = 0; ///< of the message's unit vector
    Term term;
};

/// Finds the terms of a message in a sorted list of hashes and makes a vector of length one of them.
class Vectoriser {
public:
    Vectoriser() = default;
    Vectoriser(std::span<const std::uint32_t> hashes, std::span<const float> idf);
    /// `hits` has one entry an occurrence, so that each can be pointed at; entries of a row add up.
    void hits(const std::vector<Term>& terms, std::vector<Hit>& out) const;

private:
    std::int32_t rowOf(std::uint32_t hash) const;
    std::vector<std::uint32_t> m_keys; ///< open addressing
    std::vector<std::int32_t> m_rows;
    std::vector<float> m_idf;
    std::uint32_t m_mask = 0;
};

class TextModel {
public:
    TextModel() = default;
    explicit TextModel(TextWeights weights);

    std::size_t labels() const { return m_w.labels; }
    const TextWeights& weights() const { return m_w; }
    void hits(const std::vector<Term>& terms, std::vector<Hit>& out) const { m_vectoriser.hits(terms, out); }
    /// Softmax over the labels; uniform if no term is known.
    std::vector<double> probabilities(std::span<const Hit> hits) const;
    /// What the occurrence adds to the label's score beyond what it adds to the others on average.
    float contribution(const Hit& hit, std::size_t label) const;

private:
    TextWeights m_w;
    Vectoriser m_vectoriser;
    std::vector<std::int32_t> m_sums; ///< of each term's weights
};

} // namespace zs::suggest
