// The layouts a person has named, and the last one used on each set of screens. One small JSON file, written
// whole.
#pragma once

#include "base/Result.h"

#include <QByteArray>
#include <QMap>
#include <QString>
#include <QStringList>

namespace zs::shell {

class LayoutBook {
public:
    struct Last {
        QByteArray geometry; ///< QWidget::saveGeometry of the main window
        QByteArray panels;   ///< PanelHost::layoutState
        QString name;        ///< the named layout it came from, or empty
        bool operator==(const Last&) const = default;
    };

    /// `path` is the file; an empty path keeps the book in memory only.
    explicit LayoutBook(QString path = {});

    /// A missing file is an empty book. Fails with "layouts.corrupt" (the book is then empty, the file
    /// untouched until the next save) or "layouts.file".
    Result<void> load();
    /// Atomic. Fails with "layouts.file".
    Result<void> save() const;

    QStringList names() const { return m_layouts.keys(); }
    QByteArray layout(const QString& name) const { return m_layouts.value(name); }
    void put(const QString& name, const QByteArray& panels) { m_layouts.insert(name, panels); }
    void remove(const QString& name) { m_layouts.remove(name); }

    Last last(const QString& screens) const { return m_last.value(screens); }
    void setLast(const QString& screens, const Last& last) { m_last.insert(screens, last); }

    /// Names the set of screens there is now ("1920x1080+0+0 1920x1080+1920+0").
    static QString screenKey();

private:
    QString m_path;
    QMap<QString, QByteArray> m_layouts;
    QMap<QString, Last> m_last;
};

} // namespace zs::shell
