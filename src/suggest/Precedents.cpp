#include "suggest/Precedents.h"

#include <algorithm>

namespace zs::suggest {

namespace {

constexpr std::size_t kNodeBytes = 10, kCountBytes = 10; // in a file
constexpr char kTitleMark = '\x1f';             // keeps a title apart from the code of an area

std::uint64_t hashOf(std::string_view key, std::string_view area)
{
    std::uint64_t h = 1469598103934665603ULL;
    const auto mixIn = [&h](std::string_view bytes) {
        for (const char c : bytes)
            h = (h ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    };
    mixIn(key);
    mixIn(std::string_view("\0", 1));
    mixIn(area);
    return h;
}

void count(std::vector<LabelCount>& counts, std::uint32_t label, double weight)
{
    auto it = std::ranges::lower_bound(counts, label, {}, &LabelCount::label);
    if (it == counts.end() || it->label != label)
        it = counts.insert(it, {label, 0, 0});
    ++it->cases;
    it->weight += static_cast<float>(weight);
}

} // namespace

void Precedents::add(const PrecedentKey& key, std::span<const std::string> areas, std::uint32_t label, double weight)
{
    count(m_nodes[hashOf({}, {})], label, weight);
    if (key.category.empty())
        return;
    count(m_nodes[hashOf(key.category, {})], label, weight);
    if (!key.title.empty())
        count(m_nodes[hashOf(key.category + kTitleMark, key.title)], label, weight);
    for (const std::string& area : areas) {
        if (!area.empty())
            count(m_nodes[hashOf(key.category, area)], label, weight);
    }
}

std::vector<Precedents::Level> Precedents::levelsOf(const PrecedentKey& key, std::span<const std::string> areas) const
{
    std::vector<Level> out;
    const auto look = [&](std::string_view category, std::string_view finer, Of of) {
        if (const auto it = m_nodes.find(hashOf(category, finer)); it != m_nodes.end())
            out.push_back({of, &it->second});
        return !out.empty();
    };
    if (key.category.empty() || !look(key.category, {}, Of::Category))
        return out;
    if (!key.title.empty())
        look(key.category + kTitleMark, key.title, Of::Title);
    for (const std::string& area : areas) {
        if (!area.empty())
            look(key.category, area, Of::Area);
    }
    return out;
}

const std::vector<LabelCount>* Precedents::all() const
{
    const auto it = m_nodes.find(hashOf({}, {}));
    return it == m_nodes.end() ? nullptr : &it->second;
}

std::size_t Precedents::bytes() const
{
    std::size_t sum = 0;
    for (const auto& [hash, counts] : m_nodes)
        sum += kNodeBytes + counts.size() * kCountBytes;
    return sum;
}

void Precedents::shrink(std::size_t maxBytes)
{
    const auto casesOf = [](const std::vector<LabelCount>& counts) {
        std::uint32_t sum = 0;
        for (const LabelCount& c : counts)
            sum += c.cases;
        return sum;
    };
    std::size_t now = bytes();
    for (std::uint32_t least = 1; now > maxBytes && !m_nodes.empty(); ++least) {
        for (auto it = m_nodes.begin(); it != m_nodes.end() && now > maxBytes;) {
            if (casesOf(it->second) <= least) {
                now -= kNodeBytes + it->second.size() * kCountBytes;
                it = m_nodes.erase(it);
            } else {
                ++it;
            }
        }
    }
}

Precedents Precedents::fromNodes(std::map<std::uint64_t, std::vector<LabelCount>> nodes)
{
    Precedents out;
    out.m_nodes = std::move(nodes);
    return out;
}

void mix(std::span<const Precedents::Level> levels, double trust, std::vector<double>& p)
{
    for (const Precedents::Level& level : levels) {
        double total = trust;
        for (const LabelCount& c : *level.counts)
            total += static_cast<double>(c.weight);
        for (double& v : p)
            v *= trust / total;
        for (const LabelCount& c : *level.counts) {
            if (c.label < p.size())
                p[c.label] += static_cast<double>(c.weight) / total;
        }
    }
}

} // namespace zs::suggest
