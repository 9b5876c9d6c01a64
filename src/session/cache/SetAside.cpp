#include "session/cache/SetAside.h"

#include <QFile>

namespace zs::session {

bool setAside(const std::string& path)
{
    const QString file = QString::fromStdString(path);
    const QString aside = file + QStringLiteral(".damaged");
    for (const char* part : {"", "-wal"}) {
        const QString from = file + QString::fromLatin1(part);
        const QString to = aside + QString::fromLatin1(part);
        QFile::remove(to);
        if (QFile::exists(from) && !QFile::rename(from, to))
            return false;
    }
    QFile::remove(file + QStringLiteral("-shm"));
    return !QFile::exists(file);
}

void makePrivate(const std::string& path)
{
    QFile file(QString::fromStdString(path));
    if (!file.exists() && file.open(QIODevice::WriteOnly))
        file.close();
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
}

} // namespace zs::session
