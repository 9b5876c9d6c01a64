#include "session/cache/SetAside.h"

#include <QFile>

namespace zs::session {

bool setAside(const std::string& path)
{
    const QString file = QString::fromStdString(path);
    // Never over an older one: what was set aside may be all there is of somebody's commands.
    QString aside = file + QStringLiteral(".damaged");
    for (int n = 2; QFile::exists(aside); ++n)
        aside = file + QStringLiteral(".damaged-%1").arg(n);
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
