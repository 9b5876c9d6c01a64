// A file that exists in memory only, for readers that want a path.
#pragma once

#include <cstdint>
#include <cstdlib>
#include <string>
#include <sys/mman.h>
#include <unistd.h>

class MemoryFile {
public:
    MemoryFile() : m_file(::memfd_create("fuzz", MFD_CLOEXEC))
    {
        if (m_file < 0)
            std::abort();
    }
    MemoryFile(const MemoryFile&) = delete;
    MemoryFile& operator=(const MemoryFile&) = delete;
    ~MemoryFile() { ::close(m_file); }

    std::string path() const { return "/proc/self/fd/" + std::to_string(m_file); }
    void hold(const std::uint8_t* data, std::size_t size)
    {
        if (::ftruncate(m_file, 0) != 0 || ::pwrite(m_file, data, size, 0) != static_cast<ssize_t>(size))
            std::abort();
    }

private:
    int m_file;
};
