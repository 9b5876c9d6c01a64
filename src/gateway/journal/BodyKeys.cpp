#include "gateway/journal/BodyKeys.h"

#include <cerrno>
#include <charconv>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <openssl/rand.h>
#include <sstream>
#include <unistd.h>

namespace zs::gateway {

namespace {

constexpr std::string_view firstLine = "zhongshu command keys 1";
constexpr std::size_t most = 2;

std::filesystem::path fileIn(const std::filesystem::path& folder) { return folder / "command.keys"; }

Unexpected broken(const std::filesystem::path& file, const std::string& why)
{
    return fail("keys.file", "The file " + file.string() + " " + why
                                 + ". It may be deleted: then only repeats of commands that were answered before are refused.");
}

std::optional<BodyKeys::Key> keyOf(std::string_view hex)
{
    BodyKeys::Key key{};
    if (hex.size() != 2 * key.size())
        return std::nullopt;
    for (std::size_t i = 0; i < key.size(); ++i) {
        const char* from = hex.data() + 2 * i;
        if (const auto [end, error] = std::from_chars(from, from + 2, key[i], 16); error != std::errc{} || end != from + 2)
            return std::nullopt;
    }
    return key;
}

/// Whole or not at all, also after a power cut; readable for the owner only from its first moment.
Result<void> replace(const std::filesystem::path& file, const std::string& content)
{
    const std::string fresh = file.string() + ".new";
    const auto failed = [&](int number) { return broken(file, std::string("can't be written: ") + std::strerror(number)); };
    ::unlink(fresh.c_str());
    const int out = ::open(fresh.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (out < 0)
        return failed(errno);
    const bool written = ::write(out, content.data(), content.size()) == static_cast<ssize_t>(content.size()) && ::fsync(out) == 0;
    const int number = errno;
    ::close(out);
    if (!written || ::rename(fresh.c_str(), file.c_str()) != 0) {
        ::unlink(fresh.c_str());
        return failed(written ? errno : number);
    }
    if (const int folder = ::open(file.parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC); folder >= 0) {
        ::fsync(folder);
        ::close(folder);
    }
    return {};
}

} // namespace

Result<std::vector<BodyKeys::Entry>> BodyKeys::read(const std::filesystem::path& file)
{
    std::error_code missing;
    if (!std::filesystem::exists(file, missing))
        return std::vector<Entry>{};
    std::ifstream in(file);
    std::string line;
    if (!std::getline(in, line) || line != firstLine)
        return broken(file, "isn't what it should be");
    std::vector<Entry> entries;
    while (entries.size() < most && std::getline(in, line)) {
        std::istringstream words(line);
        std::int64_t since = 0;
        std::string hex;
        std::optional<Key> key;
        if (words >> since >> hex)
            key = keyOf(hex);
        if (!key)
            return broken(file, "isn't what it should be");
        entries.push_back({fromUnixMillis(since), *key});
    }
    return entries;
}

Result<std::unique_ptr<BodyKeys>> BodyKeys::open(const std::filesystem::path& folder, TimePoint now)
{
    std::unique_ptr<BodyKeys> keys(new BodyKeys(fileIn(folder)));
    auto entries = read(keys->m_file);
    if (!entries)
        return Unexpected(entries.error());
    keys->m_entries = std::move(*entries);
    if (auto renewed = keys->renewIfDue(now); !renewed)
        return Unexpected(renewed.error());
    return keys;
}

Result<std::optional<BodyKeys::Key>> BodyKeys::presentIn(const std::filesystem::path& folder)
{
    auto entries = read(fileIn(folder));
    if (!entries)
        return Unexpected(entries.error());
    return entries->empty() ? std::optional<Key>() : std::optional(entries->front().key);
}

Result<void> BodyKeys::renewIfDue(TimePoint now)
{
    const std::lock_guard lock(m_mutex);
    std::vector<Entry> entries = m_entries;
    // After a long time off even the key that was the present one is too old to be kept as the one before.
    std::erase_if(entries, [now](const Entry& e) { return e.since <= now - 2 * lifetime; });
    if (entries.empty() || entries.front().since <= now - lifetime) {
        Entry fresh{now, {}};
        if (RAND_bytes(fresh.key.data(), static_cast<int>(fresh.key.size())) != 1)
            return fail("keys.random", "The system gives no random numbers for a key.");
        entries.insert(entries.begin(), fresh);
    } else if (entries.size() == m_entries.size()) {
        return {};
    }
    if (entries.size() > most)
        entries.resize(most);
    std::string content = std::string(firstLine) + "\n";
    for (const Entry& entry : entries)
        content += std::to_string(toUnixMillis(entry.since)) + " " + toHex(entry.key) + "\n";
    if (auto written = replace(m_file, content); !written)
        return written;
    m_entries = std::move(entries);
    return {};
}

BodyMarks BodyKeys::marksOf(Sha256& sha, const Hash& body) const
{
    std::vector<Entry> entries;
    {
        const std::lock_guard lock(m_mutex);
        entries = m_entries;
    }
    BodyMarks marks{mark(sha, entries.front().key, body), {}, entries.back().since};
    if (entries.size() > 1)
        marks.earlier = mark(sha, entries.back().key, body);
    return marks;
}

Hash BodyKeys::mark(Sha256& sha, const Key& key, const Hash& body)
{
    constexpr std::size_t block = 64; // of SHA-256
    const auto padded = [&key](char with) {
        std::string pad(block, with);
        for (std::size_t i = 0; i < key.size(); ++i)
            pad[i] = static_cast<char>(static_cast<unsigned char>(with) ^ key[i]);
        return pad;
    };
    sha.start();
    sha.add(padded(0x36));
    sha.add(body);
    const Hash inner = sha.finish();
    sha.start();
    sha.add(padded(0x5c));
    sha.add(inner);
    return sha.finish();
}

} // namespace zs::gateway
