#include "tests/architecture/ArrowCheck.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <optional>
#include <sstream>

namespace zs::architecture {

namespace fs = std::filesystem;

namespace {

constexpr long mostLines = 600;

std::string contentOf(const fs::path& file)
{
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

/// Cuts comments out of a line; `inside` says whether a block comment is open before and after it.
std::string withoutComments(std::string_view line, bool& inside)
{
    std::string kept;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const std::string_view two = line.substr(i, 2);
        if (inside) {
            if (two == "*/") {
                inside = false;
                ++i;
            }
        } else if (two == "//") {
            break;
        } else if (two == "/*") {
            inside = true;
            ++i;
        } else {
            kept.push_back(line[i]);
        }
    }
    return kept;
}

std::optional<Include> includeIn(std::string_view line)
{
    const auto skip = [&] {
        while (!line.empty() && (line.front() == ' ' || line.front() == '\t')) line.remove_prefix(1);
    };
    skip();
    if (!line.starts_with('#')) return std::nullopt;
    line.remove_prefix(1);
    skip();
    if (!line.starts_with("include")) return std::nullopt;
    line.remove_prefix(7);
    skip();
    if (line.empty() || (line.front() != '"' && line.front() != '<')) return std::nullopt;
    const bool quoted = line.front() == '"';
    line.remove_prefix(1);
    const auto end = line.find(quoted ? '"' : '>');
    if (end == std::string_view::npos) return std::nullopt;
    return Include{0, std::string(line.substr(0, end)), quoted};
}

bool isCpp(const fs::path& file)
{
    const auto extension = file.extension();
    return extension == ".cpp" || extension == ".h" || extension == ".hpp" || extension == ".cc";
}

bool isSource(const fs::path& file)
{
    // TypeScript; a Qt Linguist file has the same ending and is as long as its target has sentences.
    return isCpp(file) || (file.extension() == ".ts" && file.parent_path().filename() != "i18n");
}

/// moc, uic and rcc make these; they belong to the file that includes them.
bool isGenerated(const std::string& header)
{
    const std::string name = fs::path(header).filename();
    return name.ends_with(".moc") || name.starts_with("moc_") || name.starts_with("ui_");
}

/// <vector>, <cstdint>: no folder, no ending, no capital letter.
bool isStandard(const std::string& header)
{
    return std::all_of(header.begin(), header.end(),
                       [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; });
}

class SourceCheck {
public:
    SourceCheck(const ArrowTable& table, const Tree& tree) : m_table(table), m_tree(tree) {}

    void read(const fs::path& file)
    {
        const std::string path = fs::relative(file, m_tree.root).generic_string();
        const std::string text = contentOf(file);
        const long lines = std::count(text.begin(), text.end(), '\n');
        if (lines > mostLines) {
            problems.push_back(path + ":" + std::to_string(lines) + ": " + std::to_string(lines) +
                               " lines; a file has at most " + std::to_string(mostLines) + ".");
        }
        if (!isCpp(file)) return;
        const Row* row = m_table.rowOf(path);
        if (!row) {
            problems.push_back(path + ":1: no target of arrows.txt owns this file.");
            return;
        }
        for (const Include& include : includesOf(text)) {
            const std::string why = problemOf(file, *row, include);
            if (!why.empty()) problems.push_back(path + ":" + std::to_string(include.line) + ": " + why);
        }
    }

    std::vector<std::string> problems;

private:
    std::string problemOf(const fs::path& file, const Row& row, const Include& include) const
    {
        if (isGenerated(include.header)) return {};
        if (const auto own = ownFile(file, include)) {
            const Row* to = m_table.rowOf(*own);
            if (!to) return "\"" + include.header + "\" belongs to no target of arrows.txt.";
            if (m_table.mayUse(row, *to)) return {};
            return row.name + " may not use " + to->name + " (\"" + include.header + "\").";
        }
        if (include.quoted) return "\"" + include.header + "\" is not in this tree; headers of others are written <…>.";
        if (isStandard(include.header)) return {};
        const std::string header = withQtModule(include.header);
        const Library* library = m_table.libraryOfHeader(header);
        if (!library) return "<" + include.header + "> belongs to no library of arrows.txt.";
        if (m_table.mayUse(row, *library)) return {};
        return row.name + " may not use " + library->name + " (<" + include.header + ">).";
    }

