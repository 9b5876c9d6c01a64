// Checked reading of one JSON object after another. The first wrong field is kept as the error; whatever is
// read after it does nothing, so a caller reads all fields and asks once.
#pragma once

#include "base/GeoPoint.h"
#include "base/Result.h"
#include "domain/LocalText.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <simdjson.h>
#include <string>
#include <string_view>

namespace zs::protocol {

/// One file of a pack: parsed, at most 64 MB.
class JsonFile {
public:
    JsonFile(const std::filesystem::path& dir, std::string name);
    /// Text that is in memory already; `area` begins the codes of its errors ("calendar.json", "calendar.field").
    JsonFile(std::string area, std::string name, std::string_view text);
    const std::string& name() const { return m_name; }
    const std::optional<Error>& error() const { return m_error; }
    simdjson::dom::element root() const { return m_root; }

    /// Keeps the first one. `entry` is 1-based, 0: the file as a whole.
    void wrong(std::size_t entry, std::string_view field, std::string_view what);
    bool good() const { return !m_error; }

private:
    std::string m_area = "citypack";
    std::string m_name;
    std::optional<Error> m_error;
    simdjson::padded_string m_bytes;
    simdjson::dom::parser m_parser;
    simdjson::dom::element m_root;
};

/// One entry of a file. Keys that aren't asked for are ignored (a newer pack may have more).
class JsonEntry {
public:
    JsonEntry(JsonFile& file, std::size_t number, simdjson::dom::element element);

    /// UTF-8 without control characters, 1…max code points (0 allowed with `Empty::Allowed`).
    enum class Empty { Refused, Allowed };
    static bool isText(std::string_view value, std::size_t max);
    std::string text(const char* key, std::size_t max, Empty empty = Empty::Refused);
    domain::LocalText local(const char* key, std::size_t max, Empty empty = Empty::Refused);
    std::int64_t number(const char* key, std::int64_t min, std::int64_t max);
    GeoPoint point(const char* key);
    simdjson::dom::array array(const char* key, std::size_t max);
    bool has(const char* key) const; ///< for keys that may be left out
    JsonEntry object(const char* key);
    /// Polygon or MultiPolygon; `pointBudget` is shared by a file and counts down.
    /// Rings that don't come back to their first point are an error, or (others' files) closed here;
    /// then rings of fewer than three points come through too, and the caller drops them.
    enum class OpenRings { Refused, Closed };
    GeoShape geometry(const char* key, std::size_t& pointBudget, OpenRings open = OpenRings::Refused);

    template <class Enum, std::size_t N>
    Enum word(const char* key, const std::array<std::string_view, N>& names) {
        const std::string_view found = view(key);
        for (std::size_t i = 0; i < N; ++i) {
            if (names[i] == found)
                return static_cast<Enum>(i);
        }
        wrong(key, "holds a word that isn't known");
        return {};
    }

    std::string_view view(const char* key); ///< unchecked text
    void wrong(std::string_view field, std::string_view what) { m_file.wrong(m_number, field, what); }
    bool good() const { return m_file.good(); }
    std::size_t entry() const { return m_number; }

private:
    bool checkText(std::string_view key, std::string_view value, std::size_t max, Empty empty);
    bool ring(simdjson::dom::element element, GeoRing& out, std::size_t& budget, OpenRings open);
    bool polygon(simdjson::dom::element element, GeoPolygon& out, std::size_t& budget, OpenRings open);

    JsonFile& m_file;
    std::size_t m_number;
    simdjson::dom::object m_object;
};

} // namespace zs::protocol
