#include "suggest/Precedents.h"

#include <algorithm>

namespace zs::suggest {

namespace {

constexpr std::size_t kNodeBytes = 10, kCountBytes = 10; // in a file

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

void Precedents::add(std::string_view key, std::span<const std::string> areas, std::uint32_t label, double weight)
{
    count(m_nodes[hashOf({}, {})], label, weight);
    if (key.empty())
        return;
    count(m_nodes[hashOf(key, {})], label, weight);
    for (const std::string& area : areas) {
        if (!area.empty())
            count(m_nodes[hashOf(key, area)], label, weight);
    }
}

std::vector<Precedents::Level> Precedents::levelsOf(std::string_view key, std::span<const std::string> areas) const
{
    std::vector<Level> out;
    if (key.empty())
        return out;
    const auto look = [&](std::string_view area, int index) {
        if (const auto it = m_nodes.find(hashOf(key, area)); it != m_nodes.end())
            out.push_back({index, &it->second});
    };
    look({}, -1);
    for (std::size_t i = 0; i < areas.size(); ++i) {
        if (!areas[i].empty())
            look(areas[i], static_cast<int>(i));
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
