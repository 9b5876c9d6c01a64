// What a new catalogue changes, entry by entry, in sentences.
#pragma once

#include "domain/catalogue/Catalogue.h"
#include "domain/catalogue/Names.h"

#include <string>
#include <vector>

namespace zs::domain {

enum class ChangeKind { Added, Removed, Changed };
enum class ChangeOf { Department, Matter, Rule };

struct Change {
    ChangeOf of = ChangeOf::Matter;
    ChangeKind kind = ChangeKind::Changed;
    std::string subject; ///< code of the department or matter
    LocalText sentence;
};

/// Departments, then matters, then rules, each in the order of the new catalogue, what was removed last.
/// The order of entries in a file is no change.
std::vector<Change> diff(const Catalogue& before, const Catalogue& after, const Names& names);

} // namespace zs::domain
