// The order of the queue: which cases it shows, in which group, sorted how. No widget, no model: arrays and integers.
//
// Each case of the store has one line of keys (its deadlines, its group, which filters it passes). Shown cases stand in one
// sorted array of (key, row). A full sort of 100,000 cases is a radix sort of integers; a changed case costs one search and
// one move in the array. Time moves cases between groups by itself: due() says which.
#pragma once

#include "session/CaseStore.h"
#include "ui/cases/DueRows.h"

#include <array>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace zs::cases {

enum class Group : std::uint8_t { Overdue, NearLimit, Fresh, InProgress }; ///< 超期, 临期, 新到, 在办
inline constexpr std::size_t groupCount = 4;
enum class SortBy : std::uint8_t { Limit, Number, Grid };
enum class SortWay : std::uint8_t { Ascending, Descending };
enum class Segment : std::uint8_t { All, Fresh, Late, Mine, Unsent };
inline constexpr std::size_t segmentCount = 5;

/// Which group an open case is in at `now`; CaseClock::nextChange() says for how long.
Group groupAt(const domain::Case& state, const domain::CaseClock& clock, TimePoint now);

/// What decides a case's place, beside the case itself.
struct OrderRules {
    SortBy sortBy = SortBy::Limit;
    SortWay way = SortWay::Ascending;
    Segment segment = Segment::All;
    std::string operatorName;                                ///< of Segment::Mine
    std::vector<std::uint32_t> gridRank;                     ///< by grid id, for SortBy::Grid; missing = by id
    std::function<bool(CaseId)> isUnsent;                    ///< of Segment::Unsent; null = never
    std::function<bool(CaseId)> isListed;                    ///< only these, closed ones too; null = all open ones
    std::function<bool(const domain::Case&)> matches;        ///< of the search field; null = everything
};

class CaseOrder {
public:
    struct Entry {
        std::uint64_t key = 0;
        std::uint32_t row = 0;
        auto operator<=>(const Entry&) const = default;
    };

    /// Everything anew: all rows of the store.
    void rebuild(const session::CaseStore& store, const OrderRules& rules, TimePoint now);
    /// Whether the case at `row` is shown (from == to: only its text changed), and from where to where it moves.
    /// Nothing is moved yet: take() and put() do it, so that a model can announce each of them.
    struct Move {
        std::uint32_t row = 0;
        bool wasShown = false, isShown = false;
        Entry from, to;
        bool stays() const { return wasShown && isShown && from == to; }
    };
    Move plan(std::uint32_t row, const session::CaseStore& store, const OrderRules& rules, TimePoint now);
    void take(const Move& move); ///< out of its old place; for a move that was shown and doesn't stay
    void put(const Move& move);  ///< into its new place, with the new keys; ends every plan()

    std::span<const Entry> entries() const { return m_entries; }
    std::size_t begin(Group g) const { return m_begin[static_cast<std::size_t>(g)]; }
    std::size_t end(Group g) const { return m_begin[static_cast<std::size_t>(g) + 1]; }
    std::size_t indexOf(const Entry& entry) const; ///< where it stands, or would stand
    std::optional<std::size_t> indexOfRow(std::uint32_t row) const;

    /// Open cases that pass a segment, whatever the search says.
    std::size_t countOf(Segment s) const { return m_counts[static_cast<std::size_t>(s)]; }
    /// Of all open cases those of a group, whatever segment and search say.
    std::size_t countOf(Group g) const { return m_groupCounts[static_cast<std::size_t>(g)]; }
    std::size_t finished() const { return m_finished; }
    /// Rows whose group changes by `now`.
    std::vector<std::uint32_t> due(TimePoint now) { return m_due.take(now); }

    static Group groupOf(const Entry& e) { return static_cast<Group>(e.key >> 62); }

private:
    struct Line {
        std::uint64_t key = 0;
        std::uint8_t segments = 0; ///< bit per Segment; 0 = finished
        bool known = false, shown = false;
    };
    static Line lineOf(const domain::Case& state, const domain::CaseClock& clock, const OrderRules& rules, TimePoint now);
    void count(const Line& line, int by);
    void shift(const Entry& entry, int by);

    std::vector<Line> m_lines;
    std::vector<Entry> m_entries;
    std::array<std::size_t, groupCount + 1> m_begin{};
    std::array<std::size_t, segmentCount> m_counts{};
    std::array<std::size_t, groupCount> m_groupCounts{};
    std::size_t m_finished = 0;
    DueRows m_due;
    Line m_planned;             ///< of the last plan()
    TimePoint m_plannedDue{};
};

} // namespace zs::cases
