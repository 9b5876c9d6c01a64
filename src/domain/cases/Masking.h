// Masking of a reporter's identity (PRIVACY.md, "Display").
#pragma once

#include <string>
#include <string_view>

namespace zs::domain {

/// 王小明 → 王*, John Smith → J*; empty stays empty.
std::string maskName(std::string_view name);
/// 13812345678 → 138****5678; shorter numbers keep at most their last two digits.
std::string maskPhone(std::string_view phone);

} // namespace zs::domain
