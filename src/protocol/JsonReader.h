// Reads structs with fields() out of parsed JSON, whichever parser made it: Qt's on the console (QtJsonValue.h), simdjson on
// the gateway. A parser is fitted by an adapter `Value` with:
//     std::optional<Value> member(std::string_view) const;   bool isObject() const;   bool isNull() const;
//     std::size_t memberCount() const;                        // of an object
//     std::optional<bool> boolean() const;                    std::optional<double> number() const;
//     std::optional<std::int64_t> integer() const;            // whole numbers in range only
//     std::optional<std::string> text() const;                // well-formed UTF-8
//     template <class F> bool eachElement(F&&) const;         // false: not an array; F returns false to stop
#pragma once

#include "base/Clock.h"
#include "base/GeoPoint.h"
#include "base/Result.h"
#include "base/StrongId.h"
#include "base/Utf8.h"
#include "domain/Schema.h"

#include <cmath>
#include <concepts>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

namespace zs::protocol {

/// What to do with members that the struct doesn't know: commands refuse them, events (from a newer gateway) ignore them.
enum class UnknownMembers { Ignore, Refuse };

template <class Value>
class JsonFieldReader {
public:
    JsonFieldReader(const Value& object, UnknownMembers unknown) : m_object(object), m_unknown(unknown)
    {
        if (!object.isObject())
            bad("", "must be an object");
    }

    /// The visitor call of Schema.h.
    template <class T>
    void operator()(std::string_view name, T& out, domain::Rule rule = {})
    {
        if (m_error)
            return;
        const auto member = m_object.member(name);
        if (member)
            ++m_seen;
        if (!member || member->isNull()) {
            if (rule.presence == domain::Presence::Required)
                bad(name, "is missing");
            return;
        }
        read(name, *member, out, rule);
    }

    Result<void> finish()
    {
        if (!m_error && m_unknown == UnknownMembers::Refuse && m_object.memberCount() > m_seen)
            bad("", "has members that aren't known here");
        if (m_error)
            return Unexpected(*m_error);
        return {};
    }

private:
    void bad(std::string_view name, std::string_view what)
    {
        std::string sentence = name.empty() ? std::string("The object") : "Field \"" + std::string(name) + "\"";
        m_error = Error{"json.field", sentence + " " + std::string(what) + "."};
    }

    void read(std::string_view name, const Value& v, bool& out, domain::Rule)
    {
        if (const auto b = v.boolean())
            out = *b;
        else
            bad(name, "must be true or false");
    }
    void read(std::string_view name, const Value& v, double& out, domain::Rule)
    {
        if (const auto n = v.number())
            out = *n;
        else
            bad(name, "must be a number");
    }
    template <std::integral I>
        requires(!std::same_as<I, bool>)
    void read(std::string_view name, const Value& v, I& out, domain::Rule)
    {
        const auto n = v.integer();
        if (!n || !std::in_range<I>(*n))
            return bad(name, "must be a whole number in its range");
        out = static_cast<I>(*n);
    }
    template <class Tag, class Rep>
    void read(std::string_view name, const Value& v, StrongId<Tag, Rep>& out, domain::Rule rule)
    {
        read(name, v, out.value, rule);
    }
    void read(std::string_view name, const Value& v, TimePoint& out, domain::Rule rule)
    {
        std::int64_t ms = 0;
        read(name, v, ms, rule);
        out = fromUnixMillis(ms);
    }
    void read(std::string_view name, const Value& v, Millis& out, domain::Rule rule)
    {
        std::int64_t ms = 0;
        read(name, v, ms, rule);
        out = Millis(ms);
    }
    void read(std::string_view name, const Value& v, std::string& out, domain::Rule rule)
    {
        auto text = v.text();
        if (!text)
            return bad(name, "must be a text in UTF-8");
        // Bytes first: code points are only counted for what can be short enough.
        if (text->size() > rule.max * 4 || codePointCount(*text) > rule.max)
            return bad(name, "is longer than " + std::to_string(rule.max) + " characters");
        out = std::move(*text);
    }
    void read(std::string_view name, const Value& v, GeoPoint& out, domain::Rule)
    {
        double xy[2] = {0, 0};
        std::size_t n = 0;
        bool numbers = true;
        const bool isArray = v.eachElement([&](const Value& e) {
            const auto x = e.number();
            numbers = numbers && x && n < 2;
            if (numbers)
                xy[n] = *x;
            ++n;
            return numbers;
        });
        if (!isArray || !numbers || n != 2 || !(std::abs(xy[0]) <= 180) || !(std::abs(xy[1]) <= 90))
            return bad(name, "must be [longitude, latitude] in degrees");
        out = {xy[0], xy[1]};
    }
    template <class E>
        requires std::is_enum_v<E>
    void read(std::string_view name, const Value& v, E& out, domain::Rule)
    {
        const auto text = v.text();
        const auto names = enumNames(E{});
        for (std::size_t i = 0; text && i < names.size(); ++i)
            if (names[i] == *text) {
                out = static_cast<E>(i);
                return;
            }
        bad(name, "has a value that isn't known here");
    }
    template <class T>
    void read(std::string_view name, const Value& v, std::vector<T>& out, domain::Rule rule)
    {
        out.clear();
        const bool isArray = v.eachElement([&](const Value& e) {
            if (out.size() >= rule.max) {
                bad(name, "has more than " + std::to_string(rule.max) + " elements");
                return false;
            }
            T item{};
            read(name, e, item, domain::Rule{});
            out.push_back(std::move(item));
            return !m_error.has_value();
        });
        if (!isArray)
            bad(name, "must be a list");
    }
    template <class T>
    void read(std::string_view name, const Value& v, std::optional<T>& out, domain::Rule rule)
    {
        out.emplace();
        read(name, v, *out, rule);
    }
    template <class T>
        requires requires(JsonFieldReader& r, T& t) { T::fields(r, t); }
    void read(std::string_view name, const Value& v, T& out, domain::Rule)
    {
        if constexpr (requires { T::fromWholeNumber(std::int64_t{}); }) { // how older journals wrote it
            if (const auto number = v.integer()) {
                out = T::fromWholeNumber(*number);
                return;
            }
        }
        JsonFieldReader inner(v, m_unknown);
        T::fields(inner, out);
        if (auto done = inner.finish(); !done)
            m_error = Error{"json.field", "In \"" + std::string(name) + "\": " + done.error().sentence};
    }

    const Value& m_object;
    UnknownMembers m_unknown;
    std::size_t m_seen = 0;
    std::optional<Error> m_error;
};

template <class T, class Value>
Result<T> readJson(const Value& object, UnknownMembers unknown)
{
    T out{};
    JsonFieldReader<Value> reader(object, unknown);
    T::fields(reader, out);
    if (auto done = reader.finish(); !done)
        return Unexpected(done.error());
    return out;
}

/// Reads the alternative whose `name` is `wanted`.
template <class Variant, class Value, std::size_t I = 0>
Result<Variant> readJsonAlternative(std::string_view wanted, const Value& data, UnknownMembers unknown)
{
    if constexpr (I == std::variant_size_v<Variant>) {
        return fail("json.kind", "\"" + std::string(wanted.substr(0, 40)) + "\" isn't known here.");
    } else {
        using T = std::variant_alternative_t<I, Variant>;
        if (wanted != T::name)
            return readJsonAlternative<Variant, Value, I + 1>(wanted, data, unknown);
        auto read = readJson<T>(data, unknown);
        if (!read)
            return Unexpected(read.error());
        return Variant(std::move(*read));
    }
}

} // namespace zs::protocol
