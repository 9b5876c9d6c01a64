// Just enough JSON out: no tree, no locale, the same bytes every time.
#pragma once

#include "base/GeoPoint.h"
#include "domain/LocalText.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace zs::protocol {

class JsonWrite {
public:
    JsonWrite& open(char bracket);  ///< '{' or '['
    JsonWrite& close(char bracket); ///< '}' or ']'
    JsonWrite& key(std::string_view name);
    JsonWrite& text(std::string_view value);
    JsonWrite& number(std::int64_t value);
    JsonWrite& degrees(double value); ///< at most six decimals
    JsonWrite& point(GeoPoint p);     ///< [lon, lat]
    JsonWrite& local(const domain::LocalText& value);
    JsonWrite& geometry(const GeoShape& shape);
    JsonWrite& line(); ///< a line break, so that a diff and `head` say something

    std::string take() { return std::move(m_out); }

private:
    void comma();
    std::string m_out;
    bool m_first = true;
};

} // namespace zs::protocol
