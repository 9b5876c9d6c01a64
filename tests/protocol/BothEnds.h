// The same text through the console's parser and through the gateway's.
#pragma once

#include "gateway/json/SimdjsonValue.h"
#include "protocol/Messages.h"
#include "protocol/QtJsonValue.h"

#include <QJsonDocument>
#include <QJsonParseError>

namespace zs::protocol::test {

/// `read` is called with the parsed value of either kind and answers a Result<T>.
template <class T, class Read>
Result<T> atConsole(const std::string& text, Read&& read)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(QByteArray::fromStdString(text), &error);
    if (error.error != QJsonParseError::NoError)
        return fail("json.form", "");
    return read(QtJsonValue(document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object())));
}

template <class T, class Read>
Result<T> atGateway(const std::string& text, Read&& read)
{
    gateway::JsonParser parser;
    auto value = parser.parse(text);
    if (!value)
        return Unexpected(value.error());
    return read(*value);
}

inline const auto asCommand = [](const auto& v) { return readCommand(v); };
inline const auto asEvent = [](const auto& v) { return readEvent(v); };
inline const auto asReply = [](const auto& v) { return readReply(v); };
inline const auto asStream = [](const auto& v) { return readStreamMessage(v); };

/// Fills every field of a struct with the longest that its Rule allows; field number `over` gets one more.
class Filler {
public:
    explicit Filler(std::size_t over = SIZE_MAX) : m_over(over) {}

    template <class T>
    void operator()(std::string_view, T& out, domain::Rule rule = {}) { fill(out, rule); }
    std::size_t limitedFields() const { return m_index; }

private:
    std::size_t lengthOf(domain::Rule rule) { return rule.max + (m_index++ == m_over ? 1 : 0); }

    void fill(std::string& out, domain::Rule rule)
    {
        out.clear();
        for (std::size_t i = lengthOf(rule); i > 0; --i)
            out += i % 3 == 0 ? "\U0001F6A7" : i % 3 == 1 ? "障" : "\\";
    }
    template <class T>
    void fill(std::vector<T>& out, domain::Rule rule)
    {
        out.assign(lengthOf(rule), T{});
        for (T& item : out)
            fill(item, domain::Rule{});
    }
    template <class Tag, class Rep>
    void fill(StrongId<Tag, Rep>& out, domain::Rule) { out.value = std::numeric_limits<Rep>::max() / 2; }
    template <std::integral I>
    void fill(I& out, domain::Rule) { out = std::numeric_limits<I>::max() / 2; }
    void fill(GeoPoint& out, domain::Rule) { out = {113.75123456789012, -22.1}; }
    void fill(TimePoint& out, domain::Rule) { out = fromUnixMillis(1'772'440'860'123); }
    void fill(Millis& out, domain::Rule) { out = Millis(86'400'000); }
    template <class E>
        requires std::is_enum_v<E>
    void fill(E& out, domain::Rule) { out = static_cast<E>(enumNames(E{}).size() - 1); }
    template <class T>
    void fill(std::optional<T>& out, domain::Rule rule) { fill(out.emplace(), rule); }
    template <class T>
        requires requires(Filler& f, T& t) { T::fields(f, t); }
    void fill(T& out, domain::Rule) { T::fields(*this, out); }

    std::size_t m_over, m_index = 0;
};

template <class T>
T filled(std::size_t over = SIZE_MAX)
{
    T out{};
    Filler filler(over);
    T::fields(filler, out);
    return out;
}

template <class T>
std::size_t limitedFields()
{
    T out{};
    Filler filler;
    T::fields(filler, out);
    return filler.limitedFields();
}

/// Calls `f` with a filled one of each alternative of a variant.
template <class Variant, class F, std::size_t I = 0>
void eachAlternative(F&& f)
{
    if constexpr (I < std::variant_size_v<Variant>) {
        f.template operator()<std::variant_alternative_t<I, Variant>>();
        eachAlternative<Variant, F, I + 1>(std::forward<F>(f));
    }
}

} // namespace zs::protocol::test
