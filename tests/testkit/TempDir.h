// A folder of one test, gone at its end.
#pragma once

#include <QTemporaryDir>
#include <filesystem>
#include <string>
#include <string_view>

namespace zs::testkit {

class TempDir {
public:
    TempDir();

    std::filesystem::path path() const { return m_dir.path().toStdString(); }
    std::filesystem::path operator/(std::string_view name) const { return path() / name; }
    QString filePath(const QString& name) const { return m_dir.filePath(name); }
    /// Writes a file and the folders above it; the absolute path.
    std::filesystem::path write(std::string_view name, std::string_view content) const;

private:
    QTemporaryDir m_dir;
};

/// The whole content; an empty text when there is no such file.
std::string contentOf(const std::filesystem::path& file);

/// The root of the source tree.
std::filesystem::path sourceRoot();

} // namespace zs::testkit
