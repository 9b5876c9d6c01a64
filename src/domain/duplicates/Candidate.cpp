#include "domain/duplicates/Candidate.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace zs::domain::duplicates {

namespace {

constexpr double metresPerDegree = 111'195.08; ///< of the mean earth
constexpr std::size_t titleLimit = 80, detailLimit = 240; ///< characters; who repeats himself needs no more

std::string joined(const std::string& title, const std::string& detail) { return title + '\n' + detail; }

std::string number(double value) { return std::to_string(std::llround(value)); }

/// 120 m, 0 m; tens, because a place is typed or pointed at.
LocalText placeReason(double metres)
{
    const double shown = std::round(metres / 10) * 10;
    if (shown < 10)
        return {"同一地点", "at the same place"};
    return {"相距约 " + number(shown) + " 米", "about " + number(shown) + " m away"};
}

LocalText timeReason(Millis apart)
{
    const bool before = apart >= Millis(0);
    const auto minutes = std::chrono::round<std::chrono::minutes>(before ? apart : -apart).count();
    const std::string zhSide = before ? "前" : "后", enSide = before ? " earlier" : " later";
    if (minutes < 90)
        return {number(static_cast<double>(minutes)) + " 分钟" + zhSide + "受理", "received " + number(static_cast<double>(minutes)) + " min" + enSide};
    const double hours = static_cast<double>(minutes) / 60;
    if (hours < 36)
        return {number(hours) + " 小时" + zhSide + "受理", "received " + number(hours) + " h" + enSide};
    return {number(hours / 24) + " 天" + zhSide + "受理", "received " + number(hours / 24) + " d" + enSide};
}

LocalText kindName(CaseKind kind)
{
    switch (kind) {
    case CaseKind::Hazard: return {"隐患", "hazard"};
    case CaseKind::Dispute: return {"纠纷", "dispute"};
    case CaseKind::Request: return {"诉求", "request"};
    }
    return {};
}

double reporterLikeness(const MaskedReporter& a, const MaskedReporter& b)
{
    // "****" masks a number too short to say anything.
    if (!a.phone.empty() && a.phone != "****" && a.phone == b.phone)
        return 1;
    return !a.name.empty() && a.name == b.name ? 0.5 : 0;
}

} // namespace

double metresBetween(GeoPoint a, GeoPoint b)
{
    const double middle = (a.lat + b.lat) / 2 * std::numbers::pi / 180;
    return std::hypot((a.lon - b.lon) * std::cos(middle), a.lat - b.lat) * metresPerDegree;
}

bool isBetter(const Candidate& a, const Candidate& b) { return a.score != b.score ? a.score > b.score : a.id > b.id; }

Comparison::Comparison(const Probe& probe, const DuplicateRules& rules, const City& city)
    : m_probe(probe), m_rules(rules), m_city(city), m_title(normalised(probe.title, titleLimit)),
      m_all(normalised(joined(probe.title, probe.detail), titleLimit + detailLimit)), m_titlePairs(bigramsOf(m_title)),
      m_allPairs(bigramsOf(m_all))
{
}

std::optional<Candidate> Comparison::judge(const Case& state) const
{
    if (state.phase == Phase::None || state.phase == Phase::Declined || state.phase == Phase::Merged || state.id == m_probe.self)
        return std::nullopt;
    Candidate c;
    c.id = state.id;
    c.metres = metresBetween(m_probe.place, state.place);
    c.apart = m_probe.at - state.receivedAt;
    const auto window = std::chrono::duration_cast<Millis>(m_rules.window);
    // Written so that a place that isn't a number is nowhere near.
    if (!(c.metres <= m_rules.radiusMetres) || c.apart > window || c.apart < -window)
        return std::nullopt;
    const double place = 1 - c.metres / m_rules.radiusMetres;
    const double time = 1 - static_cast<double>(std::abs(c.apart.count())) / static_cast<double>(window.count());
    const bool sameMatter = !m_probe.matter.isNone() && m_probe.matter == state.matter;
    const double category = sameMatter ? 1 : m_probe.kind == state.kind ? 0.5 : 0;
    const double reporter = reporterLikeness(m_probe.reporter, state.reporter);
    c.text = std::max(similarity(m_titlePairs, bigramsOf(normalised(state.title, titleLimit))),
                      similarity(m_allPairs, bigramsOf(normalised(joined(state.title, state.detail), titleLimit + detailLimit))));
    if (c.text < leastText && !sameMatter && reporter < 1)
        return std::nullopt;
    c.score = weight::place * place + weight::time * time + weight::category * category + weight::text * c.text
              + weight::reporter * reporter;
    if (c.score < leastScore)
        return std::nullopt;
    c.isOpen = state.isOpen();
    c.reasons = reasons(state, c, place, time, category, reporter);
    return c;
}

std::vector<LocalText> Comparison::reasons(const Case& state, const Candidate& c, double place, double time, double category,
                                           double reporter) const
{
    std::vector<std::pair<double, LocalText>> found;
    found.emplace_back(weight::place * place, placeReason(c.metres));
    found.emplace_back(weight::time * time, timeReason(c.apart));
    if (category == 1) {
        const Matter* matter = m_city.matter(state.matter);
        const LocalText name = matter ? matter->name : LocalText{};
        found.emplace_back(weight::category, LocalText{"同一事项：" + name.zh, "the same matter: " + name.en});
    } else if (category > 0) {
        const LocalText name = kindName(state.kind);
        found.emplace_back(weight::category * category, LocalText{"同为" + name.zh, "a " + name.en + ", too"});
    }
    if (c.text >= leastText) {
        LocalText reason{"文字相似 " + number(c.text * 100) + "%", "text " + number(c.text * 100) + " % alike"};
        const std::u32string shared =
            longestShared(m_all, normalised(joined(state.title, state.detail), titleLimit + detailLimit));
        if (!shared.empty()) {
            const std::string words = toUtf8(std::u32string_view(shared).substr(0, 16));
            reason.zh += "：共有“" + words + "”";
            reason.en += ": \"" + words + "\" in both";
        }
        found.emplace_back(weight::text * c.text, std::move(reason));
    }
    if (reporter == 1)
        found.emplace_back(weight::reporter, LocalText{"反映人电话（遮蔽后）相同：" + state.reporter.phone,
                                                       "the reporter's masked number is the same: " + state.reporter.phone});
    else if (reporter > 0)
        found.emplace_back(weight::reporter * reporter, LocalText{"反映人姓名（遮蔽后）相同：" + state.reporter.name,
                                                                  "the reporter's masked name is the same: " + state.reporter.name});
    std::ranges::stable_sort(found, std::greater<>(), [](const auto& f) { return f.first; });
    std::vector<LocalText> texts;
    texts.reserve(found.size());
    for (auto& [share, text] : found)
        texts.push_back(std::move(text));
    return texts;
}

} // namespace zs::domain::duplicates
