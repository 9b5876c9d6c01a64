#include "suggest/Reasons.h"

#include <algorithm>

namespace zs::suggest {

namespace {

constexpr std::size_t kMostWords = 3, kLongestWord = 12; // characters
constexpr std::uint32_t kOneCharacter = 3;         // bytes of a Han character
constexpr float kTelling = 0.2f;

struct Stretch {
    double sum = 0;
    std::size_t begin = 0, end = 0;
};

bool isContinuation(char c) { return (static_cast<unsigned char>(c) & 0xc0) == 0x80; }

std::size_t charactersIn(std::string_view text)
{
    return static_cast<std::size_t>(std::ranges::count_if(text, [](char c) { return !isContinuation(c); }));
}

/// Stretches of positive density. `density` is per byte of `text`.
void collect(std::string_view text, const std::vector<float>& density, std::vector<std::pair<Stretch, std::string_view>>& out)
{
    for (std::size_t i = 0; i < text.size();) {
        if (density[i] <= 0 || text[i] == '\n') {
            ++i;
            continue;
        }
        Stretch s{0, i, i};
        for (; i < text.size() && density[i] > 0 && text[i] != '\n'; ++i)
            s.sum += static_cast<double>(density[i]);
        s.end = i;
        const std::string_view word = text.substr(s.begin, s.end - s.begin);
        const std::size_t length = charactersIn(word);
        if (length >= 2 && length <= kLongestWord)
            out.emplace_back(s, word);
    }
}

/// Only what stands out of the rest of the stretch counts: weak links between two words part them.
void cutWeakLinks(std::vector<float>& density)
{
    const float top = *std::ranges::max_element(density);
    for (float& d : density) {
        if (d < top * 0.08f)
            d = 0;
    }
}

} // namespace

std::vector<std::string> tellingWords(const TextModel& model, const Fields& fields, std::span<const Hit> hits, std::size_t label)
{
    thread_local std::vector<float> any, category;
    any.assign(fields.any.size(), 0);
    category.assign(fields.category.size(), 0);
    for (const Hit& hit : hits) {
        const std::uint32_t length = hit.term.end - hit.term.begin;
        // A character alone stands in too many words to point at; the title's own terms stand there once more as any text's.
        if (length <= kOneCharacter || hit.term.field == Field::Title || hit.term.field == Field::Channel || hit.term.field == Field::Area)
            continue;
        const float share = model.contribution(hit, label) / static_cast<float>(length);
        std::vector<float>& density = hit.term.field == Field::Category ? category : any;
        for (std::uint32_t i = hit.term.begin; i < hit.term.end; ++i)
            density[i] += share;
    }
    std::vector<std::pair<Stretch, std::string_view>> found;
    for (const auto& [text, density] : {std::pair(std::string_view(fields.category), &category), std::pair(std::string_view(fields.any), &any)}) {
        if (text.empty())
            continue;
        cutWeakLinks(*density);
        collect(text, *density, found);
    }
    std::ranges::stable_sort(found, std::greater{}, [](const auto& entry) { return entry.first.sum; });
    std::vector<std::string> out;
    for (const auto& [stretch, word] : found) {
        const bool said = std::ranges::any_of(out, [&](const std::string& w) { return w.find(word) != std::string::npos || word.find(w) != std::string_view::npos; });
        if (!said)
            out.emplace_back(word);
        if (out.size() == kMostWords)
            break;
    }
    return out;
}

std::vector<Ground> groundsOf(const TextModel& model, std::span<const Hit> hits, std::size_t label)
{
    float channel = 0, place = 0, all = 0;
    for (const Hit& hit : hits) {
        const float share = model.contribution(hit, label);
        all += std::max(0.0f, share);
        channel += hit.term.field == Field::Channel ? share : 0;
        place += hit.term.field == Field::Area ? share : 0;
    }
    std::vector<Ground> out;
    if (channel > 0 && channel >= kTelling * all)
        out.push_back(Ground::Channel);
    if (place > 0 && place >= kTelling * all)
        out.push_back(Ground::Place);
    return out;
}

domain::LocalText precedentWords(std::span<const Precedents::Level> levels, std::size_t label)
{
    domain::LocalText out;
    const auto say = [&](const Precedents::Level& level) {
        std::uint32_t all = 0, here = 0;
        for (const LabelCount& c : *level.counts) {
            all += c.cases;
            here += c.label == label ? c.cases : 0;
        }
        const std::string a = std::to_string(all), h = std::to_string(here);
        const bool whole = level.of == Precedents::Of::Category;
        out.zh += (whole ? "同类事件 " : "附近同类事件 ") + a + " 件中 " + h + " 件转到这里。";
        out.en += (out.en.empty() ? "" : " ") + ("Of " + a) + (whole ? " such cases " : " such cases nearby ") + h + " went here.";
    };
    if (levels.empty())
        return out;
    if (levels.back().of == Precedents::Of::Area)
        say(levels.back());
    say(levels.front());
    return out;
}

} // namespace zs::suggest
