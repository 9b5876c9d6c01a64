// A fingerprint of the fields that a struct tells (domain/Schema.h). Files in Binary.h's form hold no field names: when a
// field is added or moved the fingerprint changes, and an older file is known as such.
#pragma once

#include "base/Clock.h"
#include "base/GeoPoint.h"
#include "base/StrongId.h"
#include "domain/Schema.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace zs::session {

class Shape {
public:
    template <class T>
    static std::uint64_t of()
    {
        Shape shape;
        T object{};
        shape.value(object);
        return shape.m_hash;
    }

    template <class T>
    void operator()(std::string_view name, const T& v, domain::Rule = {})
    {
        mix(name);
        value(v);
    }

private:
    template <class T>
    void value(const T& v)
    {
        if constexpr (requires { T::fields(*this, v); })
            T::fields(*this, v);
        else if constexpr (std::is_same_v<T, std::string>)
            mix("text");
        else if constexpr (requires { typename T::value_type; }) { // a vector or an optional: what it holds counts
            mix("some");
            value(typename T::value_type{});
        }
        else if constexpr (std::is_enum_v<T>)
            for (const std::string_view word : enumNames(T{}))
                mix(word);
        else
            mix(std::string_view(kindOf<T>()));
    }
    template <class T>
    static constexpr const char* kindOf()
    {
        return std::is_floating_point_v<T> ? "real" : std::is_signed_v<T> ? "signed" : std::is_integral_v<T> ? "count" : "other";
    }
    void mix(std::string_view text) // FNV-1a, with an end mark
    {
        for (const char c : text)
            m_hash = (m_hash ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
        m_hash = (m_hash ^ 0xff) * 0x100000001b3u;
    }

    std::uint64_t m_hash = 0xcbf29ce484222325u;
};

} // namespace zs::session
