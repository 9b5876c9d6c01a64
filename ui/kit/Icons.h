// Lucide icons from the program's resources, tinted and cached. GUI thread only.
#pragma once

#include <QColor>
#include <QHash>
#include <QIcon>
#include <QPixmap>
#include <QString>

namespace zs::kit {

class IconCache {
public:
    /// `stroke` is the line width in the set's 24-px box (token icon.stroke).
    explicit IconCache(qreal stroke) : m_stroke(stroke) {}

    /// An icon of `size` logical px in `colour`, for a screen of `dpr`. A name that isn't built in gives a
    /// null pixmap.
    QPixmap pixmap(const QString& name, int size, const QColor& colour, qreal dpr = 1.0);
    /// The same as a QIcon that is sharp at 100 % and 200 %; `disabled` tints the disabled state.
    QIcon icon(const QString& name, int size, const QColor& colour, const QColor& disabled);
    /// True when the icon is built in.
    static bool has(const QString& name);
    void clear() { m_cache.clear(); }

private:
    struct Key {
        QString name;
        int size;
        QRgb colour;
        int dpr100;
        bool operator==(const Key&) const = default;
    };
    friend size_t qHash(const Key& k, size_t seed) {
        return qHashMulti(seed, k.name, k.size, k.colour, k.dpr100);
    }

    qreal m_stroke;
    QHash<Key, QPixmap> m_cache;
};

} // namespace zs::kit
