#include "suggest/Matters.h"

#include "base/Utf8.h"
#include "suggest/Terms.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace zs::suggest {

namespace {

constexpr double kTitle = 2, kNamePair = 0.35;

bool isBoundary(std::string_view text, std::size_t at)
{
    return at >= text.size() || (static_cast<unsigned char>(text[at]) & 0xc0) != 0x80;
}

} // namespace

MatterFinder::MatterFinder(std::shared_ptr<const domain::Catalogue> catalogue) : m_catalogue(std::move(catalogue))
{
    for (std::uint32_t i = 0; i < m_catalogue->matters.size(); ++i) {
        const domain::CatalogueMatter& m = m_catalogue->matters[i];
        for (const std::string& word : m.keywords)
            add(normalised(word, 40), i, 1);
        const std::string name = normalised(m.name.zh, 60);
        add(name, i, 1.5);
        for (std::size_t at = 0; at < name.size();) { // pairs of characters of its name
            const std::string_view pair = firstCodePoints(std::string_view(name).substr(at), 2);
            if (codePointCount(pair) == 2)
                add(std::string(pair), i, kNamePair);
            at += firstCodePoints(pair, 1).size();
        }
    }
    const auto all = static_cast<double>(m_catalogue->matters.size());
    for (Entry& entry : m_entries)
        entry.weight *= std::log(1 + all / static_cast<double>(entry.matters.size())) * std::sqrt(static_cast<double>(codePointCount(entry.word)));
}

void MatterFinder::add(const std::string& word, std::uint32_t matter, double factor)
{
    if (word.empty())
        return;
    const auto [it, isNew] = m_byWord.emplace(word, static_cast<std::uint32_t>(m_entries.size()));
    if (isNew)
        m_entries.push_back({word, {}, 0});
    Entry& entry = m_entries[it->second];
    entry.weight = std::max(entry.weight, factor); // a word that is a keyword somewhere counts as one
    if (entry.matters.empty() || entry.matters.back() != matter)
        entry.matters.push_back(matter);
    m_longest = std::max(m_longest, word.size());
}

std::vector<MatterOffer> MatterFinder::find(const Message& message, std::size_t top) const
{
    const Fields fields = fieldsOf(message);
    std::map<std::uint32_t, bool> found; // entry → also in the title
    for (std::size_t from = 0; from < fields.any.size(); ++from) {
        if (!isBoundary(fields.any, from))
            continue;
        for (std::size_t size = 2; size <= m_longest && from + size <= fields.any.size(); ++size) {
            if (!isBoundary(fields.any, from + size))
                continue;
            if (const auto it = m_byWord.find(fields.any.substr(from, size)); it != m_byWord.end())
                found[it->second] = found[it->second] || from < fields.titleEnd;
        }
    }
    std::map<std::uint32_t, MatterOffer> offers;
    for (const auto& [index, inTitle] : found) {
        const Entry& entry = m_entries[index];
        for (const std::uint32_t m : entry.matters) {
            MatterOffer& offer = offers[m];
            offer.matter = &m_catalogue->matters[m];
            offer.score += entry.weight * (inTitle ? kTitle : 1);
            offer.words.push_back(entry.word);
        }
    }
    std::vector<MatterOffer> out;
    for (auto& [m, offer] : offers)
        out.push_back(std::move(offer));
    std::ranges::stable_sort(out, std::greater{}, &MatterOffer::score);
    if (out.size() > top)
        out.resize(top);
    for (MatterOffer& offer : out) { // a longer word says what its parts say
        std::ranges::stable_sort(offer.words, std::greater{}, &std::string::size);
        std::vector<std::string> said;
        for (std::string& word : offer.words) {
            if (std::ranges::none_of(said, [&](const std::string& w) { return w.find(word) != std::string::npos; }))
                said.push_back(std::move(word));
        }
        if (said.size() > 3)
            said.resize(3);
        offer.words = std::move(said);
    }
    return out;
}

} // namespace zs::suggest
