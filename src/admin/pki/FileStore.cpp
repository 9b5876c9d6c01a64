#include "admin/pki/FileStore.h"

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace zs::pki {

namespace {

constexpr std::size_t largest = 1 << 20;

std::string reason(int number)
{
    return std::generic_category().message(number);
}

class Descriptor {
public:
    explicit Descriptor(int number) : m_number(number) {}
    ~Descriptor()
    {
        if (m_number >= 0) ::close(m_number);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int get() const { return m_number; }

private:
    int m_number;
};

bool writeAll(int descriptor, std::string_view content)
{
    while (!content.empty()) {
        const ssize_t written = ::write(descriptor, content.data(), content.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return false;
        content.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

} // namespace

Result<std::string> readFile(const std::filesystem::path& file)
{
    const Descriptor in(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
    if (in.get() < 0) {
        return fail("file.read", "The file " + file.string() + " can't be read: " + reason(errno) + ".");
    }
    std::string content;
    std::array<char, 8192> buffer;
    for (;;) {
        const ssize_t got = ::read(in.get(), buffer.data(), buffer.size());
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) {
            return fail("file.read", "The file " + file.string() + " can't be read: " + reason(errno) + ".");
        }
        if (got == 0) return content;
        content.append(buffer.data(), static_cast<std::size_t>(got));
        if (content.size() > largest) {
            return fail("file.size", "The file " + file.string() + " is larger than 1 MB.");
        }
    }
}

Result<void> replaceFile(const std::filesystem::path& file, std::string_view content, Access access)
{
    const std::string fresh = file.string() + ".new." + std::to_string(::getpid());
    const mode_t mode = access == Access::Secret ? 0600 : 0644;
    const auto failed = [&](int number) {
        ::unlink(fresh.c_str());
        return fail("file.write", "The file " + file.string() + " can't be written: " + reason(number) + ".");
    };
    {
        ::unlink(fresh.c_str());
        const Descriptor out(::open(fresh.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode));
        if (out.get() < 0) return failed(errno);
        // The umask may have taken rights away that the others need for a public file.
        if (::fchmod(out.get(), mode) != 0) return failed(errno);
        if (!writeAll(out.get(), content) || ::fsync(out.get()) != 0) return failed(errno);
    }
    if (::rename(fresh.c_str(), file.c_str()) != 0) return failed(errno);
    const Descriptor folder(::open(file.parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (folder.get() >= 0) ::fsync(folder.get());
    return {};
}

Result<void> makeSecretFolder(const std::filesystem::path& folder)
{
    std::error_code error;
    if (std::filesystem::is_directory(folder, error)) return {};
    std::filesystem::create_directories(folder, error);
    if (error) {
        return fail("file.folder", "The folder " + folder.string() + " can't be made: " + error.message() + ".");
    }
    std::filesystem::permissions(folder, std::filesystem::perms::owner_all, error);
    return {};
}

} // namespace zs::pki
