// The folder that a gateway owns while it runs.
#pragma once

#include "base/Result.h"

#include <filesystem>

namespace zs::gateway {

/// Holds the lock of the folder for as long as it lives. The lock is the system's (flock): a crash leaves none behind.
class DataFolder {
public:
    /// Makes the folder (0700) if it is missing. Fails with "data.locked" when another gateway has it.
    static Result<DataFolder> lock(const std::filesystem::path& path);
    DataFolder(DataFolder&& other) noexcept;
    DataFolder& operator=(DataFolder&&) = delete;
    ~DataFolder();

    const std::filesystem::path& path() const { return m_path; }

private:
    DataFolder(std::filesystem::path path, int file) : m_path(std::move(path)), m_file(file) {}

    std::filesystem::path m_path;
    int m_file;
};

} // namespace zs::gateway
