// Reads a source tree and what CMake links against the table of allowed arrows.
#pragma once

#include "tests/architecture/ArrowTable.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace zs::architecture {

struct Include {
    int line = 0; ///< from 1
    std::string header;
    bool quoted = false; ///< "…" rather than <…>
};

/// The #include lines of a C++ text; those inside comments don't count.
std::vector<Include> includesOf(std::string_view text);

struct Tree {
    std::filesystem::path root;
    std::vector<std::string> folders; ///< those to read, from the root
    std::filesystem::path qtHeaders;  ///< the folder that holds QtCore/, QtWidgets/, …
};

/// One sentence "file:line: …" for every include that runs against the table, every header and file that it
/// doesn't know, and every source file of more than 600 lines. Empty: all is well.
std::vector<std::string> checkSources(const ArrowTable& table, const Tree& tree);

/// The same for links. A line of `targets` is "target|path of a source|what it links", as CMake wrote it.
std::vector<std::string> checkLinks(const ArrowTable& table, const std::string& targets);

} // namespace zs::architecture
