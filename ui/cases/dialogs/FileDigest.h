// Reads a file off the GUI thread: its size, its media type and its SHA-256. The bytes themselves go nowhere.
#pragma once

#include "base/Result.h"

#include <QObject>
#include <QPointer>
#include <QString>

#include <atomic>
#include <memory>

namespace zs::cases {

struct FileFacts {
    QString name; ///< without folders
    QString mediaType;
    quint64 size = 0; ///< bytes
    QString sha256;   ///< 64 hexadecimal digits, lower case
};

/// One at a time: a new start() gives up the one before. GUI thread; reading happens on the global thread pool and ends
/// within one block of 1 MB when nobody waits for it any more.
class FileDigest final : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    ~FileDigest() override { cancel(); }

    void start(const QString& path);
    void cancel();
    bool isRunning() const { return m_job != nullptr; }

Q_SIGNALS:
    void progressed(int percent);
    void finished(const zs::cases::FileFacts& facts);
    void failed(const QString& why); ///< the system's words

private:
    struct Job;
    std::shared_ptr<Job> m_job;
};

} // namespace zs::cases
