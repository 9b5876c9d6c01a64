#include "ui/cases/dialogs/FileDigest.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QMimeDatabase>
#include <QThreadPool>

namespace zs::cases {

namespace {
constexpr qint64 block = 1 << 20;
}

struct FileDigest::Job {
    QString path;
    std::atomic<bool> given{false}; ///< nobody waits any more
};

void FileDigest::cancel()
{
    if (m_job) m_job->given = true;
    m_job.reset();
}

void FileDigest::start(const QString& path)
{
    cancel();
    m_job = std::make_shared<Job>();
    m_job->path = path;
    // The answer comes back through an object of this thread that outlives the work; `this` may not.
    auto* post = new QObject;
    const auto job = m_job;
    QPointer<FileDigest> self(this);
    const auto answer = [self, job, post](auto tell) {
        QMetaObject::invokeMethod(post, [self, job, tell] {
            if (self && self->m_job == job) tell(*self);
        });
    };
    QThreadPool::globalInstance()->start([job, answer, post] {
        QFile file(job->path);
        QCryptographicHash hash(QCryptographicHash::Sha256);
        const bool opened = file.open(QIODevice::ReadOnly);
        const qint64 size = file.size();
        qint64 read = 0;
        int said = 0;
        bool good = opened;
        while (good && !job->given && !file.atEnd()) {
            const QByteArray part = file.read(block);
            good = !part.isEmpty();
            hash.addData(part);
            read += part.size();
            if (const int percent = size > 0 ? static_cast<int>(read * 100 / size) : 0; percent > said) {
                said = percent;
                answer([percent](FileDigest& d) { Q_EMIT d.progressed(percent); });
            }
        }
        if (!good) {
            answer([why = file.errorString()](FileDigest& d) {
                d.m_job.reset();
                Q_EMIT d.failed(why);
            });
        } else if (!job->given) {
            const FileFacts facts{QFileInfo(job->path).fileName(), QMimeDatabase().mimeTypeForFile(job->path).name(),
                                  static_cast<quint64>(read), QString::fromLatin1(hash.result().toHex())};
            answer([facts](FileDigest& d) {
                d.m_job.reset();
                Q_EMIT d.finished(facts);
            });
        }
        QMetaObject::invokeMethod(post, &QObject::deleteLater);
    });
}

} // namespace zs::cases
