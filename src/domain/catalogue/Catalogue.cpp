#include "domain/catalogue/Catalogue.h"

#include <algorithm>

namespace zs::domain {

const Department* Catalogue::department(std::string_view wanted) const
{
    const auto it = std::ranges::find(departments, wanted, &Department::code);
    return it == departments.end() ? nullptr : &*it;
}

const CatalogueMatter* Catalogue::matter(std::string_view wanted) const
{
    const auto it = std::ranges::find(matters, wanted, &CatalogueMatter::code);
    return it == matters.end() ? nullptr : &*it;
}

} // namespace zs::domain
