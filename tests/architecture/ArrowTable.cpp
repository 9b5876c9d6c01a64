#include "tests/architecture/ArrowTable.h"

#include <algorithm>
#include <functional>
#include <sstream>

namespace zs::architecture {

namespace {

std::vector<std::string> words(const std::string& text)
{
    std::istringstream in(text);
    std::vector<std::string> found;
    for (std::string word; in >> word;) {
        if (word != "-") found.push_back(word);
    }
    return found;
}

std::vector<std::string> cells(const std::string& line)
{
    std::vector<std::string> found;
    std::istringstream in(line);
    for (std::string cell; std::getline(in, cell, '|');) found.push_back(cell);
    return found;
}

bool contains(const std::vector<std::string>& all, std::string_view one)
{
    return std::find(all.begin(), all.end(), one) != all.end();
}

/// True for the place itself and for what lies in it.
bool lies(std::string_view path, std::string_view place)
{
    return path.starts_with(place) && (path.size() == place.size() || path[place.size()] == '/');
}

} // namespace

Result<ArrowTable> ArrowTable::read(const std::string& text)
{
    ArrowTable table;
    std::istringstream in(text);
    std::string section;
    int number = 0;
    for (std::string line; std::getline(in, line);) {
        ++number;
        if (const auto hash = line.find('#'); hash != std::string::npos) line.resize(hash);
        const std::vector<std::string> all = words(line);
        if (all.empty()) continue;
        const std::vector<std::string> parts = cells(line);
        const auto bad = [&](const char* why) {
            return fail("arrows.line", "arrows.txt:" + std::to_string(number) + ": " + why + ".");
        };
        if (all.front().front() == '[') {
            section = all.front();
        } else if (section == "[includes]") {
            table.m_roots.insert(table.m_roots.end(), all.begin(), all.end());
        } else if (section == "[everywhere]") {
            table.m_everywhere.insert(table.m_everywhere.end(), all.begin(), all.end());
        } else if (section == "[libraries]") {
            if (parts.size() != 3) return bad("a library has three cells: name | headers | CMake targets");
            table.m_libraries.push_back({words(parts[0]).at(0), words(parts[1]), words(parts[2])});
        } else if (section == "[targets]") {
            if (parts.size() != 4) return bad("a target has four cells: name | places | may use | libraries");
            table.m_rows.push_back({words(parts[0]).at(0), words(parts[1]), words(parts[2]), words(parts[3])});
        } else {
            return bad("this line stands in no section that is known");
        }
    }
    return table.check().map([&] { return table; });
}

Result<void> ArrowTable::check()
{
    for (const Row& row : m_rows) {
        for (const std::string& name : row.uses) {
            if (name != "*" && !rowNamed(name)) {
                return fail("arrows.unknown", row.name + " may use \"" + name + "\", which is no target.");
            }
        }
        for (const std::string& name : row.libraries) {
            const bool known = std::any_of(m_libraries.begin(), m_libraries.end(),
                                           [&](const Library& l) { return l.name == name; });
            if (name != "*" && !known) {
                return fail("arrows.unknown", row.name + " may use \"" + name + "\", which is no library.");
            }
        }
    }
    for (const Row& row : m_rows) {
        std::set<std::string>& reach = m_reach[row.name];
        const std::function<void(const Row&)> walk = [&](const Row& at) {
            for (const std::string& name : at.uses) {
                if (name != "*" && reach.insert(name).second) walk(*rowNamed(name));
            }
        };
        walk(row);
        if (reach.contains(row.name)) return fail("arrows.circle", "The arrows lead from " + row.name + " back to itself.");
    }
    return {};
}

const Row* ArrowTable::rowNamed(std::string_view name) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&](const Row& row) { return row.name == name; });
    return found == m_rows.end() ? nullptr : &*found;
}

const Row* ArrowTable::rowOf(std::string_view path) const
{
    const Row* owner = nullptr;
    std::size_t longest = 0;
    for (const Row& row : m_rows) {
        for (const std::string& place : row.places) {
            if (place.size() > longest && lies(path, place)) {
                owner = &row;
                longest = place.size();
            }
        }
    }
    return owner;
}

const Library* ArrowTable::libraryOfHeader(std::string_view header) const
{
    for (const Library& library : m_libraries) {
        for (const std::string& known : library.headers) {
            if (known == header || (known.ends_with('/') && header.starts_with(known))) return &library;
        }
    }
    return nullptr;
}

const Library* ArrowTable::libraryOfTarget(std::string_view target) const
{
    const auto found = std::find_if(m_libraries.begin(), m_libraries.end(),
                                    [&](const Library& library) { return contains(library.targets, target); });
    return found == m_libraries.end() ? nullptr : &*found;
}

bool ArrowTable::mayUse(const Row& from, const Row& to) const
{
    return from.name == to.name || contains(from.uses, "*") || m_reach.find(from.name)->second.contains(to.name);
}

bool ArrowTable::mayUse(const Row& from, const Library& library) const
{
    return contains(m_everywhere, library.name) || contains(from.libraries, "*") || contains(from.libraries, library.name);
}

} // namespace zs::architecture
