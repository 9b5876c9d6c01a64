// Predicted breach: will a case be late, going by what similar cases took? A rule that can be said in one sentence, and is:
//
//   Similar is: the same matter; if fewer than enoughSimilar of those are left, the same kind and priority. Left are those that,
//   counted from the same step (received, registered, routed, accepted, on scene), took longer than this one has been at it.
//   Half of them needed at least so much longer: now + that median is the predicted finish. A breach is predicted if it lies
//   after the deadline of the report limit, and nothing is said when fewer than enoughSimilar cases can speak.
//
// No feature is a person. Time in it is that of working days (24 h each) where the report limit counts those, else of the clock,
// so a holiday isn't taken for slowness.
#pragma once

#include "domain/sla/Limits.h"

#include <cstdint>
#include <map>
#include <optional>
#include <tuple>
#include <vector>

namespace zs::domain {

class Pace {
public:
    static constexpr std::size_t enoughSimilar = 12;
    /// Of one step of one kind of case; later ones push out the oldest.
    static constexpr std::size_t mostSamples = 400;

    enum class Step : std::uint8_t { Received, Classified, Routed, Accepted, OnScene };
    static constexpr std::size_t stepCount = 5;

    enum class Similarity : std::uint8_t { SameMatter, SameKindAndPriority };
    struct Prediction {
        TimePoint finish{};
        Millis rest{0}; ///< the median, on the unit's clock
        std::size_t similar = 0; ///< how many cases spoke
        Similarity similarity = Similarity::SameMatter;
        bool isBreach = false; ///< finish is after the report limit's deadline
    };

    /// Learns from a case that was handled to its end; others teach nothing. Suspended time isn't counted.
    void add(const Case& finished, const WorkCalendar& calendar);
    /// For an open case whose report limit runs and isn't late yet. Logarithmic in the samples.
    std::optional<Prediction> predict(const Case& state, const WorkCalendar& calendar, TimePoint now) const;
    std::size_t size() const { return m_cases; }

private:
    enum class Clock : std::uint8_t { Natural, WorkingDays };
    struct Samples {
        std::vector<Millis> sorted;  ///< from the step to the end
        std::vector<Millis> inOrder; ///< ring of the same, as they came
        std::size_t next = 0;
        void add(Millis length);
    };
    using Key = std::tuple<std::uint32_t, Step, Clock>; ///< first: matter, or kind and priority

    static Key byMatter(const Case& state, Step step, Clock clock);
    static Key byKind(const Case& state, Step step, Clock clock);

    std::map<Key, Samples> m_samples;
    std::size_t m_cases = 0;
};

} // namespace zs::domain
