// Compression of what crosses the wire (zstd) and of map tiles (gzip). Unpacking has a limit: bytes from outside
// may claim any size.
#pragma once

#include "base/Result.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace zs::storage {

Result<std::string> zstdCompress(std::string_view bytes, int level);
/// Fails with "zstd.limit" rather than make more than `limit` bytes.
Result<std::string> zstdDecompress(std::string_view bytes, std::size_t limit);
Result<std::string> gzip(std::string_view bytes);
Result<std::string> gunzip(std::string_view bytes, std::size_t limit);

} // namespace zs::storage
