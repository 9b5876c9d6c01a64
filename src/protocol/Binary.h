// Structs with fields() as compact bytes, for files of our own on this machine (the console's cache). Not a wire format.
// Integers are LEB128 (signed ones zig-zag), texts are length and bytes. A reader never reads past its end and refuses
// lengths beyond the field's Rule.
#pragma once

#include "base/Clock.h"
#include "base/GeoPoint.h"
#include "base/StrongId.h"
#include "domain/Schema.h"

#include <bit>
#include <concepts>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace zs::protocol {

class BinaryWriter {
public:
    explicit BinaryWriter(std::string& out) : m_out(out) {}

    template <class T>
    void operator()(std::string_view, const T& v, domain::Rule = {}) { value(v); }

    void value(bool b) { m_out.push_back(b ? 1 : 0); }
    void value(const std::string& text)
    {
        unsignedNumber(text.size());
        m_out.append(text);
    }
    void value(double d)
    {
        char bytes[8];
        std::memcpy(bytes, &d, 8);
        m_out.append(bytes, 8);
    }
    template <std::unsigned_integral I>
        requires(!std::same_as<I, bool>)
    void value(I n) { unsignedNumber(n); }
    template <std::signed_integral I>
    void value(I n) { signedNumber(n); }
    template <class Tag, class Rep>
    void value(StrongId<Tag, Rep> id) { unsignedNumber(id.value); }
    void value(TimePoint t) { signedNumber(toUnixMillis(t)); }
    void value(Millis d) { signedNumber(d.count()); }
    void value(GeoPoint p) { value(p.lon); value(p.lat); }
    template <class E>
        requires std::is_enum_v<E>
    void value(E e) { m_out.push_back(static_cast<char>(e)); }
    template <class T>
    void value(const std::vector<T>& items)
    {
        unsignedNumber(items.size());
        for (const T& item : items)
            value(item);
    }
    template <class T>
    void value(const std::optional<T>& item)
    {
        value(item.has_value());
        if (item)
            value(*item);
    }
    template <class T>
        requires requires(BinaryWriter& w, const T& t) { T::fields(w, t); }
    void value(const T& object) { T::fields(*this, object); }

private:
    void unsignedNumber(std::uint64_t n)
    {
        while (n >= 0x80) {
            m_out.push_back(static_cast<char>(n | 0x80));
            n >>= 7;
        }
        m_out.push_back(static_cast<char>(n));
    }
    void signedNumber(std::int64_t n) { unsignedNumber((static_cast<std::uint64_t>(n) << 1) ^ static_cast<std::uint64_t>(n >> 63)); }

    std::string& m_out;
};

class BinaryReader {
public:
    explicit BinaryReader(std::string_view bytes) : m_bytes(bytes) {}

    template <class T>
    void operator()(std::string_view, T& v, domain::Rule rule = {}) { value(v, rule); }

    /// False once anything didn't fit; what was read then is worthless.
    bool ok() const { return m_ok; }
    bool atEnd() const { return m_at == m_bytes.size(); }

    void value(bool& b, domain::Rule = {}) { b = byte() != 0; }
    template <class T>
    void value(std::optional<T>& item, domain::Rule rule = {})
    {
        item.reset();
        if (byte() != 0)
            value(item.emplace(), rule);
    }
    void value(std::string& text, domain::Rule rule = {})
    {
        const std::uint64_t n = unsignedNumber();
        if (n > rule.max * 4 || n > m_bytes.size() - m_at)
            return failed();
        text.assign(m_bytes.substr(m_at, n));
        m_at += n;
    }
    void value(double& d, domain::Rule = {})
    {
        if (m_bytes.size() - m_at < 8)
            return failed();
        std::memcpy(&d, m_bytes.data() + m_at, 8);
        m_at += 8;
    }
    template <std::unsigned_integral I>
        requires(!std::same_as<I, bool>)
    void value(I& n, domain::Rule = {}) { n = static_cast<I>(unsignedNumber()); }
    template <std::signed_integral I>
    void value(I& n, domain::Rule = {}) { n = static_cast<I>(signedNumber()); }
    template <class Tag, class Rep>
    void value(StrongId<Tag, Rep>& id, domain::Rule = {}) { id.value = static_cast<Rep>(unsignedNumber()); }
    void value(TimePoint& t, domain::Rule = {}) { t = fromUnixMillis(signedNumber()); }
    void value(Millis& d, domain::Rule = {}) { d = Millis(signedNumber()); }
    void value(GeoPoint& p, domain::Rule = {}) { value(p.lon); value(p.lat); }
    template <class E>
        requires std::is_enum_v<E>
    void value(E& e, domain::Rule = {})
    {
        const std::uint8_t n = byte();
        if (n >= enumNames(E{}).size())
            return failed();
        e = static_cast<E>(n);
    }
    template <class T>
    void value(std::vector<T>& items, domain::Rule rule = {})
    {
        const std::uint64_t n = unsignedNumber();
        items.clear();
        if (n > rule.max)
            return failed();
        items.reserve(n);
        for (std::uint64_t i = 0; i < n && m_ok; ++i)
            value(items.emplace_back());
    }
    template <class T>
        requires requires(BinaryReader& r, T& t) { T::fields(r, t); }
    void value(T& object, domain::Rule = {}) { T::fields(*this, object); }

private:
    void failed()
    {
        m_ok = false;
        m_at = m_bytes.size();
    }
    std::uint8_t byte()
    {
        if (m_at >= m_bytes.size()) {
            failed();
            return 0;
        }
        return static_cast<std::uint8_t>(m_bytes[m_at++]);
    }
    std::uint64_t unsignedNumber()
    {
        std::uint64_t n = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            const std::uint8_t b = byte();
            n |= static_cast<std::uint64_t>(b & 0x7f) << shift;
            if (!(b & 0x80))
                return n;
        }
        failed();
        return 0;
    }
    std::int64_t signedNumber()
    {
        const std::uint64_t n = unsignedNumber();
        return static_cast<std::int64_t>(n >> 1) ^ -static_cast<std::int64_t>(n & 1);
    }

    std::string_view m_bytes;
    std::size_t m_at = 0;
    bool m_ok = true;
};

} // namespace zs::protocol
