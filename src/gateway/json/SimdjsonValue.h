// Fits simdjson's DOM to protocol/JsonReader.h: how the gateway reads what comes from outside. Values point into the
// parser that made them and die with its next parse.
#pragma once

#include "base/Result.h"

#include <cstdint>
#include <optional>
#include <simdjson.h>
#include <string>
#include <string_view>

namespace zs::gateway {

class SimdjsonValue {
public:
    explicit SimdjsonValue(simdjson::dom::element element) : m_element(element) {}

    bool isObject() const { return m_element.is_object(); }
    bool isNull() const { return m_element.is_null(); }
    /// Of a name that stands twice the first; memberCount() counts both, so a strict reader refuses.
    std::optional<SimdjsonValue> member(std::string_view name) const
    {
        simdjson::dom::object object;
        if (m_element.get(object) != simdjson::SUCCESS)
            return std::nullopt;
        for (const auto field : object)
            if (field.key == name)
                return SimdjsonValue(field.value);
        return std::nullopt;
    }
    std::size_t memberCount() const
    {
        simdjson::dom::object object;
        if (m_element.get(object) != simdjson::SUCCESS)
            return 0;
        // size() saturates at 2^24-1, far beyond any body that is let in.
        return object.size();
    }
    std::optional<bool> boolean() const { return scalar<bool>(); }
    std::optional<double> number() const { return scalar<double>(); }
    std::optional<std::int64_t> integer() const
    {
        if (m_element.is_int64())
            return scalar<std::int64_t>();
        double number = 0; // 7.0 and 7e0 are whole numbers too, as on the console's side
        if (!m_element.is_double() || m_element.get(number) != simdjson::SUCCESS)
            return std::nullopt;
        if (!(number >= -9.2e18 && number <= 9.2e18) || number != static_cast<double>(static_cast<std::int64_t>(number)))
            return std::nullopt;
        return static_cast<std::int64_t>(number);
    }
    std::optional<std::string> text() const
    {
        std::string_view view;
        if (m_element.get(view) != simdjson::SUCCESS)
            return std::nullopt;
        return std::string(view);
    }
    template <class F>
    bool eachElement(F&& f) const
    {
        simdjson::dom::array array;
        if (m_element.get(array) != simdjson::SUCCESS)
            return false;
        for (const simdjson::dom::element e : array)
            if (!f(SimdjsonValue(e)))
                break;
        return true;
    }

private:
    template <class T>
    std::optional<T> scalar() const
    {
        T value{};
        return m_element.get(value) == simdjson::SUCCESS ? std::optional<T>(value) : std::nullopt;
    }

    simdjson::dom::element m_element;
};

/// One parser with its memory, kept for the next text. Not thread-safe.
class JsonParser {
public:
    /// Deeper nesting is refused: no message of ours has more than six levels.
    static constexpr std::size_t maxDepth = 32;

    /// The answer lives until the next parse(). Fails with "json.form".
    Result<SimdjsonValue> parse(std::string_view text)
    {
        if (m_parser.capacity() < text.size() || m_parser.max_depth() != maxDepth) {
            if (m_parser.allocate(text.size() < 4096 ? 4096 : text.size(), maxDepth) != simdjson::SUCCESS)
                return fail("json.memory", "There isn't enough memory to read the JSON.");
        }
        simdjson::dom::element root;
        if (m_parser.parse(text.data(), text.size()).get(root) != simdjson::SUCCESS)
            return fail("json.form", "This isn't well-formed JSON in UTF-8.");
        return SimdjsonValue(root);
    }

private:
    simdjson::dom::parser m_parser;
};

} // namespace zs::gateway
