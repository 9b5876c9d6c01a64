// Reading and replacing small files whole.
#pragma once

#include "base/Result.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace zs::pki {

enum class Access {
    Public, ///< 0644
    Secret, ///< 0600
};

/// At most 1 MB.
Result<std::string> readFile(const std::filesystem::path& file);

/// Replaces the file in one step: a reader sees the old content or the new, and after a power cut one of the two is
/// there. The file never exists with more rights than `access` gives.
Result<void> replaceFile(const std::filesystem::path& file, std::string_view content, Access access);

/// Makes the folder (0700) and those above it.
Result<void> makeSecretFolder(const std::filesystem::path& folder);

} // namespace zs::pki
