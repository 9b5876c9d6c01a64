#include "gateway/config/DataFolder.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace zs::gateway {

Result<DataFolder> DataFolder::lock(const std::filesystem::path& path)
{
    std::error_code error;
    const bool made = std::filesystem::create_directories(path, error);
    if (error)
        return fail("data.folder", "The data folder " + path.string() + " can't be made: " + error.message() + ".");
    if (made)
        ::chmod(path.c_str(), 0700);
    const std::string name = (path / "zhongshud.lock").string();
    const int file = ::open(name.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (file < 0)
        return fail("data.folder", "The data folder " + path.string() + " can't be written to: "
                                       + std::string(std::strerror(errno)) + ".");
    if (::flock(file, LOCK_EX | LOCK_NB) != 0) {
        ::close(file);
        return fail("data.locked", "Another gateway uses the data folder " + path.string() + ".");
    }
    return DataFolder(path, file);
}

DataFolder::DataFolder(DataFolder&& other) noexcept
    : m_path(std::move(other.m_path)), m_file(std::exchange(other.m_file, -1))
{
}

DataFolder::~DataFolder()
{
    if (m_file >= 0)
        ::close(m_file);
}

} // namespace zs::gateway
