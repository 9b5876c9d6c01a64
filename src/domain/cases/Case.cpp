#include "domain/cases/Case.h"

namespace zs::domain {

std::string displayNumber(CaseId id)
{
    std::string digits = std::to_string(id.value);
    if (digits.size() < 4)
        digits.insert(0, 4 - digits.size(), '0');
    return "C-" + digits;
}

} // namespace zs::domain
