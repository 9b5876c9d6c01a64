// Checks a journal from its first event to its last; what `zhongshu-admin journal verify` says.
#pragma once

#include "base/Result.h"
#include "gateway/journal/Chain.h"

#include <filesystem>
#include <optional>
#include <string>

namespace zs::gateway {

struct Verified {
    std::int64_t events = 0; ///< that are whole, from the first on
    Hash head{};             ///< hash of the last whole event
    std::int64_t cases = 0;  ///< states that were compared with the fold of their events
    std::int64_t duties = 0; ///< the same of other subjects
    std::int64_t references = 0; ///< published contents whose hash is the one that their event says
    struct Fault {
        Seq seq = 0;          ///< first event that doesn't fit; for a state the case's last event
        std::string sentence;
    };
    std::optional<Fault> fault;

    bool isWhole() const { return !fault; }
};

/// Reads DATA/journal.sqlite, also while a gateway writes to it. An Error means that it couldn't be read; what is wrong
/// inside is Verified::fault. Checks: seq without gaps, the hash chain, versions of each subject 1, 2, 3 …, that every
/// stored state is the fold of its events, and that published contents are those that were published.
Result<Verified> verifyJournal(const std::filesystem::path& data);

} // namespace zs::gateway
