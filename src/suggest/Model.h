// What offers agencies where the catalogue's rules are silent: a text model, precedents, and a confidence that was measured on
// cases the training had not seen. Immutable; any thread may use it. 10 to 50 µs a suggestion.
#pragma once

#include "domain/LocalText.h"
#include "suggest/Precedents.h"
#include "suggest/Reasons.h"
#include "suggest/TextModel.h"

#include <memory>
#include <string>
#include <vector>

namespace zs::suggest {

struct Suggestion {
    std::string label;
    double confidence = 0;          ///< 0…1: of a hundred suggestions at 0.8 some eighty are right
    std::vector<std::string> words; ///< of the message, as written there after normalisation; most telling first, at most three
    domain::LocalText precedents;   ///< "同类事件 123 件中 120 件转到这里。"; empty without any
    std::vector<Ground> grounds;    ///< besides words, what spoke for it
};

/// What is learned besides the two parts.
struct Tuning {
    double linearShare = 0;       ///< 0…1: of the linear model in the answer where the category has precedents
    double trust = 2;             ///< see mix()
    double halfLife = 0;          ///< days after which a routing counts half; 0: all count alike
    double textTemperature = 1;   ///< > 1: the linear model is too sure of a category that it never saw, or without one
    double temperature = 1;       ///< the same where the category has precedents, of both mixed
};

class Model {
public:
    Model(std::vector<std::string> labels, TextModel text, Precedents precedents, Tuning tuning);

    /// The `top` most likely labels, most likely first; fewer if the model knows fewer.
    std::vector<Suggestion> suggest(const Message& message, std::size_t top = 3) const;
    /// One probability a label, in the order of labels().
    std::vector<double> probabilities(const Message& message) const;

    const std::vector<std::string>& labels() const { return m_labels; }
    const TextModel& text() const { return m_text; }
    const Precedents& precedents() const { return m_precedents; }
    const Tuning& tuning() const { return m_tuning; }

private:
    std::vector<double> probabilities(const Message& message, const Fields& fields, std::vector<Hit>& hits,
                                      std::vector<Precedents::Level>& levels) const;

    std::vector<std::string> m_labels;
    TextModel m_text;
    Precedents m_precedents;
    Tuning m_tuning;
};

/// p^(1/temperature), summing to one.
void temper(std::vector<double>& p, double temperature);

} // namespace zs::suggest
