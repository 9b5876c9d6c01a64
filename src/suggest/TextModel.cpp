#include "suggest/TextModel.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>

namespace zs::suggest {

namespace {
std::uint32_t spread(std::uint32_t hash) { return hash * 2654435769u; }
} // namespace

Vectoriser::Vectoriser(std::span<const std::uint32_t> hashes, std::span<const float> idf) : m_idf(idf.begin(), idf.end())
{
    const std::size_t size = std::bit_ceil(std::max<std::size_t>(16, hashes.size() * 2));
    m_keys.assign(size, 0);
    m_rows.assign(size, -1);
    m_mask = static_cast<std::uint32_t>(size - 1);
    for (std::size_t row = 0; row < hashes.size(); ++row) {
        std::uint32_t at = spread(hashes[row]) & m_mask;
        while (m_rows[at] >= 0)
            at = (at + 1) & m_mask;
        m_keys[at] = hashes[row];
        m_rows[at] = static_cast<std::int32_t>(row);
    }
}

std::int32_t Vectoriser::rowOf(std::uint32_t hash) const
{
    for (std::uint32_t at = spread(hash) & m_mask; m_rows[at] >= 0; at = (at + 1) & m_mask) {
        if (m_keys[at] == hash)
            return m_rows[at];
    }
    return -1;
}

void Vectoriser::hits(const std::vector<Term>& terms, std::vector<Hit>& out) const
{
    out.clear();
    if (m_rows.empty())
        return;
    for (const Term& term : terms) {
        if (const std::int32_t row = rowOf(term.hash); row >= 0) {
            const auto r = static_cast<std::uint32_t>(row);
            out.push_back({r, term.count * m_idf[r], term});
        }
    }
    // The length of each field's vector needs the sums per row: kept between calls, and zero again after each.
    thread_local std::vector<float> sums;
    if (sums.size() < m_idf.size())
        sums.resize(m_idf.size(), 0.0f);
    for (const Hit& hit : out)
        sums[hit.row] += hit.value;
    std::array<double, 4> squares{}; // category; title and text; channel; areas
    const auto part = [](Field field) {
        switch (field) {
        case Field::Category: return 0u;
        case Field::Channel: return 2u;
        case Field::Area: return 3u;
        default: return 1u;
        }
    };
    for (const Hit& hit : out) {
        const auto sum = static_cast<double>(sums[hit.row]);
        squares[part(hit.term.field)] += sum * sum;
        sums[hit.row] = 0;
    }
    const auto parts = static_cast<double>(std::ranges::count_if(squares, [](double s) { return s > 0; }));
    for (Hit& hit : out)
        hit.value = static_cast<float>(hit.value / std::sqrt(squares[part(hit.term.field)] * parts));
}

TextModel::TextModel(TextWeights weights) : m_w(std::move(weights)), m_vectoriser(m_w.hashes, m_w.idf), m_sums(m_w.hashes.size())
{
    for (std::size_t i = 0; i < m_w.weights.size(); ++i)
        m_sums[i / m_w.labels] += m_w.weights[i];
}

std::vector<double> TextModel::probabilities(std::span<const Hit> hits) const
{
    std::vector<float> score(m_w.labels, 0.0f);
    for (const Hit& hit : hits) {
        const float factor = hit.value * m_w.scale[hit.row];
        const std::int8_t* row = &m_w.weights[hit.row * m_w.labels];
        for (std::size_t k = 0; k < m_w.labels; ++k)
            score[k] += factor * static_cast<float>(row[k]);
    }
    std::vector<double> out(m_w.labels);
    if (out.empty())
        return out;
    const double top = *std::ranges::max_element(score);
    double sum = 0;
    for (std::size_t k = 0; k < out.size(); ++k)
        sum += out[k] = std::exp(score[k] - top);
    for (double& p : out)
        p /= sum;
    return out;
}

float TextModel::contribution(const Hit& hit, std::size_t label) const
{
    const int own = m_w.weights[hit.row * m_w.labels + label];
    const float others = m_w.labels < 2 ? 0.0f : static_cast<float>(m_sums[hit.row] - own) / static_cast<float>(m_w.labels - 1);
    return hit.value * m_w.scale[hit.row] * (static_cast<float>(own) - others);
}

} // namespace zs::suggest
