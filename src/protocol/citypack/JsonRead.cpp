#include "protocol/citypack/JsonRead.h"

#include "base/Utf8.h"

#include <system_error>

namespace zs::protocol {

namespace {

constexpr std::uintmax_t kMaxFile = 64u << 20;
constexpr std::size_t kMaxRings = 2000, kMaxPolygons = 2000;

bool readPoint(simdjson::dom::element element, GeoPoint& out) {
    simdjson::dom::array pair;
    if (element.get_array().get(pair) != simdjson::SUCCESS || pair.size() < 2)
        return false;
    auto it = pair.begin();
    if ((*it).get_double().get(out.lon) != simdjson::SUCCESS)
        return false;
    ++it;
    if ((*it).get_double().get(out.lat) != simdjson::SUCCESS)
        return false;
    return out.lon >= -180 && out.lon <= 180 && out.lat >= -90 && out.lat <= 90;
}

} // namespace

JsonFile::JsonFile(const std::filesystem::path& dir, std::string name) : m_name(std::move(name)) {
    const std::filesystem::path path = dir / m_name;
    std::error_code code;
    const auto size = std::filesystem::file_size(path, code);
    if (code) {
        m_error = Error{"citypack.file",
                        "The city pack can't be read: " + path.string() + ": " + code.message() + "."};
        return;
    }
    if (size > kMaxFile) {
        m_error = Error{"citypack.file", path.string() + " is larger than 64 MB; that isn't a city pack."};
        return;
    }
    if (simdjson::padded_string::load(path.string()).get(m_bytes) != simdjson::SUCCESS) {
        m_error = Error{"citypack.file", "The city pack can't be read: " + path.string() + "."};
        return;
    }
    if (const auto problem = m_parser.parse(m_bytes).get(m_root); problem != simdjson::SUCCESS)
        m_error = Error{"citypack.json", m_name + " isn't JSON: " + simdjson::error_message(problem)};
}

JsonFile::JsonFile(std::string area, std::string name, std::string_view text)
    : m_area(std::move(area)), m_name(std::move(name)), m_bytes(text) {
    if (const auto problem = m_parser.parse(m_bytes).get(m_root); problem != simdjson::SUCCESS)
        m_error = Error{m_area + ".json", m_name + " isn't JSON: " + simdjson::error_message(problem)};
}

void JsonFile::wrong(std::size_t entry, std::string_view field, std::string_view what) {
    if (m_error)
        return;
    std::string sentence = m_name + ": ";
    if (entry > 0)
        sentence += "entry " + std::to_string(entry) + ": ";
    sentence += '"' + std::string(field) + "\" " + std::string(what) + '.';
    m_error = Error{m_area + ".field", std::move(sentence)};
}

JsonEntry::JsonEntry(JsonFile& file, std::size_t number, simdjson::dom::element element)
    : m_file(file), m_number(number) {
    if (good() && element.get_object().get(m_object) != simdjson::SUCCESS)
        wrong("{}", "is expected here, an object");
}

std::string_view JsonEntry::view(const char* key) {
    std::string_view value;
    if (good() && m_object.at_key(key).get_string().get(value) != simdjson::SUCCESS)
        wrong(key, "is missing or isn't a text");
    return value;
}

bool JsonEntry::checkText(std::string_view key, std::string_view value, std::size_t max, Empty empty) {
    if (!good())
        return false;
    if (value.empty() && empty == Empty::Refused)
        wrong(key, "is empty");
    else if (value.size() > max && codePointCount(value) > max) // simdjson has made sure that it is UTF-8
        wrong(key, "is longer than " + std::to_string(max) + " characters");
    else if (hasControlCharacters(value))
        wrong(key, "holds control characters");
    return good();
}

bool JsonEntry::isText(std::string_view value, std::size_t max) {
    return !value.empty() && (value.size() <= max || codePointCount(value) <= max) && !hasControlCharacters(value);
}

std::string JsonEntry::text(const char* key, std::size_t max, Empty empty) {
    const std::string_view value = view(key);
    return checkText(key, value, max, empty) ? std::string(value) : std::string();
}

domain::LocalText JsonEntry::local(const char* key, std::size_t max, Empty empty) {
    simdjson::dom::object object;
    std::string_view zh, en;
    if (!good())
        return {};
    if (m_object.at_key(key).get_object().get(object) != simdjson::SUCCESS ||
        object.at_key("zh").get_string().get(zh) != simdjson::SUCCESS ||
        object.at_key("en").get_string().get(en) != simdjson::SUCCESS) {
        wrong(key, "is missing or isn't {\"zh\": …, \"en\": …}");
        return {};
    }
    if (!checkText(key, zh, max, empty) || !checkText(key, en, 2 * max, Empty::Allowed))
        return {};
    return {std::string(zh), std::string(en)};
}

std::int64_t JsonEntry::number(const char* key, std::int64_t min, std::int64_t max) {
    std::int64_t value = min;
    if (!good())
        return min;
    if (m_object.at_key(key).get_int64().get(value) != simdjson::SUCCESS)
        wrong(key, "is missing or isn't a whole number");
    else if (value < min || value > max)
        wrong(key, "must lie between " + std::to_string(min) + " and " + std::to_string(max));
    return value;
}

GeoPoint JsonEntry::point(const char* key) {
    GeoPoint p;
    simdjson::dom::element element;
    if (good() && (m_object.at_key(key).get(element) != simdjson::SUCCESS || !readPoint(element, p)))
        wrong(key, "is missing or isn't [longitude, latitude]");
    return p;
}

simdjson::dom::array JsonEntry::array(const char* key, std::size_t max) {
    simdjson::dom::array list;
    if (!good())
        return list;
    if (m_object.at_key(key).get_array().get(list) != simdjson::SUCCESS)
        wrong(key, "is missing or isn't an array");
    else if (list.size() > max)
        wrong(key, "has more than " + std::to_string(max) + " elements");
    return list;
}

bool JsonEntry::has(const char* key) const {
    return good() && m_object.at_key(key).error() == simdjson::SUCCESS;
}

JsonEntry JsonEntry::object(const char* key) {
    simdjson::dom::element element;
    if (good() && m_object.at_key(key).get(element) != simdjson::SUCCESS)
        wrong(key, "is missing");
    return {m_file, m_number, element};
}

bool JsonEntry::ring(simdjson::dom::element element, GeoRing& out, std::size_t& budget, OpenRings open) {
    simdjson::dom::array list;
    if (element.get_array().get(list) != simdjson::SUCCESS || list.size() > budget ||
        (list.size() < 4 && open == OpenRings::Refused))
        return false;
    budget -= list.size();
    out.reserve(list.size());
    for (const simdjson::dom::element pair : list) {
        GeoPoint p;
        if (!readPoint(pair, p))
            return false;
        out.push_back(p);
    }
    if (out.empty())
        return false;
    if (out.front() == out.back())
        out.pop_back();
    else if (open == OpenRings::Refused)
        return false;
    return true;
}

bool JsonEntry::polygon(simdjson::dom::element element, GeoPolygon& out, std::size_t& budget,
                        OpenRings open) {
    simdjson::dom::array rings;
    if (element.get_array().get(rings) != simdjson::SUCCESS || rings.size() == 0 || rings.size() > kMaxRings)
        return false;
    out.resize(rings.size());
    std::size_t i = 0;
    for (const simdjson::dom::element r : rings) {
        if (!ring(r, out[i++], budget, open))
            return false;
    }
    return true;
}

GeoShape JsonEntry::geometry(const char* key, std::size_t& pointBudget, OpenRings open) {
    GeoShape shape;
    if (!good())
        return shape;
    simdjson::dom::object geometry;
    std::string_view type;
    simdjson::dom::element coordinates;
    bool ok = m_object.at_key(key).get_object().get(geometry) == simdjson::SUCCESS &&
              geometry.at_key("type").get_string().get(type) == simdjson::SUCCESS &&
              geometry.at_key("coordinates").get(coordinates) == simdjson::SUCCESS;
    if (ok && type == "Polygon") {
        shape.resize(1);
        ok = polygon(coordinates, shape[0], pointBudget, open);
    } else if (ok && type == "MultiPolygon") {
        simdjson::dom::array parts;
        ok = coordinates.get_array().get(parts) == simdjson::SUCCESS && parts.size() > 0 &&
             parts.size() <= kMaxPolygons;
        if (ok) {
            shape.resize(parts.size());
            std::size_t i = 0;
            for (const simdjson::dom::element part : parts)
                ok = ok && polygon(part, shape[i++], pointBudget, open);
        }
    } else {
        ok = false;
    }
    if (!ok)
        wrong(key, "isn't a Polygon or MultiPolygon with closed rings in longitude and latitude, or has too "
                   "many points");
    return shape;
}

} // namespace zs::protocol
