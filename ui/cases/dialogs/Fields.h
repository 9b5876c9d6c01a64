// Short hands for the fields of forms.
#pragma once

#include "ui/cases/Capital.h"
#include "ui/cases/dialogs/Form.h"

#include <array>
#include <iterator>

namespace zs::cases::fields {

/// One of an enumeration's values, in the order of `values`; read with chosen().
template <std::size_t N, class Enum, class Words>
FormField choice(const char* id, const QString& label, const std::array<Enum, N>& values, Words words, Enum first)
{
    FormField field;
    field.kind = FormField::Kind::Choice;
    field.id = id;
    field.label = label;
    for (std::size_t i = 0; i < N; ++i) {
        field.choices << capital(words(values[i]));
        if (values[i] == first) field.chosen = static_cast<int>(i);
    }
    return field;
}

template <std::size_t N, class Enum>
Enum chosen(const FormValues& values, const char* id, const std::array<Enum, N>& all)
{
    return all[std::min(static_cast<std::size_t>(values.choice(id)), N - 1)];
}

inline FormField span(const char* id, const QString& label, domain::LimitSpan first)
{
    FormField field;
    field.kind = FormField::Kind::Span;
    field.id = id;
    field.label = label;
    field.span = first;
    return field;
}

inline FormField until(const char* id, const QString& label)
{
    FormField field;
    field.kind = FormField::Kind::Until;
    field.id = id;
    field.label = label;
    return field;
}

inline FormField pick(FormField::Kind kind, const char* id, const QString& label, std::vector<PickItem> items,
                      std::vector<quint64> first = {})
{
    FormField field;
    field.kind = kind;
    field.id = id;
    field.label = label;
    field.items = std::move(items);
    field.picked = std::move(first);
    return field;
}

inline FormField optional(FormField field)
{
    field.need = FormField::Need::Optional;
    return field;
}

} // namespace zs::cases::fields
