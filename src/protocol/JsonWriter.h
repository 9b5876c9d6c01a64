// Writes structs with fields() as compact JSON. Hand-written on std::to_chars: 4-8 times quicker than QJsonDocument.
#pragma once

#include "base/Clock.h"
#include "base/GeoPoint.h"
#include "base/StrongId.h"
#include "domain/Schema.h"

#include <charconv>
#include <concepts>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace zs::protocol {

/// Appends `text` as a JSON string with quotes. `text` must be UTF-8.
void appendJsonString(std::string& out, std::string_view text);

class JsonWriter {
public:
    explicit JsonWriter(std::string& out) : m_out(out) {}

    void beginObject() { m_out.push_back('{'); m_first = true; }
    void endObject() { m_out.push_back('}'); m_first = false; }
    void key(std::string_view name)
    {
        if (!m_first)
            m_out.push_back(',');
        m_first = false;
        appendJsonString(m_out, name);
        m_out.push_back(':');
    }

    /// The visitor call of Schema.h. An optional field that is empty isn't written: readers leave it as it was made.
    template <class T>
    void operator()(std::string_view name, const T& value, domain::Rule rule = {})
    {
        if (rule.presence == domain::Presence::Optional && isEmpty(value))
            return;
        key(name);
        this->value(value);
    }

    void value(bool b) { m_out.append(b ? "true" : "false"); }
    void value(std::string_view text) { appendJsonString(m_out, text); }
    void value(const std::string& text) { appendJsonString(m_out, text); }
    void value(const char* text) { appendJsonString(m_out, text); }
    void value(double number) { appendNumber(number); }
    template <std::integral I>
        requires(!std::same_as<I, bool>)
    void value(I number) { appendNumber(number); }
    template <class Tag, class Rep>
    void value(StrongId<Tag, Rep> id) { appendNumber(id.value); }
    void value(TimePoint t) { appendNumber(toUnixMillis(t)); }
    void value(Millis d) { appendNumber(static_cast<std::int64_t>(d.count())); }
    void value(GeoPoint p)
    {
        m_out.push_back('[');
        appendNumber(p.lon);
        m_out.push_back(',');
        appendNumber(p.lat);
        m_out.push_back(']');
    }
    template <class E>
        requires std::is_enum_v<E>
    void value(E e) { appendJsonString(m_out, enumNames(e)[static_cast<std::size_t>(e)]); }
    template <class T>
    void value(const std::vector<T>& items)
    {
        m_out.push_back('[');
        bool first = true;
        for (const T& item : items) {
            if (!first)
                m_out.push_back(',');
            first = false;
            value(item);
        }
        m_out.push_back(']');
        m_first = false;
    }
    template <class T>
    void value(const std::optional<T>& item)
    {
        if (item)
            value(*item);
        else
            m_out.append("null");
    }
    template <class T>
        requires requires(JsonWriter& w, const T& t) { T::fields(w, t); }
    void value(const T& object)
    {
        beginObject();
        T::fields(*this, object);
        endObject();
    }

private:
    // Enums are always written: which of their names is the default is the struct's own matter.
    template <class T>
    static bool isEmpty(const T& value)
    {
        if constexpr (requires { value.has_value(); })
            return !value.has_value();
        else if constexpr (requires { value.empty(); })
            return value.empty();
        else if constexpr (std::integral<T> || std::same_as<T, TimePoint> || requires { value.isNone(); })
            return value == T{};
        else
            return false;
    }

    template <class N>
    void appendNumber(N number)
    {
        char buffer[40];
        const auto end = std::to_chars(buffer, buffer + sizeof buffer, number);
        m_out.append(buffer, end.ptr);
    }

    std::string& m_out;
    bool m_first = true;
};

} // namespace zs::protocol
