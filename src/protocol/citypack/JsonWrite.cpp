#include "protocol/citypack/JsonWrite.h"

#include <charconv>
#include <cmath>

namespace zs::protocol {

void JsonWrite::comma() {
    if (!m_first)
        m_out += ',';
    m_first = false;
}

JsonWrite& JsonWrite::open(char bracket) {
    comma();
    m_out += bracket;
    m_first = true;
    return *this;
}

JsonWrite& JsonWrite::close(char bracket) {
    m_out += bracket;
    m_first = false;
    return *this;
}

JsonWrite& JsonWrite::key(std::string_view name) {
    text(name);
    m_out += ':';
    m_first = true;
    return *this;
}

JsonWrite& JsonWrite::text(std::string_view value) {
    comma();
    m_out += '"';
    for (const char c : value) {
        if (c == '"' || c == '\\') {
            m_out += '\\';
            m_out += c;
        } else if (static_cast<unsigned char>(c) < 0x20) {
            constexpr char hex[] = "0123456789abcdef";
            m_out += "\\u00";
            m_out += hex[c >> 4];
            m_out += hex[c & 15];
        } else {
            m_out += c;
        }
    }
    m_out += '"';
    return *this;
}

JsonWrite& JsonWrite::number(std::int64_t value) {
    comma();
    char buffer[24];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, value).ptr;
    m_out.append(buffer, end);
    return *this;
}

JsonWrite& JsonWrite::degrees(double value) {
    comma();
    auto micro = std::llround(value * 1e6);
    if (micro < 0) {
        m_out += '-';
        micro = -micro;
    }
    char buffer[24];
    m_out.append(buffer, std::to_chars(buffer, buffer + sizeof buffer, micro / 1000000).ptr);
    auto rest = micro % 1000000;
    if (rest == 0)
        return *this;
    m_out += '.';
    for (std::int64_t unit = 100000; rest > 0; unit /= 10) {
        m_out += static_cast<char>('0' + rest / unit);
        rest %= unit;
    }
    return *this;
}

JsonWrite& JsonWrite::point(GeoPoint p) {
    return open('[').degrees(p.lon).degrees(p.lat).close(']');
}

JsonWrite& JsonWrite::local(const domain::LocalText& value) {
    return open('{').key("zh").text(value.zh).key("en").text(value.en).close('}');
}

JsonWrite& JsonWrite::geometry(const GeoShape& shape) {
    const bool single = shape.size() == 1;
    open('{').key("type").text(single ? "Polygon" : "MultiPolygon").key("coordinates");
    if (!single)
        open('[');
    for (const GeoPolygon& polygon : shape) {
        open('[');
        for (const GeoRing& ring : polygon) {
            open('[');
            for (const GeoPoint p : ring)
                point(p);
            if (!ring.empty())
                point(ring.front()); // GeoJSON repeats it
            close(']');
        }
        close(']');
    }
    if (!single)
        close(']');
    return close('}');
}

JsonWrite& JsonWrite::line() {
    m_out += '\n';
    return *this;
}

} // namespace zs::protocol
