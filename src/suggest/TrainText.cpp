#include "suggest/TrainText.h"

#include "suggest/Lbfgs.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_map>

namespace zs::suggest {

namespace {

bool isText(Field field) { return field == Field::Title || field == Field::Any; }

struct Frequency {
    double documents = 0; ///< with it
    double background = 0;
    Field field = Field::Any;
    std::array<std::uint64_t, kFewestPlaces> places{}; ///< the first different ones
    std::size_t placeCount = 0;
    std::size_t unplaced = 0; ///< cases whose place isn't known

    void seenIn(const Document& d)
    {
        const auto end = places.begin() + static_cast<std::ptrdiff_t>(placeCount);
        if (d.place == 0)
            unplaced += d.cases;
        else if (placeCount < places.size() && std::find(places.begin(), end, d.place) == end)
            places[placeCount++] = d.place;
    }
    /// A term seen once tells nothing, but for a category's words, which count from the first.
    bool counts() const
    {
        if (isText(field))
            return (documents >= 2 || unplaced >= kFewestPlaces) && static_cast<double>(placeCount + unplaced) + background >= static_cast<double>(kFewestPlaces);
        return documents >= 2 || field == Field::Category;
    }
};

struct Dictionary {
    std::vector<std::uint32_t> hashes;
    std::vector<float> idf;
};

std::vector<Term> uniqueTerms(std::vector<Term> terms)
{
    std::ranges::sort(terms, {}, &Term::hash);
    terms.erase(std::unique(terms.begin(), terms.end(), [](const Term& a, const Term& b) { return a.hash == b.hash; }), terms.end());
    return terms;
}

double weightOf(const Document& document)
{
    double sum = 0;
    for (const auto& [label, weight] : document.labels)
        sum += weight;
    return sum;
}

Dictionary dictionaryOf(const std::vector<Document>& documents, std::size_t maxTerms, const std::vector<std::vector<Term>>& background)
{
    std::unordered_map<std::uint32_t, Frequency> found;
    for (const Document& d : documents) {
        for (const Term& t : uniqueTerms(d.terms)) {
            Frequency& f = found[t.hash];
            f.documents += 1;
            f.field = t.field;
            f.seenIn(d);
        }
    }
    double all = static_cast<double>(documents.size());
    for (const std::vector<Term>& terms : background) {
        all += 1;
        for (const Term& t : uniqueTerms(terms)) {
            if (const auto it = found.find(t.hash); it != found.end())
                it->second.background += 1;
        }
    }
    std::vector<std::pair<std::uint32_t, Frequency>> kept;
    for (const auto& entry : found) {
        if (entry.second.counts())
            kept.push_back(entry);
    }
    const auto byUse = [](const auto& a, const auto& b) {
        return a.second.documents != b.second.documents ? a.second.documents > b.second.documents : a.first < b.first;
    };
    if (kept.size() > maxTerms) {
        std::ranges::nth_element(kept, kept.begin() + static_cast<std::ptrdiff_t>(maxTerms), byUse);
        kept.resize(maxTerms);
    }
    std::ranges::sort(kept, {}, [](const auto& entry) { return entry.first; });
    Dictionary out;
    for (const auto& [hash, f] : kept) {
        const double documentsWith = f.documents + f.background;
        out.hashes.push_back(hash);
        // In free text what stands everywhere says little; a category is short and every word of it counts, as does a channel.
        out.idf.push_back(isText(f.field) ? static_cast<float>(std::log((1 + all) / (1 + documentsWith)) + 1) : 1.0f);
    }
    return out;
}

/// The documents as sparse rows, side by side in memory.
struct Matrix {
    std::vector<std::size_t> begin{0};
    std::vector<std::uint32_t> column;
    std::vector<float> value;

