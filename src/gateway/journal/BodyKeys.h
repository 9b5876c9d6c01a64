// What the journal keeps of a command's bytes, to know a repeated one: a mark made with a key that is thrown away. A plain hash
// could be computed back by trying names and numbers, long after a reporter was erased (docs/adr/0003).
//
//   DATA/command.keys   0600, the present key and the one before; whoever deletes it (gateway stopped) makes every mark meaningless
#pragma once

#include "base/Clock.h"
#include "base/Result.h"
#include "gateway/journal/Chain.h"

#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

namespace zs::gateway {

/// A command's mark under each key that is still there.
struct BodyMarks {
    Hash present{};              ///< what is kept
    std::optional<Hash> earlier; ///< what was kept for it under the key before
    TimePoint since{};           ///< marks from before this can't be told any more: their key is gone
};

/// Any thread.
class BodyKeys {
public:
    using Key = std::array<std::uint8_t, 32>;
    /// A key makes marks for so long and is thrown away after as long again: a mark means something for 7 to 14 days.
    static constexpr std::chrono::days lifetime{7};

    /// Reads the file, or makes it; renews what is due. Fails with "keys.file".
    static Result<std::unique_ptr<BodyKeys>> open(const std::filesystem::path& folder, TimePoint now);
    /// The present key, none if there is no file.
    static Result<std::optional<Key>> presentIn(const std::filesystem::path& folder);

    /// Throws away what is older than its time; to be called now and then.
    Result<void> renewIfDue(TimePoint now);
    BodyMarks marksOf(Sha256& sha, const Hash& body) const;

    /// HMAC-SHA-256.
    static Hash mark(Sha256& sha, const Key& key, const Hash& body);

private:
    struct Entry {
        TimePoint since{};
        Key key{};
    };
    explicit BodyKeys(std::filesystem::path file) : m_file(std::move(file)) {}
    static Result<std::vector<Entry>> read(const std::filesystem::path& file);

    const std::filesystem::path m_file;
    mutable std::mutex m_mutex;
    std::vector<Entry> m_entries; ///< newest first, one or two
};

} // namespace zs::gateway
