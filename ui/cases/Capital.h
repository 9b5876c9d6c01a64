// Words of facts are written as within a sentence; where one begins a cell, it begins with a capital. Chinese is left alone.
#pragma once

#include <QString>

namespace zs::cases {

inline QString capital(QString text)
{
    if (!text.isEmpty()) text[0] = text[0].toUpper();
    return text;
}

} // namespace zs::cases
