// The open cases as the map draws them, kept up to date case by case: of several at one place the one that needs somebody most
// stands for all, with their number. GUI thread.
#pragma once

#include "session/CaseStore.h"
#include "ui/cases/DueRows.h"
#include "ui/map/MapSurface.h"

#include <chrono>
#include <limits>
#include <span>
#include <unordered_map>
#include <vector>

namespace zs::map {

class CaseMarks {
public:
    /// Drops everything; read() begins again.
    void restart();
    /// Reads on for about `budget`; true when every row of the store has been read. `now`: what is near or late.
    bool read(const session::CaseStore& store, TimePoint now, std::chrono::microseconds budget);
    /// Of rows that have been read already; the others come with read().
    void change(const session::CaseStore& store, std::span<const std::uint32_t> rows, TimePoint now);
    /// What time alone has changed. False if nothing.
    bool tick(const session::CaseStore& store, TimePoint now);
    /// This case is the one that is drawn at its place. None: what needs somebody most.
    void setShown(const session::CaseStore& store, CaseId id);
    CaseId shown() const { return m_shown; }

    /// One a place, in no order.
    const std::vector<Mark>& marks() const { return m_marks; }
    std::size_t open() const { return m_open; }                        ///< cases these stand for
    std::size_t closed() const { return m_rows.size() - m_open; }      ///< which aren't drawn

private:
    static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();
    struct Row {
        std::uint32_t stack = none; ///< none: closed
        std::uint32_t next = none;  ///< of the same stack
        kit::SymbolCode symbol{};
    };
    struct Stack {
        std::uint64_t cell = 0;
        std::uint32_t first = none, top = none, count = 0;
    };
    void put(const session::CaseStore& store, std::uint32_t row, TimePoint now);
    void take(const session::CaseStore& store, std::uint32_t row);
    void drop(std::uint32_t stack);
    void chooseTop(const session::CaseStore& store, std::uint32_t stack);
    void draw(const session::CaseStore& store, std::uint32_t stack);
    bool goesBefore(std::uint32_t row, std::uint32_t other) const;

    std::vector<Row> m_rows;
    std::vector<Stack> m_stacks; ///< and m_marks, alike
    std::vector<Mark> m_marks;
    std::unordered_map<std::uint64_t, std::uint32_t> m_stackAt; ///< by cell
    cases::DueRows m_due;
    std::size_t m_open = 0;
    CaseId m_shown;
    std::uint32_t m_shownRow = none;
};

} // namespace zs::map