    void add(const std::vector<Hit>& hits)
    {
        std::vector<std::pair<std::uint32_t, float>> row;
        for (const Hit& hit : hits)
            row.emplace_back(hit.row, hit.value);
        std::ranges::sort(row, {}, [](const auto& entry) { return entry.first; });
        for (std::size_t i = 0; i < row.size();) {
            float sum = 0;
            const std::uint32_t c = row[i].first;
            for (; i < row.size() && row[i].first == c; ++i)
                sum += row[i].second;
            column.push_back(c);
            value.push_back(sum);
        }
        begin.push_back(column.size());
    }
};

/// Negative log likelihood with its penalty, and the gradient.
double loss(const Matrix& x, const std::vector<Document>& documents, std::size_t labels, double penalty, const std::vector<double>& w,
            std::vector<double>& gradient)
{
    double out = 0;
    for (std::size_t i = 0; i < w.size(); ++i) {
        gradient[i] = penalty * w[i];
        out += 0.5 * penalty * w[i] * w[i];
    }
    std::vector<double> p(labels), target(labels);
    for (std::size_t d = 0; d < documents.size(); ++d) {
        std::ranges::fill(p, 0.0);
        for (std::size_t i = x.begin[d]; i < x.begin[d + 1]; ++i) {
            const double* row = &w[x.column[i] * labels];
            for (std::size_t k = 0; k < labels; ++k)
                p[k] += row[k] * static_cast<double>(x.value[i]);
        }
        const double top = *std::ranges::max_element(p);
        double sum = 0;
        for (double& v : p)
            sum += v = std::exp(v - top);
        const double all = weightOf(documents[d]);
        for (double& v : p)
            v /= sum;
        std::ranges::fill(target, 0.0);
        for (const auto& [label, weight] : documents[d].labels) {
            out -= weight * std::log(std::max(p[label], 1e-300));
            target[label] += weight;
        }
        for (std::size_t k = 0; k < labels; ++k)
            p[k] = p[k] * all - target[k];
        for (std::size_t i = x.begin[d]; i < x.begin[d + 1]; ++i) {
            double* row = &gradient[x.column[i] * labels];
            for (std::size_t k = 0; k < labels; ++k)
                row[k] += p[k] * static_cast<double>(x.value[i]);
        }
    }
    return out;
}

TextWeights quantised(Dictionary dictionary, std::size_t labels, const std::vector<double>& w)
{
    TextWeights out;
    out.labels = labels;
    out.hashes = std::move(dictionary.hashes);
    out.idf = std::move(dictionary.idf);
    out.scale.resize(out.hashes.size());
    out.weights.resize(w.size());
    for (std::size_t row = 0; row < out.hashes.size(); ++row) {
        double largest = 0;
        for (std::size_t k = 0; k < labels; ++k)
            largest = std::max(largest, std::abs(w[row * labels + k]));
        const double scale = largest > 0 ? largest / 127 : 1;
        out.scale[row] = static_cast<float>(scale);
        for (std::size_t k = 0; k < labels; ++k)
            out.weights[row * labels + k] = static_cast<std::int8_t>(std::lround(w[row * labels + k] / scale));
    }
    return out;
}

} // namespace

TextModel trainText(const std::vector<Document>& documents, std::size_t labels, const TextOptions& options,
                    const std::vector<std::vector<Term>>& background)
{
    const std::size_t bytesATerm = sizeof(std::uint32_t) + 2 * sizeof(float) + labels;
    Dictionary dictionary = dictionaryOf(documents, std::min(options.maxTerms, options.maxBytes / bytesATerm), background);
    const Vectoriser vectoriser(dictionary.hashes, dictionary.idf);
    Matrix x;
    std::vector<Hit> hits;
    for (const Document& d : documents) {
        vectoriser.hits(d.terms, hits);
        x.add(hits);
    }
    std::vector<double> w(dictionary.hashes.size() * labels, 0.0);
    minimise(w, options.iterations,
             [&](const std::vector<double>& at, std::vector<double>& gradient) { return loss(x, documents, labels, options.penalty, at, gradient); });
    return TextModel(quantised(std::move(dictionary), labels, w));
}

} // namespace zs::suggest
