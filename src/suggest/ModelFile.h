// A model as bytes and as a file, at most 5 MB, with its manifest as JSON beside it (NAME and NAME.json).
#pragma once

#include "base/Result.h"
#include "suggest/Model.h"
#include "suggest/Train.h"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace zs::suggest {

inline constexpr std::size_t kMaxModelBytes = 5'000'000;

/// The same model gives the same bytes.
std::string modelBytes(const Model& model);
/// Errors: "suggest.model" with what doesn't fit. Never trusts a length that stands in the bytes.
Result<std::shared_ptr<const Model>> readModel(std::string_view bytes);

std::string manifestJson(const Manifest& manifest);

/// Writes both; each appears whole or not at all. Errors: "suggest.write", "suggest.size".
Result<void> writeModel(const std::filesystem::path& file, const Trained& trained);
/// Errors: "suggest.file", "suggest.model".
Result<std::shared_ptr<const Model>> readModelFile(const std::filesystem::path& file);

} // namespace zs::suggest
