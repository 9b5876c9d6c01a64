// Writes structs with fields() as compact JSON. Hand-written on std::to_chars: 4-8 times quicker than QJsonDocument.
#pragma once

#include "base/Clock.h"
#include "base/GeoPoint.h"
#include "base/StrongId.h"
#include "domain/Schema.h"

#include <algorithm>
#include <array>
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

template <class T>
inline constexpr bool isStrongId = false;
template <class Tag, class Rep>
inline constexpr bool isStrongId<StrongId<Tag, Rep>> = true;

/// What is written in a bounded number of bytes and without an escape.
template <class T>
concept Word = std::is_arithmetic_v<T> || std::is_enum_v<T> || std::same_as<T, TimePoint> || std::same_as<T, Millis> || isStrongId<T>;

class JsonWriter {
public:
    explicit JsonWriter(std::string& out) : m_out(out) {}

    void beginObject() { m_out.push_back('{'); m_first = true; }
    void endObject() { m_out.push_back('}'); m_first = false; }
    /// `name` is a word of the protocol: nothing in it needs an escape.
    void key(std::string_view name)
    {
        std::array<char, roomOfKey> text;
        if (name.size() <= longestName) {
            append(text.data(), putKey(text.data(), name));
        } else {
            append(text.data(), putKey(text.data(), {}) - 2);
            m_out.append(name).append("\":");
        }
    }

    /// The visitor call of Schema.h. An optional field that is empty isn't written: readers leave it as it was made.
    template <class T>
    void operator()(std::string_view name, const T& value, domain::Rule rule = {})
    {
        if (rule.presence == domain::Presence::Optional && isEmpty(value))
            return;
        if constexpr (Word<T>) {
            if (name.size() <= longestName) { // at once with its name: such fields are most of a state
                std::array<char, roomOfKey + roomOf<T>()> text;
                append(text.data(), put(putKey(text.data(), name), value));
                return;
            }
        }
        key(name);
        this->value(value);
    }

    template <Word T>
    void value(const T& word)
    {
        std::array<char, roomOf<T>()> text;
        append(text.data(), put(text.data(), word));
    }
    void value(std::string_view text) { appendJsonString(m_out, text); }
    void value(const std::string& text) { appendJsonString(m_out, text); }
    void value(const char* text) { appendJsonString(m_out, text); }
    void value(GeoPoint p)
    {
        m_out.push_back('[');
        value(p.lon);
        m_out.push_back(',');
        value(p.lat);
        m_out.push_back(']');
    }
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
    template <class T>
    static consteval bool saysNone()
    {
        if constexpr (std::is_enum_v<T>)
            return enumNames(T{})[0] == "none";
        else
            return false;
    }

    // Of enums only those that can say "none" are left out, when they do: which of the others' names is the default is the
    // struct's own matter.
    template <class T>
    static bool isEmpty(const T& value)
    {
        if constexpr (requires { value.has_value(); })
            return !value.has_value();
        else if constexpr (requires { value.empty(); })
            return value.empty();
        else if constexpr (std::integral<T> || std::same_as<T, TimePoint> || requires { value.isNone(); } || saysNone<T>())
            return value == T{};
        else
            return false;
    }

    /// No field of ours has a longer name; a longer one is written all the same.
    static constexpr std::size_t longestName = 40;
    static constexpr std::size_t roomOfKey = longestName + 4;

    void append(const char* from, const char* to) { m_out.append(from, static_cast<std::size_t>(to - from)); }

    char* putKey(char* at, std::string_view name)
    {
        if (!m_first)
            *at++ = ',';
        m_first = false;
        *at++ = '"';
        at = std::copy(name.begin(), name.end(), at);
        *at++ = '"';
        *at++ = ':';
        return at;
    }

    /// The most bytes that put() writes.
    template <class T>
    static consteval std::size_t roomOf()
    {
        std::size_t room = 32; // of any number, a double too
        if constexpr (std::is_enum_v<T>)
            for (const std::string_view name : enumNames(T{}))
                room = std::max(room, name.size() + 2);
        return room;
    }

    template <Word T>
    static char* put(char* at, const T& word)
    {
        if constexpr (std::same_as<T, bool>) {
            const std::string_view text = word ? "true" : "false";
            return std::copy(text.begin(), text.end(), at);
        } else if constexpr (std::is_enum_v<T>) {
            static constexpr auto names = enumNames(T{});
            const std::string_view name = names[static_cast<std::size_t>(word)]; // a word of the protocol, as key()
            *at++ = '"';
            at = std::copy(name.begin(), name.end(), at);
            *at++ = '"';
            return at;
        } else if constexpr (std::same_as<T, TimePoint>) {
            return put(at, toUnixMillis(word));
        } else if constexpr (std::same_as<T, Millis>) {
            return put(at, static_cast<std::int64_t>(word.count()));
        } else if constexpr (isStrongId<T>) {
            return put(at, word.value);
        } else {
            return std::to_chars(at, at + roomOf<T>(), word).ptr;
        }
    }

    std::string& m_out;
    bool m_first = true;
};

} // namespace zs::protocol
