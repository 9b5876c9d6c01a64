// Fits Qt's JSON to JsonReader.h. For the console and tools; the gateway parses with simdjson.
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>

#include <cmath>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace zs::protocol {

class QtJsonValue {
public:
    explicit QtJsonValue(QJsonValue value) : m_value(std::move(value)) {}

    bool isObject() const { return m_value.isObject(); }
    bool isNull() const { return m_value.isNull(); }
    std::optional<QtJsonValue> member(std::string_view name) const
    {
        const QJsonObject object = m_value.toObject();
        const auto it = object.constFind(QUtf8StringView(name.data(), static_cast<qsizetype>(name.size())).toString());
        return it == object.constEnd() ? std::nullopt : std::optional(QtJsonValue(it.value()));
    }
    std::size_t memberCount() const { return static_cast<std::size_t>(m_value.toObject().size()); }
    std::optional<bool> boolean() const { return m_value.isBool() ? std::optional(m_value.toBool()) : std::nullopt; }
    std::optional<double> number() const { return m_value.isDouble() ? std::optional(m_value.toDouble()) : std::nullopt; }
    std::optional<std::int64_t> integer() const
    {
        if (!m_value.isDouble())
            return std::nullopt;
        // toInteger() answers the default for fractions and what doesn't fit: two different defaults tell.
        const qint64 a = m_value.toInteger(1), b = m_value.toInteger(2);
        return a == b ? std::optional<std::int64_t>(a) : std::nullopt;
    }
    std::optional<std::string> text() const
    {
        return m_value.isString() ? std::optional(m_value.toString().toStdString()) : std::nullopt;
    }
    template <class F>
    bool eachElement(F&& f) const
    {
        if (!m_value.isArray())
            return false;
        const QJsonArray array = m_value.toArray();
        for (const QJsonValue& v : array)
            if (!f(QtJsonValue(v)))
                break;
        return true;
    }

private:
    QJsonValue m_value;
};

} // namespace zs::protocol
