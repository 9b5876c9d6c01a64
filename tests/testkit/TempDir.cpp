#include "tests/testkit/TempDir.h"

#include <fstream>
#include <iterator>

namespace zs::testkit {

TempDir::TempDir()
{
    if (!m_dir.isValid()) qFatal("no temporary folder: %s", qPrintable(m_dir.errorString()));
}

std::filesystem::path TempDir::write(std::string_view name, std::string_view content) const
{
    const std::filesystem::path file = path() / name;
    std::filesystem::create_directories(file.parent_path());
    std::ofstream out(file, std::ios::binary);
    out.write(content.data(), static_cast<std::streamsize>(content.size()));
    if (!out.flush()) qFatal("can't write %s", file.c_str());
    return file;
}

std::string contentOf(const std::filesystem::path& file)
{
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

std::filesystem::path sourceRoot()
{
    return ZS_SOURCE_ROOT;
}

} // namespace zs::testkit