    std::optional<std::string> ownFile(const fs::path& file, const Include& include) const
    {
        std::vector<fs::path> places;
        if (include.quoted) places.push_back(file.parent_path());
        for (const std::string& root : m_table.includeRoots()) places.push_back(m_tree.root / root);
        for (const fs::path& place : places) {
            const fs::path candidate = (place / include.header).lexically_normal();
            std::error_code error;
            if (fs::is_regular_file(candidate, error)) return fs::relative(candidate, m_tree.root).generic_string();
        }
        return std::nullopt;
    }

    /// "QLabel" → "QtWidgets/QLabel", by where Qt itself keeps the header.
    std::string withQtModule(const std::string& header) const
    {
        if (!header.starts_with('Q') && !header.starts_with('q')) return header;
        if (header.find('/') != std::string::npos) return header;
        std::error_code error;
        for (const auto& module : fs::directory_iterator(m_tree.qtHeaders, error)) {
            if (fs::exists(module.path() / header, error)) return module.path().filename().string() + "/" + header;
        }
        return header;
    }

    const ArrowTable& m_table;
    const Tree& m_tree;
};

} // namespace

std::vector<Include> includesOf(std::string_view text)
{
    std::vector<Include> found;
    bool comment = false;
    int number = 0;
    while (!text.empty()) {
        ++number;
        const auto end = text.find('\n');
        const std::string line = withoutComments(text.substr(0, end), comment);
        if (auto include = includeIn(line)) {
            include->line = number;
            found.push_back(std::move(*include));
        }
        if (end == std::string_view::npos) break;
        text.remove_prefix(end + 1);
    }
    return found;
}

std::vector<std::string> checkSources(const ArrowTable& table, const Tree& tree)
{
    SourceCheck check(table, tree);
    std::vector<fs::path> files;
    for (const std::string& folder : tree.folders) {
        std::error_code error;
        fs::recursive_directory_iterator walk(tree.root / folder, error);
        for (; !error && walk != fs::recursive_directory_iterator(); walk.increment(error)) {
            if (walk->is_directory() && walk->path().filename() == "node_modules") walk.disable_recursion_pending();
            if (walk->is_regular_file() && isSource(walk->path())) files.push_back(walk->path());
        }
    }
    std::sort(files.begin(), files.end());
    for (const fs::path& file : files) check.read(file);
    return std::move(check.problems);
}

std::vector<std::string> checkLinks(const ArrowTable& table, const std::string& targets)
{
    struct Target {
        std::string name;
        std::string source;
        std::vector<std::string> links;
    };
    std::vector<Target> all;
    std::istringstream in(targets);
    for (std::string line; std::getline(in, line);) {
        std::istringstream cells(line);
        Target target;
        std::string links;
        std::getline(cells, target.name, '|');
        std::getline(cells, target.source, '|');
        std::getline(cells, links);
        std::istringstream names(links);
        for (std::string name; names >> name;) target.links.push_back(name);
        all.push_back(std::move(target));
    }
    // A target is the row of its own name, else the row that owns its sources.
    const auto rowOf = [&](const Target& target) {
        const std::string_view name = target.name;
        const Row* row = name.starts_with("zs_") ? table.rowNamed(name.substr(3)) : nullptr;
        return row ? row : table.rowOf(target.source);
    };
    std::vector<std::string> problems;
    for (const Target& target : all) {
        const Row* row = rowOf(target);
        if (!row) {
            problems.push_back(target.name + " (" + target.source + "): no target of arrows.txt owns it.");
            continue;
        }
        for (const std::string& link : target.links) {
            const auto other = std::find_if(all.begin(), all.end(), [&](const Target& t) { return t.name == link; });
            if (other != all.end()) {
                const Row* to = rowOf(*other);
                if (to && !table.mayUse(*row, *to)) {
                    problems.push_back(target.name + " links " + link + ": " + row->name + " may not use " + to->name +
                                       ".");
                }
            } else if (const Library* library = table.libraryOfTarget(link)) {
                if (!table.mayUse(*row, *library)) {
                    problems.push_back(target.name + " links " + link + ": " + row->name + " may not use " +
                                       library->name + ".");
                }
            } else {
                problems.push_back(target.name + " links " + link + ", which no library of arrows.txt is.");
            }
        }
    }
    return problems;
}

} // namespace zs::architecture
