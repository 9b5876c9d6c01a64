#include "suggest/Model.h"

#include "suggest/Reasons.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace zs::suggest {

void temper(std::vector<double>& p, double temperature)
{
    if (temperature == 1)
        return;
    double sum = 0;
    for (double& v : p)
        sum += v = std::pow(v, 1 / temperature);
    for (double& v : p)
        v /= sum;
}

Model::Model(std::vector<std::string> labels, TextModel text, Precedents precedents, Tuning tuning)
    : m_labels(std::move(labels)), m_text(std::move(text)), m_precedents(std::move(precedents)), m_tuning(tuning)
{
}

std::vector<double> Model::probabilities(const Message& message, const Fields& fields, std::vector<Hit>& hits,
                                         std::vector<Precedents::Level>& levels) const
{
    thread_local std::vector<Term> terms;
    termsOf(fields, terms);
    m_text.hits(terms, hits);
    std::vector<double> p = m_text.probabilities(hits);
    levels = m_precedents.levelsOf(precedentKey(message), message.areas);
    if (!levels.empty()) {
        if (const double share = m_tuning.linearShare; share < 1) {
            std::vector<double> mixed = p;
            mix(levels, m_tuning.trust, mixed);
            for (std::size_t i = 0; i < p.size(); ++i)
                p[i] = share * p[i] + (1 - share) * mixed[i];
        }
        temper(p, m_tuning.temperature);
    } else if (!hits.empty()) {
        temper(p, m_tuning.textTemperature);
    } else if (const std::vector<LabelCount>* all = m_precedents.all()) { // not a word that it knows: what is common
        const Precedents::Level everything{Precedents::Of::All, all};
        mix({&everything, 1}, 1, p);
    }
    return p;
}

std::vector<double> Model::probabilities(const Message& message) const
{
    std::vector<Hit> hits;
    std::vector<Precedents::Level> levels;
    return probabilities(message, fieldsOf(message), hits, levels);
}

std::vector<Suggestion> Model::suggest(const Message& message, std::size_t top) const
{
    const Fields fields = fieldsOf(message);
    std::vector<Hit> hits;
    std::vector<Precedents::Level> levels;
    const std::vector<double> p = probabilities(message, fields, hits, levels);
    std::vector<std::size_t> order(p.size());
    std::iota(order.begin(), order.end(), 0);
    top = std::min(top, order.size());
    std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(top), order.end(),
                      [&](std::size_t a, std::size_t b) { return p[a] != p[b] ? p[a] > p[b] : a < b; });
    std::vector<Suggestion> out;
    for (std::size_t i = 0; i < top; ++i)
        out.push_back({m_labels[order[i]], p[order[i]], tellingWords(m_text, fields, hits, order[i]),
                       precedentWords(levels, order[i]), groundsOf(m_text, hits, order[i])});
    return out;
}

} // namespace zs::suggest
