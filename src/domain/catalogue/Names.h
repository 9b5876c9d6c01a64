// What the catalogue's sentences call agencies and areas, which it knows only by code.
#pragma once

#include "domain/LocalText.h"
#include "domain/catalogue/Catalogue.h"

#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>

namespace zs::domain {

struct City;

/// Codes that stand in no list are called by their code.
class Names {
public:
    Names() = default;
    explicit Names(const Catalogue& catalogue); ///< the departments' short names
    explicit Names(const City& city);           ///< agencies' short names, and towns, communities, grids

    LocalText agency(std::string_view code) const;
    LocalText agencies(std::span<const std::string> codes) const; ///< joined: 公安、消防 / "Police, Fire"
    LocalText area(std::string_view code) const;                  ///< empty code: 全市 / "the whole city"
    bool hasAgency(std::string_view code) const { return m_agencies.contains(code); }
    bool hasArea(std::string_view code) const { return m_areas.contains(code); }

private:
    std::map<std::string, LocalText, std::less<>> m_agencies, m_areas;
};

LocalText wordOf(RuleLevel level);   ///< 镇街 / "town", …
LocalText wordOf(Priority priority); ///< 紧急 / "urgent", …
/// "3个工作日" / "3 working days"; none: 不限 / "no limit".
LocalText wordsOf(const LimitSpan& span);

} // namespace zs::domain
