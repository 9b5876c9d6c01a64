// The table of allowed arrows (arrows.txt), read and asked.
#pragma once

#include "base/Result.h"

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace zs::architecture {

/// One line of [targets]: some folders or files of the tree and what they may include.
struct Row {
    std::string name;
    std::vector<std::string> places; ///< folders or files from the root; the longest match owns a file
    std::vector<std::string> uses;   ///< rows; what they may use is allowed too. "*" is everything
    std::vector<std::string> libraries; ///< only what stands in this row or in [everywhere]. "*" is everything
};

/// One line of [libraries]: code that isn't ours.
struct Library {
    std::string name;
    std::vector<std::string> headers; ///< exact, or a prefix ending in '/'
    std::vector<std::string> targets; ///< the names CMake links it by
};

class ArrowTable {
public:
    /// Fails with the line when it isn't readable, names a row or library that doesn't exist, or when the arrows form
    /// a circle.
    static Result<ArrowTable> read(const std::string& text);

    const std::vector<std::string>& includeRoots() const { return m_roots; }
    const Row* rowNamed(std::string_view name) const;
    /// The row that owns this path (from the root, with '/'); null when none does.
    const Row* rowOf(std::string_view path) const;
    const Library* libraryOfHeader(std::string_view header) const;
    const Library* libraryOfTarget(std::string_view target) const;

    bool mayUse(const Row& from, const Row& to) const;
    bool mayUse(const Row& from, const Library& library) const;

private:
    Result<void> check();

    std::vector<std::string> m_roots;
    std::vector<std::string> m_everywhere; ///< libraries that every row may use
    std::vector<Library> m_libraries;
    std::vector<Row> m_rows;
    std::map<std::string, std::set<std::string>, std::less<>> m_reach;
};

} // namespace zs::architecture
