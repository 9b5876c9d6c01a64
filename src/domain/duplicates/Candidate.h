// Is this the same matter as a case that is there already? A score of two CASES, made of reasons that a person can check:
// place, time, category, text, and whether the reporter's masked name or number is the same. Nobody is looked for by name:
// without a place and a time near by there is no candidate. A person decides; nothing is merged by itself.
#pragma once

#include "base/Clock.h"
#include "base/GeoPoint.h"
#include "domain/LocalText.h"
#include "domain/cases/Case.h"
#include "domain/city/City.h"
#include "domain/duplicates/Bigrams.h"
#include "domain/duplicates/Rules.h"

#include <optional>
#include <string>
#include <vector>

namespace zs::domain::duplicates {

/// What is about to be received (or a case that is there: `self` isn't its own duplicate).
struct Probe {
    CaseId self;
    GeoPoint place;
    TimePoint at{};
    CaseKind kind = CaseKind::Request;
    MatterId matter; ///< none while it isn't classified
    std::string title;
    std::string detail;
    MaskedReporter reporter; ///< masked before it comes here
};

/// How much each reason weighs; together 1.
namespace weight {
inline constexpr double place = 0.25;    ///< 1 at the same place, 0 at the radius
inline constexpr double time = 0.15;     ///< 1 at the same time, 0 at the window's end
inline constexpr double category = 0.15; ///< same matter 1, same kind ½
inline constexpr double text = 0.35;     ///< titles or whole texts, whichever is more alike
inline constexpr double reporter = 0.10; ///< same masked number 1, same masked name alone ½
} // namespace weight
/// Below it isn't worth a look.
inline constexpr double leastScore = 0.40;
/// Place and time alone say nothing in a busy street: a candidate has this much of the text, or the matter, or the number.
inline constexpr double leastText = 0.15;

struct Candidate {
    CaseId id;
    double score = 0;  ///< 0…1, of the two cases
    double metres = 0;
    Millis apart{0};   ///< the probe's time − the case's
    double text = 0;   ///< 0…1
    bool isOpen = false; ///< it can be merged into
    std::vector<LocalText> reasons; ///< the strongest first
};

/// A probe with its texts taken apart once.
class Comparison {
public:
    /// `city` outlives it.
    Comparison(const Probe& probe, const DuplicateRules& rules, const City& city);

    const Probe& probe() const { return m_probe; }
    /// None if it is too far, too long ago, too unlike, declined, merged, or the probe itself.
    std::optional<Candidate> judge(const Case& state) const;

private:
    std::vector<LocalText> reasons(const Case& state, const Candidate& candidate, double place, double time, double category,
                                   double reporter) const;

    const Probe m_probe;
    const DuplicateRules m_rules;
    const City& m_city;
    std::u32string m_title, m_all;
    Bigrams m_titlePairs, m_allPairs;
};

/// Metres between two places of one city (flat; exact to a millimetre in a kilometre).
double metresBetween(GeoPoint a, GeoPoint b);
/// Better first; equal ones: the newer case first.
bool isBetter(const Candidate& a, const Candidate& b);

} // namespace zs::domain::duplicates
